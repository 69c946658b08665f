import Fetching
import Testing

@testable import FetchingCurl

@Suite struct ExchangeClockTests {
    private let begun = ContinuousClock.now

    private func clock() -> ExchangeClock {
        ExchangeClock(
            limits: .limits(
                connect: .seconds(10), firstByte: .seconds(30), idle: .seconds(30), total: .seconds(120)),
            begun: begun)
    }

    @Test func `before the request the connect limit is next`() {
        let next = clock().next
        #expect(next.limit == .connect)
        #expect(begun.duration(to: next.at) == .seconds(11))
    }

    @Test func `after the request the first byte is awaited, counted from the request`() {
        var clock = clock()
        clock.sent = begun + .seconds(5)
        #expect(clock.next.limit == .firstByte)
        #expect(begun.duration(to: clock.next.at) == .seconds(35))
    }

    @Test func `each byte moves the idle limit`() {
        var clock = clock()
        clock.sent = begun
        clock.lastByte = begun + .seconds(60)
        #expect(clock.next.limit == .idle)
        #expect(begun.duration(to: clock.next.at) == .seconds(90))
    }

    @Test func `no byte moves the total limit`() {
        var clock = clock()
        clock.sent = begun
        clock.lastByte = begun + .seconds(119)
        #expect(clock.next.limit == .total)
        #expect(begun.duration(to: clock.next.at) == .seconds(120))
    }

    @Test func `a pause of ours is not charged to the server`() {
        var clock = clock()
        clock.sent = begun
        clock.lastByte = begun + .seconds(100)
        clock.pause(at: begun + .seconds(101))
        #expect(clock.next.limit == .pause)
        #expect(begun.duration(to: clock.next.at) == .seconds(101) + ExchangeClock.patience)
        clock.resume(at: begun + .seconds(110))
        #expect(clock.pausedSince == nil)
        #expect(clock.next.limit == .total)
        #expect(begun.duration(to: clock.next.at) == .seconds(129))
    }
}
