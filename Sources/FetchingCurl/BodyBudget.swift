import Fetching
import Synchronization

/// The memory that all bodies of a fetcher share, those of transfers under way and those of captures not yet let go.
///
/// Any thread may call it.
final class BodyBudget: Sendable {
    let limit: Int
    private let used = Atomic<Int>(0)
    /// True while a transfer waits for memory.
    private let isWanted = Atomic<Bool>(false)
    private let freed: @Sendable () -> Void

    /// `freed` is called when memory was given back that a transfer waits for.
    init(limit: Int, freed: @escaping @Sendable () -> Void) {
        self.limit = limit
        self.freed = freed
    }

    /// Takes `count` bytes; false if that many are not left, and then someone is to be told when some are.
    func take(_ count: Int) -> Bool {
        guard used.add(count, ordering: .relaxed).newValue <= limit else {
            used.subtract(count, ordering: .relaxed)
            isWanted.store(true, ordering: .sequentiallyConsistent)
            return false
        }
        return true
    }

    func giveBack(_ count: Int) {
        guard count > 0 else { return }
        used.subtract(count, ordering: .sequentiallyConsistent)
        if isWanted.exchange(false, ordering: .sequentiallyConsistent) { freed() }
    }

    /// Bytes now taken.
    var inUse: Int { used.load(ordering: .relaxed) }

    func hasRoom(for count: Int) -> Bool { inUse + count <= limit }

    /// `count` bytes that were taken, as something a capture can hold on to.
    func share(_ count: Int) -> MemoryShare { MemoryShare { [self] in giveBack(count) } }
}
