import Testing

@testable import FetchingCurl

@Suite struct TurnShareTests {
    /// How many of these many pieces a transfer gets in a turn.
    private static func taken(of wanted: Int, from share: inout TurnShare, in turn: Int) -> Int {
        (0..<wanted).reduce(0) { count, _ in share.take(in: turn, of: TurnShare.pieces) ? count + 1 : count }
    }

    @Test func `a turn has as many pieces as its share, and the next has them again`() {
        var share = TurnShare()
        for turn in 1...3 {
            let taken = Self.taken(of: 2 * TurnShare.pieces, from: &share, in: turn)
            #expect(taken == TurnShare.pieces)
        }
    }

    @Test func `of many that send without end each has less`() {
        #expect(TurnShare.pieces(among: 0) == TurnShare.pieces)
        #expect(TurnShare.pieces(among: 8) == TurnShare.pieces)
        #expect(TurnShare.pieces(among: 32) == 4)
        #expect(TurnShare.pieces(among: 10_000) == 2)
    }

    @Test func `what was not taken is not kept for later`() {
        var share = TurnShare()
        let first = Self.taken(of: 1, from: &share, in: 1)
        #expect(first == 1)
        let second = Self.taken(of: 2 * TurnShare.pieces, from: &share, in: 2)
        #expect(second == TurnShare.pieces)
    }
}
