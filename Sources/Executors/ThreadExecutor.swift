import Glibc

/// A serial executor with a thread of its own, for actors whose calls block: SQLite, writes to files, `fsync`.
///
/// An actor stores it and returns it as its executor; everything the actor does then runs on that thread, and the
/// cooperative pool never waits for a disk:
/// ```swift
/// actor Journal {
///     private let executor = ThreadExecutor(name: "journal")
///     nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
/// }
/// ```
/// Jobs run in the order in which they came, whatever their priority. One executor may serve several actors. The
/// thread ends when the last reference to the executor goes; that may happen on the thread itself.
package final class ThreadExecutor: SerialExecutor {
    private let inbox = JobInbox()
    private let bell: Bell
    private let thread: DedicatedThread

    /// Starts the thread; of `name` the system shows the first 15 bytes.
    ///
    /// - Parameter niceness: Steps by which the thread comes after others when processors are short (`nice`); 0: it does not.
    package init(name: String, niceness: Int32 = 0) {
        let bell = Bell()
        self.bell = bell
        thread = DedicatedThread(name: name) { [inbox] in
            if niceness != 0 { DedicatedThread.giveWay(by: niceness) }
            var batch = JobInbox.Batch()
            repeat {
                bell.wait()
                inbox.take(into: &batch)
                batch.run()
            } while !batch.isClosed
        }
    }

    deinit {
        inbox.close()
        bell.ring()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        if inbox.append(UnownedJob(job), of: self) { bell.ring() }
    }

    package func isIsolatingCurrentContext() -> Bool? { thread.isCurrent }

    package func checkIsolated() {
        precondition(thread.isCurrent, "called off the thread of its executor")
    }
}

/// A counting semaphore: each ring lets one wait pass.
private final class Bell: @unchecked Sendable {
    // Safety: semaphores are made to be used by several threads; the pointer never changes and is freed in deinit.
    private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
        semaphore = .allocate(capacity: 1)
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func ring() { sem_post(semaphore) }

    func wait() {
        // A signal may end the wait early.
        while sem_wait(semaphore) != 0 {}
    }
}
