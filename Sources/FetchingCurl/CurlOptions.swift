package import Fetching

/// How a `CurlFetcher` makes its exchanges; fixed for its life.
package struct CurlOptions: Sendable {
    /// Value of `User-Agent`: product, version and contact.
    package var userAgent = "newshound"
    package var accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
    /// Sent with every request, after the fields that every request has; one of the same name replaces those.
    package var fields: [(name: String, value: String)] = []
    /// Which addresses may be connected. Through a proxy it only judges hosts that are written as addresses, because
    /// the proxy does the connecting.
    package var addressPolicy = AddressPolicy()
    /// `HOST:PORT:ADDRESS:PORT`: what would go to the first goes to the second; an empty host or port on the left means
    /// any, on the right the same. The policy judges the address on the right.
    package var connectTo: [String] = []
    /// PEM file of trusted certificates; nil: the system's.
    package var caFile: String?
    /// False accepts every certificate: a choice for the user, to be stated in the archive.
    package var verifiesTLS = true
    /// `http://`, `https://`, `socks4://`, `socks4a://`, `socks5://` or `socks5h://` URL, credentials allowed; nil: none.
    /// The environment variables that other programs read for it are ignored.
    package var proxy: String?
    /// Nil: IPv4 and IPv6.
    package var family: IPAddress.Family?
    /// Where a kept connection ends without an answer libcurl sends the request again, at once, on a new one. The server
    /// may have seen it, and when a host is asked again is for the crawl to say: false makes an error of it. Connections
    /// that the server closed before the request are replaced in any case. HTTP/2 sends again what was refused.
    package var sendsAgain = false
    /// Offers HTTP/2 to `https` hosts. Off, because one request at a time gains nothing from it, and what is archived is
    /// then no longer what went over the wire.
    package var offersHTTP2 = false
    /// Netscape cookie files: read at start and written by `shutdown`. With both nil no cookie is kept.
    package var cookiesFrom: String?
    package var cookiesTo: String?
    /// Exchanges under way at once; further ones wait for their turn, without their clocks running. Each needs two file
    /// descriptors.
    package var maximumConnections = 1000
    /// Exchanges under way beyond those, as far as there are descriptors.
    package var spareConnections = 0
    /// Bytes of all bodies in memory, those of captures not yet let go included. Beyond it transfers pause, and after two
    /// seconds their bodies go to files.
    package var maximumBodyMemory = 48_000_000

    package init() {}
}

extension CurlOptions {
    var keepsCookies: Bool { cookiesFrom != nil || cookiesTo != nil }

    /// Throws what can be seen to be wrong before the first request.
    func check() throws(CurlSetupError) {
        for (name, value) in fields + [("User-Agent", userAgent), ("Accept", accept)]
        where RequestFields.line(name: name, value: value) == nil {
            throw .field(name: name)
        }
        for mapping in connectTo where !Self.isMapping(mapping) { throw .mapping(mapping) }
        if let proxy {
            let scheme = proxy.lowercased().prefix { $0 != ":" }
            let known = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
            guard proxy.contains("://"), known.contains(String(scheme)) else {
                // Without "://" the text before the colon may be a user name.
                throw .proxy(scheme: proxy.contains("://") ? String(scheme) : "")
            }
        }
    }

    /// HOST:PORT:ADDRESS:PORT, where an IPv6 address stands in brackets.
    private static func isMapping(_ text: String) -> Bool {
        var parts = [""]
        var isInBrackets = false
        for character in text {
            if character == "[" { isInBrackets = true }
            if character == "]" { isInBrackets = false }
            if character == ":", !isInBrackets {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.count == 4 && [parts[1], parts[3]].allSatisfy { $0.isEmpty || UInt16($0) != nil }
    }
}
