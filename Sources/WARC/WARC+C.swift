import CCrypto
import Glibc

/// Computes digests piece by piece, one after the other, with one context of libcrypto.
///
/// Not for use by two threads at once.
///
/// Safety: `@safe` because the pointers it stores never leave this file.
@safe package final class DigestCalculator {
    package let algorithm: WARCDigest.Algorithm
    private let method: OpaquePointer
    private let context: OpaquePointer
    private var isStarted = false

    /// Nil if this machine's libcrypto does not offer the algorithm (MD5 under FIPS rules).
    package init?(_ algorithm: WARCDigest.Algorithm) {
        guard let method = DigestMethod.of(algorithm) else { return nil }
        // Safety: the context is freed in `deinit` and used by one thread at a time.
        guard let context = unsafe EVP_MD_CTX_new() else { return nil }
        self.algorithm = algorithm
        // Safety: the method lives as long as the program.
        unsafe self.method = method.pointer
        // Safety: as above; this is the only owner.
        unsafe self.context = context
    }

    package func update(_ bytes: Span<UInt8>) {
        start()
        guard bytes.count > 0 else { return }
        // Safety: libcrypto reads the bytes of the span during the call and keeps no pointer.
        let result = unsafe bytes.withUnsafeBytes { input in
            unsafe EVP_DigestUpdate(context, input.baseAddress, input.count)
        }
        precondition(result == 1, "a started digest takes bytes")
    }

    /// The digest of what came since the last one.
    package func finish() -> WARCDigest {
        start()
        isStarted = false
        let length = algorithm.byteCount
        // Safety: the buffer has EVP_MAX_MD_SIZE bytes, the most that libcrypto writes.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            let result = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            precondition(result == 1, "a started digest ends")
            count = length
        }
        return WARCDigest(algorithm, bytes)
    }

    /// Forgets what came since the last digest.
    package func reset() { isStarted = false }

    private func start() {
        guard !isStarted else { return }
        // Safety: both pointers are alive, see `init`.
        let result = unsafe EVP_DigestInit_ex2(context, method, nil)
        precondition(result == 1, "libcrypto starts a digest it has fetched")
        isStarted = true
    }

    deinit {
        // Safety: nobody else has the context.
        unsafe EVP_MD_CTX_free(context)
    }
}

/// An algorithm of libcrypto, looked up once: the look-up costs more than the digest of a small record.
///
/// Safety: `@unchecked Sendable` because libcrypto never changes a fetched method and counts its references itself;
/// `@safe` because the pointer never leaves this file.
@safe private final class DigestMethod: @unchecked Sendable {
    let pointer: OpaquePointer

    private init?(_ name: String) {
        // Safety: the fetched method is never freed; there are at most four of them.
        guard let method = unsafe EVP_MD_fetch(nil, name, nil) else { return nil }
        // Safety: as above.
        unsafe pointer = method
    }

    private static let sha1 = DigestMethod("SHA1")
    private static let sha256 = DigestMethod("SHA2-256")
    private static let sha512 = DigestMethod("SHA2-512")
    private static let md5 = DigestMethod("MD5")

    static func of(_ algorithm: WARCDigest.Algorithm) -> DigestMethod? {
        switch algorithm {
        case .sha1: sha1
        case .sha256: sha256
        case .sha512: sha512
        case .md5: md5
        }
    }
}

extension Span where Element == UInt8 {
    /// The first line feed at or behind `start` and below `end`; nil if there is none.
    func lineFeed(from start: Int, to end: Int) -> Int? {
        guard start >= 0, start < end, end <= count else { return nil }
        // Safety: memchr reads within `start..<end` of a live span, and the distance is of two pointers into it.
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let hit = unsafe memchr(base + start, 0x0A, end &- start)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }
}
