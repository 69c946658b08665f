import Testing

@testable import FrontierSQLite

@Suite struct SipHashTests {
    /// The first test vectors of the reference implementation: key 00 01 … 0f, input 00 01 … (n-1).
    @Test(
        arguments: [
            (0, 0x726F_DB47_DD0E_0E31), (1, 0x74F8_39C5_93DC_67FD), (2, 0x0D6C_8009_D9A9_4F5A),
            (3, 0x8567_6696_D7FB_7E2D), (15, 0xA129_CA61_49BE_45E5),
        ] as [(UInt8, UInt64)])
    func `it gives the published values`(_ count: UInt8, _ expected: UInt64) {
        let hash = SipHash(k0: 0x0706_0504_0302_0100, k1: 0x0F0E_0D0C_0B0A_0908)
        #expect(hash.hash(Array(0..<count).span) == expected)
    }

    @Test func `a text and its bytes have one hash`() {
        let hash = SipHash(k0: 1, k1: 2)
        for text in ["", "a", "https://a.example/ü/🗞️", String(repeating: "x", count: 1_000)] {
            #expect(hash.hash(text) == hash.hash(Array(text.utf8).span))
        }
    }

    @Test func `another key gives another hash`() {
        #expect(SipHash(k0: 1, k1: 2).hash("a") != SipHash(k0: 1, k1: 3).hash("a"))
    }
}
