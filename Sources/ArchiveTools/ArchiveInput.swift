package import Archiving
import FoundationEssentials
package import WARC

/// A file of records that a job reads.
package struct ArchiveInput: Sendable, Hashable {
    /// Where it lies; `-` is standard input.
    package let path: String
    /// What messages and rows call it: below the crawl folder for files of a crawl, else as given.
    package let name: String
    /// Where reading stops; nil: at the end of the file.
    package let committedEnd: Int64?
    /// True if its conversion records are read as pages: a .wet file that was named itself. Beside the pages that
    /// they were made of they would give each text twice.
    package let readsConversions: Bool

    package init(path: String, name: String, committedEnd: Int64? = nil, readsConversions: Bool = false) {
        self.path = path
        self.name = name
        self.committedEnd = committedEnd
        self.readsConversions = readsConversions
    }

    /// A reader at the file's beginning.
    package func reader(options: WARCReader.Options = WARCReader.Options()) throws(WARCError) -> WARCReader {
        WARCReader(try source(), file: name, options: options)
    }

    /// The file's bytes from `start` on, up to its committed end or before `end`.
    ///
    /// A file that a running crawl has closed since it was found bears its final name now.
    package func source(from start: Int64 = 0, to end: Int64? = nil) throws(WARCError) -> FileSource {
        let end = end ?? committedEnd
        do throws(WARCError) { return try FileSource(path: path, start: start, end: end) } catch {
            guard path.hasSuffix(Self.openSuffix) else { throw error }
            return try FileSource(
                path: String(path.dropLast(Self.openSuffix.count)), start: start, end: end)
        }
    }

    /// That the file has fewer bytes than were committed; nil: it has them, or cannot be opened, which who reads
    /// it finds.
    package var loss: ArchiveError? {
        guard let end = committedEnd, let size = (try? source())?.size, size < end else { return nil }
        return .lost(path: path, committed: end, found: size)
    }

    /// False if the file is gone or shorter than was committed.
    package var isWhole: Bool {
        guard let end = committedEnd, end > 0 else { return true }
        return ((try? source())?.size).map { $0 >= end } ?? false
    }

    private static let openSuffix = ".open"

    /// The name without folders, by which indexes and packages call the file.
    package var baseName: String { name.lastPathPart }
}

/// Why a path gives no archive.
package enum ArchiveInputError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(path: String)
    /// Neither a crawl, nor a file of records, nor a folder with any.
    case noRecords(path: String)
    /// An HTML file, or a folder that holds HTML files and no file of records.
    case htmlFiles(path: String)
    /// A file of another format for archives.
    case other(path: String, OtherFormat)

    package var description: String {
        switch self {
        case .missing(let path): "\(path): is not there; name a crawl folder, a WARC file or a folder of them"
        case .noRecords(let path):
            "\(path): holds no WARC file; name a crawl folder, a .warc or .warc.gz file, or a folder of them"
        case .other(let path, let format): "\(path): \(format.sentence(path))"
        case .htmlFiles(let path):
            "\(path): holds HTML, not WARC records; for HTML files extract and links take --html"
        }
    }
}

extension ArchiveInput {
    private static let textEndings = [".wet", ".wet.gz"]
    private static let endings = [".warc", ".warc.gz"] + textEndings

    /// The files of a path: those of a crawl folder's pages/ up to their committed ends, a file, or all files of
    /// records below a folder, by name.
    ///
    /// `committedEnds` gives the ends that a crawl folder's frontier has committed; it is asked for crawl folders.
    package static func resolve<Failure: Error>(
        _ path: String, committedEnds: (_ crawl: String) async throws(Failure) -> [FileEnd]
    ) async throws -> [ArchiveInput] {
        if path == "-" { return [ArchiveInput(path: path, name: "standard input")] }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ArchiveInputError.missing(path: path)
        }
        guard isFolder else {
            if HTMLFiles.isNamedHTML(path) { throw ArchiveInputError.htmlFiles(path: path) }
            if let format = OtherFormat(ofFile: path) { throw ArchiveInputError.other(path: path, format) }
            let isText = textEndings.contains { path.hasSuffix($0) }
            return [ArchiveInput(path: path, name: path, readsConversions: isText)]
        }
        if isCrawl(path) {
            return filesOfCrawl(path, part: "pages/", ends: try await committedEnds(path))
        }
        var seen = SeenPaths()
        let files = files(below: path, prefix: "", seen: &seen).map {
            ArchiveInput(path: path + "/" + $0, name: $0)
        }
        guard !files.isEmpty else {
            throw HTMLFiles(paths: [path]).entries.isEmpty
                ? ArchiveInputError.noRecords(path: path) : ArchiveInputError.htmlFiles(path: path)
        }
        return files
    }

    /// True of a folder with a frontier, and of one that has lost it: with a crawl's settings and files of pages.
    package static func isCrawl(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/frontier.sqlite")
            || FileManager.default.fileExists(atPath: path + "/crawl.yaml")
                && !uncommitted(ofCrawl: path, part: "pages").isEmpty
    }

    /// Folders are entered to this depth.
    private static let maximumDepth = 32

    /// Names of files of records, sorted within each folder, none of a file or folder that was seen; with those that are
    /// written if `isOpenToo`.
    private static func files(
        below folder: String, prefix: String, seen: inout SeenPaths, isOpenToo: Bool = false, depth: Int = 0
    ) -> [String] {
        guard depth < maximumDepth, seen.isNew(folder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        var files: [String] = []
        for name in names.sorted() {
            var isFolder = false
            guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) else {
                continue
            }
            if isFolder {
                files += Self.files(
                    below: folder + "/" + name, prefix: prefix + name + "/", seen: &seen,
                    isOpenToo: isOpenToo, depth: depth + 1)
                continue
            }
            let closed = isOpenToo && name.hasSuffix(openSuffix) ? name.dropLast(openSuffix.count) : name[...]
            if endings.contains(where: { closed.hasSuffix($0) }), seen.isNew(folder + "/" + name) {
                files.append(prefix + name)
            }
        }
        return files
    }

    /// The files of a crawl's pages/, up to their committed ends.
    package static func pages(ofCrawl crawl: String, ends: [FileEnd]) -> [ArchiveInput] {
        filesOfCrawl(crawl, part: "pages/", ends: ends)
    }

    /// The files of a crawl's text/, up to their committed ends.
    package static func text(ofCrawl crawl: String, ends: [FileEnd]) -> [ArchiveInput] {
        filesOfCrawl(crawl, part: "text/", ends: ends)
    }

    /// The files of a crawl's pages/ or text/ as they lie there, to their ends: for a crawl whose frontier cannot be read.
    /// Files that were being written are among them; what is torn at their ends is reported as damage.
    package static func uncommitted(ofCrawl crawl: String, part: String) -> [ArchiveInput] {
        let folder = crawl + "/" + part
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return ArchiveFile.files(named: names.sorted(), in: part).map {
            ArchiveInput(path: crawl + "/" + $0.diskPath, name: $0.name)
        }
    }

    /// Files of records in a crawl's pages/ and text/ that neither a reader of the crawl nor its recovery looks at, as their
    /// paths below the crawl's folder: copies from elsewhere, and what was moved.
    static func strays(ofCrawl crawl: String) -> [String] {
        ["pages", "text"].flatMap { part in
            let own = Set(uncommitted(ofCrawl: crawl, part: part).map(\.path))
            var seen = SeenPaths()
            return files(below: crawl + "/" + part, prefix: part + "/", seen: &seen, isOpenToo: true)
                .filter { !own.contains(crawl + "/" + $0) }
        }
    }

    /// Files of a part in the order of their names, whether closed or still written.
    private static func filesOfCrawl(_ crawl: String, part: String, ends: [FileEnd]) -> [ArchiveInput] {
        ends.filter { $0.file.hasPrefix(part) }.sorted { $0.file < $1.file }.map { end in
            let closed = crawl + "/" + end.file
            let isClosed = FileManager.default.fileExists(atPath: closed)
            return ArchiveInput(
                path: isClosed ? closed : closed + openSuffix, name: end.file, committedEnd: end.offset)
        }
    }
}
