import CSSL
import Glibc
import Synchronization

/// The TLS side of a loopback server: an authority of its own and a certificate for each name it is asked for.
///
/// Everything is made at run time; the authority's certificate is written to a file that a client can be told to trust.
package final class TLSFront: Sendable {
    /// What is wrong with a host's certificate.
    package enum Fault: Sendable {
        case otherName, expired, notYetValid, selfSigned
    }

    /// PEM file with the authority's certificate; deleted with the front.
    package let caFile: String
    private let faults: [String: Fault]
    private let limitsToTLS12: Bool
    private let authority: Certified
    private let contexts = Mutex<[String: Context]>([:])
    private let serial = Atomic<Int>(2)
    private let fallback: Context

    /// `folder` takes the file. `faults` by host name.
    package init(folder: String, faults: [String: Fault] = [:], limitsToTLS12: Bool = false)
        throws(LoopbackError)
    {
        guard
            let authority = Certified(
                name: "Loopback test authority", alternative: nil, serial: 1, issuer: nil)
        else {
            throw .certificate(name: "the authority")
        }
        self.authority = authority
        self.faults = faults
        self.limitsToTLS12 = limitsToTLS12
        caFile = folder + "/loopback-ca-\(getpid())-\(UInt32.random(in: 0 ... .max)).pem"
        guard cssl_write_pem(authority.certificate, caFile) == 1 else { throw .certificate(name: caFile) }
        guard
            let own = Certified(
                name: "localhost", alternative: "DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1", serial: 2,
                issuer: authority),
            let fallback = Context(own, limitsToTLS12: limitsToTLS12)
        else { throw .certificate(name: "localhost") }
        self.fallback = fallback
        // Clients that are addressed by number send no name and get the certificate of localhost.
        cssl_choose_by_name(
            fallback.pointer,
            { tls, _, front in
                guard let tls, let front, let name = SSL_get_servername(tls, TLSEXT_NAMETYPE_host_name) else {
                    return SSL_TLSEXT_ERR_OK
                }
                // Safety: the server holds the front as long as there are connections.
                let me = Unmanaged<TLSFront>.fromOpaque(front).takeUnretainedValue()
                if let context = me.context(for: String(cString: name)) {
                    SSL_set_SSL_CTX(tls, context.pointer)
                }
                return SSL_TLSEXT_ERR_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { unlink(caFile) }

    var context: OpaquePointer { fallback.pointer }

    private func context(for name: String) -> Context? {
        contexts.withLock { contexts in
            if let known = contexts[name] { return known }
            let fault = faults[name]
            let certified = Certified(
                name: name, alternative: "DNS:" + (fault == .otherName ? "other." + name : name),
                serial: serial.add(1, ordering: .relaxed).newValue,
                issuer: fault == .selfSigned ? nil : authority,
                from: fault == .notYetValid ? 86_400 : -86_400, until: fault == .expired ? -3600 : 864_000)
            let context = certified.flatMap { Context($0, limitsToTLS12: limitsToTLS12) }
            contexts[name] = context
            return context
        }
    }
}

/// A key with a certificate for it.
private final class Certified: @unchecked Sendable {
    // Safety: neither is changed once made.
    let key: OpaquePointer
    let certificate: OpaquePointer

    init?(
        name: String, alternative: String?, serial: Int, issuer: Certified?, from: Int = -86_400,
        until: Int = 864_000
    ) {
        guard let key = cssl_make_key() else { return nil }
        // A common name has at most 64 characters (X.520); the alternative name is the one that counts.
        guard
            let certificate = cssl_make_certificate(
                key, String(name.prefix(64)), alternative, serial, from, until, issuer?.certificate,
                issuer?.key)
        else {
            EVP_PKEY_free(key)
            return nil
        }
        self.key = key
        self.certificate = certificate
    }

    deinit {
        X509_free(certificate)
        EVP_PKEY_free(key)
    }
}

/// The settings of connections to one host.
private final class Context: @unchecked Sendable {
    // Safety: OpenSSL counts references to it by itself and locks where needed; we do not change it once made.
    let pointer: OpaquePointer

    init?(_ certified: Certified, limitsToTLS12: Bool) {
        guard let pointer = SSL_CTX_new(TLS_server_method()) else { return nil }
        self.pointer = pointer
        if limitsToTLS12 { _ = cssl_limit_to_tls12(pointer) }
        guard SSL_CTX_use_certificate(pointer, certified.certificate) == 1,
            SSL_CTX_use_PrivateKey(pointer, certified.key) == 1
        else { return nil }
    }

    deinit { SSL_CTX_free(pointer) }
}
