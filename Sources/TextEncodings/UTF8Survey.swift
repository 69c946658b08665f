/// How much of some bytes is UTF-8.
struct UTF8Survey {
    /// Characters of more than one byte.
    private(set) var characters = 0
    /// Places that are no UTF-8; a character cut off by the end is none.
    private(set) var errors = 0

    /// Whether it is UTF-8 with a few broken places, as truncated texts in a list of teasers leave behind.
    var isNearlyUTF8: Bool { errors > 0 && characters / 50 >= errors }

    init(_ bytes: Span<UInt8>) {
        var position = 0
        while true {
            position = ASCIIRun.end(in: bytes, from: position)
            while position < bytes.count, bytes[position] >= 0x80 {
                switch UTF8Check.sequence(in: bytes, at: position) {
                case .character(let length):
                    characters &+= 1
                    position &+= length
                case .broken(let length):
                    errors &+= 1
                    position &+= length
                case .cutOff: return
                }
            }
            guard position < bytes.count else { return }
        }
    }
}
