import Executors
import Synchronization

/// The executor of a `CurlFetcher`, and the thread of its multi handle.
///
/// Where another executor would sleep it waits for sockets (`curl_multi_poll`), and a new job ends that wait
/// (`curl_multi_wakeup`). So libcurl's callbacks, the ends of transfers and the actor's jobs all run on one thread, and a
/// fetch needs no lock. The thread ends when the last reference to the loop goes, which may happen on the thread itself.
final class CurlLoop: SerialExecutor {
    /// What happens between two waits; `CurlFetcher` is the one in the product.
    protocol Turning: AnyObject, Sendable {
        /// Advances the transfers; returns how long the loop may sleep. `hasWaited` is false if only jobs have run since
        /// the last turn, so that no socket needs a look.
        nonisolated func turn(hasWaited: Bool) -> Duration
    }

    let multi: CurlMulti
    private let inbox = JobInbox()
    private let seat = Seat()
    private let thread: DedicatedThread

    init(name: String, multi: CurlMulti) {
        self.multi = multi
        thread = DedicatedThread(name: name) { [inbox, seat] in
            var batch = JobInbox.Batch()
            var hasWaited = false
            while true {
                inbox.take(into: &batch)
                batch.run()
                if batch.isClosed { return }
                let pause = seat.turn(hasWaited: hasWaited)
                hasWaited = inbox.isEmpty
                if hasWaited { multi.wait(milliseconds: pause) }
            }
        }
    }

    deinit {
        inbox.close()
        multi.wake()
    }

    /// Names the fetcher whose turns the loop runs; it is held weakly.
    func attach(_ turning: any Turning) {
        seat.take(turning)
        multi.wake()
    }

    /// True if the caller runs on the loop's thread.
    var isCurrent: Bool { thread.isCurrent }

    func enqueue(_ job: consuming ExecutorJob) {
        // On its own thread the loop looks at the inbox again before it waits.
        if inbox.append(UnownedJob(job), of: self), !thread.isCurrent { multi.wake() }
    }

    func isIsolatingCurrentContext() -> Bool? { thread.isCurrent }

    func checkIsolated() { precondition(thread.isCurrent, "called off the thread of its executor") }
}

/// Where the loop's thread finds the fetcher, without keeping it alive.
private final class Seat: Sendable {
    private struct Holder {
        weak var turning: (any CurlLoop.Turning)?
    }

    private let holder = Mutex(Holder())

    func take(_ turning: any CurlLoop.Turning) { holder.withLock { $0.turning = turning } }

    /// One turn; the milliseconds until the next one.
    func turn(hasWaited: Bool) -> Int32 {
        // A day, if there is nothing to turn: every change wakes the loop.
        let pause = holder.withLock({ $0.turning })?.turn(hasWaited: hasWaited) ?? .seconds(86_400)
        let parts = pause.components
        // Rounded up, else the last millisecond before a deadline would be spent in waits of none.
        let milliseconds =
            parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }
}
