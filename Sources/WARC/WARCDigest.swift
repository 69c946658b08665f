/// A digest as it stands in `WARC-Block-Digest` and `WARC-Payload-Digest` (ISO 28500:2017 §5.8, §5.9).
package struct WARCDigest: Sendable, Hashable {
    package enum Algorithm: String, Sendable, Hashable, CaseIterable {
        case sha1, sha256, sha512, md5

        /// Bytes of a digest.
        package var byteCount: Int {
            switch self {
            case .sha1: 20
            case .sha256: 32
            case .sha512: 64
            case .md5: 16
            }
        }

        /// The algorithm of that label; a hyphen and the case do not matter.
        fileprivate init?(label: ArraySlice<UInt8>) {
            let plain = label.lazy.filter { $0 != 0x2D }.map(\.lowercased)
            guard let found = Self.allCases.first(where: { plain.elementsEqual($0.rawValue.utf8) }) else {
                return nil
            }
            self = found
        }
    }

    package let algorithm: Algorithm
    package let bytes: [UInt8]

    package init(_ algorithm: Algorithm, _ bytes: [UInt8]) {
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// Reads `algorithm:value`, with the value in Base32 (padded or not) or in Base16, in any case.
    ///
    /// Nil for an algorithm we cannot compute and for a value that is no digest of its algorithm.
    package init?(_ text: String) { self.init(Array(text.utf8)[...]) }

    /// The same from bytes.
    init?(_ text: ArraySlice<UInt8>) {
        guard let colon = text.firstIndex(of: 0x3A), let algorithm = Algorithm(label: text[..<colon]) else {
            return nil
        }
        let value = text[(colon + 1)...]
        let bytes =
            value.count == algorithm.byteCount * 2 && value.last != 0x3D
            ? BaseEncoding.decode16(value) : BaseEncoding.decode32(value)
        guard let bytes, bytes.count == algorithm.byteCount else { return nil }
        self.init(algorithm, bytes)
    }
}

extension WARCDigest: CustomStringConvertible {
    /// SHA-1 in Base32, as every index and deduplication service has it; the others in lower-case Base16.
    package var description: String {
        let value = algorithm == .sha1 ? BaseEncoding.encode32(bytes) : BaseEncoding.encode16(bytes)
        return "\(algorithm.rawValue):\(value)"
    }
}
