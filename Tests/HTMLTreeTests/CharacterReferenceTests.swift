import HTMLTree
import Testing

struct CharacterReferenceTests {
    private func text(_ html: String) -> String {
        let document = HTMLDocument(html)
        return document.textContent(of: document.root)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("&lt", "<"), ("&copy2", "©2"), ("&notit;", "¬it;"), ("&notin;", "∉"),
        ("&nosuch;", "&nosuch;"),
        ("&", "&"), ("& x", "& x"), ("&;", "&;"), ("&amp", "&"), ("&AMP", "&"), ("&Amp;", "&Amp;"),
        ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&CounterClockwiseContourIntegral;", "∳"),
        ("&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;"), ("&frac12x", "½x"),
        ("a&quot;b&apos;c&nbsp;d", "a\"b'c\u{A0}d"), ("&thetasym;", "ϑ"), ("&there4", "&there4"),
    ])
    func `names stand for characters`(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("&#65;", "A"), ("&#x41", "A"), ("&#X4a;", "J"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
        ("&#x110000;", "\u{FFFD}"), ("&#128;", "€"), ("&#x9F;", "Ÿ"), ("&#x81;", "\u{81}"), ("&#;", "&#;"),
        ("&#x;", "&#x;"), ("&#xg", "&#xg"), ("&#99999999999999999999;", "\u{FFFD}"), ("&#x1F600;", "😀"),
        ("&#65&#66", "AB"), ("&#1;", "\u{1}"),
    ])
    func `numbers stand for characters`(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("?a=1&copy=2", "?a=1&copy=2"), ("?a&amp;b", "?a&b"), ("?a&copyb", "?a&copyb"), ("&copy", "©"),
        ("&copy;=", "©="), ("&lt&gt;", "<>"), ("&#65", "A"), ("a&b", "a&b"), ("&notit;", "&notit;"),
    ])
    func `addresses in attributes keep their ampersands`(value: String, expected: String) {
        for html in ["<a href=\"\(value)\">", "<a href='\(value)'>", "<a href=\(value)>"] {
            let document = HTMLDocument(html)
            #expect(document.firstElement(.a).flatMap { document.attributeText(.href, of: $0) } == expected)
        }
    }

    @Test func `text around references stays`() {
        #expect(text("a &amp; b <i>c</i> &lt;d&gt; e") == "a & b c <d> e")
        #expect(text(String(repeating: "&amp;x", count: 1_000)) == String(repeating: "&x", count: 1_000))
    }
}
