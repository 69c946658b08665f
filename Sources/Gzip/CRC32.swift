import CCodecs

/// The checksum of ZIP and gzip (RFC 1952 §8), computed piece by piece.
package struct CRC32: Sendable, Hashable {
    /// Of what came so far; 0 of nothing.
    package private(set) var value: UInt32 = 0

    package init() {}

    package mutating func update(_ bytes: Span<UInt8>) {
        guard bytes.count > 0 else { return }
        let before = value
        // Safety: the library reads the bytes of the span during the call and keeps no pointer.
        value = bytes.withUnsafeBytes { libdeflate_crc32(before, $0.baseAddress, $0.count) }
    }
}
