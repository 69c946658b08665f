import Frontier
import Synchronization
import Testing

@testable import Crawling

@Suite struct ReadingTurnsTests {
    private final class Counts: Sendable {
        let state = Mutex((now: 0, most: 0, ended: 0))
    }

    @Test func `one has the turn at a time, and all come to it`() async throws {
        let turns = ReadingTurns()
        let counts = Counts()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try? await turns.inTurn { () async throws(VisitError) in
                        counts.state.withLock {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                        }
                        // Others may run here, as they do while records are written.
                        for _ in 0..<5 { await Task.yield() }
                        counts.state.withLock {
                            $0.now -= 1
                            $0.ended += 1
                        }
                    }
                }
            }
        }
        #expect(counts.state.withLock { $0.most } == 1)
        #expect(counts.state.withLock { $0.ended } == 50)
    }

    @Test func `an error hands the turn on`() async throws {
        let turns = ReadingTurns()
        await #expect(throws: VisitError.self) {
            try await turns.inTurn { () async throws(VisitError) in
                throw VisitError.frontier(.diskFull(path: "frontier.sqlite", operation: "commit"))
            }
        }
        #expect(try await turns.inTurn { () async throws(VisitError) in 7 } == 7)
    }
}
