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

    func take() -> [Order] {
        waiting.withLock { waiting in
            let orders = waiting
            waiting = []
            return orders
        }
    }
}

/// Names one fetch, from before it is started until after it has ended.
final class FetchTicket: Sendable {
    private let mark = Atomic<Bool>(false)

    /// True if it is not to be started any more.
    var isCancelled: Bool { mark.load(ordering: .acquiring) }

    func cancel() { mark.store(true, ordering: .releasing) }
}
