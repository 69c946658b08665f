/// Writes a path: escapes, backslashes as slashes, dot segments resolved (WHATWG URL §4.4, path state).
enum PathWriter {
    /// Appends the path that begins at `start`, behind its slash.
    ///
    /// - Parameters:
    ///   - floor: length of `output` up to the path; `..` does not climb above it.
    /// - Returns: where the path ends in the input: at `?`, at `#`, or at the end.
    static func append(
        _ input: borrowing Span<UInt8>, from start: Int, floor: Int, to output: inout OutputSpan<UInt8>
    ) -> Int {
        let plain = plainPart(input, from: start)
        if plain.isWhole || plain.end > start {
            output.append(UInt8(ascii: "/"))
            output.append(copying: input.extracting(start..<(plain.isWhole ? plain.end : plain.end &- 1)))
            if plain.isWhole { return plain.end }
        }
        let literals = LiteralBytes.pathSegment
        var position = plain.end
        while true {
            output.append(UInt8(ascii: "/"))
            let segment = position
            while true {
                let run = position
                while position < input.count, literals.contains(input[position]) { position &+= 1 }
                output.append(copying: input.extracting(run..<position))
                guard position < input.count, !isEndOfSegment(input[position]) else { break }
                output.appendEscape(of: input[position])
                position &+= 1
            }
            let isLast = position >= input.count || !isSlash(input[position])
            let dots = dots(input, segment..<position)
            if dots > 0 {
                output.removeLast(position &- segment &+ 1)
                if dots == 2 { removeLastSegment(of: &output, floor: floor) }
                if isLast { output.append(UInt8(ascii: "/")) }
            }
            if isLast { return position }
            position &+= 1
        }
    }

    /// How much of the path can be copied as it is: all of it for most, else up to the start of a segment.
    @inline(__always)
    private static func plainPart(_ input: borrowing Span<UInt8>, from start: Int) -> (
        end: Int, isWhole: Bool
    ) {
        let simple = LiteralBytes.plainPath
        var index = start
        while true {
            while index < input.count, simple.contains(input[index]) { index &+= 1 }
            guard index < input.count else { return (index, true) }
            let byte = input[index]
            let isInSegment = index > start && input[index &- 1] != UInt8(ascii: "/")
            if isDotOrPercent(byte) {
                guard isInSegment else { return (index, false) }
                index &+= 1
                continue
            }
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return (index, true) }
            while index > start, input[index &- 1] != UInt8(ascii: "/") { index &-= 1 }
            return (index, false)
        }
    }

    /// What a dot segment begins with.
    @inline(__always)
    private static func isDotOrPercent(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
    }

    /// 1 for `.`, 2 for `..`, each dot perhaps as `%2e`; 0 for any other segment.
    @inline(__always)
    private static func dots(_ input: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
        guard range.count >= 1, range.count <= 6 else { return 0 }
        let first = input[range.lowerBound]
        guard isDotOrPercent(first) else { return 0 }
        var index = range.lowerBound
        var count = 0
        while index < range.upperBound {
            if input[index] == UInt8(ascii: ".") {
                index &+= 1
            } else if index &+ 3 <= range.upperBound, escapedByte(in: input, at: index) == UInt8(ascii: ".") {
                index &+= 3
            } else {
                return 0
            }
            count &+= 1
        }
        return count <= 2 ? count : 0
    }

    private static func removeLastSegment(of output: inout OutputSpan<UInt8>, floor: Int) {
        while output.count > floor {
            let isSlash = output.removeLast() == UInt8(ascii: "/")
            if isSlash { return }
        }
    }

    @inline(__always)
    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    @inline(__always)
    private static func isEndOfSegment(_ byte: UInt8) -> Bool {
        isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
}
