import FoundationEssentials
import WARC

/// HTML files on disk: those named, and those below the folders named, each once on whatever ways it is reached.
package struct HTMLFiles: Sendable {
    /// One file and what the output calls it.
    package struct Entry: Sendable, Hashable {
        /// `-` is standard input.
        package let path: String
        /// Its path below the folder that was given; the file's name if the file itself was.
        package let name: String
    }

    /// The bytes of a file; nil if it cannot be read.
    static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path == "-" ? "/dev/stdin" : path).map { Array($0) }
    }

    /// In the order of the paths given, within a folder by name.
    package let entries: [Entry]
    /// Paths that are not there.
    package let missing: [String]

    private static let endings: Set<String> = ["html", "htm", "xhtml"]

    package init(paths: [String]) {
        var entries: [Entry] = []
        var missing: [String] = []
        var seen = SeenPaths()
        for path in paths {
            switch Self.kind(of: path) {
            case nil: missing.append(path)
            case .file: if seen.isNew(path) { entries.append(Entry(path: path, name: path.lastPathPart)) }
            case .folder: entries += Self.files(below: path, prefix: "", seen: &seen)
            }
        }
        self.entries = entries
        self.missing = missing
    }

    /// True if a file's name ends as those of HTML files do.
    static func isNamedHTML(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    private enum Kind { case file, folder }

    private static func kind(of path: String) -> Kind? {
        if path == "-" { return .file }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder ? .folder : .file
    }

    /// Folders are entered to this depth.
    private static let maximumDepth = 32

    private static func files(
        below folder: String, prefix: String, seen: inout SeenPaths, depth: Int = 0
    ) -> [Entry] {
        guard depth < maximumDepth, seen.isNew(folder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        var entries: [Entry] = []
        for name in names.sorted() {
            let path = folder + "/" + name
            switch kind(of: path) {
            case .folder:
                entries += files(below: path, prefix: prefix + name + "/", seen: &seen, depth: depth + 1)
            case .file where isNamedHTML(name) && seen.isNew(path):
                entries.append(Entry(path: path, name: prefix + name))
            default: break
            }
        }
        return entries
    }
}
