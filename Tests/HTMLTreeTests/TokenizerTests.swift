import HTMLTree
import Testing

struct TokenizerTests {
    @Test(arguments: [
        ("<p a b=c d='e f' g=\"h\">", "p[a b=c d=e f g=h]"),
        ("<P CLASS=X class=y>", "p[class=X]"),
        ("<p/a/b=/>", "p[a b=/]"),
        ("<p =a>", "p[=a]"), ("<p ==b>", "p[==b]"), ("<p =a ==b>", "p[=a==b]"),
        ("<p a = b c= >x", "p[a=b c]('x')"),
        ("<p a='x'b=y>", "p[a=x b=y]"),
        ("<p a\"b'c<d>", "p[a\"b'c<d]"),
        ("<p\na\n=\n'b'\n>", "p[a=b]"),
        ("<p a=\"x", ""),
        ("<p a=x\0y b\0=1 \0>", "p[a=x\u{FFFD}y b\u{FFFD}=1 \u{FFFD}]"),
        ("<d\0v>", "d\u{FFFD}v"),
        ("<div\u{1}>", "div\u{1}"),
        ("<averyveryverylongname-for-an-element/>", "averyveryverylongname-for-an-element"),
        ("<p a.very.very.very.long.attribute.name=1>", "p[a.very.very.very.long.attribute.name=1]"),
        ("</p foo='>'>x", "p 'x'"),
        ("<br/>x", "br 'x'"),
    ])
    func `tags have the attributes the page gives them`(html: String, tree: String) {
        #expect(HTMLDocument("<body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("a < b", "'a < b'"), ("a <", "'a <'"), ("a </", "'a </'"), ("a</>b", "'ab'"), ("a<3", "'a<3'"),
        ("a</ b>c", "'a' !-- b-- 'c'"), ("a<?b>c", "'a' !--?b-- 'c'"), ("a<!b>c", "'a' !--b-- 'c'"),
        ("a\r\nb\rc", "'a\nb\nc'"), ("a\0b", "'ab'"), ("a&#13;b", "'a\rb'"),
    ])
    func `what is no markup is text`(html: String, tree: String) {
        #expect(HTMLDocument("<body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<!--a-->", "a"), ("<!---->", ""), ("<!-->", ""), ("<!--->", ""), ("<!--a--!>", "a"),
        ("<!--a--b-->", "a--b"),
        ("<!-- <!-- -->", " <!-- "), ("<!--a--->", "a-"), ("<!--a", "a"), ("<!--a-", "a"), ("<!--a--", "a"),
        ("<!--a--!", "a"), ("<!--\0-->", "\u{FFFD}"), ("<!--a-!>-->", "a-!>"), ("<!", ""),
        ("<!doctyp>", "doctyp"),
    ])
    func `comments end where the standard ends them`(html: String, text: String) {
        let document = HTMLDocument(html)
        #expect(document.firstChild(of: document.root).map { document.kind(of: $0) } == .comment)
        #expect(
            document.firstChild(of: document.root).map {
                String(decoding: document.text(of: $0), as: UTF8.self)
            } == text)
    }

    @Test(
        arguments: [
            ("<!DOCTYPE html>", "html", nil, nil), ("<!doctypehtml>", "html", nil, nil),
            ("<!DOCTYPE>", "", nil, nil),
            ("<!DOCTYPE A PUBLIC \"b\" 'c'>", "a", "b", "c"), ("<!DOCTYPE a PUBLIC'b'>", "a", "b", nil),
            ("<!DOCTYPE a SYSTEM 'c' x>", "a", nil, "c"), ("<!DOCTYPE a PUBLIC>", "a", nil, nil),
            ("<!DOCTYPE a PUBLIC 'b>", "a", "b", nil), ("<!DOCTYPE a system ''>", "a", nil, ""),
            ("<!DOCTYPE a nonsense 'b'>", "a", nil, nil), ("<!DOCTYPE a PUBLIC 'b' c>", "a", "b", nil),
        ] as [(String, String, String?, String?)])
    func `doctypes have a name and up to two identifiers`(
        html: String, name: String, publicIdentifier: String?, systemIdentifier: String?
    ) {
        let document = HTMLDocument(html)
        let doctype = document.firstChild(of: document.root).flatMap { document.doctype(of: $0) }
        #expect(doctype?.name == name)
        #expect(doctype?.publicIdentifier == publicIdentifier)
        #expect(doctype?.systemIdentifier == systemIdentifier)
    }

    @Test(arguments: [
        ("<script>a<b></script>c", "script('a<b>')", "'c'"),
        ("<script><!-- </script>c", "script('<!-- ')", "'c'"),
        ("<script><!--<script></script>--></script>c", "script('<!--<script></script>-->')", "'c'"),
        ("<script><!--<script></script></script>c", "script('<!--<script></script>')", "'c'"),
        ("<script><!--><script></script>c", "script('<!--><script>')", "'c'"),
        ("<script><!--<scripty></script>c", "script('<!--<scripty>')", "'c'"),
        ("<script>a</scripty></SCRIPT >c", "script('a</scripty>')", "'c'"),
        ("<style>&amp;</styl></style>c", "style('&amp;</styl>')", "'c'"),
        ("<title>&amp;<b></title>c", "title('&<b>')", "'c'"),
        ("<title>a\0&lt</title/>c", "title('a\u{FFFD}<')", "'c'"),
        ("<title>a</title", "title('a</title')", ""),
        ("<title>a</title ", "title('a')", ""),
        ("<noframes><p></noframes>c", "noframes('<p>')", "'c'"),
    ])
    func `only its own end tag ends text`(html: String, head: String, body: String) {
        let document = HTMLDocument(html)
        #expect(document.sketch == "html(head(\(head)) body\(body.isEmpty ? "" : "(\(body))"))")
    }
}
