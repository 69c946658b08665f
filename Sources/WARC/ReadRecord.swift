/// A record as it was found in a file.
package struct ReadRecord: Sendable {
    package let record: WARCRecord
    /// Where it lies in the file: its first byte, or that of its gzip member.
    package let offset: Int64
    /// Bytes it takes in the file, line ends behind it included; nil if it shares its gzip member.
    package let length: Int64?
    package let blockDigest: DigestCheck
    package let payloadDigest: DigestCheck
    /// What the standard does not allow; empty in a sound record.
    package let oddities: [WARCOddity]
}
