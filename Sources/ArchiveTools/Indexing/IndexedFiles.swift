import Archiving
import WARC

/// Which files the index of a crawl was made of, up to which byte: `indexes/index.files`, beside the index.
///
/// Its first line is the length of the index in bytes: of another index it says nothing. Then a line a file: its
/// committed end, a tab, its name.
struct IndexedFiles {
    private static let name = "indexes/index.files"

    /// Committed ends by file name.
    let ends: [String: Int64]

    /// Files without a committed end are left out, as they may grow.
    init(_ inputs: [ArchiveInput]) {
        let known = inputs.compactMap { input in input.committedEnd.map { (input.name, $0) } }
        ends = Dictionary(known, uniquingKeysWith: max)
    }

    private init(ends: [String: Int64]) { self.ends = ends }

    /// Nil if there is none, or none of this index: then nobody knows what the index has.
    static func read(crawl: String) -> IndexedFiles? {
        do throws(ArchiveError) {
            let reader = try LineReader(crawl + "/" + name)
            guard let first = try reader.next(), let size = Int64(text(first)), size == sizeOfIndex(crawl)
            else { return nil }
            var ends: [String: Int64] = [:]
            while let line = try reader.next() {
                let parts = text(line).split(separator: "\t", maxSplits: 1)
                guard parts.count == 2, let end = Int64(parts[0]) else { return nil }
                ends[String(parts[1])] = end
            }
            return IndexedFiles(ends: ends)
        } catch { return nil }
    }

    /// A line without its end.
    private static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == 0x0A ? line.dropLast() : line, as: UTF8.self)
    }

    func write(crawl: String) throws(ArchiveError) {
        let file = try ReplacedFile(crawl + "/" + Self.name)
        try file.append(Array("\(Self.sizeOfIndex(crawl) ?? -1)\n".utf8))
        for (name, end) in ends.sorted(by: { $0.key < $1.key }) {
            try file.append(Array("\(end)\t\(name)\n".utf8))
        }
        try file.finish()
    }

    /// Nil if there is no index.
    private static func sizeOfIndex(_ crawl: String) -> Int64? {
        (try? FileSource(path: CrawlIndex.path(ofCrawl: crawl)))?.size
    }
}
