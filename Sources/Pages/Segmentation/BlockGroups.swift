/// Blocks of the same make (element, class, and those of the two elements around) and blocks with the same text.
struct BlockGroups: Sendable {
    struct Group: Sendable {
        var blocks = 0
        var words: Float = 0
        var linkWords: Float = 0
        var prose: Float = 0
    }

    private(set) var groups: [Group] = []
    /// The group of each block.
    private(set) var member: [Int] = []
    /// How often the same letters stand further up, and further down.
    private(set) var earlierRepeats: [Int] = []
    private(set) var laterRepeats: [Int] = []

    init(_ list: BlockList) {
        var places: [UInt64: Int] = [:]
        var seen: [UInt64: Int] = [:]
        member.reserveCapacity(list.blocks.count)
        for block in list.blocks {
            let key = Self.make(of: block, in: list)
            let place: Int
            if let known = places[key] {
                place = known
            } else {
                place = groups.count
                places[key] = place
                groups.append(Group())
            }
            member.append(place)
            groups[place].blocks += 1
            groups[place].words += block.measure.words
            groups[place].linkWords += block.measure.words * block.linkShare
            groups[place].prose += block.proseWords
            let repeats = seen[block.fingerprint, default: 0]
            earlierRepeats.append(repeats)
            seen[block.fingerprint] = repeats + 1
        }
        laterRepeats = list.blocks.indices.map { index in
            (seen[list.blocks[index].fingerprint] ?? 1) - 1 - earlierRepeats[index]
        }
    }

    private static func make(of block: BlockList.Block, in list: BlockList) -> UInt64 {
        var key: UInt64 = 7
        var place = block.container
        for _ in 0..<3 where place >= 0 {
            key = key &* 0x9E37_79B9_7F4A_7C15 ^ list.containers[place].signature
            place = list.containers[place].parent
        }
        return key
    }
}
