import Synchronization
import Testing

@testable import ArchiveTools

@Suite struct OrderedPipelineTests {
    private struct Broken: Error, Equatable {
        let at: Int
    }

    @Test(arguments: [1, 2, 7])
    func `results come in the order of the elements whatever the number of jobs`(jobs: Int) async throws {
        var rest = (0..<500).makeIterator()
        var seen: [Int] = []
        try await OrderedPipeline(jobs: jobs).run(
            next: { rest.next() },
            work: { number in
                // The first of each seven takes longest.
                var sum = number
                for step in 0..<(number % 7 == 0 ? 20_000 : 10) { sum = (sum &* 31 &+ step) & 0xFFFF }
                return (number, sum)
            },
            sink: {
                seen.append($0.0); return true
            })
        #expect(seen == Array(0..<500))
    }

    @Test func `without elements nothing is done`() async throws {
        try await OrderedPipeline(jobs: 3).run(
            next: { Int?.none }, work: { $0 },
            sink: { _ in
                Issue.record("a result came"); return true
            })
    }

    @Test func `a sink that has enough ends it, and only a few elements more were taken`() async throws {
        var taken = 0
        var seen = 0
        try await OrderedPipeline(jobs: 2).run(
            next: {
                taken += 1; return taken
            }, work: { $0 },
            sink: { _ in
                seen += 1; return seen < 10
            })
        #expect(seen == 10)
        #expect(taken <= 10 + 2 * 4)
    }

    @Test func `an error of the source ends it`() async throws {
        var taken = 0
        await #expect(throws: Broken(at: 6)) {
            try await OrderedPipeline(jobs: 2).run(
                next: { () throws -> Int? in
                    taken += 1
                    if taken == 6 { throw Broken(at: taken) }
                    return taken
                }, work: { $0 }, sink: { _ in true })
        }
    }

    @Test func `an error of the sink ends it`() async throws {
        var rest = (0..<100).makeIterator()
        await #expect(throws: Broken(at: 3)) {
            try await OrderedPipeline(jobs: 4).run(
                next: { rest.next() }, work: { $0 },
                sink: { number in
                    if number == 3 { throw Broken(at: 3) }
                    return true
                })
        }
    }

    @Test func `no jobs are one job`() async throws {
        let active = Mutex((now: 0, most: 0))
        var rest = (0..<20).makeIterator()
        #expect(OrderedPipeline(jobs: 0).jobs == 1)
        try await OrderedPipeline(jobs: -3).run(
            next: { rest.next() },
            work: { number in
                active.withLock {
                    $0.now += 1; $0.most = max($0.most, $0.now)
                }
                defer { active.withLock { $0.now -= 1 } }
                return number
            }, sink: { _ in true })
        #expect(active.withLock { $0.now } == 0)
    }
}
