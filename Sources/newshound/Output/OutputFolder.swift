import Foundation

/// A folder that gets one file for each page.
final class OutputFolder {
    private let path: String
    /// With the dot.
    private let ending: String
    private var taken: Set<String> = []

    /// Longest name before its ending; file systems take 255 bytes.
    private static let maximumNameBytes = 120

    /// True if a path names a folder: one that is there, or one that is meant by a slash at the end.
    static func isMeant(by path: String) -> Bool {
        var isFolder: ObjCBool = false
        return path.hasSuffix("/")
            || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Names of which one in a folder shows that a crawl lies in it.
    private static let marks = [CrawlDescription.fileName, "frontier.sqlite"]

    /// Makes the folder if it is not there. A folder that holds a crawl, and those within it, are refused.
    init(_ path: String, ending: String) throws(UserError) {
        for folder in [path, path + "/.."] {
            for mark in Self.marks where FileManager.default.fileExists(atPath: folder + "/" + mark) {
                throw UserError(
                    .usage, "\(path): belongs to a crawl, which has \(mark); name another folder for the text"
                )
            }
        }
        self.path = path
        self.ending = ending
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw UserError(
                .usage, "\(path): the folder cannot be made: \(error.systemReason); check the path")
        }
    }

    /// Writes a page's file; `name` is the page's address or the name of its file. A name that was written before
    /// gets a number.
    func write(_ bytes: [UInt8], name: String) throws(UserError) {
        let base = Self.fileName(of: name)
        var unique = base
        var number = 1
        while !taken.insert(unique).inserted {
            number += 1
            unique = "\(base)-\(number)"
        }
        let file = try OutputFile("\(path)/\(unique)\(ending)")
        _ = try file.write(bytes)
        try file.close()
    }

    /// Letters of any script, digits, dots and underscores of a name, all else as one dash, cut between two characters:
    /// `news.example.org-2026-harbour`.
    static func fileName(of name: String) -> String {
        var bytes: [UInt8] = []
        let start = name.range(of: "://")?.upperBound ?? name.startIndex
        for character in name[start...] {
            guard bytes.count + character.utf8.count <= maximumNameBytes else { break }
            for byte in character.utf8 {
                let isKept =
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x5F || byte >= 0x80
                if isKept { bytes.append(byte) } else if bytes.last != 0x2D { bytes.append(0x2D) }
            }
        }
        // Names that begin with a dot are hidden, those that begin with a dash look like flags.
        let kept = bytes.drop { $0 == 0x2D || $0 == 0x2E }
        let end = kept.lastIndex { $0 != 0x2D }.map { $0 + 1 } ?? kept.startIndex
        return end == kept.startIndex ? "page" : String(decoding: kept[..<end], as: UTF8.self)
    }
}
