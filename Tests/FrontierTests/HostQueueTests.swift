import FrontierConformance
import Testing

@testable import FrontierSQLite

@Suite struct HostQueueTests {
    /// What a queue must do, said plainly.
    private struct Model {
        var items: [(key: QueueKey, until: Microseconds?)] = []

        mutating func pop(at now: Microseconds) -> (key: QueueKey, until: Microseconds?)? {
            let first = items.indices.filter { items[$0].until.map { $0 <= now } ?? true }
                .min { items[$0].key < items[$1].key }
            return first.map { items.remove(at: $0) }
        }

        var readyFrom: Microseconds? {
            items.contains { $0.until == nil } ? .min : items.compactMap(\.until).min()
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `it does what the plain model does`(_ seed: UInt64) {
        var random = SplitMix64(state: seed)
        var (queue, model, chains) = (HostQueue(), Model(), RowChains())
        var (now, taken): (Microseconds, [QueueKey]) = (0, [])
        for _ in 0..<2_000 {
            switch random.below(8) {
            case 0, 1, 2:
                let key = QueueKey(
                    row: UInt32(chains.nextRow),
                    rank: QueueRank(priority: random.below(3), depth: random.below(3)))
                chains.addRow()
                queue.append(key.row, rank: key.rank, chains: &chains)
                model.items.append((key, nil))
            case 3:
                guard let key = taken.popLast() else { continue }
                let back = random.below(2) == 0 ? key : key.deferred
                queue.putBack(back)
                model.items.append((back, nil))
            case 4:
                guard let key = taken.popLast() else { continue }
                let until = now + Microseconds(random.below(30)) - 10
                queue.wait(key.undeferred, until: until)
                model.items.append((key.undeferred, until))
            case 5 where !model.items.isEmpty && random.below(3) == 0:
                let item = model.items.remove(at: random.below(model.items.count))
                if let until = item.until {
                    queue.cancelWaiting(item.key, until: until)
                } else {
                    queue.cancelQueued(item.key)
                }
            default:
                now += Microseconds(random.below(4))
                // As the index does: nothing is asked of a queue that has nothing ready.
                guard let from = model.readyFrom, from <= now else { continue }
                let (found, expected) = (queue.popFirst(at: now, chains: chains), model.pop(at: now))
                #expect(found?.key == expected?.key)
                #expect(found?.waitedUntil == expected?.until)
                if let key = found?.key { taken.append(key) }
            }
            #expect(queue.readyFrom == model.readyFrom)
            #expect(queue.queued == model.items.count { $0.until == nil })
            #expect(queue.waitingCount == model.items.count { $0.until != nil })
        }
    }

    @Test func `priorities and depths that do not fit count as the last`() {
        #expect(QueueRank(priority: 300, depth: 2_000) == QueueRank(priority: 255, depth: 255))
        #expect(QueueRank(priority: 0, depth: 255) < QueueRank(priority: 1, depth: 0))
    }
}
