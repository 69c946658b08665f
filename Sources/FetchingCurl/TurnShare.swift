/// How much of a turn of the loop one transfer may have.
///
/// A server that sends as fast as it can always has more to read, and libcurl reads on as long as there is more, three
/// megabytes at a time and again with the news of each other socket: beside sixty such servers a turn took a second, and
/// every other fetch waited several of them. A transfer that has had its share rests until the next turn.
struct TurnShare {
    /// Pieces of a body, of at most 16 KB each: most pages come whole in one turn. They are counted, not their bytes, as
    /// small ones cost about as much.
    static let pieces = 16
    /// What all together get once there are so many that each could not have its share within a few milliseconds: a page of
    /// another host takes two or three turns.
    private static let piecesOfAll = 128
    /// Enough for what the receive buffer holds.
    private static let leastPieces = 2

    /// What each of so many transfers may have that want more than their share.
    static func pieces(among senders: Int) -> Int {
        max(leastPieces, min(pieces, piecesOfAll / max(1, senders)))
    }

    private var turn = 0
    private var taken = 0

    /// True if the transfer may take another piece in this turn; it has then taken it.
    mutating func take(in turn: Int, of pieces: Int) -> Bool {
        if turn != self.turn {
            self.turn = turn
            taken = 0
        }
        guard taken < pieces else { return false }
        taken += 1
        return true
    }
}
