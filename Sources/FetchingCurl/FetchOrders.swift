import Fetching
import Synchronization

/// What a fetcher is asked for until its thread takes it up, in the order in which it came.
///
/// Any thread may post; only the loop's thread takes.
final class FetchOrders: Sendable {
    enum Order: Sendable {
        case start(Backlog.Entry)
        /// Of a fetch that may not have been started, or may have ended.
        case cancel(FetchTicket)
    }

    private let waiting = Mutex<[Order]>([])
    private let doorbell: Doorbell

    /// `doorbell` is the one that ends the wait of the loop.
    init(doorbell: Doorbell) { self.doorbell = doorbell }

    func post(_ order: Order) {
        let isFirst = waiting.withLock { waiting in
            waiting.append(order)
            return waiting.count == 1
        }
        // Whoever came before has rung.
        if isFirst { doorbell.ring() }
    }

    var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

    /// Hands over what waits. `orders` must be empty; its storage is used again.
    func take(into orders: inout [Order]) {
        waiting.withLock { swap(&$0, &orders) }
    }
}

/// Names one fetch, from before it is started until after it has ended, and says what it asks for.
final class FetchTicket: Sendable {
    let request: FetchRequest
    private let mark = Atomic<Bool>(false)

    init(_ request: FetchRequest) { self.request = request }

    /// True if it is not to be started any more.
    var isCancelled: Bool { mark.load(ordering: .acquiring) }

    func cancel() { mark.store(true, ordering: .releasing) }
}
