/// The digest by which equal payloads are recognised.
///
/// Of the entity body: after transfer decoding and before content decoding (ISO 28500:2017 §5.9).
package enum PayloadDigest {
    /// As in `WARC-Payload-Digest`. `body` is what `Capture` holds: free of its transfer coding already.
    package static func of(_ body: [UInt8], algorithm: WARCDigest.Algorithm = .sha1) -> String {
        of(body.span, algorithm: algorithm)
    }

    package static func of(_ body: Span<UInt8>, algorithm: WARCDigest.Algorithm = .sha1) -> String {
        let calculator = calculator(algorithm)
        calculator.update(body)
        return calculator.finish().description
    }

    /// A calculator of an algorithm that Newshound itself writes.
    package static func calculator(_ algorithm: WARCDigest.Algorithm) -> DigestCalculator {
        guard let calculator = DigestCalculator(algorithm) else {
            preconditionFailure("libcrypto offers \(algorithm.rawValue), which the configuration names")
        }
        return calculator
    }
}
