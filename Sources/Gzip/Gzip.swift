/// Gzip members (RFC 1952), whole: one member in, one member out.
///
/// Equal bytes at an equal level give equal members on every machine with the same libdeflate: no time, no
/// file name, operating system "unknown". All functions may be called from any number of threads at once;
/// handles of the library are lent from a pool.
package enum Gzip {
    /// How hard to compress.
    package enum Level: Int32, Sendable, CaseIterable {
        /// Not at all: for payloads that came compressed; costs 0.15 ms/MB and 5 bytes per 64 KiB.
        case stored = 0
        /// 3 ms/MB, about 10 % bigger than `archive`; of a kilobyte or two it is a hundredth bigger.
        case fast = 1
        /// 5.7 ms/MB, 3 % bigger than `archive`; the lesser levels down to `fast` take as long.
        case text = 4
        /// 8 ms/MB; the size of zlib's level 9.
        case archive = 6
        /// 22 ms/MB, 2 % smaller than `archive`.
        case best = 9
    }

    private static let compressors = HandlePool { MemberCompressor() }
    private static let decompressors = HandlePool { MemberDecompressor() }

    /// One member that holds `bytes`.
    package static func member(_ bytes: Span<UInt8>, level: Level = .archive) -> [UInt8] {
        let compressor = compressors.take()
        defer { compressors.giveBack(compressor) }
        return compressor.member(bytes, level: level)
    }

    /// One member that holds `bytes`.
    package static func member(_ bytes: [UInt8], level: Level = .archive) -> [UInt8] {
        member(bytes.span, level: level)
    }

    /// The content of the one member that starts at `start`, and how many bytes the member takes there.
    ///
    /// libdeflate reads the length symbols 286 and 287, which RFC 1951 §3.2.6 reserves, as 258 bytes; a member with them
    /// whose checksum agrees is therefore whole here and corrupt for `GzipStreamReader`.
    ///
    /// - Parameter limit: Most bytes the content may have; beyond it `tooLarge` is thrown.
    package static func inflateMember(
        _ bytes: Span<UInt8>, at start: Int = 0, limit: Int
    ) throws(GzipError) -> (bytes: [UInt8], consumed: Int) {
        guard start >= 0, start < bytes.count else { throw .truncated(offset: start) }
        let decompressor = decompressors.take()
        defer { decompressors.giveBack(decompressor) }
        // libdeflate passes over a header's own checksum (RFC 1952 §2.3.1, FHCRC), which hardly any has; zlib
        // compares it, here as in a stream.
        let hasHeaderChecksum = bytes.count - start > 3 && bytes[start + 3] & 2 != 0
        if !hasHeaderChecksum, let whole = try decompressor.inflate(bytes, at: start, limit: limit) {
            return whole
        }
        // libdeflate tells a torn member from a corrupt one as little as a bad checksum: zlib does.
        let slow = inflatePrefix(bytes, at: start, limit: limit)
        if let error = slow.error { throw error }
        return (slow.bytes, slow.consumed)
    }

    /// The content of the one member that starts at `start`, and how many bytes the member takes there.
    package static func inflateMember(
        _ bytes: [UInt8], at start: Int = 0, limit: Int
    ) throws(GzipError) -> (bytes: [UInt8], consumed: Int) {
        try inflateMember(bytes.span, at: start, limit: limit)
    }

    /// The contents of all members, one after the other; zero bytes behind the last member are padding.
    ///
    /// - Parameter limit: Most bytes all contents together may have.
    package static func inflateAll(_ bytes: Span<UInt8>, limit: Int) throws(GzipError) -> [UInt8] {
        var (content, position) = try inflateMember(bytes, at: 0, limit: limit)
        while position < bytes.count {
            if bytes[position] == 0, isZeroPadding(bytes, from: position) { break }
            let next: (bytes: [UInt8], consumed: Int)
            do throws(GzipError) {
                next = try inflateMember(bytes, at: position, limit: limit - content.count)
            } catch .tooLarge {
                throw .tooLarge(limit: limit)
            }
            content += next.bytes
            position += next.consumed
        }
        return content
    }

    /// The contents of all members, one after the other; zero bytes behind the last member are padding.
    package static func inflateAll(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        try inflateAll(bytes.span, limit: limit)
    }

    /// What can be read of the member that starts at `start`, however it ends.
    ///
    /// - Returns: The content up to the first error; the bytes read of the input; the error, nil if the
    ///   member is whole.
    package static func inflatePrefix(
        _ bytes: Span<UInt8>, at start: Int = 0, limit: Int
    ) -> (bytes: [UInt8], consumed: Int, error: GzipError?) {
        guard start >= 0, start < bytes.count else { return ([], 0, .truncated(offset: start)) }
        let reader = GzipStreamReader(limit: limit, offset: start)
        var content: [UInt8] = []
        do throws(GzipError) {
            let step = try reader.inflate(bytes.extracting(start..<bytes.count), into: &content)
            return (content, step.consumed, step.isMemberEnd ? nil : .truncated(offset: start))
        } catch {
            return (content, reader.consumed, error)
        }
    }

    /// Whether a gzip member may start at `start`: the magic bytes and the method deflate (RFC 1952 §2.3.1).
    package static func isMember(_ bytes: Span<UInt8>, at start: Int = 0) -> Bool {
        guard start >= 0, bytes.count - start >= 3 else { return false }
        return bytes[start] == 0x1F && bytes[start + 1] == 0x8B && bytes[start + 2] == 8
    }

    private static func isZeroPadding(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        for index in start..<bytes.count where bytes[index] != 0 { return false }
        return true
    }
}
