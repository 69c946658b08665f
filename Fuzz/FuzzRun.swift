import Foundation

/// One call of the fuzzer: bytes in, nothing out, and a stop if the bytes cost more memory than they may.
///
/// A trap, a call of more than a second (`-timeout=1`) or too much memory ends the program, and libFuzzer keeps
/// the bytes in a file.
enum FuzzRun {
    /// Bytes of memory a parser may take for each byte of input.
    private static let bytesPerByte = 64
    /// Bytes of memory a parser may take whatever the input: tables made at the first use, stacks of handles.
    private static let freeBytes = 16 << 20
    /// After so many calls the kernel's high-water mark is set back to what is in use.
    private static let callsBetweenResets = 2_000

    nonisolated(unsafe) private static var calls = 0

    /// Runs `body` on the bytes at `start`.
    static func run(_ start: UnsafePointer<UInt8>?, _ count: Int, _ body: ([UInt8]) -> Void) -> CInt {
        // Safety: libFuzzer hands over `count` bytes that live as long as the call.
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        calls &+= 1
        if calls % callsBetweenResets == 1 { resetPeak() }
        let before = peakBytes()
        body(bytes)
        let used = peakBytes() - before
        let allowed = bytesPerByte * count + freeBytes
        check(used <= allowed, "\(count) bytes of input took \(used) bytes of memory, \(allowed) are allowed")
        return 0
    }

    /// Ends the program with a message that says what is not as it must be.
    static func check(_ isTrue: Bool, _ message: @autoclosure () -> String) {
        guard !isTrue else { return }
        FileHandle.standardError.write(Data("fuzz: \(message())\n".utf8))
        abort()
    }

    /// The largest resident size since the last reset.
    private static func peakBytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1_024
    }

    private static func resetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }
}

extension [UInt8] {
    /// The parts between zero bytes, at most `count`; the last holds the rest.
    func parts(_ count: Int) -> [[UInt8]] {
        split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false).map(Array.init)
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
