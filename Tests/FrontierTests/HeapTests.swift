import FrontierConformance
import Testing

@testable import FrontierSQLite

@Suite struct HeapTests {
    @Test func `a heap gives its elements in order`() {
        var random = SplitMix64(state: 3)
        var heap = BinaryHeap<Int>()
        var expected: [Int] = []
        for step in 0..<2_000 {
            if step % 3 < 2 {
                let number = random.below(100)
                heap.insert(number)
                expected.append(number)
            } else {
                expected.sort()
                #expect(heap.first == expected.first)
                let (found, least) = (heap.popFirst(), expected.isEmpty ? nil : expected.removeFirst())
                #expect(found == least)
            }
        }
        expected.sort()
        var rest: [Int] = []
        while let first = heap.popFirst() { rest.append(first) }
        #expect(rest == expected)
        #expect(heap.isEmpty)
    }

    @Test func `hosts come by time, then by name, wherever they were moved`() {
        var random = SplitMix64(state: 5)
        let names = (0..<60).map { "host-\(59 - $0)" }
        var heap = HostHeap()
        var expected: [Int: Microseconds] = [:]
        for _ in 0..<3_000 {
            let host = random.below(60)
            if random.below(4) == 0 {
                heap.remove(host, names: names)
                expected[host] = nil
            } else {
                let time = Microseconds(random.below(20))
                heap.set(host, to: time, names: names)
                expected[host] = time
            }
            let first = expected.min { ($0.value, names[$0.key]) < ($1.value, names[$1.key]) }
            #expect(heap.first?.host == first?.key)
            #expect(heap.first?.time == first?.value)
            #expect(heap.count == expected.count)
            #expect(heap.time(of: host) == expected[host])
        }
    }

    @Test func `a clock that was set back makes hosts wait again`() {
        var (schedule, first) = (HostSchedule(), nil as Int?)
        let names = ["a", "b"]
        schedule.advance(to: 100, names: names)
        schedule.set(0, to: 90, names: names)
        schedule.set(1, to: 40, names: names)
        #expect(schedule.readyCount == 2)
        schedule.advance(to: 50, names: names)
        #expect(schedule.readyCount == 1)
        first = schedule.popReady(names: names)
        #expect(first == 1)
        first = schedule.popReady(names: names)
        #expect(first == nil)
        #expect(schedule.next == 90)
        schedule.advance(to: 90, names: names)
        first = schedule.popReady(names: names)
        #expect(first == 0)
    }
}
