import Executors
import Synchronization

/// The executor of a `CurlFetcher`, and the thread of its multi handle.
///
/// Where another executor would sleep it waits for sockets (`CurlMulti.wait`), and a new job ends that wait
/// (`Doorbell.ring`). So libcurl's callbacks, the ends of transfers and the actor's jobs all run on one thread, and a
/// fetch needs no lock. The thread ends when the last reference to the loop goes, which may happen on the thread itself.
final class CurlLoop: SerialExecutor {
    /// What happens between two waits; `CurlFetcher` is the one in the product.
    protocol Turning: AnyObject, Sendable {
        /// Advances the transfers; returns how long the loop may sleep as far as the fetcher knows.
        nonisolated func turn() -> Duration
    }

    let multi: CurlMulti
    private let doorbell: Doorbell
    private let inbox = JobInbox()
    private let seat = Seat()
    private let thread: DedicatedThread

    /// `doorbell` is the one that `multi` watches.
    init(name: String, multi: CurlMulti, doorbell: Doorbell) {
        self.multi = multi
        self.doorbell = doorbell
        thread = DedicatedThread(name: name) { [inbox, seat] in
            var batch = JobInbox.Batch()
            while true {
                doorbell.silence()
                inbox.take(into: &batch)
                batch.run()
                if batch.isClosed { return }
                let pause = seat.turn()
                multi.gather()
                // Jobs that never stop coming must not keep the sockets from a look. Those from this thread do not ring.
                multi.wait(atMost: inbox.isEmpty && doorbell.fallAsleep() ? pause : .zero)
            }
        }
    }

    deinit {
        inbox.close()
        doorbell.ring()
    }

    /// Names the fetcher whose turns the loop runs; it is held weakly.
    func attach(_ turning: any Turning) {
        seat.take(turning)
        doorbell.ring()
    }

    /// True if the caller runs on the loop's thread.
    var isCurrent: Bool { thread.isCurrent }

    func enqueue(_ job: consuming ExecutorJob) {
        // On its own thread the loop looks at the inbox again before it waits.
        if inbox.append(UnownedJob(job), of: self), !thread.isCurrent { doorbell.ring() }
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

    /// One turn. Without a fetcher a day may pass: every change wakes the loop.
    func turn() -> Duration { holder.withLock({ $0.turning })?.turn() ?? .seconds(86_400) }
}
