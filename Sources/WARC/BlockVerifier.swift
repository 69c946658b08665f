import HTTPMessages

/// Compares the digests that a header states with the block, which may come in pieces.
///
/// Not for use by two threads at once; used again for record after record.
final class BlockVerifier {
    private enum Comparison {
        case absent
        case unverifiable(stated: String)
        case running(DigestCalculator, stated: ArraySlice<UInt8>, expected: WARCDigest)
    }

    /// Two calculators an algorithm, for block and payload, made when first needed.
    private var calculators: [WARCDigest.Algorithm: [DigestCalculator]] = [:]
    private var block = Comparison.absent
    private var payload = Comparison.absent
    /// Bytes of the block before its payload that have not come yet.
    private var headBytesLeft = 0
    private var http: HTTPBlock?

    /// Starts with a record; `beginning` is as much of its block as is at hand, at least the head of an HTTP message.
    func begin(_ fields: WARCFields, beginning: Span<UInt8>, _ scope: WARCReader.Options.Digests) {
        block = comparison(fields.valueBytes(WARCField.blockDigest), slot: 0)
        payload = .absent
        headBytesLeft = 0
        http = nil
        guard scope == .blocksAndPayloads, let stated = fields.valueBytes(WARCField.payloadDigest) else {
            return
        }
        // A revisit's payload is that of another record (ISO 28500:2017 §6.7.1).
        if WARCRecordType(fields[WARCField.type] ?? "") == .revisit {
            payload = .unverifiable(stated: Self.text(stated))
        } else if HTTPBlock.isMessage(contentType: fields.valueBytes(WARCField.contentType), block: beginning)
        {
            guard let message = HTTPBlock(beginning) else {
                payload = .unverifiable(stated: Self.text(stated))
                return
            }
            http = message
            headBytesLeft = message.bodyStart
            payload = comparison(stated, slot: 1)
        } else {
            payload = comparison(stated, slot: 1)
        }
    }

    func update(_ bytes: Span<UInt8>) {
        if case .running(let calculator, _, _) = block { calculator.update(bytes) }
        let skipped = min(headBytesLeft, bytes.count)
        headBytesLeft -= skipped
        if case .running(let calculator, _, _) = payload { calculator.update(bytes.extracting(skipped...)) }
    }

    /// - Parameter whole: The block if it is at hand as a whole. A chunked body's digest may be stated with or
    ///   without its chunks, since writers differ; without the whole block only the first can be compared.
    func finish(whole: ArraySlice<UInt8>?) -> (block: DigestCheck, payload: DigestCheck) {
        let blockCheck = Self.result(&block)
        guard let http, http.isChunked, case .running(let calculator, let stated, let expected) = payload
        else {
            return (blockCheck, Self.result(&payload))
        }
        let asStored = Self.result(&payload)
        guard asStored != .matches else { return (blockCheck, asStored) }
        guard let whole else { return (blockCheck, .unverifiable(stated: Self.text(stated))) }
        let body = ChunkedDecoder.decode(whole.dropFirst(http.bodyStart)).bytes
        calculator.update(body.span)
        return (blockCheck, calculator.finish() == expected ? .matches : asStored)
    }

    private func comparison(_ stated: ArraySlice<UInt8>?, slot: Int) -> Comparison {
        guard let stated else { return .absent }
        guard let expected = WARCDigest(stated), let calculator = calculator(expected.algorithm, slot) else {
            return .unverifiable(stated: Self.text(stated))
        }
        calculator.reset()
        return .running(calculator, stated: stated, expected: expected)
    }

    private func calculator(_ algorithm: WARCDigest.Algorithm, _ slot: Int) -> DigestCalculator? {
        if let both = calculators[algorithm] { return both[slot] }
        guard let first = DigestCalculator(algorithm), let second = DigestCalculator(algorithm) else {
            return nil
        }
        calculators[algorithm] = [first, second]
        return slot == 0 ? first : second
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func result(_ comparison: inout Comparison) -> DigestCheck {
        defer { comparison = .absent }
        switch comparison {
        case .absent: return .absent
        case .unverifiable(let stated): return .unverifiable(stated: stated)
        case .running(let calculator, let stated, let expected):
            let computed = calculator.finish()
            if computed == expected { return .matches }
            return .differs(stated: text(stated), computed: computed.description)
        }
    }
}
