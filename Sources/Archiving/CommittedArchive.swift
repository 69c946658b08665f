import Glibc
package import WARC

/// The record files of a crawl as far as they are committed, for readers that take no lock.
///
/// The crawl may go on meanwhile: nothing behind a committed end is read, and a file that is closed in between is
/// found by its final name.
package struct CommittedArchive: Sendable {
    /// A folder of record files.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        /// Captures as they came.
        case pages
        /// Cleaned text.
        case text
    }

    /// Bytes on disk that nothing committed covers: the work of a run under way, or of a worker that never came back.
    package struct Surplus: Sendable, Hashable {
        /// As in `RecordLocation.file`.
        package let file: String
        /// Where the surplus begins; 0: nothing of the file is committed.
        package let offset: Int64
        package let bytes: Int64
    }

    /// The crawl folder.
    package let path: String
    private let ends: [String: Int64]

    /// `ends` as the frontier has them.
    package init(crawl path: String, ends: [FileEnd]) {
        self.path = path.withoutEndingSlashes
        self.ends = Dictionary(ends.map { ($0.file, $0.offset) }, uniquingKeysWith: max)
    }

    /// The committed files of a part in the order of their names, which is that of their beginning.
    package func files(in part: Part) -> [FileEnd] {
        ends.filter { $0.key.hasPrefix(part.rawValue + "/") && $0.value > 0 }
            .map { FileEnd(file: $0.key, offset: $0.value) }
            .sorted { $0.file < $1.file }
    }

    /// A reader of one file, up to its committed end.
    package func reader(
        of file: FileEnd, options: WARCReader.Options = WARCReader.Options()
    ) throws(WARCError) -> WARCReader {
        WARCReader(try source(of: file.file, from: 0, to: file.offset), file: file.file, options: options)
    }

    /// The record at a place that the frontier or an index names.
    package func record(
        at location: RecordLocation, options: WARCReader.Options = WARCReader.Options()
    ) throws(WARCError) -> ReadRecord {
        let (end, overflow) = location.offset.addingReportingOverflow(location.length)
        let committed = ends[location.file] ?? 0
        guard !overflow, location.offset >= 0, end <= committed else { throw isBehind(committed, location) }
        let source = try source(of: location.file, from: location.offset, to: end)
        return try WARCReader.record(from: source, file: location.file, options: options)
    }

    /// A reader of the records that stand behind a place in its file, up to the file's committed end.
    package func reader(
        behind location: RecordLocation, options: WARCReader.Options = WARCReader.Options()
    ) throws(WARCError) -> WARCReader {
        let (start, overflow) = location.offset.addingReportingOverflow(location.length)
        let end = ends[location.file] ?? 0
        guard !overflow, location.offset >= 0, start <= end else { throw isBehind(end, location) }
        return WARCReader(
            try source(of: location.file, from: start, to: end), file: location.file, options: options)
    }

    private func isBehind(_ end: Int64, _ location: RecordLocation) -> WARCError {
        .unreadable(
            file: location.file, offset: location.offset,
            reason: "lies behind the committed end of the file, byte \(end)")
    }

    /// Names of files of which something is committed and that are not there, be they closed or still written; sorted.
    package var missing: [String] {
        ends.filter { $0.value > 0 }.keys.sorted().filter { name in
            // One that is closed between the first two looks is there at the third.
            [name, name + CrawlFolder.openSuffix, name].allSatisfy {
                FileSystem.kind(of: path + "/" + $0) != .file
            }
        }
    }

    /// What lies on disk beyond what is committed, by file name.
    package func surplus() throws(ArchiveError) -> [Surplus] {
        var found: [Surplus] = []
        for part in Part.allCases where FileSystem.kind(of: path + "/" + part.rawValue) == .folder {
            found += try surplus(of: try FileSystem.list(path + "/" + part.rawValue), in: part)
        }
        return found
    }

    /// The surplus of files as a folder listed them; a crawl that runs may have closed or removed them since.
    func surplus(of diskNames: [String], in part: Part) throws(ArchiveError) -> [Surplus] {
        var found: [Surplus] = []
        for file in ArchiveFile.files(named: diskNames, in: part.rawValue) {
            let end = ends[file.name] ?? 0
            var size = try FileSystem.sizeIfThere(of: path + "/" + file.diskPath)
            if size == nil { size = try FileSystem.sizeIfThere(of: path + "/" + file.name) }
            if let size, size > end { found.append(Surplus(file: file.name, offset: end, bytes: size - end)) }
        }
        return found
    }

    /// A file that is closed while it is looked for changes its name once, so a third look is enough.
    private func source(of file: String, from start: Int64, to end: Int64) throws(WARCError) -> FileSource {
        guard !file.split(separator: "/").contains("..") else {
            throw .unreadable(file: file, offset: start, reason: "is no name of a record file")
        }
        let closed = path + "/" + file
        do throws(WARCError) { return try FileSource(path: closed, start: start, end: end) } catch {}
        do throws(WARCError) {
            return try FileSource(path: closed + CrawlFolder.openSuffix, start: start, end: end)
        } catch {}
        return try FileSource(path: closed, start: start, end: end)
    }
}
