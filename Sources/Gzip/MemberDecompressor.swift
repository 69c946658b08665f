import CCodecs

/// A decompressor of libdeflate, for whole members in memory.
///
/// Safety: `@unchecked Sendable` because `HandlePool` lends it to one caller at a time.
final class MemberDecompressor: @unchecked Sendable {
    /// Room for the content of a usual page, so that most members need no second try.
    private static let usualContentBytes = 1 << 20

    /// How much more room each further try gets.
    private static let growth = 4

    private let handle: OpaquePointer
    private var workspace = Workspace()

    init() {
        guard let handle = libdeflate_alloc_decompressor() else {
            preconditionFailure("there is memory for a decompressor")
        }
        self.handle = handle
    }

    /// The content of the member at `start` and how many bytes the member takes; nil if something is wrong
    /// with it, which libdeflate does not tell more exactly.
    func inflate(
        _ bytes: Span<UInt8>, at start: Int, limit: Int
    ) throws(GzipError) -> (bytes: [UInt8], consumed: Int)? {
        defer { workspace.trim() }
        let most = max(limit, 0)
        var room = min(max(workspace.memory.count, Self.usualContentBytes), most)
        while true {
            workspace.reserve(max(room, 1))
            var consumed = 0
            var produced = 0
            // Safety: both buffers outlive the call; libdeflate reads and writes within the counts given.
            let result = bytes.withUnsafeBytes { input in
                let member = UnsafeRawBufferPointer(rebasing: input[start...])
                return libdeflate_gzip_decompress_ex(
                    handle, member.baseAddress, member.count, workspace.memory.baseAddress, room,
                    &consumed, &produced)
            }
            switch result {
            case LIBDEFLATE_SUCCESS:
                return ([UInt8](workspace.memory.prefix(produced)), consumed)
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                guard room < most else { throw .tooLarge(limit: limit) }
                let (larger, overflow) = room.multipliedReportingOverflow(by: Self.growth)
                room = overflow ? most : min(larger, most)
            default:
                return nil
            }
        }
    }

    deinit { libdeflate_free_decompressor(handle) }
}
