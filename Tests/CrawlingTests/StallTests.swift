import FoundationEssentials
import Testing

@testable import Crawling

@Suite struct StallTests {
    private let wake = Date(timeIntervalSince1970: 1_800_000_000)

    private func stall(
        isPaused: Bool = false, inFlight: Int = 0, hostsWaiting: Int = 0, quietFor: Duration = .seconds(20),
        nextWake: Date? = nil
    ) -> Stall? {
        Stall(
            isPaused: isPaused, inFlight: inFlight, hostsWaiting: hostsWaiting, quietFor: quietFor,
            nextWake: nextWake)
    }

    @Test func `a run that fetched a moment ago does not stall`() {
        #expect(stall(inFlight: 3, hostsWaiting: 9, quietFor: .seconds(9), nextWake: wake) == nil)
    }

    @Test func `hosts that all wait are counted, with the time of the first`() {
        #expect(stall(hostsWaiting: 2, nextWake: wake) == .hostsWait(count: 2, until: wake))
    }

    @Test func `fetches without an answer are told apart from hosts that wait`() {
        #expect(
            stall(inFlight: 2, hostsWaiting: 2, nextWake: wake)
                == .noAnswer(fetches: 2, for: .seconds(20)))
    }

    @Test func `a pause is named at once, when the last fetch has ended`() {
        #expect(stall(isPaused: true, quietFor: .zero) == .paused)
        #expect(stall(isPaused: true, inFlight: 1, quietFor: .zero) == nil)
    }

    @Test func `a run that has nothing left does not stall`() { #expect(stall() == nil) }
}
