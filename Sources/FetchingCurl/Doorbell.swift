import CCurl
import Glibc
import Synchronization

/// What ends the wait of a loop that sleeps in `epoll_wait`: an eventfd that is only written to if the loop sleeps.
///
/// The loop says `silence`, looks at everything there is to do, and sleeps if `fallAsleep` says so: a ring in between is
/// not lost. Any thread may ring. It has a life of its own, so that a capture that gives its memory back late keeps this
/// and not the connections of a fetcher that is gone.
final class Doorbell: Sendable {
    /// The eventfd, to be watched for edges: nobody reads from it, each write is news.
    let descriptor: Int32

    private static let silent = 0
    private static let asleep = 1
    private static let rung = 2
    private let state = Atomic<Int>(Doorbell.silent)

    /// Throws if file descriptors are short.
    init() throws(CurlSetupError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw .engine(reason: "no eventfd: \(SystemError.text(errno))") }
    }

    deinit { close(descriptor) }

    /// Ends the current wait, or keeps the loop from the next one.
    func ring() {
        guard state.exchange(Self.rung, ordering: .sequentiallyConsistent) == Self.asleep else { return }
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Takes all rings back; what they were for is to be looked at afterwards.
    func silence() { state.store(Self.silent, ordering: .sequentiallyConsistent) }

    /// True if nobody has rung since `silence`; whoever rings now ends the wait.
    func fallAsleep() -> Bool {
        state.compareExchange(
            expected: Self.silent, desired: Self.asleep, ordering: .sequentiallyConsistent
        ).exchanged
    }
}
