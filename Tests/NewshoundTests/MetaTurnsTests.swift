import Archiving
import Testing

@testable import newshound

@Suite struct MetaTurnsTests {
    @Test func `the file is written after the first visit, then when its turn has come, and at the end`()
        async throws
    {
        var writes = 0
        let turns = MetaTurns { () throws(ArchiveError) in
            writes += 1
            // So long that the visits below come before the next turn.
            let start = ContinuousClock().now
            while ContinuousClock().now - start < .milliseconds(200) {}
        }
        try turns.end()
        #expect(writes == 0)
        for _ in 0..<20 { try turns.visited() }
        #expect(writes == 1)
        try turns.end()
        #expect(writes == 2)
        try turns.end()
        #expect(writes == 2)
    }

    @Test func `a turn that failed is taken again`() throws {
        var isBroken = true
        let turns = MetaTurns { () throws(ArchiveError) in
            if isBroken { throw .diskFull(path: "meta", operation: "write the file") }
        }
        #expect(throws: ArchiveError.self) { try turns.visited() }
        isBroken = false
        try turns.end()
    }
}
