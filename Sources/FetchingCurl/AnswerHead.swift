/// Picks the final head out of the header lines of one exchange.
///
/// libcurl hands over every line with a line end, byte for byte: first those of informational answers (1xx, RFC 9110
/// §15.2), then those of the final one, and after a chunked body its trailer fields.
struct AnswerHead {
    /// The head being read, as received; complete if `isComplete`.
    private(set) var bytes: [UInt8] = []
    /// True once the blank line of the final head has come.
    private(set) var isComplete = false
    /// All header lines so far, informational heads and trailers included.
    private var total = 0
    private var lines = 0
    private var status = 0

    /// Header lines of an exchange: a field takes some hundred bytes of memory, however short it is. Those of servers are a
    /// hundred at most.
    static let maximumLines = 1_000

    private var isInside = false

    enum Step {
        case taken
        /// More bytes than `limit`, or lines than `maximumLines`, over all heads and trailers of the exchange.
        case tooLarge
    }

    /// Takes one header line.
    mutating func append(_ line: UnsafeRawBufferPointer, limit: Int) -> Step {
        total += line.count
        lines += 1
        guard total <= limit, lines <= Self.maximumLines else { return .tooLarge }
        // Trailer fields are no part of the head; WARC stores the body after transfer decoding, where they have no place.
        guard !isComplete else { return .taken }
        if !isInside {
            isInside = true
            bytes.removeAll(keepingCapacity: true)
            status = Self.status(of: line)
        }
        bytes.append(contentsOf: line)
        if line.first == UInt8(ascii: "\n") || line.starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) {
            isInside = false
            // 101 would end HTTP on this connection; it is never asked for, so it is as good as final.
            isComplete = !(100..<200).contains(status) || status == 101
        }
        return .taken
    }

    /// Forgets everything: the request is sent again on another connection, or the handle serves another exchange.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        isComplete = false
        isInside = false
        total = 0
        lines = 0
        status = 0
    }

    /// The number after the first space; 0 if there is none.
    private static func status(of line: UnsafeRawBufferPointer) -> Int {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return 0 }
        var status = 0
        for byte in line[(space + 1)...].prefix(3) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return 0 }
            status = status * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return status
    }
}
