import Archiving

/// Where a verification sorts what has to be found again.
struct SortSpace {
    /// Where files lie for a while.
    let folder: String
    /// Of memory for one list.
    let maximumBytes: Int

    func sorter() -> LineSorter { LineSorter(folder: folder, maximumBytes: maximumBytes) }
}

/// A line for a `LineSorter`: columns of fixed width, by which it is sorted, and a text behind them.
struct SortLine {
    private(set) var bytes: [UInt8] = []

    private static let digits = Array("0123456789abcdef".utf8)

    /// - Parameter key: Lines of one key stand together.
    init(_ key: Int) {
        bytes.reserveCapacity(160)
        add(key)
    }

    /// 16 digits; numbers from 0 on are sorted by their value.
    mutating func add(_ number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            bytes.append(Self.digits[Int(truncatingIfNeeded: bits >> shift & 15)])
        }
    }

    mutating func add(_ mark: SortMark) { bytes.append(mark.rawValue) }

    mutating func add(_ isTrue: Bool) { bytes.append(isTrue ? 0x31 : 0x30) }

    /// Its columns so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Only at the end. What would end the line becomes a question mark.
    mutating func add(text: String) {
        for byte in text.utf8 { bytes.append(byte == 0x0A ? 0x3F : byte) }
    }

    /// Two texts, only at the end.
    mutating func add(text: String, _ other: String) {
        add(text: text)
        bytes.append(0)
        add(text: other)
    }
}

/// What a line is about; of one key they are sorted in this order.
enum SortMark: UInt8 {
    case record = 0x30
    case reference = 0x31
    case entry = 0x32
    case unknownCapture = 0x33
    case indexLine = 0x34
}

/// Reads the columns of a `SortLine` in the order in which they were added.
struct SortColumns {
    private let bytes: [UInt8]
    private var position = 0

    init(_ line: [UInt8]) { bytes = line }

    mutating func number() -> Int {
        var bits: UInt64 = 0
        let end = min(position + 16, bytes.count)
        for byte in bytes[position..<end] {
            bits = bits << 4 | UInt64(byte < 0x3A ? byte &- 0x30 : byte &- 0x57)
        }
        position = end
        return Int(Int64(bitPattern: bits))
    }

    /// Nil for a line that no `SortLine` made.
    mutating func mark() -> SortMark? { SortMark(rawValue: byte()) }

    mutating func flag() -> Bool { byte() == 0x31 }

    /// The text, without the line's end.
    func text() -> String { String(decoding: rest, as: UTF8.self) }

    /// The two texts.
    func texts() -> (String, String) {
        let parts = rest.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (text(), "") }
        return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
    }

    private var rest: ArraySlice<UInt8> {
        let rest = bytes[position...]
        return rest.last == 0x0A ? rest.dropLast() : rest
    }

    private mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        position += 1
        return bytes[position - 1]
    }
}
