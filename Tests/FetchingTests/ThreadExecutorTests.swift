import Executors
import Glibc
import Testing

@Suite struct ThreadExecutorTests {
    /// An actor on a thread of its own that counts its calls.
    private actor Counter {
        private let executor: ThreadExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
        private(set) var order: [Int] = []

        init(name: String) { executor = ThreadExecutor(name: name) }

        func add(_ number: Int) { order.append(number) }

        func threadName() -> String {
            ThreadNames.of(path: "/proc/thread-self/comm") ?? ""
        }

        func thread() -> UInt { UInt(pthread_self()) }

        /// What a C callback on the actor's thread does.
        func assumesItsOwnIsolation() -> Int {
            let count: @Sendable () -> Int = { [self] in assumeIsolated { $0.order.count } }
            return count()
        }
    }

    /// Tells when it is freed, and on which thread.
    private final class Witness: Sendable {
        let freed: @Sendable () -> Void
        init(freed: @escaping @Sendable () -> Void) { self.freed = freed }
        deinit { freed() }
    }

    @Test func `a patient thread gives way to the others`() async {
        let patient = PatientThread(name: "patient")
        // The field after "(name)" and sixteen others is the niceness (proc(5)).
        let own: @Sendable () -> String = { ThreadNames.of(path: "/proc/thread-self/stat") ?? "" }
        func niceness(_ text: String) -> Int? {
            text.split(separator: ")").last.flatMap { Int($0.split(separator: " ")[16]) }
        }
        let here = niceness(own())
        let there = niceness(await patient.run(own))
        #expect(there == here.map { min(19, $0 + 10) })
        #expect(niceness(own()) == here)
        #expect(await patient.run { ThreadNames.of(path: "/proc/thread-self/comm") } == "patient")
    }

    @Test func `an actor runs on its named thread`() async {
        let counter = Counter(name: "a-name-that-is-too-long-for-the-kernel")
        #expect(await counter.threadName() == "a-name-that-is-")
        let first = await counter.thread()
        for _ in 0..<20 { #expect(await counter.thread() == first) }
    }

    @Test func `calls from one task run in their order`() async {
        let counter = Counter(name: "order")
        for number in 0..<1000 { await counter.add(number) }
        #expect(await counter.order == Array(0..<1000))
    }

    @Test func `no call of many tasks is lost`() async {
        let counter = Counter(name: "many")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<2000 { group.addTask { await counter.add(number) } }
        }
        #expect(await counter.order.sorted() == Array(0..<2000))
    }

    @Test func `a callback on the thread may assume the actor's isolation`() async {
        let counter = Counter(name: "assume")
        await counter.add(1)
        #expect(await counter.assumesItsOwnIsolation() == 1)
    }

    @Test func `only its own thread isolates`() async {
        let executor = ThreadExecutor(name: "isolation")
        #expect(executor.isIsolatingCurrentContext() == false)
    }

    @Test func `the thread ends with its executor`() async {
        do {
            let counter = Counter(name: "short-lived")
            await counter.add(1)
            #expect(ThreadNames.all().contains("short-lived"))
        }
        // The thread needs a moment to return; the yield gives it the processor.
        var rounds = 0
        while ThreadNames.all().contains("short-lived"), rounds < 200_000 {
            rounds += 1
            sched_yield()
        }
        #expect(!ThreadNames.all().contains("short-lived"))
    }

    @Test func `an actor may be freed by its own last job`() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let witness = Witness { done.resume() }
            Task.detached {
                let counter = Counter(name: "last-job")
                await counter.add(1)
                _ = witness
            }
        }
    }
}
