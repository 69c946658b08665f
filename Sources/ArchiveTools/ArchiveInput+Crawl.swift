import Archiving
import WARC

extension ArchiveInput {
    /// What the warcinfo record at the file's beginning says the file is part of (`isPartOf`, ISO 28500:2017 §6.2); nil if
    /// it has none, or cannot be read.
    var collection: String? {
        guard let source = try? source(), let first = try? WARCReader.record(from: source, file: name).record,
            first.type == .warcinfo
        else { return nil }
        let field = "isPartOf:"
        return String(decoding: first.block, as: UTF8.self).split(whereSeparator: \.isNewline)
            .first { $0.hasPrefix(field) }.map { Self.collectionName(String($0.dropFirst(field.count))) }
    }

    /// The crawl whose records lie in a crawl folder's pages/, if that is not the one of this name; nil if any file is
    /// part of that, or none says of what.
    package static func otherCrawl(than name: String, in crawl: String) -> String? {
        let expected = collectionName(name)
        var other: String?
        // A file that was copied into the folder says nothing of the others.
        for input in uncommitted(ofCrawl: crawl, part: "pages") {
            guard let found = input.collection else { continue }
            if found == expected { return nil }
            other = other ?? found
        }
        return other
    }

    /// A name as it stands in a line of fields: without control characters, and without blanks at its ends.
    private static func collectionName(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        let line = String(String.UnicodeScalarView(scalars))
        return String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
