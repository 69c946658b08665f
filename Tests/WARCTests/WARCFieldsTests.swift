import Testing

@testable import WARC

@Suite struct WARCFieldsTests {
    @Test func `names are compared without regard to case and repeated fields keep their order`() {
        let fields = WARCFields([
            ("WARC-Type", "request"), ("WARC-Concurrent-To", "<urn:uuid:1>"),
            ("warc-concurrent-to", "<urn:uuid:2>"),
        ])
        #expect(fields["warc-TYPE"] == "request")
        #expect(fields.all(WARCField.concurrentTo) == ["<urn:uuid:1>", "<urn:uuid:2>"])
        #expect(fields.count(of: WARCField.concurrentTo) == 2)
        #expect(fields["WARC-Date"] == nil)
        #expect(fields.all.map(\.name) == ["WARC-Type", "WARC-Concurrent-To", "warc-concurrent-to"])
    }

    @Test func `a value never makes a line of its own`() {
        var fields = WARCFields()
        fields.append("X-Note", "one\r\nWARC-Type: response\0")
        #expect(fields.count == 1)
        #expect(String(decoding: fields.bytes, as: UTF8.self) == "X-Note: one  WARC-Type: response \r\n")
    }

    @Test func `a field that is set stands once, and nil removes it`() {
        var fields = WARCFields([("A", "1"), ("B", "2"), ("a", "3")])
        fields.set("A", "4")
        #expect(fields.all.map(\.value) == ["2", "4"])
        fields.set("b", nil)
        #expect(fields.all.map(\.name) == ["A"])
    }

    @Test func `white space round a value and before the colon is no part of it`() {
        let header = Array("Name \t:  value with  blanks \t\r\nEmpty:\r\nURL: http://a.example/:8\r\n".utf8)
        var forgiven = WARCFields.Forgiven()
        let fields = WARCFields(parsing: header[...], forgiven: &forgiven)
        #expect(fields["name"] == "value with  blanks")
        #expect(fields["empty"] == "")
        #expect(fields["url"] == "http://a.example/:8")
        #expect(forgiven == WARCFields.Forgiven())
    }

    @Test func `bytes that are no UTF-8 stay in the bytes`() {
        let header = Array("X: ".utf8) + [0xE4] + Array("\r\n".utf8)
        var forgiven = WARCFields.Forgiven()
        let fields = WARCFields(parsing: header[...], forgiven: &forgiven)
        #expect(fields.valueBytes("X").map(Array.init) == [0xE4])
        #expect(fields["X"] == "\u{FFFD}")
    }
}
