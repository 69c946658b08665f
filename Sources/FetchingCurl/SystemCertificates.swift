import CCurl
import Glibc

/// Where the trusted certificates are.
///
/// libcurl keeps the parsed certificates for all connections only if they come from a file and no folder is named. With
/// both, as some distributions build it, it parses the whole file for each new connection: 27 ms instead of 0.7 ms.
struct SystemCertificates {
    /// A PEM file; nil: leave libcurl to its own ways, because none of the usual files exists.
    let file: String?

    private static let usualFiles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
    ]

    /// Throws if a file is named that cannot be read.
    init(named name: String?) throws(CurlSetupError) {
        if let name {
            guard access(name, R_OK) == 0 else {
                throw .certificates(path: name, reason: SystemError.text(errno))
            }
            file = name
        } else {
            let builtIn = ccurl_built_in_certificates().map { String(cString: $0) }
            file = ([builtIn].compactMap { $0 } + Self.usualFiles).first { access($0, R_OK) == 0 }
        }
    }

    func apply(to easy: CurlEasy) {
        guard let file else { return }
        easy.set(CURLOPT_CAPATH, nil as String?)
        easy.set(CURLOPT_CAINFO, file)
    }
}
