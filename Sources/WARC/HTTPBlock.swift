/// Where an HTTP message in a block has its body.
///
/// Only what a digest needs; the message itself is read by `WARCRecord.message`.
struct HTTPBlock {
    /// Most bytes of a head.
    private static let maximumHeadBytes = 1 << 20

    /// Index of the first byte behind the empty line.
    let bodyStart: Int
    /// Whether a `Transfer-Encoding: chunked` field says that the body as it stands is not the payload.
    let isChunked: Bool

    /// Nil if the block has no empty line: then nothing in it is a payload.
    init?(_ block: Span<UInt8>) {
        let end = min(block.count, Self.maximumHeadBytes)
        var isChunked = false
        var lineStart = 0
        var index = 0
        while index < end {
            if block[index] == 0x0A {
                let isEmpty = index == lineStart || (index == lineStart + 1 && block[lineStart] == 0x0D)
                if isEmpty, lineStart > 0 {
                    bodyStart = index + 1
                    self.isChunked = isChunked
                    return
                }
                if Self.saysChunked(block, from: lineStart, to: index) { isChunked = true }
                lineStart = index + 1
            }
            index += 1
        }
        return nil
    }

    /// Whether a block of that content type is an HTTP message; without one the block's beginning tells.
    static func isMessage(contentType: ArraySlice<UInt8>?, block: Span<UInt8>) -> Bool {
        guard let contentType else { return begins(block, at: 0, with: "http/") }
        return begins(contentType.span, at: 0, with: "application/http")
    }

    private static func saysChunked(_ block: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let name: StaticString = "transfer-encoding"
        guard begins(block, at: start, with: name) else { return false }
        var index = start + name.utf8CodeUnitCount
        while index < end {
            if begins(block, at: index, with: "chunked") { return true }
            index += 1
        }
        return false
    }

    /// Whether `text`, in lower case, stands at `start` in any case.
    private static func begins(_ bytes: Span<UInt8>, at start: Int, with text: StaticString) -> Bool {
        let text = text.description.utf8
        guard bytes.count - start >= text.count else { return false }
        var index = start
        for byte in text {
            if bytes[index].lowercased != byte { return false }
            index += 1
        }
        return true
    }
}
