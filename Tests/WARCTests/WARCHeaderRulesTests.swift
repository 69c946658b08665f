import Testing

@testable import WARC

@Suite struct WARCHeaderRulesTests {
    private func violations(_ fields: [(String, String)], block: String = "") -> [WARCHeaderRules.Violation] {
        let bytes = Array(block.utf8)
        let record = WARCRecord(
            fields: WARCFields(fields.map { (name: $0.0, value: $0.1) }), block: bytes[...])
        return WARCHeaderRules.violations(in: record)
    }

    private func base(_ type: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("WARC-Type", type), ("WARC-Record-ID", "<urn:uuid:1>"), ("WARC-Date", "2026-01-02T03:04:05Z"),
            ("Content-Length", "0"),
        ] + more
    }

    @Test func `records of the sample archive keep the rules`() throws {
        for read in try Reading(SampleArchive.plain).records {
            #expect(WARCHeaderRules.violations(in: read.record) == [], "\(read.record.type)")
        }
    }

    @Test func `every record needs four fields`() {
        let missing = ["WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"]
        #expect(violations([]) == missing.map { .missing(field: $0) })
    }

    @Test(arguments: ["response", "resource", "request", "revisit", "conversion", "continuation"])
    func `most types need a target`(type: String) {
        #expect(violations(base(type)).contains(.missing(field: "WARC-Target-URI")))
    }

    @Test(arguments: [
        ("warcinfo", "WARC-Target-URI", "https://a.example/"), ("warcinfo", "WARC-IP-Address", "192.0.2.1"),
        ("conversion", "WARC-Concurrent-To", "<urn:uuid:2>"), ("response", "WARC-Refers-To", "<urn:uuid:2>"),
        ("response", "WARC-Filename", "a.warc"), ("response", "WARC-Refers-To-Date", "2026-01-01T00:00:00Z"),
        ("request", "WARC-Segment-Origin-ID", "<urn:uuid:2>"),
    ])
    func `a type does not have the fields of others`(type: String, field: String, value: String) {
        #expect(violations(base(type, [(field, value)])).contains(.forbidden(field: field)))
    }

    @Test func `only Concurrent-To and Protocol may stand twice`() {
        let twice = base(
            "metadata",
            [
                ("WARC-Concurrent-To", "<urn:uuid:2>"), ("WARC-Concurrent-To", "<urn:uuid:3>"),
                ("WARC-Protocol", "h2"),
                ("WARC-Protocol", "tls/1.3"),
            ])
        #expect(violations(twice) == [])
        #expect(violations(twice + [("WARC-Date", "2026")]) == [.repeated(field: "WARC-Date")])
    }

    @Test(arguments: [
        ("WARC-Record-ID", "urn:uuid:1"), ("WARC-Date", "Friday"),
        ("WARC-Target-URI", "https://a.example/a b"),
        ("WARC-Target-URI", "<https://a.example/>"), ("WARC-Truncated", "because"),
    ])
    func `values have a form`(field: String, value: String) {
        let fields = base("metadata").filter { $0.0 != field } + [(field, value)]
        #expect(violations(fields) == [.badValue(field: field, value: value)])
    }

    @Test func `a block needs a content type`() {
        #expect(violations(base("metadata"), block: "x") == [.noContentType])
    }

    @Test func `a type that the standard does not name may have any field`() {
        #expect(violations(base("x-own", [("WARC-Filename", "a"), ("WARC-Target-URI", "urn:a")])) == [])
        #expect(violations([("WARC-Type", "x-own")]).count == 3)
    }
}
