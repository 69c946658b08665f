// What Swift sees of OpenSSL's TLS, and the making of test certificates, whose calls are mostly macros.
#pragma once
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

static inline EVP_PKEY *cssl_make_key(void) { return EVP_EC_gen("P-256"); }

static inline int cssl_add_extension(X509 *certificate, X509 *issuer, int kind, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, kind, value);
    if (!extension) return 0;
    int done = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return done;
}

// A certificate for `key`, valid from now + `from` to now + `until` seconds, signed by `issuer_key`; issuer NULL means
// signed by itself. `alternative` is a subjectAltName value ("DNS:a.test"); NULL makes an authority.
static inline X509 *cssl_make_certificate(EVP_PKEY *key, const char *name, const char *alternative, long serial,
                                          long from, long until, X509 *issuer, EVP_PKEY *issuer_key) {
    X509 *certificate = X509_new();
    if (!certificate) return NULL;
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509 *signer = issuer ? issuer : certificate;
    int done = X509_set_version(certificate, 2)
        && ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial)
        && X509_gmtime_adj(X509_getm_notBefore(certificate), from)
        && X509_gmtime_adj(X509_getm_notAfter(certificate), until)
        && X509_set_pubkey(certificate, key)
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, (const unsigned char *)name, -1, -1, 0)
        && X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    if (done && alternative) {
        done = cssl_add_extension(certificate, signer, NID_basic_constraints, "critical,CA:FALSE")
            && cssl_add_extension(certificate, signer, NID_subject_alt_name, alternative);
    } else if (done) {
        done = cssl_add_extension(certificate, signer, NID_basic_constraints, "critical,CA:TRUE")
            && cssl_add_extension(certificate, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    }
    if (done && X509_sign(certificate, issuer_key ? issuer_key : key, EVP_sha256())) return certificate;
    X509_free(certificate);
    return NULL;
}

static inline int cssl_write_pem(X509 *certificate, const char *path) {
    BIO *file = BIO_new_file(path, "w");
    if (!file) return 0;
    int done = PEM_write_bio_X509(file, certificate);
    return BIO_free(file) && done;
}

typedef int (*cssl_on_name)(SSL *, int *, void *);

static inline void cssl_choose_by_name(SSL_CTX *context, cssl_on_name choose, void *argument) {
    SSL_CTX_set_tlsext_servername_callback(context, choose);
    SSL_CTX_set_tlsext_servername_arg(context, argument);
}

static inline int cssl_limit_to_tls12(SSL_CTX *context) {
    return SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
}
