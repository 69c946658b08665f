/// A whole response as it lies in an archive: head and body in one run of bytes.
package struct RecordedResponse: Sendable {
    package let head: HTTPHead
    /// The body as recorded, transfer codings and content codings still on it.
    package let body: ArraySlice<UInt8>

    /// Most interim answers that are passed over; servers send one or two, and each costs a look at what is left.
    private static let maximumInterimAnswers = 16

    /// The response that `bytes` hold; nil if they do not begin with a head. Interim answers (1xx) before the
    /// final one are passed over, up to `maximumInterimAnswers`.
    package init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var found: HTTPHead?
        var interimAnswers = 0
        while let next = HTTPHead(startOf: rest) {
            found = next
            rest = rest.dropFirst(next.bytes.count)
            guard (100..<200).contains(next.status), next.status != 101,
                interimAnswers < Self.maximumInterimAnswers
            else { break }
            interimAnswers += 1
        }
        guard let found else { return nil }
        head = found
        body = rest
    }

    /// The body without its transfer codings: the payload of the WARC standard (ISO 28500:2017 §3).
    ///
    /// A coding nobody knows is passed over, and chunks are undone once however often they are declared: that is a field
    /// sent twice. A stated length that is more or less than what was recorded is not heeded here.
    package func payload(limit: Int) throws(ContentCodingError) -> DecodedBody {
        let applied = head.transferCodings
        guard !applied.isEmpty else { return DecodedBody(bytes: Array(body), isComplete: true) }
        var codings = applied.filter { $0 == "chunked" || ContentCoding.isKnown($0) }
        var passedOver = applied.filter { $0 != "chunked" && !ContentCoding.isKnown($0) }
        var isChunkedWhole = true
        var bytes = Array(body)
        if codings.last == "chunked" {
            while codings.last == "chunked" { codings.removeLast() }
            let content = ChunkedDecoder.decode(body)
            bytes = content.bytes
            isChunkedWhole = content.isComplete
            passedOver += content.passedOver
        }
        let decoded = try ContentCoding.decode(bytes, codings: codings, limit: limit)
        return DecodedBody(
            bytes: decoded.bytes, isComplete: decoded.isComplete && isChunkedWhole,
            passedOver: decoded.passedOver + passedOver)
    }

    /// The body without transfer codings and content codings. A content coding nobody knows is passed over.
    package func content(
        limit: Int, ratio: Int = ContentCoding.usualRatio
    ) throws(ContentCodingError) -> DecodedBody {
        let payload = try payload(limit: limit)
        var bytes = payload.bytes
        // A stated length cuts what lies behind it only when the message has no transfer coding (RFC 9112
        // §6.3).
        if head.transferCodings.isEmpty, let stated = head.contentLength, stated < bytes.count {
            bytes.removeLast(bytes.count - stated)
        }
        let isShort = head.transferCodings.isEmpty && bytes.count < head.contentLength ?? 0
        let decoded = try ContentCoding.decode(
            bytes, codings: head.contentCodings, limit: limit, ratio: ratio)
        return DecodedBody(
            bytes: decoded.bytes, isComplete: payload.isComplete && decoded.isComplete && !isShort,
            passedOver: payload.passedOver + decoded.passedOver)
    }
}
