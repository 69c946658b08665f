import Glibc

/// Sorts lines by their bytes: in memory while they fit, else in sorted parts on disk that are merged at the end.
struct LineSorter {
    private let folder: String
    private let maximumBytes: Int
    private var lines: [[UInt8]] = []
    private var bytes = 0
    private var parts: [SortedPart] = []

    /// What an array costs besides its elements.
    private static let overhead = 48

    init(folder: String, maximumBytes: Int) {
        self.folder = folder
        self.maximumBytes = maximumBytes
    }

    /// `line` with its line end.
    mutating func add(_ line: [UInt8]) throws(ArchiveError) {
        lines.append(line)
        bytes += line.count + Self.overhead
        if bytes >= maximumBytes { try putAside() }
    }

    /// Writes all lines, sorted, into a file that takes the place of what is there; returns their number.
    mutating func write(to path: String) throws(ArchiveError) -> Int {
        let output = try ReplacedFile(path)
        let count: Int
        if parts.isEmpty {
            lines.sort(by: Self.precedes)
            for line in lines { try output.append(line) }
            count = lines.count
        } else {
            if !lines.isEmpty { try putAside() }
            count = try merge(into: output)
        }
        lines = []
        bytes = 0
        parts = []
        try output.finish()
        return count
    }

    private mutating func putAside() throws(ArchiveError) {
        lines.sort(by: Self.precedes)
        parts.append(try SortedPart(lines, path: "\(folder)/.part-\(getpid())-\(parts.count)"))
        lines.removeAll(keepingCapacity: true)
        bytes = 0
    }

    /// Takes the smallest of the parts' next lines until none is left; the parts stand in a heap by that line.
    private func merge(into output: ReplacedFile) throws(ArchiveError) -> Int {
        var heap: [(line: [UInt8], part: SortedPart)] = []
        for part in parts {
            if let line = try part.next() { heap.append((line, part)) }
        }
        for index in heap.indices.reversed() { Self.sink(index, in: &heap) }
        var count = 0
        while let first = heap.first {
            try output.append(first.line)
            count += 1
            if let line = try first.part.next() {
                heap[0].line = line
            } else {
                heap.swapAt(0, heap.count - 1)
                heap.removeLast()
            }
            Self.sink(0, in: &heap)
        }
        return count
    }

    private static func sink(_ start: Int, in heap: inout [(line: [UInt8], part: SortedPart)]) {
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

    private static func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        // Safety: both arrays outlive the call, which reads as many bytes as the shorter has.
        let order = memcmp(one, other, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
    }
}

/// Sorted lines in a file that goes with the value.
private final class SortedPart {
    private static let pieceBytes = 256 << 10

    private let path: String
    private let descriptor: Int32
    private var piece: [UInt8] = []
    private var position = 0

    init(_ lines: [[UInt8]], path: String) throws(ArchiveError) {
        self.path = path
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.error(path, "make the file") }
        for line in lines {
            piece += line
            if piece.count >= Self.pieceBytes { try flush() }
        }
        try flush()
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit {
        close(descriptor)
        unlink(path)
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
