import Synchronization

/// The jobs that wait for a serial executor's thread, in the order in which they came.
///
/// Any thread may `append` and `close`; only the executor's thread calls `take`.
package final class JobInbox: Sendable {
    /// What the thread gets in one go.
    package struct Batch {
        package fileprivate(set) var jobs: [UnownedJob] = []
        /// The executor that the jobs belong to. Holding it keeps the executor alive until they have run, even if the
        /// last of them frees the actor.
        package fileprivate(set) var executor: (any SerialExecutor)?
        /// True once the executor is gone: no job comes any more.
        package fileprivate(set) var isClosed = false

        package init() {}
    }

    private let waiting = Mutex(Batch())

    package init() {}

    /// Adds a job; true if the thread must be woken, that is, if nothing had waited before it.
    package func append(_ job: UnownedJob, of executor: any SerialExecutor) -> Bool {
        waiting.withLock { waiting in
            waiting.jobs.append(job)
            guard waiting.executor == nil else { return false }
            waiting.executor = executor
            return true
        }
    }

    /// Says that no job will come any more.
    package func close() { waiting.withLock { $0.isClosed = true } }

    package var isEmpty: Bool { waiting.withLock { $0.jobs.isEmpty && !$0.isClosed } }

    /// Hands over what waits. `batch` is emptied first and its storage used again.
    package func take(into batch: inout Batch) {
        batch.jobs.removeAll(keepingCapacity: true)
        batch.executor = nil
        waiting.withLock { waiting in
            swap(&waiting.jobs, &batch.jobs)
            swap(&waiting.executor, &batch.executor)
            batch.isClosed = waiting.isClosed
        }
    }
}

extension JobInbox.Batch {
    /// Runs all jobs on the calling thread, then lets the executor go.
    package mutating func run() {
        guard let executor else { return }
        let unowned = executor.asUnownedSerialExecutor()
        for job in jobs { job.runSynchronously(on: unowned) }
        self.executor = nil
    }
}
