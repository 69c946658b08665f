import Fetching

/// Exchanges that wait because as many as allowed are under way, in the order in which they came.
struct Backlog {
    struct Entry {
        let ticket: FetchTicket
        let reply: CheckedContinuation<ExchangeOutcome, Never>

        var request: FetchRequest { ticket.request }
    }

    private var entries: [Entry] = []
    /// Those before it have left.
    private var first = 0

    mutating func append(_ entry: Entry) { entries.append(entry) }

    mutating func popFirst() -> Entry? {
        guard first < entries.count else { return nil }
        let entry = entries[first]
        first += 1
        // Moving the rest costs nothing on average if half of the array has left.
        if first * 2 >= entries.count {
            entries.removeFirst(first)
            first = 0
        }
        return entry
    }

    mutating func remove(_ ticket: FetchTicket) -> Entry? {
        guard let index = entries[first...].firstIndex(where: { $0.ticket === ticket }) else { return nil }
        return entries.remove(at: index)
    }

    mutating func removeAll() -> [Entry] {
        defer {
            entries = []
            first = 0
        }
        return Array(entries[first...])
    }
}
