import Testing

@testable import WebURLs

@Suite struct IPv4AddressTests {
    @Test(arguments: [
        ("192.168.0.1", "192.168.0.1"), ("192.168.0.1.", "192.168.0.1"), ("192.168.1", "192.168.0.1"),
        ("192.11010049", "192.168.0.1"), ("3232235521", "192.168.0.1"), ("0xc0.0250.01", "192.168.0.1"),
        ("0XC0A80001", "192.168.0.1"), ("0x", "0.0.0.0"), ("0", "0.0.0.0"), ("00000", "0.0.0.0"),
        ("4294967295", "255.255.255.255"), ("255.255.65535", "255.255.255.255"),
    ])
    func `numbers in any form are an address`(text: String, address: String) {
        #expect(WebURL("http://\(text)/")?.host == address)
    }

    @Test(arguments: [
        "256.0.0.1", "1.2.3.256", "1.2.3.4.5", "4294967296", "1.16777216", "1.2.65536", "09", "1.2.3.08",
        "0x1.2.3.4.5", "1..2",
        "a.1", "a.0x1", "1.2.3.99999999999999999999999999", "0x99999999999999999999",
    ])
    func `a host that ends in a number and is no address is a failure`(text: String) {
        #expect(WebURL("http://\(text)/") == nil)
    }

    @Test(arguments: ["1.a", "1a", "a1", "0xg", "0xg.example", "1.2.3.4.example", "1.2..", "0x1y"])
    func `a host that does not end in a number is a domain`(text: String) {
        #expect(WebURL("http://\(text)/")?.host == text)
        #expect(WebURL("http://\(text)/")?.hostIsAddress == false)
    }
}

@Suite struct IPv6AddressTests {
    @Test(arguments: [
        ("[::]", "[::]"), ("[::1]", "[::1]"), ("[1::]", "[1::]"), ("[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8]"),
        ("[0001:0:00:000:0000:0:0:ABCD]", "[1::abcd]"), ("[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]"),
        ("[1:0:0:2:3:0:0:4]", "[1::2:3:0:0:4]"), ("[1:0:2:3:4:5:6:7]", "[1:0:2:3:4:5:6:7]"),
        ("[0:1:2:3:4:5:6:7]", "[0:1:2:3:4:5:6:7]"), ("[1:2:3:4:5:6:0:0]", "[1:2:3:4:5:6::]"),
        ("[::192.168.0.1]", "[::c0a8:1]"), ("[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
        ("[1:2:3:4:5:6:1.2.3.4]", "[1:2:3:4:5:6:102:304]"), ("[1::7:8]", "[1::7:8]"),
        ("[1:2:3::8]", "[1:2:3::8]"),
        ("[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]"),
    ])
    func `an address is written with its longest run of zeros compressed`(text: String, address: String) {
        #expect(WebURL("http://\(text)/")?.host == address)
        #expect(WebURL("http://\(text)/")?.hostIsAddress == true)
    }

    @Test(arguments: [
        "[]", "[:]", "[1]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[:1:2:3:4:5:6:7]", "[1:]",
        "[12345::]", "[g::]", "[::1", "::1]", "[::1]a", "[::1.2.3]", "[::1.2.3.4.5]", "[::1.2.3.256]",
        "[::01.2.3.4]",
        "[1:2:3:4:5:6:7:1.2.3.4]", "[::1.2.3.4:5]", "[::.1.2.3]", "[::%31]", "[fe80::1%25eth0]", "[::1.2.3.]",
    ])
    func `what is no address is a failure`(text: String) {
        #expect(WebURL("http://\(text)/") == nil)
    }
}
