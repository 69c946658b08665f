import Glibc

/// Which row holds a key, by the key's 64-bit hash: what the crawl has seen.
///
/// Texts are not compared. Among 10 million keys two with the same hash exist with a probability of 3 in a million.
/// An open-addressing table of 12 bytes a slot, at most three quarters full; it doubles, so it takes 16 to 32 bytes a
/// key (200 MB from 6 to 12 million).
struct KeyIndex {
    /// Three words a slot: the lower and the upper half of the hash, and the row; row 0 marks an empty slot.
    private var words: [UInt32]
    private var mask: Int
    private(set) var count = 0

    /// Room for `capacity` keys before it grows.
    init(capacity: Int = 0) {
        var slots = 1 << 10
        while slots / 4 * 3 <= capacity { slots *= 2 }
        words = Self.zeroes(slots * 3)
        mask = slots - 1
    }

    /// The row under this hash; nil if it is not known.
    func row(of hash: UInt64) -> UInt32? {
        let row = words[slot(of: hash) + 2]
        return row == 0 ? nil : row
    }

    /// Which of these hashes are not known.
    ///
    /// Asking for many before adding them is worth it: the places in the table are all over the memory, and the
    /// processor waits for those of a whole list at once.
    func areNew(_ hashes: [UInt64]) -> [Bool] { hashes.map { words[slot(of: $0) + 2] == 0 } }

    /// Adds a row other than 0; false, and nothing happens, if the hash is known.
    mutating func insert(_ hash: UInt64, row: UInt32) -> Bool {
        let slot = self.slot(of: hash)
        guard words[slot + 2] == 0 else { return false }
        write(hash, row, at: slot)
        count += 1
        if count >= (mask + 1) / 4 * 3 { grow() }
        return true
    }

    /// The first word of the slot where the hash is, or else of the empty slot where it belongs.
    private func slot(of hash: UInt64) -> Int {
        let (low, high) = (UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32))
        var number = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = number &* 3
            if words[slot] == low && words[slot + 1] == high || words[slot + 2] == 0 { return slot }
            number = (number &+ 1) & mask
        }
    }

    private mutating func write(_ hash: UInt64, _ row: UInt32, at slot: Int) {
        words[slot] = UInt32(truncatingIfNeeded: hash)
        words[slot + 1] = UInt32(truncatingIfNeeded: hash >> 32)
        words[slot + 2] = row
    }

    private mutating func grow() {
        let old = words
        words = Self.zeroes(old.count * 2)
        mask = mask * 2 + 1
        for slot in stride(from: 0, to: old.count, by: 3) where old[slot + 2] != 0 {
            let hash = UInt64(old[slot]) | UInt64(old[slot + 1]) << 32
            write(hash, old[slot + 2], at: self.slot(of: hash))
        }
    }

    /// What the processor calls a huge page. A look-up reads a place anywhere in the table: in small pages it would
    /// have to find most places' page first.
    private static let hugePageBytes = 2 << 20

    private static func zeroes(_ count: Int) -> [UInt32] {
        Array(unsafeUninitializedCapacity: count) { words, initializedCount in
            // Safety: the advice concerns whole pages within the array's memory and changes no byte; a system that does
            // not take it is only slower. All words are initialized.
            let bytes = UnsafeMutableRawBufferPointer(words)
            if let start = bytes.baseAddress {
                let first = start.alignedUp(toMultipleOf: hugePageBytes)
                let room = bytes.count - (first - start)
                if room >= hugePageBytes {
                    madvise(first, room / hugePageBytes * hugePageBytes, MADV_HUGEPAGE)
                }
            }
            words.initialize(repeating: 0)
            initializedCount = count
        }
    }
}
