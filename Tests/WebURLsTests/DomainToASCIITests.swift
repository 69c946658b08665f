import Testing

@testable import WebURLs

@Suite struct DomainToASCIITests {
    private func host(_ domain: String) -> String? { WebURL("http://\(domain)/")?.host }

    @Test(arguments: [
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("faß.example", "xn--fa-hia.example"), ("FAẞ.example", "xn--fa-hia.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("ｅｘａｍｐｌｅ．com", "example.com"), ("nai\u{308}ve.example", "xn--nave-6pa.example"),
        ("a\u{AD}b.example", "ab.example"), ("a\u{2060}\u{206B}b.example", "ab.example"),
        ("１２７．０．０．１", "127.0.0.1"),
    ])
    func `a domain is mapped without transitional processing`(domain: String, ascii: String) {
        #expect(host(domain) == ascii)
    }

    @Test(arguments: [
        ("☃.example", "xn--n3h.example"), ("i❤.example", "xn--i-7iq.example"), ("💩.la", "xn--ls8h.la"),
        ("-ü-.example", "xn-----xka.example"), ("ü*.example", "xn--*-dha.example"),
        ("a--ü.example", "xn--a---joa.example"), ("é.xn--ls8h", "xn--9ca.xn--ls8h"),
        ("é.XN--N3H", "xn--9ca.xn--n3h"), ("<\u{338}.example", "xn--gdh.example"),
        ("a=\u{338}>\u{338}", "xn--a-ufo2b"),
    ])
    func `symbols, punctuation and edge hyphens are taken as the standard takes them`(
        domain: String, ascii: String
    ) {
        #expect(host(domain) == ascii)
    }

    @Test(arguments: ["\u{115F}", "\u{1160}", "\u{17B4}", "\u{17B5}", "\u{3164}", "\u{FFA0}"])
    func `fillers are ignored`(filler: String) {
        #expect(host("a\(filler)b.example") == "ab.example")
        #expect(host("b\(filler)ü.example") == host("bü.example"))
    }

    @Test(arguments: [
        ("\u{2F868}", "\u{36FC}"), ("\u{2F874}", "\u{5F53}"), ("\u{2F91F}", "\u{243AB}"),
        ("\u{2F95F}", "\u{7AEE}"), ("\u{2F9BF}", "\u{45D7}"),
    ])
    func `ideographs for compatibility are the ones they stand for`(compatible: String, usual: String) {
        #expect(host("\(compatible).example") == host("\(usual).example"))
        #expect(host("\(usual).example") != nil)
    }

    @Test(arguments: [
        ("1\u{20E3}.example", "xn--1-2sn.example"), ("a\u{3031}.example", "xn--a-y6t.example"),
        ("\u{2180}.example", "xn--n5g.example"), ("\u{16EE}.example", "xn--cye.example"),
        ("\u{645}\u{62D}\u{640}\u{645}\u{62F}.example", "xn--sgbe4csc.example"),
        ("\u{640}.example", "xn--chb.example"),
    ])
    func `enclosing marks, letter numbers and repeat marks are taken as the standard takes them`(
        domain: String, ascii: String
    ) {
        #expect(host(domain) == ascii)
    }

    @Test(arguments: [
        "\u{20E3}1.example", "a\u{640}b.example", "1\u{640}.example", "\u{645}\u{640}a.example",
    ])
    func `marks at the start and strokes outside of Arabic words are a failure`(domain: String) {
        #expect(host(domain) == nil)
    }

    @Test func `a label beyond 63 octets is taken`() throws {
        let label = try #require(host(String(repeating: "ü", count: 80) + ".example"))
        #expect(label.utf8.count > 71)
        #expect(label.hasPrefix("xn--"))
    }

    @Test(arguments: [
        "a\u{0}é", "a b.é", "é%.example", "％41.example", "\u{200D}.example", "a\u{202E}é.example",
        "\u{FFFD}.example",
        "\u{AD}", "é<.example", "\u{378}.example", "א1a.example", "xn--a.é",
    ])
    func `a domain without ASCII form is a failure`(domain: String) {
        #expect(host(domain) == nil)
    }

    @Test(arguments: ["xn--a", "XN--ZCA", "xn--", "xn--1ug.example", "a--b.example", "-a-.example"])
    func `an ASCII domain is lowered and not looked into`(domain: String) {
        #expect(host(domain) == domain.lowercased())
    }
}

@Suite struct PunycodeTests {
    @Test(arguments: [
        ("bücher", "bcher-kva"), ("münchen", "mnchen-3ya"), ("例え", "r8jz45g"), ("ü", "tda"), ("abc", "abc-"),
        ("", ""),
        ("💩", "ls8h"),
    ])
    func `a label is encoded and decoded`(label: String, encoded: String) {
        let scalars = Array(label.unicodeScalars)
        #expect(Punycode.encode(scalars) == Array(encoded.utf8))
        #expect(Punycode.decode(ArraySlice(encoded.utf8)) == scalars)
    }

    @Test(arguments: ["é", "99999999", "zzzzzzzzzzzzzzzzzzzz", "a-\u{7F}", "a b", "kva-9999999999"])
    func `what is no Punycode is nil`(text: String) {
        #expect(Punycode.decode(ArraySlice(text.utf8)) == nil)
    }

    @Test func `labels longer than the limit are refused`() {
        let long = Array(repeating: Unicode.Scalar("ü"), count: Punycode.maximumScalars + 1)
        #expect(Punycode.encode(long) == nil)
        #expect(Punycode.decode(ArraySlice(repeating: 0x61, count: Punycode.maximumScalars + 1)) == nil)
    }

    @Test func `every prefix of good Punycode is decoded or refused`() {
        let encoded = Array("ihqwcrb4cv8a8dqg056pqjye-kva".utf8)
        for length in 0...encoded.count { _ = Punycode.decode(encoded[..<length]) }
    }
}
