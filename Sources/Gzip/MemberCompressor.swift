import CCodecs

/// Compressors of libdeflate, one a level, made when first needed.
///
/// Safety: `@unchecked Sendable` because `HandlePool` lends it to one caller at a time.
final class MemberCompressor: @unchecked Sendable {
    private var handles: [Gzip.Level: OpaquePointer] = [:]
    private var workspace = Workspace()

    func member(_ bytes: Span<UInt8>, level: Gzip.Level) -> [UInt8] {
        let handle = compressor(level)
        let bound = libdeflate_gzip_compress_bound(handle, bytes.count)
        workspace.reserve(bound)
        defer { workspace.trim() }
        // Safety: both buffers outlive the call, and libdeflate writes at most the bound it named.
        let length = bytes.withUnsafeBytes { input in
            libdeflate_gzip_compress(
                handle, input.baseAddress, input.count, workspace.memory.baseAddress, bound)
        }
        precondition(length > 0, "libdeflate compresses into the bound it names")
        return [UInt8](workspace.memory.prefix(length))
    }

    private func compressor(_ level: Gzip.Level) -> OpaquePointer {
        if let handle = handles[level] { return handle }
        guard let handle = libdeflate_alloc_compressor(level.rawValue) else {
            preconditionFailure("libdeflate knows level \(level.rawValue) and there is memory for it")
        }
        handles[level] = handle
        return handle
    }

    deinit {
        for handle in handles.values { libdeflate_free_compressor(handle) }
    }
}
