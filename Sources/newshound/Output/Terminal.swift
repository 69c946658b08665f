import Foundation
import Synchronization

/// Standard output and standard error.
enum Terminal {
    /// True if standard error is shown to a person.
    static let isInteractive = isatty(STDERR_FILENO) == 1

    /// True once standard error is to have nothing but lines of JSON: from then on messages and remarks are objects, too.
    static var logsJSON: Bool {
        get { log.withLock { $0 } }
        set { log.withLock { $0 = newValue } }
    }

    private static let log = Mutex(false)

    /// A message on standard error, in one line. Control characters of what it quotes are made visible.
    static func complain(_ message: String) {
        if logsJSON { return put(fields: ["error": message]) }
        endLive()
        write("newshound: \(visible(message))\n", to: STDERR_FILENO)
    }

    /// Progress and remarks, on standard error.
    static func note(_ line: String) {
        if logsJSON { return put(fields: ["note": line]) }
        endLive()
        write(visible(line) + "\n", to: STDERR_FILENO)
    }

    /// A line of a log in JSON, on standard error.
    static func put(fields: [String: Any]) {
        endLive()
        write(ProgressLine.json(fields) + "\n", to: STDERR_FILENO)
    }

    /// A result, on standard output. False if nobody reads it any more or it cannot be written.
    @discardableResult
    static func put(_ text: String) -> Bool {
        if write(text + "\n", to: STDOUT_FILENO) { return true }
        if errno != EPIPE { failure.withLock { $0 = String(cString: strerror(errno)) } }
        return false
    }

    private static let failure = Mutex<String?>(nil)

    /// Why standard output did not take a result; nil: it took them, or its reader went away, which is no error.
    static var outputFailure: String? { failure.withLock { $0 } }

    /// Rewrites the live line of progress.
    static func live(_ line: String) {
        hasLive.withLock { $0 = true }
        write("\r\u{1B}[2K" + visible(line), to: STDERR_FILENO)
    }

    /// Removes the live line, if one is shown.
    static func endLive() {
        guard
            hasLive.withLock({ shown in
                defer { shown = false }; return shown
            })
        else { return }
        write("\r\u{1B}[2K", to: STDERR_FILENO)
    }

    private static let hasLive = Mutex(false)

    /// A reader that goes away is no error: writes then say so instead of ending the program.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// A file that may not grow further (`ulimit -f`) is an error of the write, not the end of the program.
    static func ignoreFileSizeSignals() { signal(SIGXFSZ, SIG_IGN) }

    /// All bytes; false if the other end is closed or the disk is full.
    @discardableResult
    static func write(_ text: String, to file: Int32) -> Bool { write(Array(text.utf8), to: file) }

    @discardableResult
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(file, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            return text
        }
        return text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F
                ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }.joined()
    }
}
