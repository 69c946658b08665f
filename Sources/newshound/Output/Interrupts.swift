import Foundation
import Synchronization

/// Ctrl-C, SIGTERM, and SIGHUP of a terminal that is closed: the first asks for the end, the second ends at once.
///
/// Ending at once loses nothing that was committed: the next start cuts the archive back to that. There is one value for
/// the whole program, since signals are the process's own; it listens from its first use on.
final class Interrupts: Sendable {
    static let program = Interrupts()

    private struct State {
        var signals = 0
        var ending: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Where the signal handler writes a byte for each signal; -1 until somebody listens.
    private static let doorbell = Atomic<Int32>(-1)

    private init() {
        var ends: [Int32] = [-1, -1]
        // Without a pipe the signals do what they always do: they end the program.
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let bell = ends[0]
        Self.doorbell.store(ends[1], ordering: .releasing)
        Thread.detachNewThread { [self] in
            var byte: UInt8 = 0
            while true {
                let count = read(bell, &byte, 1)
                if count == 1 { note() } else if errno != EINTR { return }
            }
        }
        for number in [SIGINT, SIGTERM] + (Self.isHangupHeeded ? [SIGHUP] : []) {
            signal(number) { _ in
                // Only what POSIX allows in a handler (XSH §2.4.3).
                let code = errno
                var byte: UInt8 = 1
                _ = write(Interrupts.doorbell.load(ordering: .acquiring), &byte, 1)
                errno = code
            }
        }
    }

    /// False if whoever started the program wants it to outlast the terminal, as nohup does.
    private static var isHangupHeeded: Bool {
        var action = sigaction()
        return sigaction(SIGHUP, nil, &action) == 0 && action.__sigaction_handler.sa_handler == nil
    }

    /// True once the end was asked for.
    var areAsked: Bool { state.withLock { $0.signals > 0 } }

    /// What the first signal does from now on, in place of what was said before; at once if that signal has come already.
    /// Nil: nothing more than being noted. It is called on a thread of its own.
    func onFirst(_ ending: (@Sendable () -> Void)?) {
        let isAsked = state.withLock { state in
            state.ending = ending
            return state.signals > 0
        }
        if isAsked { ending?() }
    }

    private func note() {
        let (signals, ending) = state.withLock { state in
            state.signals += 1
            return (state.signals, state.ending)
        }
        if signals == 1 { ending?() } else { Foundation._exit(ExitStatus.stopped.rawValue) }
    }
}
