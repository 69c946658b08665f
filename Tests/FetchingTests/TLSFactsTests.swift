import Testing

@testable import FetchingCurl

@Suite struct TLSFactsTests {
    private func facts(_ text: String) -> TLSFacts? {
        Array(text.utf8).withUnsafeBytes { TLSFacts(debugText: $0) }
    }

    @Test(arguments: [
        ("SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384\n", "tls/1.3", "TLS_AES_256_GCM_SHA384"),
        (
            "SSL connection using TLSv1.2 / ECDHE-RSA-AES128-GCM-SHA256\n", "tls/1.2",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
        ),
        ("SSL connection using TLSv1 / AES128-SHA", "tls/1.0", "TLS_RSA_WITH_AES_128_CBC_SHA"),
        (
            "SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256 / X25519MLKEM768 / RSASSA-PSS", "tls/1.3",
            "TLS_AES_128_GCM_SHA256"
        ),
    ])
    func `version and suite are read from libcurl's debug text`(text: String, version: String, suite: String)
    {
        #expect(facts(text)?.version == version)
        #expect(facts(text)?.cipherSuite == suite)
    }

    @Test(arguments: [
        "", "SSL connection using", "SSL connection using ", "SSL connection using TLSv1.3",
        "SSL connection using TLSv1.3 /",
        "SSL connection using a b c", "Connected to a.test", "SSL connection using \u{0}\u{0}\u{0}",
    ])
    func `other debug texts say nothing`(text: String) { #expect(facts(text) == nil) }

    @Test(arguments: [
        ("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
        ("DHE-RSA-AES256-GCM-SHA384", "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
        ("ECDHE-RSA-AES256-SHA384", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
        ("AES256-GCM-SHA384", "TLS_RSA_WITH_AES_256_GCM_SHA384"),
        ("ECDHE-ECDSA-AES128-CCM8", "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8"),
        ("DHE-RSA-CAMELLIA128-SHA256", "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256"),
        ("TLS_CHACHA20_POLY1305_SHA256", "TLS_CHACHA20_POLY1305_SHA256"),
    ])
    func `OpenSSL's names become the registered ones`(name: String, registered: String) {
        #expect(TLSFacts.registeredName(of: name) == registered)
    }
}
