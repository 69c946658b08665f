import Glibc

/// Sorts lines by their bytes: in memory while they fit, else in sorted parts on disk that are merged at the end.
///
/// Not for use by two threads at once. The parts have no names: they go with the value, also if the process dies.
package struct LineSorter {
    private let folder: String
    private let maximumBytes: Int
    /// Lines one behind the other, and where each stands.
    private var text: [UInt8] = []
    private var places: [LinePlace] = []
    private var parts: [SortedPart] = []

    /// - Parameters:
    ///   - folder: Where the parts lie; need not be there as long as none is needed.
    ///   - maximumBytes: Most bytes of memory for lines.
    package init(folder: String, maximumBytes: Int) {
        self.folder = folder
        self.maximumBytes = maximumBytes
    }

    /// Whether no line was added.
    package var isEmpty: Bool { places.isEmpty && parts.isEmpty }

    /// Bytes of lines from which on all the memory is reserved: an array that doubles needs three times its size.
    private static let fewBytes = 64 << 10

    /// Adds a line, with or without its line end.
    package mutating func add(_ line: [UInt8]) throws(ArchiveError) {
        let start = text.count
        if start > Self.fewBytes, text.capacity < maximumBytes {
            text.reserveCapacity(maximumBytes)
            places.reserveCapacity(maximumBytes / (4 * MemoryLayout<LinePlace>.stride))
        }
        text += line
        if line.last != 0x0A { text.append(0x0A) }
        places.append(LinePlace(start: start, count: text.count - start))
        if text.count + places.count * MemoryLayout<LinePlace>.stride >= maximumBytes { try putAside() }
    }

    /// The lines so far in their order. Lines that are added later are not among them; the next reader has all again.
    package mutating func reader() throws(ArchiveError) -> SortedLines {
        guard !parts.isEmpty else {
            sort()
            return SortedLines(text: text, places: places)
        }
        if !places.isEmpty { try putAside() }
        return try SortedLines(merging: parts)
    }

    /// Writes all lines, sorted, into a file that takes the place of what is there; returns their number.
    mutating func write(to path: String) throws(ArchiveError) -> Int {
        let output = try ReplacedFile(path)
        let lines = try reader()
        var count = 0
        while let line = try lines.next() {
            try output.append(line)
            count += 1
        }
        removeAll()
        try output.finish()
        return count
    }

    /// Forgets all lines.
    package mutating func removeAll() {
        text = []
        places = []
        parts = []
    }

    private mutating func sort() {
        text.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            places.sort { one, other in
                // Safety: both lines lie in the text, and no more bytes are compared than the shorter one has.
                let order = memcmp(base + one.start, base + other.start, min(one.count, other.count) - 1)
                return order == 0 ? one.count < other.count : order < 0
            }
        }
    }

    private mutating func putAside() throws(ArchiveError) {
        sort()
        parts.append(try SortedPart(text, places, folder: folder))
        text.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }
}

/// A line within a text; its line end counts.
private struct LinePlace {
    let start: Int
    let count: Int
}

/// Lines in their order, one after the other.
///
/// Not for use by two threads at once, nor two of one sorter at once.
package final class SortedLines {
    private let text: [UInt8]
    private let places: [LinePlace]
    private var position = 0
    /// The parts by their next line; the least stands first.
    private var heap: [(line: [UInt8], part: SortedPart)] = []

    fileprivate init(text: [UInt8], places: [LinePlace]) {
        self.text = text
        self.places = places
    }

    fileprivate init(merging parts: [SortedPart]) throws(ArchiveError) {
        text = []
        places = []
        for part in parts {
            part.rewind()
            if let line = try part.next() { heap.append((line, part)) }
        }
        for index in heap.indices.reversed() { sink(index) }
    }

    /// The next line with its line end; nil at the end.
    package func next() throws(ArchiveError) -> [UInt8]? {
        if position < places.count {
            let place = places[position]
            position += 1
            return Array(text[place.start..<(place.start + place.count)])
        }
        guard let (line, part) = heap.first else { return nil }
        if let next = try part.next() {
            heap[0].line = next
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink(0)
        return line
    }

    private func sink(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if precedes(heap[child].line, heap[least].line) { least = child }
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    /// Compares two lines without their ends.
    private func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (a, b) = (one.count - 1, other.count - 1)
        // Safety: both arrays outlive the call, which reads as many bytes as the shorter has.
        let order = memcmp(one, other, min(a, b))
        return order == 0 ? a < b : order < 0
    }
}

/// Sorted lines in a file without a name.
private final class SortedPart {
    private static let pieceBytes = 256 << 10

    private let path: String
    private let descriptor: Int32
    private var piece: [UInt8] = []
    private var position = 0

    init(_ text: [UInt8], _ places: [LinePlace], folder: String) throws(ArchiveError) {
        path = "\(folder)/.part-\(getpid())-\(RecordID.new().dropFirst(RecordID.prefix.count))"
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.error(path, "make the file") }
        unlink(path)
        for place in places {
            piece += text[place.start..<(place.start + place.count)]
            if piece.count >= Self.pieceBytes { try flush() }
        }
        try flush()
    }

    deinit { close(descriptor) }

    /// Begins anew at the first line.
    func rewind() {
        lseek(descriptor, 0, SEEK_SET)
        piece.removeAll(keepingCapacity: true)
        position = 0
    }

    /// The next line with its line end; nil at the end.
    func next() throws(ArchiveError) -> [UInt8]? {
        while true {
            if let end = piece[position...].firstIndex(of: 0x0A) {
                defer { position = end + 1 }
                return Array(piece[position...end])
            }
            piece.removeSubrange(..<position)
            position = 0
            guard try FileSystem.readSome(descriptor, Self.pieceBytes, into: &piece, path: path) > 0 else {
                return nil
            }
        }
    }

    private func flush() throws(ArchiveError) {
        try FileSystem.write(piece, to: descriptor, path: path)
        piece.removeAll(keepingCapacity: true)
    }
}
