import FrontierConformance
import Testing

@testable import FrontierSQLite

@Suite struct KeyIndexTests {
    @Test(arguments: [0, 5_000]) func `it knows what was added, through every growth`(_ capacity: Int) {
        var index = KeyIndex(capacity: capacity)
        var expected: [UInt64: UInt32] = [:]
        var random = SplitMix64(state: 7)
        for row in 1...20_000 as ClosedRange<UInt32> {
            // Few different hashes, so that many are known already; many of them neighbours.
            let hash = random.next() % 15_000 + 2
            let isNew = index.insert(hash, row: row)
            #expect(isNew == (expected[hash] == nil))
            if expected[hash] == nil { expected[hash] = row }
        }
        #expect(index.count == expected.count)
        for hash in 2...15_002 as ClosedRange<UInt64> { #expect(index.row(of: hash) == expected[hash]) }
    }

    @Test func `the hash 0 is a hash`() {
        var index = KeyIndex()
        #expect(index.row(of: 0) == nil)
        let isNew = [index.insert(0, row: 9), index.insert(0, row: 10)]
        #expect(isNew == [true, false])
        #expect(index.row(of: 0) == 9)
    }

    @Test func `hashes that fall on one slot are told apart`() {
        var index = KeyIndex()
        for number in 0..<500 as Range<UInt64> {
            _ = index.insert(number << 32 | 5, row: UInt32(number) + 1)
        }
        for number in 0..<500 as Range<UInt64> {
            #expect(index.row(of: number << 32 | 5) == UInt32(number) + 1)
        }
        #expect(index.row(of: 501 << 32 | 5) == nil)
    }
}
