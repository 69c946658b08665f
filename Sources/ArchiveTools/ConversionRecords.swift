import Archiving
package import FoundationEssentials
import Gzip
import Pages
import WARC

/// Cleaned text as WARC records: what `extract --format warc` writes (ISO 28500:2017 §6.8).
///
/// A warcinfo record, then for each page with text a conversion record and a metadata record with what the page says of
/// itself, as in a crawl's text/. Each record is a gzip member of its own.
package struct ConversionRecords: Sendable {
    private let infoID = RecordID.new()
    private let software: String
    private let now: Date

    /// `software` as in `software:` of warcinfo records; `now` is the date of records without a capture's.
    package init(software: String, now: Date = Date()) {
        self.software = software
        self.now = now
    }

    /// The record that the file begins with.
    package var head: [UInt8] {
        let block = Array(
            ("software: \(software)\r\nformat: WARC File Format 1.1\r\n"
                + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
                + "description: main text of pages, extracted by \(Extractor.name)\r\n").utf8)
        var fields = Self.fields(.warcinfo, id: infoID, date: now)
        fields.append(WARCField.contentType, "application/warc-fields")
        return Self.member(fields, block)
    }

    /// The records of a page; empty if it has no text.
    package func members(of row: ExtractionRow) -> [UInt8] {
        let text = row.article.text
        guard !text.isEmpty else { return [] }
        var source: RecordSource?
        if case .record(let record) = row.source { source = record }
        let uri = row.url ?? row.fileURI
        let date = source?.captured ?? now
        let id = RecordID.new()
        var fields = Self.fields(.conversion, id: id, date: date)
        fields.append(WARCField.targetURI, uri)
        fields.append(WARCField.warcinfoID, "<\(infoID)>")
        if let target = source?.recordID { fields.append(WARCField.refersTo, "<\(target)>") }
        fields.append(WARCField.contentType, "text/plain; charset=utf-8")
        if let language = row.article.language.flatMap(LanguageCode.threeLetters) {
            fields.append(WARCField.identifiedLanguage, language)
        }
        var facts = Self.fields(.metadata, id: RecordID.new(), date: date)
        facts.append(WARCField.targetURI, uri)
        facts.append(WARCField.warcinfoID, "<\(infoID)>")
        facts.append(WARCField.refersTo, "<\(id)>")
        facts.append(WARCField.contentType, "application/warc-fields")
        return Self.member(fields, Array(text.utf8))
            + Self.member(facts, ArticleFields.block(of: row.article))
    }

    private static func fields(_ type: WARCRecordType, id: String, date: Date) -> WARCFields {
        WARCFields([
            (WARCField.type, type.name), (WARCField.recordID, "<\(id)>"),
            (WARCField.date, WARCDate.format(date)),
        ])
    }

    private static func member(_ fields: WARCFields, _ block: [UInt8]) -> [UInt8] {
        var fields = fields
        fields.append(WARCField.blockDigest, PayloadDigest.of(block))
        return Gzip.member(WARCSerialiser.record(fields, body: block[...]))
    }
}

extension ExtractionRow {
    /// What stands for the address of a page that nobody knows one of: its file's name (RFC 8089 §2), percent-encoded.
    fileprivate var fileURI: String {
        guard case .file(let name) = source else { return "about:blank" }
        let safe = name.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return "file:///" + safe.joined()
    }
}
