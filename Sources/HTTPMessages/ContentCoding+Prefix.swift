extension ContentCoding {
    /// The first `limit` bytes of a body without its codings, or all of it if there are fewer: for what is of use in part.
    /// However much it would unpack to, no more than that is unpacked.
    ///
    /// Codings that nobody knows, and those that the bytes are not in, are passed over. `isComplete` is false only if the
    /// body breaks off, or contradicts its coding, before so many bytes came.
    package static func decodePrefix(
        of body: [UInt8], codings: [String], limit: Int
    ) throws(ContentCodingError) -> DecodedBody {
        let applied = codings.map(\.asciiLowercased).filter { !$0.isEmpty && $0 != "identity" }
        guard applied.count <= maximumCodings else {
            throw .tooManyCodings(applied.count, limit: maximumCodings)
        }
        var bytes = body
        var isComplete = true
        // Behind a cut of our own the next coding cannot but break off.
        var isCut = false
        var passedOver: [String] = []
        for name in applied.reversed() {
            guard let coding = Coding(name) else {
                passedOver.append(name)
                continue
            }
            if bytes.isEmpty { break }
            let stage = coding.decode(bytes, limit: limit)
            switch stage.end {
            case .complete: bytes = stage.bytes
            case .corrupt where stage.bytes.isEmpty || !MIMESniffer.hasBinaryBytes(bytes.prefix(512)):
                passedOver.append(name)
            case .cutOff, .corrupt:
                bytes = stage.bytes
                isComplete = isComplete && isCut
            case .tooLarge:
                bytes = stage.bytes
                isCut = true
            }
        }
        if bytes.count >= limit { isComplete = true }
        // Most bodies are shorter, and then it is the same memory.
        if bytes.count > limit { bytes = Array(bytes.prefix(limit)) }
        return DecodedBody(bytes: bytes, isComplete: isComplete, passedOver: passedOver)
    }
}
