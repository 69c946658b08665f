/// The path of an Allow or Disallow line, ready to be compared with URLs (RFC 9309 §2.2.2 and §2.2.3).
///
/// Pattern and URL are brought to one form: escapes of unreserved characters undone, all other escapes upper
/// case, what is neither unreserved nor reserved escaped. A `%2F` therefore never equals a slash. `*` stands
/// for any octets, `$` at the end for the end of the URL; as characters of a URL they are compared as `%2A`
/// and `%24`.
struct RobotsPattern: Sendable, Hashable {
    /// What must be found one after the other: the text between the asterisks.
    private let pieces: [RobotsPatternPiece]
    private let isAnchored: Bool

    /// In octets, wildcards included: what makes one rule more specific than another.
    let length: Int

    /// - Parameter text: the value of the line, not empty.
    init(_ text: [UInt8]) {
        isAnchored = text.last == UInt8(ascii: "$")
        let parts = (isAnchored ? text.dropLast() : text[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        // Nothing between two asterisks is nothing to look for.
        pieces = parts.enumerated()
            .filter { !$0.element.isEmpty || $0.offset == 0 || $0.offset == parts.count - 1 }
            .map { RobotsPatternPiece(Self.normalised(Array($0.element))) }
        length = pieces.reduce(parts.count - 1 + (isAnchored ? 1 : 0)) { $0 + $1.octets.count }
    }

    /// True if the pattern matches the beginning of the target, or all of it if it ends in `$`.
    ///
    /// Takes time in proportion to both lengths however many asterisks there are: each piece is looked for once, behind
    /// the one before. What was looked at is counted in `target`.
    func matches(_ target: inout RobotsTarget) -> Bool {
        let octets = target.octets
        guard let first = pieces.first, let last = pieces.last, octets.starts(with: first.octets) else {
            return false
        }
        var position = first.octets.count
        guard pieces.count > 1 else { return !isAnchored || position == octets.count }
        guard pieces.dropFirst().allSatisfy({ target.mayContain($0.octets) }) else { return false }
        for piece in isAnchored ? pieces.dropFirst().dropLast() : pieces.dropFirst() {
            guard let end = piece.end(in: octets.span, from: position) else {
                target.count(steps: octets.count - position)
                return false
            }
            target.count(steps: end - position)
            position = end
        }
        guard isAnchored else { return true }
        let tail = last.octets
        return octets.count - position >= tail.count && octets.suffix(tail.count).elementsEqual(tail)
    }

    /// The form in which octets are compared.
    static func normalised(_ octets: [UInt8]) -> [UInt8] {
        guard !octets.allSatisfy({ isPlain[Int($0)] }) else { return octets }
        var result: [UInt8] = []
        result.reserveCapacity(octets.count + 16)
        var index = 0
        while index < octets.count {
            let octet = octets[index]
            if octet == UInt8(ascii: "%") {
                if index + 2 < octets.count, let high = hexDigit(octets[index + 1]),
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
        return result
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
