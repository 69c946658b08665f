import Testing

@testable import HTTPMessages

struct MediaTypeTests {
    @Test(arguments: [
        ("text/html", "text/html"), (" Text/HTML ; Charset=UTF-8 ", "text/html;charset=UTF-8"),
        ("text/html;charset=\"a b\"", "text/html;charset=\"a b\""), ("a/b;c=\"\\\"\"", "a/b;c=\"\\\"\""),
        ("a/b;c=1;C=2", "a/b;c=1"), ("a/b;c", "a/b"), ("a/b;c=", "a/b"), ("a/b;c=\"\"", "a/b;c=\"\""),
        ("a/b;=x;d=1", "a/b;d=1"), ("a/b;c=\"unclosed", "a/b;c=unclosed"), ("a/b;c=\"x\\", "a/b;c=\"x\\\\\""),
        ("a/b;c=x y", "a/b;c=\"x y\""), ("*/*", "*/*"), ("a/b;c=\u{100};d=1", "a/b;d=1"),
        ("a/b;c=\"q\"rest;d=1", "a/b;c=q;d=1"), ("a/b;c= x ;d=1", "a/b;c=\" x\";d=1"),
        ("a/b;c= ;d=1", "a/b;d=1"),
        ("a/b \t;c =x;d=1", "a/b;d=1"), ("a/b;\r\n c=x", "a/b;c=x"),
    ])
    func `text is parsed and written as the standard says`(text: String, expected: String) {
        #expect(MediaType(text)?.description == expected)
    }

    @Test(arguments: ["", "text", "/", "text/", "/html", "te xt/html", "text/ht ml", "text/html,x", "té/x"])
    func `text without type and subtype is none`(text: String) {
        #expect(MediaType(text) == nil)
    }

    @Test func `HTML, XML and text are told apart`() {
        #expect(MediaType("application/xhtml+xml")?.isHTML == true)
        #expect(MediaType("application/xhtml+xml")?.isXML == true)
        #expect(MediaType("application/rss+xml")?.isXML == true)
        #expect(MediaType("text/csv")?.isText == true)
        #expect(MediaType("text/csv")?.isHTML == false)
    }

    @Test(arguments: [
        (["text/html;charset=gbk", "text/html"], "text/html;charset=gbk"),
        (["text/html;charset=gbk", "text/plain"], "text/plain"),
        (["text/html;charset=gbk, text/html;x=\",\""], "text/html;x=\",\";charset=gbk"),
        (["text/plain", "*/*", "rubbish"], "text/plain"),
    ])
    func `several lines are read as Fetch says`(values: [String], expected: String) {
        #expect(MediaType(extractedFrom: values)?.description == expected)
    }

    @Test func `no readable line is no type`() {
        #expect(MediaType(extractedFrom: []) == nil)
        #expect(MediaType(extractedFrom: ["*/*", ""]) == nil)
    }

    @Test func `a hundred thousand parameters cost no more than their length`() throws {
        let many = (0..<100_000).map { "p\($0)=v" }.joined(separator: ";")
        let type = try #require(MediaType("text/html;charset=gbk;" + many))
        #expect(type.charset == "gbk")
        #expect(type.parameters.count == MediaType.maximumParameters)
        let same = String(repeating: "charset=gbk;", count: 100_000)
        #expect(MediaType("text/html;" + same)?.parameters.count == 1)
    }
}
