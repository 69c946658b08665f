/// Hosts by the time at which they become ready, then by name; any of them can be moved or taken out in log n.
///
/// Hosts are numbered from 0. `names` is passed in by the owner, who holds it anyway.
struct HostHeap {
    private struct Entry {
        let time: Microseconds
        let host: Int
    }

    private var entries: [Entry] = []
    /// For each host its index in `entries`, -1 if it is not here.
    private var positions: [Int32] = []

    var count: Int { entries.count }
    /// The host that comes first, and its time; nil if there is none.
    var first: (host: Int, time: Microseconds)? { entries.first.map { ($0.host, $0.time) } }
    var hosts: [Int] { entries.map(\.host) }

    func contains(_ host: Int) -> Bool { host < positions.count && positions[host] >= 0 }

    func time(of host: Int) -> Microseconds? {
        contains(host) ? entries[Int(positions[host])].time : nil
    }

    /// Puts a host in, or moves it to another time.
    mutating func set(_ host: Int, to time: Microseconds, names: [String]) {
        while positions.count <= host { positions.append(-1) }
        var index = Int(positions[host])
        if index < 0 {
            index = entries.count
            entries.append(Entry(time: time, host: host))
            positions[host] = Int32(truncatingIfNeeded: index)
        } else {
            entries[index] = Entry(time: time, host: host)
        }
        siftUp(index, names)
        siftDown(Int(positions[host]), names)
    }

    mutating func remove(_ host: Int, names: [String]) {
        guard contains(host) else { return }
        let index = Int(positions[host])
        positions[host] = -1
        guard let last = entries.popLast(), last.host != host else { return }
        place(last, at: index)
        siftUp(index, names)
        siftDown(Int(positions[last.host]), names)
    }

    private mutating func place(_ entry: Entry, at index: Int) {
        entries[index] = entry
        positions[entry.host] = Int32(truncatingIfNeeded: index)
    }

    private func precedes(_ one: Entry, _ other: Entry, _ names: [String]) -> Bool {
        one.time == other.time ? names[one.host] < names[other.host] : one.time < other.time
    }

    private mutating func siftUp(_ start: Int, _ names: [String]) {
        var child = start
        let moved = entries[start]
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(moved, entries[parent], names) else { break }
            place(entries[parent], at: child)
            child = parent
        }
        place(moved, at: child)
    }

    private mutating func siftDown(_ start: Int, _ names: [String]) {
        var parent = start
        let moved = entries[start]
        while true {
            var least = 2 * parent + 1
            guard least < entries.count else { break }
            let right = least + 1
            if right < entries.count, precedes(entries[right], entries[least], names) { least = right }
            guard precedes(entries[least], moved, names) else { break }
            place(entries[least], at: parent)
            parent = least
        }
        place(moved, at: parent)
    }
}
