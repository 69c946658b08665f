import Foundation

/// One call of the fuzzer: bytes in, nothing out, and a stop if the bytes cost more time or memory than they may.
///
/// A trap, a call of more than a second of CPU or too much memory ends the program, and libFuzzer keeps the bytes in a
/// file. libFuzzer's own `-timeout` is for calls that never end: it asks once a second, and by the clock on the wall.
enum FuzzRun {
    /// Bytes of memory a parser may take for each byte of input.
    private static let bytesPerByte = 64
    /// Bytes of memory a parser may take whatever the input: tables made at the first use, stacks of handles.
    private static let freeBytes = 16 << 20
    /// Nanoseconds of CPU a call may take.
    private static let maximumNanoseconds = 1_000_000_000
    /// Runs `body` on the bytes at `start`.
    static func run(_ start: UnsafePointer<UInt8>?, _ count: Int, _ body: ([UInt8]) -> Void) -> CInt {
        // Safety: libFuzzer hands over `count` bytes that live as long as the call.
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        resetPeak()
        let before = peakBytes()
        let began = cpuNanoseconds()
        body(bytes)
        let elapsed = cpuNanoseconds() - began
        let used = peakBytes() - before
        let allowed = bytesPerByte * count + freeBytes
        check(used <= allowed, "\(count) bytes of input took \(used) bytes of memory, \(allowed) are allowed")
        check(elapsed <= maximumNanoseconds, "\(count) bytes of input took \(elapsed / 1_000_000) ms, 1000 are allowed")
        return 0
    }

    /// Ends the program with a message that says what is not as it must be.
    static func check(_ isTrue: Bool, _ message: @autoclosure () -> String) {
        guard !isTrue else { return }
        FileHandle.standardError.write(Data("fuzz: \(message())\n".utf8))
        abort()
    }

    /// Time on the processor of this thread.
    private static func cpuNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// The largest resident size since the last reset.
    private static func peakBytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1_024
    }

    /// Sets the kernel's high-water mark back to what is in use; without that no call after a large one is measured.
    private static func resetPeak() {
        let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        check(file >= 0, "/proc/self/clear_refs: \(String(cString: strerror(errno))); memory cannot be measured")
        check(write(file, "5", 1) == 1, "/proc/self/clear_refs takes no 5; memory cannot be measured")
        close(file)
    }
}

extension [UInt8] {
    /// The parts between zero bytes, at most `count`; the last holds the rest.
    func parts(_ count: Int) -> [[UInt8]] {
        split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false).map(Array.init)
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
