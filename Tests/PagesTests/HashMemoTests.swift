import Testing

@testable import Pages

struct HashMemoTests {
    @Test func `what was set is found, however much there is`() {
        var memo = HashMemo()
        #expect(memo[7] == nil)
        for number: UInt64 in 0..<2_000 { memo[number &* 0x1_0000_0001] = number }
        for number: UInt64 in 2..<2_000 { #expect(memo[number &* 0x1_0000_0001] == number) }
        #expect(memo[.max] == nil)
    }
}
