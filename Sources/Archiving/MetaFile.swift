import Fetching
package import FoundationEssentials
import Glibc
import Gzip
package import WARC

/// What a crawl says of itself, as records: its settings, logs and reports, each a `resource` record (ISO 28500:2017
/// §6.4) in the WARC file `meta/NAME-meta.warc.gz`.
///
/// Derived like an index and no part of recovery: made anew when a run ends, and the old one stays until the new one is
/// whole. The frontier does not know it, so indexes, packages and extraction leave it out; it can be named by itself.
package struct MetaFile: Sendable {
    /// The folder below the crawl's own.
    package static let folderName = "meta"

    /// A file of the crawl folder that has a record.
    private struct Part {
        let file: String
        /// What its address ends in.
        let name: String
        let type: String
    }

    /// Those that are missing or empty are left out.
    private static let parts = [
        Part(file: "crawl.yaml", name: "config/crawl.yaml", type: "application/yaml"),
        Part(file: "crawl.log", name: "log/crawl.log", type: "text/plain; charset=utf-8"),
        Part(file: RunLog.fileName, name: "log/runs.jsonl", type: "application/x-ndjson"),
        Part(file: "report.json", name: "reports/report.json", type: "application/json"),
        Part(file: "skipped.jsonl", name: "reports/skipped.jsonl", type: "application/x-ndjson"),
    ]

    private let crawl: String
    private let spoolPath: String
    private let identity: ArchiveIdentity
    private let algorithm: WARCDigest.Algorithm

    /// `folder`'s lock must be held while the file is written, so that no log grows meanwhile.
    package init(
        of folder: CrawlFolder, identity: ArchiveIdentity, algorithm: WARCDigest.Algorithm = .sha1
    ) {
        crawl = folder.path
        spoolPath = folder.spoolPath
        self.identity = identity
        self.algorithm = algorithm
    }

    /// Of the crawl's name, in the file's: a name may have 255 bytes, of which the endings take some.
    private static let maximumNameBytes = 100

    /// The file below the crawl folder.
    package var name: String {
        var name = identity.isPartOf.lastPathPart
        while name.utf8.count > Self.maximumNameBytes { name.removeLast() }
        return Self.folderName + "/" + (name == "/" || name.isEmpty ? "NHND" : name) + "-meta.warc.gz"
    }

    /// Puts a new file in the place of the old one.
    ///
    /// - Parameter date: The time of its records.
    package func write(at date: Date) throws(ArchiveError) {
        try FileSystem.makeFolder(crawl + "/" + Self.folderName, withParents: true)
        let file = try ReplacedFile(crawl + "/" + name)
        var info = RecordDraft(.warcinfo, date: date, body: identity.block())
        info.add(WARCField.filename, name.lastPathPart)
        info.add(WARCField.contentType, "application/warc-fields")
        try file.append(info.member(level: .archive, algorithm: algorithm))
        for part in Self.parts {
            let path = crawl + "/" + part.file
            guard FileSystem.kind(of: path) == .file else { continue }
            let size = Int(try FileSystem.size(of: path))
            guard size > 0 else { continue }
            try append(
                SpoolFile(path: path, count: size) { _ in }, as: part, infoID: info.recordID, date, to: file)
        }
        try file.finish()
    }

    private func append(
        _ body: SpoolFile, as part: Part, infoID: String, _ date: Date, to file: ReplacedFile
    ) throws(ArchiveError) {
        var bytes: [UInt8] = []
        if body.count <= SpooledMember.threshold { bytes = try FileSystem.bytes(of: .spooled(body)) }
        var draft = RecordDraft(.resource, date: date, body: bytes)
        draft.add(WARCField.targetURI, address(of: part))
        draft.add(WARCField.warcinfoID, id: infoID)
        draft.add(WARCField.contentType, part.type)
        guard body.count > SpooledMember.threshold else {
            return try file.append(draft.member(level: .archive, algorithm: algorithm))
        }
        let spooled = SpooledMember(folder: spoolPath, level: .archive, algorithm: algorithm)
        switch try spooled.make(draft, body: body, hasPayload: false) {
        case .bytes(let bytes): try file.append(bytes)
        case .spooled(let member):
            try FileSystem.read(member.path, count: member.count) { piece throws(ArchiveError) in
                try file.append(piece)
            }
        }
    }

    /// `urn:newshound:<crawl>:log/crawl.log` (RFC 8141 §2); bytes of the crawl's name that no address has are escaped.
    private func address(of part: Part) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        for byte in identity.isPartOf.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: name.append(byte)
            default: name += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return "urn:newshound:\(String(decoding: name, as: UTF8.self)):\(part.name)"
    }
}
