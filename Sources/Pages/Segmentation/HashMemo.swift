import HTMLTree

/// What is known of things by their hash, as long as a page is read: a table with open addressing.
struct HashMemo: Sendable {
    private struct Slot: Sendable {
        /// 0 if the slot is free.
        var hash: UInt64 = 0
        var value: UInt64 = 0
    }

    /// Their count is a power of two, at least twice what is known.
    private var slots = [Slot](repeating: Slot(), count: 256)
    private var count = 0

    var isEmpty: Bool { count == 0 }

    /// The value of a hash; nil if none was set. A value can be replaced, but not removed.
    subscript(hash: UInt64) -> UInt64? {
        get {
            let slot = slots[place(of: hash)]
            return slot.hash == 0 ? nil : slot.value
        }
        set {
            guard let newValue else { return }
            let place = place(of: hash)
            if slots[place].hash == 0 { count += 1 }
            slots[place] = Slot(hash: max(hash, 1), value: newValue)
            if count * 2 > slots.count { grow() }
        }
    }

    /// Where a hash stands, or would stand.
    private func place(of hash: UInt64) -> Int {
        let hash = max(hash, 1)
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[place].hash != 0, slots[place].hash != hash { place = (place &+ 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.hash != 0 { slots[place(of: slot.hash)] = slot }
    }
}

extension HTMLNodeID {
    /// A key for tables of one page.
    var hash: UInt64 { UInt64(UInt32(bitPattern: rawValue)) &* 0x9E37_79B9_7F4A_7C15 }
}
