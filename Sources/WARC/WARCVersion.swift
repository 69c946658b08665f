/// The version in the first line of a record: `WARC/1.1`.
package struct WARCVersion: Sendable, Hashable {
    package let major: Int
    package let minor: Int

    package init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// ISO 28500:2017, what Newshound writes.
    package static let current = WARCVersion(major: 1, minor: 1)

    /// Whether records of this version are known to be read right: 0.17, 0.18, 1.0 and 1.1.
    package var isKnown: Bool {
        (major == 0 && (minor == 17 || minor == 18)) || (major == 1 && minor <= 1)
    }

    /// Reads `WARC/1.1`, in any case, without its line end; nil for every other line.
    init?(line: Span<UInt8>) {
        guard Self.starts(line, at: 0) else { return nil }
        var numbers = [0]
        var digits = 0
        for index in Self.magic.count..<line.count {
            switch line[index] {
            case let byte where byte.isDigit:
                digits += 1
                guard digits <= 3 else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte &- 0x30)
            case 0x2E where numbers.count == 1 && digits > 0:
                numbers.append(0)
                digits = 0
            case let byte where byte.isBlank && digits > 0: continue
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        self.init(major: numbers[0], minor: numbers.count > 1 ? numbers[1] : 0)
    }

    private static let magic: [UInt8] = Array("warc/".utf8)

    /// Bytes that tell whether a record starts: `WARC/` and a digit.
    static let probeBytes = magic.count + 1

    /// Whether `WARC/` and a digit stand at `start`, in any case.
    static func starts(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, bytes.count - start >= probeBytes else { return false }
        for index in magic.indices where bytes[start + index].lowercased != magic[index] { return false }
        return bytes[start + magic.count].isDigit
    }
}

extension WARCVersion: CustomStringConvertible {
    package var description: String { "WARC/\(major).\(minor)" }
}

extension UInt8 {
    /// ASCII letters in lower case; every other byte as it is.
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    var isDigit: Bool { self &- 0x30 < 10 }

    /// Space or tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// CR or LF.
    var isLineEnd: Bool { self == 0x0D || self == 0x0A }
}
