import Gzip

/// An index in blocks of lines, each a gzip member, and the list of the blocks by their first lines: what WACZ calls
/// `index.cdx.gz` and `index.idx`. A reader finds its block in the list and fetches only that.
struct CompressedIndex {
    /// Lines of a block, as other indexers write it: some 20 kB compressed.
    private static let blockLines = 300

    private var block: [UInt8] = []
    private var lines = 0
    private var key = ""
    private var offset = 0
    /// The list, one line a block; the first says what it is a list of.
    private(set) var list: String

    init(fileName: String) {
        list = "!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"\(fileName)\"}\n"
    }

    /// Takes the next line of a sorted index; gives a block if it is complete.
    mutating func add(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        if lines == 0 {
            let words = line.split(separator: 0x20, maxSplits: 2).prefix(2)
            key = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        }
        block += line
        lines += 1
        return lines == Self.blockLines ? finish() : nil
    }

    /// The last block; nil if nothing is left.
    mutating func finish() -> [UInt8]? {
        guard lines > 0 else { return nil }
        let member = Gzip.member(block)
        list += "\(key) {\"offset\": \(offset), \"length\": \(member.count)}\n"
        offset += member.count
        block.removeAll(keepingCapacity: true)
        lines = 0
        return member
    }
}
