/// Text that grows as it is decoded, as UTF-8.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Appends bytes that are UTF-8 already.
    mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        bytes.append(source.extracting(range))
    }

    /// Appends a character; it must be no surrogate.
    mutating func append(_ scalar: UInt32) {
        switch scalar {
        case ..<0x80: append(byte: scalar)
        case ..<0x800:
            append(byte: 0xC0 | scalar >> 6)
            append(byte: 0x80 | scalar & 0x3F)
        case ..<0x1_0000:
            append(byte: 0xE0 | scalar >> 12)
            append(byte: 0x80 | scalar >> 6 & 0x3F)
            append(byte: 0x80 | scalar & 0x3F)
        default:
            append(byte: 0xF0 | scalar >> 18 & 0x07)
            append(byte: 0x80 | scalar >> 12 & 0x3F)
            append(byte: 0x80 | scalar >> 6 & 0x3F)
            append(byte: 0x80 | scalar & 0x3F)
        }
    }

    /// Appends a letter and the accent on it.
    mutating func append(_ letter: UInt32, _ accent: UInt32) {
        append(letter)
        append(accent)
    }

    /// Appends the sign that stands for bytes that are no text, U+FFFD.
    mutating func appendError() { append(0xFFFD) }

    private mutating func append(byte: UInt32) { bytes.append(UInt8(truncatingIfNeeded: byte)) }
}
