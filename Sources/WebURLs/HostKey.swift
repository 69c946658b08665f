import Synchronization

/// The unit of politeness: the name under which hosts share one queue, one pause and one connection.
///
/// By default the registrable domain, so that `www.` and `news.` of one publisher are not asked at the same
/// time, while the tenants of a blog farm (the private section of the public suffix list) are hosts of their
/// own.
package struct HostKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// What of a host name makes the key.
    package enum Rule: String, Sendable, CaseIterable {
        /// The registrable domain by the public suffix list.
        case registrableDomain = "registrable-domain"
        /// The whole host name.
        case host
    }

    /// Lower-case ASCII without a dot at the end; an IPv6 address in brackets.
    package let name: String

    package init(name: String) {
        self.name = name
    }

    /// The key of the host of `url`. The port plays no part: ports of one machine share its politeness.
    package init(of url: WebURL, by rule: Rule = .registrableDomain) {
        switch rule {
        case .registrableDomain where !url.hostIsAddress:
            name = Self.cache.registrableDomain(of: url.href.utf8.span.extracting(url.hostRange))
        case .registrableDomain:
            name = url.host
        case .host:
            name = withoutTrailingDot(url.host)
        }
    }

    /// The public suffix of `host` and one label more: `example.co.uk` of `www.example.co.uk`.
    ///
    /// `host` itself, without a dot at its end, for an address, a public suffix, and a name whose top-level
    /// domain no rule of the list covers (`localhost`, `printer.lan`). May be called by many at once; recent
    /// answers are kept.
    ///
    /// - Parameter host: ASCII, lower case, as `WebURL.host` gives it.
    package static func registrableDomain(of host: String) -> String {
        cache.registrableDomain(of: host.utf8.span)
    }

    package var description: String { name }

    package static func < (one: HostKey, other: HostKey) -> Bool { one.name < other.name }

    private static let cache = RecentAnswers()

}

private func withoutTrailingDot(_ host: String) -> String {
    host.utf8.last == UInt8(ascii: ".") && host.utf8.count > 1 ? String(host.dropLast()) : host
}

/// The answers given last, one for each remainder of the question's hash.
///
/// A page's links lead to few hosts, and a look-up in the public suffix list costs many times one here. The
/// lock is held for a copy of two references.
private final class RecentAnswers: Sendable {
    /// Enough for the hosts that a few pages name; about 100 KB when full.
    private static let slots = 1_024

    private let kept = Mutex<[(host: [UInt8], answer: String)]>(Array(repeating: ([], ""), count: slots))

    func registrableDomain(of host: borrowing Span<UInt8>) -> String {
        let slot = Self.slot(of: host)
        let known = kept.withLock { $0[slot] }
        if Self.isEqual(known.host.span, host) { return known.answer }
        let answer = Self.lookUp(String(utf8: host))
        var bytes: [UInt8] = []
        for index in host.indices { bytes.append(host[index]) }
        kept.withLock { $0[slot] = (bytes, answer) }
        return answer
    }

    private static func lookUp(_ host: String) -> String {
        let name = withoutTrailingDot(host)
        guard name.utf8.contains(UInt8(ascii: ".")), !name.utf8.contains(0), !isAddress(name) else {
            return name
        }
        return PublicSuffixList.registrableDomain(of: name) ?? name
    }

    private static func isAddress(_ name: String) -> Bool {
        name.utf8.first == UInt8(ascii: "[") || IPv4Address.parse(name.utf8.span) != .notNumeric
    }

    /// FNV-1a: who chooses hosts that collide only makes look-ups cost what they cost without this.
    private static func slot(of host: borrowing Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in host.indices { hash = (hash ^ UInt64(host[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slots - 1))
    }

    private static func isEqual(_ one: borrowing Span<UInt8>, _ other: borrowing Span<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        for index in one.indices where one[index] != other[index] { return false }
        return true
    }
}
