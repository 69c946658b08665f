package import WARC

/// Makes an index file: takes lines in any order, writes them sorted by their bytes.
///
/// An index is derived from records and no part of recovery: it can be made again at any time.
package struct CDXJIndex {
    private var lines: LineSorter

    /// - Parameters:
    ///   - folder: Where the index and, if it grows large, its parts lie meanwhile; made if it is not there.
    ///   - maximumBytes: Most bytes of lines in memory.
    package init(folder: String, maximumBytes: Int = 16 << 20) throws(ArchiveError) {
        if FileSystem.kind(of: folder) == nil { try FileSystem.makeFolder(folder, withParents: true) }
        lines = LineSorter(folder: folder, maximumBytes: maximumBytes)
    }

    /// Adds the line of a record; false if it has no place in an index.
    ///
    /// - Parameter file: The record's file; the index has its name without folders.
    package mutating func add(_ read: ReadRecord, file: String) throws(ArchiveError) -> Bool {
        guard let line = CDXJLine(read, fileName: file.lastPathPart) else { return false }
        try lines.add(Array((line.text + "\n").utf8))
        return true
    }

    /// Adds the lines of another index.
    package mutating func add(linesOf path: String) throws(ArchiveError) {
        let reader = try LineReader(path)
        while let line = try reader.next() { try lines.add(Array(line)) }
    }

    /// Puts the index in the place of what is there. The lines are used up.
    ///
    /// - Returns: How many lines it has.
    package mutating func write(to path: String) throws(ArchiveError) -> Int {
        try lines.write(to: path)
    }
}
