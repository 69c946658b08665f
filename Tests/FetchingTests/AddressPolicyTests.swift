import Fetching
import Testing

@Suite struct AddressPolicyTests {
    /// Each form with the range that must refuse it; nil: it may be asked.
    private static let cases: [(text: String, range: String?)] = [
        ("93.184.215.14", nil), ("1.1.1.1", nil), ("8.8.8.8", nil), ("223.255.255.255", nil),
        ("11.0.0.0", nil),
        ("9.255.255.255", nil), ("172.15.255.255", nil), ("172.32.0.0", nil), ("192.167.255.255", nil),
        ("192.169.0.0", nil), ("100.63.255.255", nil), ("100.128.0.0", nil), ("198.17.255.255", nil),
        ("198.20.0.0", nil), ("169.253.255.255", nil), ("169.255.0.0", nil), ("126.255.255.255", nil),
        ("128.0.0.0", nil), ("1.0.0.0", nil),
        ("127.0.0.1", "loopback"), ("127.0.0.0", "loopback"), ("127.255.255.255", "loopback"),
        ("127.1.2.3", "loopback"), ("0.0.0.0", "unspecified"), ("0.0.0.1", "this network"),
        ("0.255.255.255", "this network"), ("10.0.0.0", "private network"),
        ("10.255.255.255", "private network"),
        ("172.16.0.0", "private network"), ("172.31.255.255", "private network"),
        ("192.168.0.0", "private network"),
        ("192.168.255.255", "private network"), ("169.254.0.0", "link-local"),
        ("169.254.169.254", "link-local"),
        ("100.64.0.0", "carrier-grade NAT"), ("100.127.255.255", "carrier-grade NAT"),
        ("192.0.0.8", "IETF protocol assignments"), ("192.0.2.1", "documentation"),
        ("198.51.100.255", "documentation"), ("203.0.113.7", "documentation"),
        ("192.88.99.1", "6to4 relay anycast"), ("198.18.0.0", "benchmarking"),
        ("198.19.255.255", "benchmarking"),
        ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"), ("240.0.0.0", "reserved"),
        ("255.255.255.254", "reserved"), ("255.255.255.255", "broadcast"),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", nil), ("2a00:1450:4001:82b::200e", nil), ("2000::1", nil),
        ("2001:200::1", nil), ("2003::1", nil), ("3ffe::1", nil), ("[2a00:1450:4001:82b::200e]", nil),
        ("::1", "loopback"), ("[::1]", "loopback"), ("0:0:0:0:0:0:0:1", "loopback"), ("::", "unspecified"),
        ("::2", "IPv4-compatible"), ("::127.0.0.1", "IPv4-compatible"),
        ("::93.184.215.14", "IPv4-compatible"),
        ("::ffff:127.0.0.1", "IPv4-mapped"), ("::ffff:93.184.215.14", "IPv4-mapped"),
        ("::ffff:a00:1", "IPv4-mapped"),
        ("::ffff:0:10.0.0.1", "IPv4-translated"), ("64:ff9b::10.0.0.1", "NAT64"),
        ("64:ff9b::5db8:d70e", "NAT64"),
        ("64:ff9b:1::1", "NAT64"), ("100::1", "discard-only"), ("100:0:0:1::1", "dummy"),
        ("2001::1", "Teredo"),
        ("2001:0:ffff:ffff::", "Teredo"), ("2001:2::1", "benchmarking"), ("2001:10::1", "ORCHID"),
        ("2001:2f:ffff::", "ORCHID"), ("2001:1::1", "IETF protocol assignments"),
        ("2001:1ff:ffff::", "IETF protocol assignments"), ("2001:db8::1", "documentation"),
        ("3fff::1", "documentation"), ("3fff:fff:ffff::", "documentation"), ("2002:7f00:1::", "6to4"),
        ("2002:5db8:d70e::1", "6to4"), ("5f00::1", "segment routing"), ("fc00::1", "unique local"),
        ("fd00::1", "unique local"), ("fdff:ffff::", "unique local"), ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"), ("febf::1", "link-local"), ("fec0::1", "site-local"),
        ("feff::1", "site-local"), ("ff02::1", "multicast"), ("ff00::", "multicast"), ("4000::1", "reserved"),
        ("8000::1", "reserved"), ("1::1", "reserved"), ("fe00::1", "reserved"),
        ("not an address", "no IPv4 or IPv6 address"), ("", "no IPv4 or IPv6 address"),
        ("127.1", "no IPv4 or IPv6 address"), ("0x7f.0.0.1", "no IPv4 or IPv6 address"),
        ("010.0.0.1", "no IPv4 or IPv6 address"), ("1.2.3.4.5", "no IPv4 or IPv6 address"),
        ("256.1.1.1", "no IPv4 or IPv6 address"), ("1:2:3:4:5:6:7:8:9", "no IPv4 or IPv6 address"),
        ("1::2::3", "no IPv4 or IPv6 address"), ("2606:2800", "no IPv4 or IPv6 address"),
    ]

    private func range(_ verdict: AddressPolicy.Verdict) -> String? {
        if case .refused(let range) = verdict { range.name } else { nil }
    }

    @Test(arguments: cases)
    func `an address is judged by the range it lies in`(text: String, name: String?) {
        #expect(range(AddressPolicy().verdict(forText: text)) == name)
    }

    @Test(arguments: cases)
    func `the switch for loopback opens loopback and nothing else`(text: String, name: String?) {
        let expected = name == "loopback" ? nil : name
        #expect(range(AddressPolicy(allowsLoopback: true).verdict(forText: text)) == expected)
    }

    @Test(arguments: cases)
    func `the bytes of a sockaddr are judged like the text`(text: String, name: String?) throws {
        guard let address = IPAddress(text) else { return }
        let number = (0..<8).map { UInt8(truncatingIfNeeded: address.low >> UInt64(56 - 8 * $0)) }
        let high = (0..<8).map { UInt8(truncatingIfNeeded: address.high >> UInt64(56 - 8 * $0)) }
        // Linux on every machine Swift runs on there is little-endian.
        let bytes: [UInt8] =
            address.family == .v4
            ? [2, 0, 0, 80] + number.suffix(4) + [UInt8](repeating: 0, count: 8)
            : [10, 0, 0, 80, 0, 0, 0, 0] + high + number + [0, 0, 0, 0]
        #expect(IPAddress(socketAddress: bytes) == address)
        #expect(range(AddressPolicy().verdict(forSocketAddress: bytes)) == name)
        for count in 0..<(address.family == .v4 ? 8 : 24) {
            #expect(range(AddressPolicy().verdict(forSocketAddress: Array(bytes.prefix(count)))) != nil)
        }
    }

    @Test func `another address family is refused`() {
        #expect(range(AddressPolicy().verdict(forSocketAddress: [1, 0] + Array("/run/socket".utf8))) != nil)
    }

    @Test func `a refusal names range, prefix and source`() {
        guard case .refused(let range) = AddressPolicy().verdict(forText: "10.1.2.3") else {
            Issue.record("10.1.2.3 is allowed")
            return
        }
        #expect("\(range)" == "private network 10.0.0.0/8 (RFC 1918 §3)")
    }
}

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("2001:db8::0:1", "2001:db8::1"),
        ("2001:0db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("0:0:0:0:0:0:0:0", "::"),
        ("::FFFF:1.2.3.4", "::ffff:1.2.3.4"),
        ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1::", "1::"), ("fe80::1%lo", "fe80::1"), ("[::1]", "::1"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ])
    func `an address is written as RFC 5952 wants it`(text: String, canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
    }

    @Test(arguments: [
        ":", ":::", "1:", ":1", "::1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8::", "12345::", "g::", "1.2.3.4::",
        "::1.2.3",
        "::1.2.3.4:5", "1..2.3", "1.2.3.", ".1.2.3", "+1.2.3.4", "1.2.3.4 ", "0001.2.3.4", "%", "[]", "[",
        "::+1", "1:2:3:4:5:6:7:1.2.3.4",
    ])
    func `other text is no address`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `every prefix of an address is read without a trap`() {
        for text in ["2001:db8:1:2:3:4:192.168.100.200%eth0", "[::ffff:255.255.255.255]"] {
            for count in 0...text.count { _ = IPAddress(String(text.prefix(count))) }
        }
        _ = IPAddress(String(repeating: ":", count: 100_000))
        _ = IPAddress(String(repeating: "1.", count: 100_000))
    }

    @Test(arguments: [[], [1], [1, 2, 3], [1, 2, 3, 4, 5], Array(repeating: 1, count: 15)] as [[UInt8]])
    func `only 4 or 16 bytes are an address`(bytes: [UInt8]) {
        #expect(IPAddress(networkOrder: bytes) == nil)
    }
}
