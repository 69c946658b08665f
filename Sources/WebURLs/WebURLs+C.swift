import CIDN2
import CPSL

// The one file of this target that touches memory without checks: scratch room, strings from it, libidn2,
// libpsl.

/// Runs `body` with room for `capacity` bytes that live only as long as the call.
///
/// Up to 1 KiB lie on the stack, so that an ordinary URL costs one allocation: its own text.
func withScratch<Result>(
    capacity: Int, _ body: (inout OutputSpan<UInt8>) -> Result
) -> Result {
    // Safety: the buffer is used through the bounds-checked span only, and the span does not outlive the
    // closure.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(capacity, 1)) { buffer in
        var room = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
        let result = body(&room)
        // Safety: bytes are trivial, nothing is left to deinitialise.
        _ = unsafe room.finalize(for: buffer)
        return result
    }
}

extension OutputSpan<UInt8> {
    /// Appends all of `bytes` at once.
    @inline(__always)
    mutating func append(copying bytes: borrowing Span<UInt8>) {
        precondition(bytes.count <= freeCapacity, "scratch room was reckoned too small")
        // Safety: the room was just checked; source and target are different memory, both valid during the
        // closures.
        unsafe withUnsafeMutableBufferPointer { target, initialized in
            unsafe bytes.withUnsafeBufferPointer { source in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                unsafe (to + initialized).initialize(from: from, count: source.count)
                initialized &+= source.count
            }
        }
    }
}

/// What a look at all bytes of a reference tells.
struct ByteSurvey {
    /// Whether a byte is 128 or more.
    let hasNonASCII: Bool
    /// Whether a byte is a tab, a line feed or a carriage return.
    let hasTabOrNewline: Bool

    init(_ bytes: borrowing Span<UInt8>) {
        var union: UInt64 = 0
        var belowFourteen: UInt64 = 0
        var index = 0
        // Safety: every 8 bytes loaded lie before `count`; unaligned loads are allowed here.
        unsafe bytes.withUnsafeBytes { raw in
            while index &+ 8 <= raw.count {
                let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                union |= word
                // The high bit of each byte that is below 14; other bytes may borrow it, so it is only a
                // hint.
                belowFourteen |= (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
                index &+= 8
            }
        }
        while index < bytes.count {
            union |= UInt64(bytes[index])
            if bytes[index] < 14 { belowFourteen = .max }
            index &+= 1
        }
        hasNonASCII = union & Self.highBits != 0
        var isBroken = false
        if belowFourteen & Self.highBits != 0 {
            for index in bytes.indices where Self.isTabOrNewline(bytes[index]) { isBroken = true }
        }
        hasTabOrNewline = isBroken
    }

    @inline(__always)
    static func isTabOrNewline(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 13 }

    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}

extension String {
    /// The text that `bytes` encode, ASCII for the most part; what is ill-formed becomes U+FFFD.
    init(utf8 bytes: borrowing Span<UInt8>) {
        // Safety: exactly `count` bytes are copied into room for as many, from a span borrowed meanwhile.
        self = unsafe bytes.withUnsafeBytes { source in
            unsafe String(unsafeUninitializedCapacity: source.count) { target in
                unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
                return source.count
            }
        }
    }
}

/// What libidn2 says of one label.
enum IDNAnswer: Equatable {
    case ascii([UInt8])
    /// A code point that IDNA 2008 does not allow, a hyphen at an edge, or more than 63 octets: refused by
    /// libidn2, not necessarily by UTS #46.
    case stricterThanUTS46
    case invalid
}

/// One label of a domain in ASCII form, by libidn2 with the non-transitional processing of UTS #46.
///
/// - Parameter label: UTF-8 without dots and without NUL.
func asciiLabel(idn2 label: [UInt8]) -> IDNAnswer {
    let terminated = label + [0]
    let flags = CInt(IDN2_NONTRANSITIONAL.rawValue)
    return unsafe terminated.withUnsafeBufferPointer { input in
        var output: UnsafeMutablePointer<UInt8>?
        // Safety: `input` ends with NUL; libidn2 sets `output` only when it returns IDN2_OK, and it is freed
        // once.
        let status = unsafe idn2_lookup_u8(input.baseAddress, &output, flags)
        guard status == CInt(IDN2_OK.rawValue), let output = unsafe output else {
            switch status {
            case CInt(IDN2_DISALLOWED.rawValue), CInt(IDN2_UNASSIGNED.rawValue),
                CInt(IDN2_HYPHEN_STARTEND.rawValue), CInt(IDN2_2HYPHEN.rawValue),
                CInt(IDN2_TOO_BIG_LABEL.rawValue), CInt(IDN2_TOO_BIG_DOMAIN.rawValue),
                CInt(IDN2_PUNYCODE_BIG_OUTPUT.rawValue), CInt(IDN2_CONTEXTO.rawValue),
                CInt(IDN2_CONTEXTO_NO_RULE.rawValue), CInt(IDN2_ALABEL_ROUNDTRIP_FAILED.rawValue):
                return .stricterThanUTS46
            default:
                return .invalid
            }
        }
        defer { unsafe idn2_free(output) }
        var ascii: [UInt8] = []
        var index = 0
        // Safety: the output is a NUL-terminated string; the loop stops at its end.
        while true {
            let byte = unsafe output[index]
            if byte == 0 { break }
            ascii.append(byte)
            index += 1
        }
        return .ascii(ascii)
    }
}

/// The public suffix list, as libpsl has it: the newest of the system's file and the one compiled in.
enum PublicSuffixList {
    // Safety: set once, never freed, and libpsl only reads it, so any thread may.
    nonisolated(unsafe) private static let list: OpaquePointer? = unsafe psl_latest(nil)

    /// The registrable domain of `domain`: its public suffix and one label more.
    ///
    /// Nil if the domain is a public suffix itself, or if no rule of the list covers its top-level domain.
    /// - Parameter domain: lower-case ASCII, without a trailing dot and without NUL.
    static func registrableDomain(of domain: String) -> String? {
        unsafe domain.withCString { name in
            // Safety: the pointer that libpsl returns points into `name`, which outlives its use here.
            guard let list = unsafe list, let suffix = unsafe psl_unregistrable_domain(list, name) else {
                return nil
            }
            let start = unsafe suffix - name
            guard start > 1 else { return nil }
            let bytes = domain.utf8.span
            var isSingleLabel = true
            for index in start..<bytes.count where bytes[index] == UInt8(ascii: ".") { isSingleLabel = false }
            if isSingleLabel {
                // Without a rule the list takes the last label for a suffix; that is not what is asked for
                // here.
                let listed = unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE)
                guard listed != 0 else { return nil }
            }
            var label = start - 1
            while label > 0, bytes[label - 1] != UInt8(ascii: ".") { label -= 1 }
            return String(utf8: bytes.extracting(label..<bytes.count))
        }
    }
}
