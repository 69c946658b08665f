/// How the path of an Allow or Disallow line is compared with URLs (RFC 9309 §2.2.2 and §2.2.3).
///
/// Pattern and URL are brought to one form: escapes of unreserved characters undone, all other escapes upper
/// case, what is neither unreserved nor reserved escaped. A `%2F` therefore never equals a slash. `*` stands
/// for any octets, `$` at the end for the end of the URL; as characters of a URL they are compared as `%2A`
/// and `%24`.
enum RobotsPattern {
    private static let asterisk = UInt8(ascii: "*")

    /// True if the pattern matches the beginning of the target, or all of it if it is anchored.
    ///
    /// Takes time in proportion to both lengths however many asterisks there are: each piece is looked for once, behind
    /// the one before. What was looked at is counted in `target`.
    ///
    /// - Parameters:
    ///   - pattern: Pieces in the form of `normalise`, with one asterisk between two.
    ///   - isAnchored: It ended in `$`, which is left out.
    static func matches(
        _ pattern: Span<UInt8>, isAnchored: Bool, _ target: inout RobotsTarget
    ) -> Bool {
        var position = endOfPiece(in: pattern, from: 0)
        guard target.has(pattern.extracting(0..<position), at: 0) else { return false }
        guard position < pattern.count else { return !isAnchored || position == target.octets.count }
        var start = position + 1
        while start <= pattern.count {
            let end = endOfPiece(in: pattern, from: start)
            guard target.mayContain(pattern.extracting(start..<end)) else { return false }
            start = end + 1
        }
        start = position + 1
        while true {
            let end = endOfPiece(in: pattern, from: start)
            let piece = pattern.extracting(start..<end)
            if end == pattern.count, isAnchored {
                let tail = target.octets.count - piece.count
                return tail >= position && target.has(piece, at: tail)
            }
            guard let found = target.end(of: piece, from: position) else { return false }
            guard end < pattern.count else { return true }
            position = found
            start = end + 1
        }
    }

    /// The next asterisk, or the end.
    private static func endOfPiece(in pattern: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < pattern.count, pattern[end] != asterisk { end += 1 }
        return end
    }

    /// Appends octets in the form in which they are compared.
    static func normalise(_ octets: ArraySlice<UInt8>, into result: inout [UInt8]) {
        guard !octets.allSatisfy({ isPlain[Int($0)] }) else {
            result += octets
            return
        }
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == UInt8(ascii: "%") {
                if index + 2 < octets.endIndex, let high = hexDigit(octets[index + 1]),
                    let low = hexDigit(octets[index + 2])
                {
                    let value = high << 4 | low
                    if isUnreserved(value) { result.append(value) } else { appendEscape(value, to: &result) }
                    index += 3
                    continue
                }
                result.append(octet)
            } else if isPlain[Int(octet)] {
                result.append(octet)
            } else {
                appendEscape(octet, to: &result)
            }
            index += 1
        }
    }

    /// Octets that stay as they are: unreserved and reserved (RFC 3986 §2), without the two wildcards, and without the
    /// apostrophe, which URLs have as `%27` in queries and as itself in paths (WHATWG URL §4.4).
    private static let isPlain: [Bool] = (0...255).map { value in
        let octet = UInt8(value)
        return isUnreserved(octet) || "/?:@!&()+,;=[]".utf8.contains(octet)
    }

    private static func appendEscape(_ octet: UInt8, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "%"))
        for digit in [octet >> 4, octet & 0xF] { result.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }

    private static func hexDigit(_ octet: UInt8) -> UInt8? {
        switch octet {
        case 0x30...0x39: octet - 0x30
        case 0x41...0x46: octet - 0x37
        case 0x61...0x66: octet - 0x57
        default: nil
        }
    }

    /// RFC 3986 §2.3.
    private static func isUnreserved(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
