import FoundationEssentials
import Testing
import WARC

@testable import Archiving

/// What a crawl says of itself, as records.
@Suite struct MetaFileTests {
    private let fixture: ArchiveFixture
    private let date = Date(timeIntervalSince1970: 1_767_323_045.678)

    init() throws { fixture = try ArchiveFixture() }

    private func records(crawl: String = "sample") throws -> [ReadRecord] {
        var identity = ArchiveFixture.identity
        identity.isPartOf = crawl
        let meta = MetaFile(of: fixture.folder, identity: identity)
        try meta.write(at: date)
        #expect(fixture.names("meta") == [meta.name.lastPathPart])
        let reader = WARCReader(
            try FileSource(path: fixture.path + "/" + meta.name), file: meta.name,
            options: WARCReader.Options(digests: .blocksAndPayloads))
        var records: [ReadRecord] = []
        while let item = try reader.next() {
            guard case .record(let read) = item else {
                Issue.record("damage: \(item)")
                continue
            }
            #expect(WARCHeaderRules.violations(in: read.record).isEmpty)
            #expect(read.oddities.isEmpty)
            records.append(read)
        }
        return records
    }

    private func put(_ name: String, _ text: String) throws {
        try ArchiveFixture.write(Array(text.utf8), to: fixture.path + "/" + name)
    }

    @Test(arguments: ["x", "ü"])
    func `a crawl whose name is as long as names may be has a meta file`(letter: String) throws {
        let name = String(repeating: letter, count: 255 / letter.utf8.count)
        #expect(try records(crawl: name).count == 1)
    }

    @Test func `settings, logs and reports have a resource record each, beside a warcinfo record`() throws {
        try put("crawl.yaml", "seeds: []\n")
        try put("crawl.log", "one\ntwo\n")
        try put("report.json", "{}\n")
        try put("skipped.jsonl", "")
        let records = try records()
        #expect(records.map(\.record.type) == [.warcinfo, .resource, .resource, .resource])
        #expect(records[0].record.fields[WARCField.filename] == "sample-meta.warc.gz")
        let resources = records.dropFirst().map(\.record)
        #expect(
            resources.map(\.targetURI) == [
                "urn:newshound:sample:config/crawl.yaml", "urn:newshound:sample:log/crawl.log",
                "urn:newshound:sample:reports/report.json",
            ])
        #expect(
            resources.map(\.contentType) == [
                "application/yaml", "text/plain; charset=utf-8", "application/json",
            ])
        #expect(
            resources.map { String(decoding: $0.block, as: UTF8.self) } == [
                "seeds: []\n", "one\ntwo\n", "{}\n",
            ])
        #expect(
            Set(resources.map { $0.fields[WARCField.warcinfoID] }) == [
                "<\(records[0].record.recordID ?? "")>"
            ])
        // FastWARC takes a payload digest of such a record for wrong.
        #expect(resources.allSatisfy { $0.payloadDigest == nil })
        for read in records { #expect(read.blockDigest == .matches) }
    }

    @Test func `a log that is too large for memory is streamed into its record`() throws {
        let log = (0..<60_000).map { "line \($0) of a long log\n" }.joined()
        #expect(log.utf8.count > SpooledMember.threshold)
        try put("crawl.log", log)
        let records = try records()
        #expect(records.count == 2)
        #expect(records[1].record.block == Array(log.utf8)[...])
        #expect(records[1].blockDigest == .matches)
        #expect(records[1].record.payloadDigest == nil)
        #expect(fixture.names(".spool").isEmpty)
    }

    @Test func `a new file takes the old one's place`() throws {
        try put("crawl.log", "one\n")
        _ = try records()
        try put("crawl.log", "one\ntwo\n")
        #expect(String(decoding: try records()[1].record.block, as: UTF8.self) == "one\ntwo\n")
    }

    @Test(arguments: [
        ("News of ä", "urn:newshound:News%20of%20%C3%A4:log/crawl.log"),
        ("a/b", "urn:newshound:a%2Fb:log/crawl.log"),
        ("", "urn:newshound::log/crawl.log"),
    ])
    func `the crawl's name is escaped in addresses, and makes no folders`(name: String, address: String)
        throws
    {
        try put("crawl.log", "one\n")
        #expect(try records(crawl: name).last?.record.targetURI == address)
    }

    @Test func `recovery removes a file that was never finished`() throws {
        try put("crawl.log", "one\n")
        _ = try records()
        try put("meta/sample-meta.warc.gz.new-2000000000", "torn")
        _ = try fixture.folder.recover(to: [])
        #expect(fixture.names("meta") == ["sample-meta.warc.gz"])
    }
}
