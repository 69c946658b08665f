import Testing

@testable import Pages

struct MetadataJSONParserTests {
    private func parse(_ text: String) -> [MetadataJSON] { MetadataJSONParser.parse(Array(text.utf8)[...]) }

    @Test func `JSON is read`() throws {
        let value = try #require(
            parse(#"{"a": [1, -2.5e3, "x\n\"y\" é 😀", true, false, null], "b": {"c": {}}}"#).first)
        #expect(
            value["a"]
                == .array([
                    .number("1"), .number("-2.5e3"), .string("x\n\"y\" é 😀"), .bool(true), .bool(false),
                    .null,
                ]))
        #expect(value["b"]?["c"] == .object([]))
    }

    @Test(arguments: [
        #"{"name": "Jane",}"#, "{\"name\": \"Jane\"", "<!-- {\"name\": \"Jane\"} -->",
        "//<![CDATA[\n{\"name\": \"Jane\"}\n//]]>", #"{"x": 1 "name": "Jane"}"#,
        #"{"x": "he said "no" to it", "name": "Jane"}"#,
        "{\"x\": \"line\nend\", \"name\": \"Jane\"}", #"{"x": , "name": "Jane"};"#,

        #"{"x": undefined, "name": "Jane"}"#,
    ])
    func `damaged JSON gives what can be read`(text: String) {
        #expect(parse(text).first?["name"]?.text == "Jane")
    }

    @Test func `several values in one text are all read`() {
        #expect(parse(#"{"a": 1}{"a": 2}"#).count == 2)
    }

    @Test func `half a surrogate is a replacement character`() {
        #expect(parse(#"{"a": "\ud83d!"}"#).first?["a"]?.text == "\u{FFFD}!")
        #expect(parse(#"{"a": "\u12"}"#).first?["a"]?.text == "12")
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "{", "\"", "[\"a\"]{\"b\":"])
    func `endless nesting ends`(piece: String) {
        _ = parse(String(repeating: piece, count: 50_000))
    }

    @Test func `every prefix and every byte is read without harm`() {
        let good = Array(#"{"a": [1, "xé\ud83d\ude00", {"b": null}], "c": "d\\"}"#.utf8)
        for length in 0...good.count { _ = MetadataJSONParser.parse(good.prefix(length)) }
        for place in good.indices {
            for byte: UInt8 in [0, 0x22, 0x5C, 0x5B, 0x7D, 0xFF] {
                var damaged = good
                damaged[place] = byte
                _ = MetadataJSONParser.parse(damaged[...])
            }
        }
    }
}
