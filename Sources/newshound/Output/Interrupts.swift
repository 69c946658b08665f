import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: the first asks for the end, the second ends at once.
///
/// Ending at once loses nothing that was committed: the next start cuts the archive back to that.
final class Interrupts {
    private let sources: [any DispatchSourceSignal]

    /// `first` is called once, on a queue of its own.
    init(first: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "newshound.interrupts")
        let count = Mutex(0)
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                let signals = count.withLock { count in
                    count += 1
                    return count
                }
                if signals == 1 { first() } else { Foundation._exit(ExitStatus.stopped.rawValue) }
            }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
