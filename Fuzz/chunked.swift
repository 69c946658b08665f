import HTTPMessages

/// A chunked body read at once and in pieces of any size is the same body.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        guard let first = bytes.first else { return }
        let body = Array(bytes.dropFirst())
        let whole = read(body, piece: max(body.count, 1))
        let pieces = read(body, piece: Int(first) % 32 + 1)
        FuzzRun.check(whole.content == pieces.content, "pieces give another content")
        FuzzRun.check(whole.failure == pieces.failure, "\(whole.failure as Any) and \(pieces.failure as Any)")
        FuzzRun.check(
            whole.consumed == pieces.consumed, "\(whole.consumed) and \(pieces.consumed) bytes read")
        FuzzRun.check(whole.content.count <= body.count, "more content than bytes")
        _ = ChunkedDecoder.decode(body)
    }
}

private func read(
    _ body: [UInt8], piece: Int
) -> (content: [UInt8], failure: ChunkedDecoder.Failure?, consumed: Int) {
    var decoder = ChunkedDecoder()
    var content: [UInt8] = []
    var position = 0
    do throws(ChunkedDecoder.Failure) {
        while position < body.count, !decoder.isComplete {
            let slice = Array(body[position..<min(position + piece, body.count)])
            let count = try decoder.decode(slice.span, into: &content)
            FuzzRun.check(count == slice.count || decoder.isComplete, "bytes are left before the end")
            position += count
        }
        _ = decoder.trailers
        return (content, nil, decoder.consumed)
    } catch {
        return (content, error, decoder.consumed)
    }
}
