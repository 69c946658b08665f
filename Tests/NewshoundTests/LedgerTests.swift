import Frontier
import Testing

@testable import newshound

@Suite struct LedgerTests {
    private func counts(queued: Int, leased: Int = 0, waiting: Int = 0) -> FrontierCounts {
        var counts = FrontierCounts()
        counts.archived = 2
        counts.queued = queued
        counts.leased = leased
        counts.waiting = waiting
        return counts
    }

    @Test func `what was archived before stands where it is to be visited`() {
        func ledger(_ counts: FrontierCounts, _ again: Int) -> String {
            RunSummary.ledger(counts, queuedAgain: again)
        }
        #expect(ledger(counts(queued: 117), 0) == "discovered 119 = archived 2 + queued 117")
        #expect(
            ledger(counts(queued: 117), 9) == "discovered 119 = archived 2 + queued 117 (9 archived before)")
        // Never more than what it is said of.
        #expect(
            ledger(counts(queued: 117, waiting: 2), 119)
                == "discovered 121 = archived 2 + queued 117 + waiting 2; "
                + "of what is to be visited 119 archived before")
        #expect(
            ledger(counts(queued: 0, leased: 1), 1)
                == "discovered 3 = archived 2 + in flight 1; of what is to be visited 1 archived before")
    }
}
