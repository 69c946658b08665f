import CCodecs

/// Inflates whole members into a caller's array: for readers that go through a file member by member.
///
/// It keeps one handle of libdeflate. Not for use by two threads at once.
package final class MemberInflater {
    /// What came of a try.
    package enum Outcome: Sendable, Equatable {
        /// The member is sound and takes that many bytes of the input.
        case whole(consumed: Int)
        /// Its content is more than the limit.
        case tooLarge
        /// The input ends too early or is damaged; `GzipStreamReader` tells which.
        case bad
    }

    /// Room for the content of a usual page, so that most members need no second try.
    private static let usualContentBytes = 1 << 20
    /// How much more room each further try gets.
    private static let growth = 4

    private let handle: OpaquePointer

    package init() {
        guard let handle = libdeflate_alloc_decompressor() else {
            preconditionFailure("there is memory for a decompressor")
        }
        self.handle = handle
    }

    /// Appends the content of the member at `start` to `output`, which stays as it is unless the member is
    /// whole.
    ///
    /// - Parameter limit: Most bytes the content may have.
    package func inflate(_ bytes: Span<UInt8>, at start: Int, limit: Int, into output: inout [UInt8])
        -> Outcome
    {
        guard start >= 0, start < bytes.count, limit > 0 else { return .bad }
        var room = min(max(output.capacity - output.count, Self.usualContentBytes), limit)
        while true {
            var consumed = 0
            var result = LIBDEFLATE_BAD_DATA
            output.append(addingCapacity: room) { span in
                // Safety: both buffers outlive the call; libdeflate reads and writes within the counts given.
                bytes.withUnsafeBytes { input in
                    let member = UnsafeRawBufferPointer(rebasing: input[start...])
                    span.withUnsafeMutableBufferPointer { buffer, count in
                        var produced = 0
                        result = libdeflate_gzip_decompress_ex(
                            handle, member.baseAddress, member.count, buffer.baseAddress, room, &consumed,
                            &produced)
                        count = result == LIBDEFLATE_SUCCESS ? produced : 0
                    }
                }
            }
            switch result {
            case LIBDEFLATE_SUCCESS: return .whole(consumed: consumed)
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                guard room < limit else { return .tooLarge }
                room = min(room.multipliedReportingOverflow(by: Self.growth).partialValue, limit)
            default: return .bad
            }
        }
    }

    deinit { libdeflate_free_decompressor(handle) }
}
