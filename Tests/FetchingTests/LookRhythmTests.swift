import Testing

@testable import FetchingCurl

@Suite struct LookRhythmTests {
    private let begun = ContinuousClock.now

    private func at(_ microseconds: Int) -> ContinuousClock.Instant { begun + .microseconds(microseconds) }

    @Test func `news wait the longer the more transfers there are`() {
        #expect(LookRhythm.interval(with: 0) == .zero)
        #expect(LookRhythm.interval(with: 47) == .zero)
        #expect(LookRhythm.interval(with: 48) == .milliseconds(4))
        #expect(LookRhythm.interval(with: 500) == .milliseconds(8))
    }

    @Test func `the first looks and those far apart are not waited for`() {
        var rhythm = LookRhythm()
        #expect(rhythm.pause(at: at(0), interval: .milliseconds(4)) == .zero)
        rhythm.look(at: at(0), news: 9)
        #expect(rhythm.pause(at: at(10), interval: .milliseconds(4)) == .zero)
        rhythm.look(at: at(5_000), news: 9)
        #expect(rhythm.pause(at: at(5_010), interval: .milliseconds(4)) == .zero)
    }

    @Test func `after two looks within the interval the next one waits for its end`() {
        var rhythm = LookRhythm()
        rhythm.look(at: at(0), news: 1)
        rhythm.look(at: at(300), news: 1)
        #expect(rhythm.pause(at: at(400), interval: .milliseconds(4)) == .microseconds(3_900))
    }

    @Test func `waiting goes on as long as it brings news`() {
        var rhythm = LookRhythm()
        rhythm.look(at: at(0), news: 1)
        rhythm.look(at: at(300), news: 1)
        _ = rhythm.pause(at: at(400), interval: .milliseconds(4))
        rhythm.look(at: at(4_300), news: 3)
        #expect(rhythm.pause(at: at(4_500), interval: .milliseconds(4)) == .microseconds(3_800))
        rhythm.look(at: at(8_300), news: 0)
        #expect(rhythm.pause(at: at(8_400), interval: .milliseconds(4)) == .zero)
    }

    @Test func `work that lasts longer than the interval is not followed by a wait`() {
        var rhythm = LookRhythm()
        rhythm.look(at: at(0), news: 1)
        rhythm.look(at: at(300), news: 1)
        #expect(rhythm.pause(at: at(9_000), interval: .milliseconds(4)) == .zero)
    }
}
