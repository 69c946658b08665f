import Archiving
import FoundationEssentials
import Gzip
import WARC

/// A kind of file in which archives come as well, and which is not read: what it is, and what makes WARC files of it.
package enum OtherFormat: Sendable, Hashable {
    /// A package for replay: a ZIP file with WARC files in archive/.
    case wacz
    case zip
    /// What the Internet Archive wrote before WARC, plain or in gzip members.
    case arc
    case bzip2, zstd

    /// Most bytes at the beginning of a file that are looked at.
    private static let probeBytes = 4_096

    /// What a file is by its first bytes; nil: none of these. Only a file at rest is looked at: what is read from a pipe
    /// is gone.
    init?(ofFile path: String) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            var source = try? FileSource(path: target)
        else { return nil }
        var bytes: [UInt8] = []
        guard (try? source.read(Self.probeBytes, into: &bytes)) != nil else { return nil }
        self.init(beginning: bytes, path: path)
    }

    init?(beginning bytes: [UInt8], path: String) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = path.hasSuffix(".wacz") ? .wacz : .zip
        } else if bytes.starts(with: "BZh".utf8) {
            self = .bzip2
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || Self.beginsSkippableFrame(bytes) {
            self = .zstd
        } else if bytes.starts(with: Self.arcHead) || Self.plain(bytes).starts(with: Self.arcHead) {
            self = .arc
        } else {
            return nil
        }
    }

    private static let arcHead = Array("filedesc://".utf8)

    /// A zstd file may begin with the dictionary for all of it (RFC 8878 §3.1.2).
    private static func beginsSkippableFrame(_ bytes: [UInt8]) -> Bool {
        (0x50...0x5F).contains(bytes.first ?? 0) && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
    }

    /// What is in the gzip member that begins here; empty if there is none.
    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        Gzip.isMember(bytes.span) ? Gzip.inflatePrefix(bytes.span, limit: arcHead.count).bytes : []
    }

    /// What is said of such a file: what it is, and the next step.
    func sentence(_ path: String) -> String {
        switch self {
        case .wacz: "is a WACZ package, which is made for replay; \(Self.unzip(path))"
        case .zip: "is a ZIP file; \(Self.unzip(path))"
        case .arc:
            "is an ARC file, the format before WARC; make a WARC file of it (warcio recompress), then name that"
        case .bzip2: "is packed with bzip2; unpack it (bunzip2), then name the file that comes out"
        case .zstd: "is packed with zstd; unpack it (unzstd), then name the file that comes out"
        }
    }

    private static func unzip(_ path: String) -> String {
        "unpack it (unzip \(path) -d FOLDER), then name the folder, whose WARC files lie in archive/"
    }
}
