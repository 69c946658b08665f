/// The names of elements or attributes of a document, each with a number: equal names have equal numbers.
///
/// A hash table with open addressing. Names of up to 16 bytes, nearly all of them, are compared as two words.
/// The hash is keyed with random numbers, so that no page can be written to make names collide.
struct NameTable: Sendable {
    /// The first 16 bytes of a name, and what follows folded into one word.
    struct Key: Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var rest: UInt64 = 0

        /// The key of an empty name, to which words are added.
        init() {}

        /// The key of the name that stands in a range, in lower case if so wished.
        init(_ bytes: Span<UInt8>, _ range: Range<Int>, lowercasing: Bool = false) {
            var word: UInt64 = 0
            var length = 0
            for place in range {
                let byte = lowercasing ? bytes[place].lowercasedASCII : bytes[place]
                word |= UInt64(byte) << UInt64(length & 7 &* 8)
                length &+= 1
                if length & 7 == 0 {
                    add(word, at: length &- 8)
                    word = 0
                }
            }
            if length & 7 != 0 { add(word, at: length & ~7) }
        }

        /// Adds the name's next eight bytes, or as many as are left of it, the first in the lowest place;
        /// `length` is the number of bytes before them, a multiple of eight.
        @inline(__always)
        mutating func add(_ word: UInt64, at length: Int) {
            if length == 0 {
                first = word
            } else if length == 8 {
                second = word
            } else {
                rest = (rest ^ word) &* 0x9E37_79B9_7F4A_7C15
                rest ^= rest >> 29
            }
        }
    }

    /// A place of the hash table; free if its length is 0.
    private struct Slot: Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var length: UInt32 = 0
        var number: UInt32 = 0
    }

    /// Where each name stands in `names`, by number.
    private var places: [Range<Int32>] = [0..<0]
    /// All names, one after the other.
    private var names: [UInt8] = []
    /// Their count is a power of two, at least twice that of the names.
    private var slots = [Slot](repeating: Slot(), count: 512)
    /// What keys the hash: random, the same for all tables of a process.
    private let seed: (UInt64, UInt64)

    private static let seeds: (UInt64, UInt64) = (.random(in: .min ... .max), .random(in: .min ... .max))
    /// Whether there were more names than the table holds; the surplus ones share one number and have no
    /// spelling.
    private(set) var isFull = false

    /// A table of known names, parted by spaces, numbered from 1; 0 is the empty name.
    init(known: String) {
        seed = NameTable.seeds
        for word in known.utf8.split(separator: UInt8(ascii: " ")) { _ = intern(Array(word).span) }
    }

    var count: Int { places.count }

    /// The number of a name that is a whole span, which is taken as it is.
    mutating func intern(_ name: Span<UInt8>) -> UInt32 {
        intern(Key(name, 0..<name.count), name, 0..<name.count)
    }

    /// The number of the name that stands in `range` of `bytes`; `key` is made of its bytes in lower case,
    /// and in lower case it is kept if `lowercasing`.
    @inline(__always)
    mutating func intern(
        _ key: Key, _ bytes: Span<UInt8>, _ range: Range<Int>, lowercasing: Bool = false
    ) -> UInt32 {
        let mask = slots.count &- 1
        var index = hash(key) & mask
        while true {
            let slot = slots[index]
            if slot.first == key.first, slot.second == key.second, Int(slot.length) == range.count,
                range.count <= 16 || isEqual(slot.number, bytes, range, lowercasing)
            {
                return slot.number
            }
            if slot.length == 0 { return add(key, bytes, range, lowercasing, index) }
            index = (index &+ 1) & mask
        }
    }

    /// The number of a name; nil if the table does not have it.
    func find(_ name: [UInt8]) -> UInt32? {
        let bytes = name.span
        return find(Key(bytes, 0..<bytes.count), bytes, 0..<bytes.count)
    }

    func find(_ key: Key, _ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
        let mask = slots.count &- 1
        var index = hash(key) & mask
        while slots[index].length > 0 {
            let slot = slots[index]
            if slot.first == key.first, slot.second == key.second, Int(slot.length) == range.count,
                range.count <= 16 || isEqual(slot.number, bytes, range, false)
            {
                return slot.number
            }
            index = (index &+ 1) & mask
        }
        return nil
    }

    /// The bytes of the name with that number; empty for a number nobody has.
    func bytes(_ number: UInt32) -> ArraySlice<UInt8> {
        guard number < places.count else { return [] }
        let place = places[Int(number)]
        return names[Int(place.lowerBound)..<Int(place.upperBound)]
    }

    func name(_ number: UInt32) -> String { String(decoding: bytes(number), as: UTF8.self) }

    private mutating func add(
        _ key: Key, _ bytes: Span<UInt8>, _ range: Range<Int>, _ lowercasing: Bool, _ index: Int
    ) -> UInt32 {
        guard !range.isEmpty else { return 0 }
        guard places.count <= HTMLLimits.maximumNames else { return overflow() }
        let number = UInt32(truncatingIfNeeded: places.count)
        let start = Int32(truncatingIfNeeded: names.count)
        for place in range { names.append(lowercasing ? bytes[place].lowercasedASCII : bytes[place]) }
        places.append(start..<start &+ Int32(truncatingIfNeeded: range.count))
        slots[index] = Slot(
            first: key.first, second: key.second, length: UInt32(truncatingIfNeeded: range.count),
            number: number)
        if places.count &* 2 > slots.count { grow() }
        return number
    }

    private mutating func overflow() -> UInt32 {
        if !isFull { places.append(0..<0) }
        isFull = true
        return UInt32(truncatingIfNeeded: places.count &- 1)
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count &* 2)
        let mask = slots.count &- 1
        for slot in old where slot.length > 0 {
            let place = places[Int(slot.number)]
            var index = hash(Key(names.span, Int(place.lowerBound)..<Int(place.upperBound))) & mask
            while slots[index].length > 0 { index = (index &+ 1) & mask }
            slots[index] = slot
        }
    }

    private func isEqual(_ number: UInt32, _ bytes: Span<UInt8>, _ range: Range<Int>, _ lowercasing: Bool)
        -> Bool
    {
        let start = Int(places[Int(number)].lowerBound)
        for place in 16..<range.count {
            let byte = bytes[range.lowerBound &+ place]
            if names[start &+ place] != (lowercasing ? byte.lowercasedASCII : byte) { return false }
        }
        return true
    }

    @inline(__always)
    private func hash(_ key: Key) -> Int {
        let product = (key.first ^ seed.0).multipliedFullWidth(by: key.second ^ key.rest ^ seed.1)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}

extension UInt8 {
    /// The lower-case letter of an upper-case ASCII letter; itself for all other bytes.
    @inline(__always)
    var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
