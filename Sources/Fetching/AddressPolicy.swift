/// Which addresses may be connected: those of the public internet, and this machine's own only by an explicit switch.
///
/// It judges the address that is really connected, for each connection and each request, so that neither a name that
/// resolves to an inner address nor one that does so only the second time (DNS rebinding) gets past it.
package struct AddressPolicy: Sendable, Hashable {
    /// Opens 127.0.0.0/8 and ::1, nothing else; for tests, the demo and sites on this machine.
    package var allowsLoopback: Bool

    package init(allowsLoopback: Bool = false) { self.allowsLoopback = allowsLoopback }

    /// What the policy says of an address.
    package enum Verdict: Sendable, Hashable {
        case allowed
        case refused(AddressRange)
    }

    /// The verdict for an address. Ranges within others are named by the narrowest.
    package func verdict(for address: IPAddress) -> Verdict {
        let ranges = address.family == .v4 ? AddressRange.v4 : AddressRange.v6
        guard let range = ranges.first(where: { $0.contains(address) }) else {
            if address.family == .v6, address.high >> 61 != 1 { return .refused(.notGlobalUnicast) }
            return .allowed
        }
        return range.isLoopback && allowsLoopback ? .allowed : .refused(range)
    }

    /// The verdict for an address in text; text that is no address is refused.
    package func verdict(forText text: String) -> Verdict {
        guard let address = IPAddress(text) else { return .refused(.notAnAddress) }
        return verdict(for: address)
    }

    /// The verdict for the bytes of a `sockaddr`; other families than IPv4 and IPv6 are refused.
    package func verdict(forSocketAddress bytes: [UInt8]) -> Verdict {
        guard let address = IPAddress(socketAddress: bytes) else { return .refused(.notAnAddress) }
        return verdict(for: address)
    }
}

/// A range of addresses with a purpose of its own (the registries of RFC 6890), which no crawl has to ask.
package struct AddressRange: Sendable, Hashable {
    /// What it is for, as a noun: "private network".
    package let name: String
    /// Prefix notation; empty where the range is what is left.
    package let prefix: String
    /// The RFC, with section where it defines more than this.
    package let source: String

    private let family: IPAddress.Family
    private let first: IPAddress
    private let bits: Int
    fileprivate let isLoopback: Bool

    private init(_ prefix: String, _ name: String, _ source: String, isLoopback: Bool = false) {
        self.name = name
        self.prefix = prefix
        self.source = source
        self.isLoopback = isLoopback
        let parts = prefix.split(separator: "/")
        let address = parts.first.flatMap { IPAddress(String($0)) }
        first = address ?? IPAddress(v4: 0)
        family = first.family
        // A line of the table that cannot be read would refuse everything, and so be seen by the first test.
        bits = address == nil ? 0 : parts.last.flatMap { Int($0) } ?? 0
    }

    fileprivate func contains(_ address: IPAddress) -> Bool {
        guard address.family == family else { return false }
        if family == .v4 { return (address.low ^ first.low) >> UInt64(32 - bits) == 0 }
        if bits <= 64 { return (address.high ^ first.high) >> UInt64(64 - bits) == 0 }
        return address.high == first.high && (address.low ^ first.low) >> UInt64(128 - bits) == 0
    }
}

extension AddressRange: CustomStringConvertible {
    /// "private network 10.0.0.0/8 (RFC 1918 §3)".
    package var description: String {
        prefix.isEmpty ? "\(name) (\(source))" : "\(name) \(prefix) (\(source))"
    }
}

extension AddressRange {
    /// IPv4, from https://www.iana.org/assignments/iana-ipv4-special-registry; narrower ranges first.
    fileprivate static let v4 = [
        AddressRange("127.0.0.0/8", "loopback", "RFC 1122 §3.2.1.3", isLoopback: true),
        AddressRange("10.0.0.0/8", "private network", "RFC 1918 §3"),
        AddressRange("172.16.0.0/12", "private network", "RFC 1918 §3"),
        AddressRange("192.168.0.0/16", "private network", "RFC 1918 §3"),
        AddressRange("169.254.0.0/16", "link-local", "RFC 3927 §2.1"),
        AddressRange("100.64.0.0/10", "carrier-grade NAT", "RFC 6598 §7"),
        AddressRange("0.0.0.0/32", "unspecified", "RFC 1122 §3.2.1.3"),
        AddressRange("0.0.0.0/8", "this network", "RFC 791 §3.2"),
        AddressRange("192.0.0.0/24", "IETF protocol assignments", "RFC 6890 §2.1"),
        AddressRange("192.0.2.0/24", "documentation", "RFC 5737 §3"),
        AddressRange("198.51.100.0/24", "documentation", "RFC 5737 §3"),
        AddressRange("203.0.113.0/24", "documentation", "RFC 5737 §3"),
        AddressRange("192.88.99.0/24", "6to4 relay anycast", "RFC 7526 §5"),
        AddressRange("198.18.0.0/15", "benchmarking", "RFC 2544 §C.2.2"),
        AddressRange("224.0.0.0/4", "multicast", "RFC 5771 §3"),
        AddressRange("255.255.255.255/32", "broadcast", "RFC 919 §7"),
        AddressRange("240.0.0.0/4", "reserved", "RFC 1112 §4"),
    ]

    /// IPv6, from https://www.iana.org/assignments/iana-ipv6-special-registry; narrower ranges first.
    fileprivate static let v6 = [
        AddressRange("::1/128", "loopback", "RFC 4291 §2.5.3", isLoopback: true),
        AddressRange("::/128", "unspecified", "RFC 4291 §2.5.2"),
        AddressRange("::ffff:0:0/96", "IPv4-mapped", "RFC 4291 §2.5.5.2"),
        AddressRange("::/96", "IPv4-compatible", "RFC 4291 §2.5.5.1"),
        AddressRange("::ffff:0:0:0/96", "IPv4-translated", "RFC 2765 §2.1"),
        AddressRange("64:ff9b::/96", "NAT64", "RFC 6052 §2.1"),
        AddressRange("64:ff9b:1::/48", "NAT64", "RFC 8215 §5"),
        AddressRange("100::/64", "discard-only", "RFC 6666 §4"),
        AddressRange("100:0:0:1::/64", "dummy", "RFC 9780 §3"),
        AddressRange("2001::/32", "Teredo", "RFC 4380 §2.6"),
        AddressRange("2001:2::/48", "benchmarking", "RFC 5180 §8"),
        AddressRange("2001:10::/28", "ORCHID", "RFC 4843 §2"),
        AddressRange("2001:20::/28", "ORCHID", "RFC 7343 §2"),
        AddressRange("2001::/23", "IETF protocol assignments", "RFC 2928 §2"),
        AddressRange("2001:db8::/32", "documentation", "RFC 3849 §2"),
        AddressRange("3fff::/20", "documentation", "RFC 9637 §3"),
        AddressRange("2002::/16", "6to4", "RFC 3056 §2"),
        AddressRange("5f00::/16", "segment routing", "RFC 9602 §5"),
        AddressRange("fc00::/7", "unique local", "RFC 4193 §3.1"),
        AddressRange("fe80::/10", "link-local", "RFC 4291 §2.5.6"),
        AddressRange("fec0::/10", "site-local", "RFC 3879 §4"),
        AddressRange("ff00::/8", "multicast", "RFC 4291 §2.7"),
    ]

    /// Every IPv6 address outside 2000::/3.
    fileprivate static let notGlobalUnicast = AddressRange("", "reserved", "RFC 4291 §2.4")
    fileprivate static let notAnAddress = AddressRange("", "no IPv4 or IPv6 address", "RFC 6890 §2.2")
}
