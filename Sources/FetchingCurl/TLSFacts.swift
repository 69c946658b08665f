/// Version and cipher suite of a connection.
///
/// libcurl tells them in its debug text alone, when it has made the connection: "SSL connection using TLSv1.3 /
/// TLS_AES_256_GCM_SHA384". For requests over a kept connection `TransferEnvironment` remembers them.
struct TLSFacts: Sendable, Hashable {
    /// As in `WARC-Protocol`: `tls/1.3`.
    let version: String
    /// The registered name (IANA TLS Cipher Suites), as in `WARC-Cipher-Suite`.
    let cipherSuite: String

    private static let opening = Array("SSL connection using ".utf8)

    /// Nil for every other debug text.
    init?(debugText: UnsafeRawBufferPointer) {
        guard debugText.starts(with: Self.opening) else { return nil }
        let words = debugText.dropFirst(Self.opening.count).split { $0 <= 0x20 }
        guard words.count >= 3, words[1].elementsEqual([UInt8(ascii: "/")]) else { return nil }
        let version = String(decoding: words[0], as: UTF8.self)
        guard version.hasPrefix("TLSv") else { return nil }
        let number = version.dropFirst(4)
        self.version = "tls/" + (number.contains(".") ? number : number + ".0")
        cipherSuite = Self.registeredName(of: String(decoding: words[2], as: UTF8.self))
    }

    /// OpenSSL has its own names for suites before TLS 1.3: `ECDHE-RSA-AES128-GCM-SHA256` is registered as
    /// `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`.
    static func registeredName(of name: String) -> String {
        if name.hasPrefix("TLS_") { return name }
        let parts = name.split(separator: "-")
        // Without a named key exchange it is RSA's.
        let exchange = parts.prefix {
            ["ECDHE", "DHE", "ECDH", "DH", "RSA", "ECDSA", "DSS", "PSK", "SRP"].contains($0)
        }
        var cipher: [Substring] = []
        for part in parts.dropFirst(exchange.count) {
            switch part {
            case "AES128", "AES256", "ARIA128", "ARIA256", "CAMELLIA128", "CAMELLIA256":
                cipher += [part.dropLast(3), part.suffix(3)]
            case "CCM8": cipher += ["CCM", "8"]
            default: cipher.append(part)
            }
        }
        // What has no mode of its own is in CBC mode; CHACHA20-POLY1305 always has this hash.
        if cipher.count == 3, ["128", "256"].contains(cipher[1]), cipher[2].hasPrefix("SHA") {
            cipher.insert("CBC", at: 2)
        }
        if cipher.last == "POLY1305" { cipher.append("SHA256") }
        return "TLS_" + (exchange.isEmpty ? "RSA" : exchange.joined(separator: "_")) + "_WITH_"
            + cipher.joined(separator: "_")
    }
}
