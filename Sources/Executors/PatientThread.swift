/// Runs long computations one after the other on a thread of its own that gives way to all others.
///
/// A computation of seconds would keep one of the few threads of the cooperative pool, and everything that is quick would
/// wait behind it.
package actor PatientThread {
    private let executor: ThreadExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// A tenth of what another thread gets, as Linux weighs it, while others want all of the processors.
    private static let niceness: Int32 = 10

    /// Starts the thread; of `name` the system shows the first 15 bytes.
    package init(name: String) { executor = ThreadExecutor(name: name, niceness: Self.niceness) }

    /// Runs `work` when what was asked for before is done.
    package func run<Result: Sendable>(_ work: @Sendable () -> Result) -> Result { work() }
}
