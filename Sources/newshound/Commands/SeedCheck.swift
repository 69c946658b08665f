import Fetching
import WebURLs

/// What must be settled before the first request: a contact for other people's servers, leave for one's own machine.
struct SeedCheck {
    let settings: Settings

    /// Throws what is missing.
    func check(_ seeds: [WebURL]) throws(UserError) {
        for seed in seeds {
            let target = mappedAddress(of: seed) ?? seed.host
            let isLoopback = Self.isLoopback(target)
            if isLoopback, !settings.allowsLoopback {
                throw UserError(
                    .usage,
                    "\(seed.withoutCredentials.href): leads to this machine, which a crawl may not ask; add --allow-loopback"
                )
            }
            if !isLoopback, settings.contact == nil {
                throw UserError(
                    .usage,
                    "\(seed.host): its operator must be able to reach you; "
                        + "add --contact with a URL or an e-mail address")
            }
        }
    }

    /// The address that `--connect-to` maps the seed's host and port to; nil: none.
    private func mappedAddress(of seed: WebURL) -> String? {
        for rule in settings.connectTo {
            guard let rule = ConnectRule(rule), rule.matches(host: seed.host, port: seed.effectivePort) else {
                continue
            }
            return rule.address.isEmpty ? nil : rule.address
        }
        return nil
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "[::1]"
            || host == "::1"
    }
}

/// One `--connect-to`: for this host and port, connect to that address and port; empty ones match and keep any.
struct ConnectRule {
    let host: String
    let port: String
    let address: String

    /// Nil if `text` has not the form HOST:PORT:ADDRESS:PORT; addresses of IPv6 stand in brackets.
    init?(_ text: String) {
        var parts: [Substring] = []
        var rest = text[...]
        for _ in 0..<3 {
            let isBracketed = rest.hasPrefix("[")
            let from = isBracketed ? rest.firstIndex(of: "]") ?? rest.startIndex : rest.startIndex
            guard let colon = rest[from...].firstIndex(of: ":") else { return nil }
            parts.append(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        host = String(parts[0])
        port = String(parts[1])
        address = String(parts[2])
    }

    func matches(host: String, port: UInt16) -> Bool {
        (self.host.isEmpty || self.host == host) && (self.port.isEmpty || self.port == "\(port)")
    }
}
