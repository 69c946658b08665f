import Foundation
import Pages
import Testing
import WARC

@testable import ArchiveTools

@Suite struct ExtractionRowTests {
    private var article: Article {
        var article = Article()
        article.title = "The \"ferry\""
        article.authors = ["Ada Lind", "Bo Ek"]
        article.published = "2024-03-02"
        article.language = "de"
        article.blocks = [
            ArticleBlock(kind: .heading(level: 1), text: "The ferry"),
            ArticleBlock(kind: .paragraph, text: "It sails at noon."),
        ]
        return article
    }

    private var record: ExtractionRow {
        ExtractionRow(
            source: .record(
                RecordSource(
                    location: RecordLocation(file: "pages/a.warc.gz", offset: 7, length: 90),
                    recordID: "urn:uuid:1",
                    payloadDigest: nil, captured: WARCDate.parse(HandmadeArchive.date))),
            url: "https://ferry.example/", article: article)
    }

    private var file: ExtractionRow { ExtractionRow(source: .file("a b/ö.html"), url: nil, article: article) }

    private func object(_ row: ExtractionRow) throws -> [String: Any] {
        #expect(row.json.hasSuffix("}\n"))
        #expect(row.json.split(separator: "\n").count == 1)
        return try #require(JSONSerialization.jsonObject(with: Data(row.json.utf8)) as? [String: Any])
    }

    @Test func `a row of an archive says where its record lies`() throws {
        let object = try object(record)
        #expect(
            Set(object.keys) == [
                "url", "title", "authors", "published", "modified", "site", "language", "section",
                "canonical",
                "image", "text", "source", "extractor",
            ])
        let source = try #require(object["source"] as? [String: Any])
        #expect(source["file"] as? String == "pages/a.warc.gz")
        #expect(source["offset"] as? Int == 7)
        #expect(
            source["captured"] as? String == "2024-03-02T10:20:30Z"
                || source["captured"] as? String == "2024-03-02T10:20:30.000Z")
        #expect(source["payload_digest"] is NSNull)
        #expect(object["authors"] as? [String] == ["Ada Lind", "Bo Ek"])
        #expect(object["modified"] is NSNull)
    }

    @Test func `a row of an HTML file has the file's name and no source`() throws {
        let object = try object(file)
        #expect(object["file"] as? String == "a b/ö.html")
        #expect(object["source"] == nil)
        #expect(object["url"] is NSNull)
    }

    @Test func `a page without main content has an empty text`() throws {
        let row = ExtractionRow(source: .file("x.html"), url: nil, article: Article())
        #expect(try object(row)["text"] as? String == "")
        #expect(row.wordCount == 0)
    }

    @Test func `text of one of several pages is headed by its address`() {
        #expect(
            record.plainText(isHeaded: true).hasPrefix(
                "# https://ferry.example/\nTitle: The \"ferry\"\nAuthors: Ada Lind, Bo Ek\nPublished: "))
        #expect(record.plainText(isHeaded: true).contains("\n\nThe ferry\n\nIt sails"))
        #expect(file.plainText(isHeaded: true).hasPrefix("# a b/ö.html\nTitle: "))
        #expect(record.plainText(isHeaded: false) == "The ferry\n\nIt sails at noon.\n")
        #expect(record.wordCount == 6)
    }

    @Test func `Markdown begins with the page's facts`() {
        let text = record.markdown
        #expect(
            text.hasPrefix(
                "---\nurl: \"https://ferry.example/\"\ntitle: \"The \\\"ferry\\\"\"\nauthors: \"Ada Lind, Bo Ek\"\n"
            ))
        #expect(text.contains("source: \"pages/a.warc.gz#7\"\n---\n\n# The ferry\n\nIt sails at noon."))
    }

    @Test func `the title is the heading of Markdown whose article has none`() {
        var article = Article()
        article.title = "The *ferry* [new]"
        article.blocks = [ArticleBlock(kind: .paragraph, text: "It sails at noon.")]
        let row = ExtractionRow(source: .file("x.html"), url: nil, article: article)
        #expect(row.markdown.contains("---\n\n# The \\*ferry\\* \\[new\\]\n\n"), "\(row.markdown)")
        #expect(row.plainText(isHeaded: true).hasPrefix("# x.html\nTitle: The *ferry* [new]\n\nIt sails"))
        article.title = "It sails at noon."
        let same = ExtractionRow(source: .file("x.html"), url: nil, article: article)
        #expect(same.plainText(isHeaded: true) == "# x.html\n\nIt sails at noon.\n\n")
    }

    // MARK: - Conversion records

    private func records(_ rows: [ExtractionRow]) throws -> [ReadRecord] {
        let writer = ConversionRecords(software: "newshound/test")
        let bytes = writer.head + rows.flatMap { writer.members(of: $0) }
        let reader = WARCReader(ArraySource(bytes), file: "t", options: .init(digests: .blocksAndPayloads))
        var records: [ReadRecord] = []
        while let item = try reader.next() {
            guard case .record(let read) = item else { Issue.record("\(item)"); continue }
            records.append(read)
        }
        return records
    }

    @Test func `text as WARC is a conversion record that names its source`() throws {
        let records = try records([record, file])
        #expect(records.map(\.record.type) == [.warcinfo, .conversion, .metadata, .conversion, .metadata])
        #expect(
            records.allSatisfy { WARCHeaderRules.violations(in: $0.record).isEmpty && $0.oddities.isEmpty })
        #expect(records.allSatisfy { $0.blockDigest == .matches || $0.blockDigest == .absent })
        let conversion = records[1].record
        #expect(String(decoding: conversion.block, as: UTF8.self) == "The ferry\n\nIt sails at noon.")
        #expect(conversion.refersTo == "urn:uuid:1")
        #expect(conversion.date == WARCDate.parse(HandmadeArchive.date))
        #expect(conversion.fields[WARCField.identifiedLanguage] == "deu")
        #expect(records[2].record.refersTo == conversion.recordID)
        #expect(String(decoding: records[2].record.block, as: UTF8.self).contains("author: Bo Ek\r\n"))
        #expect(records[3].record.targetURI == "file:///a%20b/%C3%B6.html")
        #expect(records[3].record.refersTo == nil)
    }

    @Test func `a page without text makes no record`() throws {
        #expect(try records([ExtractionRow(source: .file("x"), url: nil, article: Article())]).count == 1)
    }
}
