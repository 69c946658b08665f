import Testing

@testable import Archiving

@Suite struct CDXJLineParsingTests {
    private func parse(_ text: String) -> CDXJLine? { CDXJLine(parsing: Array(text.utf8)[...]) }

    private let ours =
        "example,a)/ 20260102030405 {\"url\": \"http://a.example/?q=\\\"\", \"mime\": \"text/html\", \"status\": \"200\", "
        + "\"digest\": \"sha1:AB\", \"length\": \"12\", \"offset\": \"34\", \"filename\": \"x.warc.gz\"}"

    @Test func `a line that was written is read back`() throws {
        let line = try #require(parse(ours + "\n"))
        #expect(line.text == ours)
    }

    @Test func `members may stand in any order, as numbers, without an algorithm`() throws {
        let line = try #require(
            parse(
                "k 2026 {\"filename\":\"d/x\",\"offset\":34 , \"digest\":\"AB\",\"url\":\"http:\\/\\/a\\u00e9\\ud83d\\ude00\"}"
            ))
        #expect(line.url == "http://aé😀")
        #expect(line.offset == 34 && line.digest == "sha1:AB" && line.length == nil && line.status == nil)
    }

    @Test(arguments: [
        "", "a", "a b", "a b c", "a b {", "a b {}", "a b {\"url\":\"x\",\"offset\":\"1\"}",
        "a b {\"url\":\"x\",\"offset\":\"-1\",\"filename\":\"f\"}",
        "a b {\"url\":{},\"offset\":\"1\",\"filename\":\"f\"}",
        "a b {\"url\":\"\\u12\"}", "!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}",
    ])
    func `what is no line gives none`(text: String) { #expect(parse(text) == nil) }

    @Test func `every beginning of a line is read or refused`() {
        for count in 0..<ours.utf8.count {
            #expect(CDXJLine(parsing: Array(ours.utf8.prefix(count))[...]) == nil)
        }
    }
}
