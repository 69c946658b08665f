/// What the elements around a block tell about it: how much of the page they hold, and what they hint at.
struct ContainerContext: Sendable {
    /// Added to the weight of a hint, so that an element with the whole page in it differs from none at all.
    static let floor: Float = 0.05

    /// More elements with hints than this share those of the element around: no page of a publisher has a tenth of them.
    static let maximumRows = 60_000

    /// By container: its row in `evidence` and `landmarks`. An element without hints has that of the element around.
    private(set) var rows: [Int32]
    /// By row, `ClassEvidence.count` weights each: 1 (and `floor`) for an element without prose that carries the
    /// hint, `floor` for one that holds all prose of the page; the largest of all elements around; 0 if none has it.
    /// That is how prose overrules class words.
    private(set) var evidence: [Float]
    /// By row, `Landmarks.count` weights each, in the same way.
    private(set) var landmarks: [Float]
    /// By row: the hints whose weight is not 0, a bit each.
    private(set) var hinted: [(evidence: UInt64, landmarks: UInt64)] = [(0, 0)]
    /// The nearest element around that holds more blocks; -1 if there is none.
    private(set) var wider: [Int]
    /// The share of the page's text and prose inside.
    private(set) var share: [Float]
    /// The element whose own paragraphs make the likeliest story; -1 on a page without prose.
    private(set) var body = -1
    /// The smallest elements that hold half, seven and nine tenths of all prose.
    private(set) var half = -1
    private(set) var mostly = -1
    private(set) var nearlyAll = -1

    init(_ list: BlockList) {
        let count = list.containers.count
        rows = [Int32](repeating: 0, count: count)
        // The first row is that of elements with no hint around them.
        evidence = [Float](repeating: 0, count: ClassEvidence.count)
        landmarks = [Float](repeating: 0, count: Landmarks.count)
        wider = [Int](repeating: -1, count: count)
        share = [Float](repeating: 0, count: count)
        for index in 0..<count { weigh(index, in: list) }
        findBody(list)
    }

    private mutating func weigh(_ index: Int, in list: BlockList) {
        let container = list.containers[index]
        let words = list.totalWords > 0 ? list.words(container) / list.totalWords : 0
        let part = list.totalProse > 0 ? 0.7 * list.proseShare(container) + 0.3 * words : words
        share[index] = part
        let weight = 1 + Self.floor - part
        if container.parent >= 0 {
            rows[index] = rows[container.parent]
            let around = list.containers[container.parent]
            wider[index] =
                around.firstBlock < container.firstBlock || around.endBlock > container.endBlock
                ? container.parent : wider[container.parent]
        }
        addHints(of: container, weight: weight, to: index)
    }

    private mutating func addHints(of container: BlockList.Container, weight: Float, to index: Int) {
        var bits = container.evidence
        var marks = container.landmarks.rawValue
        guard bits != 0 || marks != 0, landmarks.count < Self.maximumRows * Landmarks.count else { return }
        let around = Int(rows[index])
        let row = landmarks.count / Landmarks.count
        rows[index] = Int32(row)
        hinted.append((hinted[around].evidence | bits, hinted[around].landmarks | UInt64(marks)))
        let own = row * ClassEvidence.count
        let ownMarks = row * Landmarks.count
        for bit in 0..<ClassEvidence.count { evidence.append(evidence[around * ClassEvidence.count + bit]) }
        for bit in 0..<Landmarks.count { landmarks.append(landmarks[around * Landmarks.count + bit]) }
        while bits != 0 {
            let bit = bits.trailingZeroBitCount
            bits &= bits - 1
            if bit < ClassEvidence.count { evidence[own + bit] = max(evidence[own + bit], weight) }
        }
        while marks != 0 {
            let bit = marks.trailingZeroBitCount
            marks &= marks - 1
            if bit < Landmarks.count { landmarks[ownMarks + bit] = max(landmarks[ownMarks + bit], weight) }
        }
    }

    private mutating func findBody(_ list: BlockList) {
        guard list.totalProse > 0 else { return }
        var scores = [Float](repeating: 0, count: list.containers.count)
        for block in list.blocks {
            let words = block.proseWords * (1 - block.linkShare)
            guard words > 0 else { continue }
            var place = block.kind == .paragraph ? list.containers[block.container].parent : block.container
            for divisor in [Float(1), 2, 3] where place >= 0 {
                scores[place] += words / divisor
                place = list.containers[place].parent
            }
        }
        var best: Float = 0
        for index in scores.indices {
            let score = scores[index] * (1 - list.linkShare(list.containers[index]))
            if score > best { (best, body) = (score, index) }
        }
        half = smallest(holding: 0.5, in: list)
        mostly = smallest(holding: 0.7, in: list)
        nearlyAll = smallest(holding: 0.9, in: list)
    }

    private func smallest(holding share: Float, in list: BlockList) -> Int {
        var found = -1
        for index in list.containers.indices where list.proseShare(list.containers[index]) >= share {
            if found < 0 || list.containers[index].depth > list.containers[found].depth { found = index }
        }
        return found
    }

    /// How many steps lead from `container` up to the element that also holds `other`; nil if none does.
    func steps(from container: Int, to other: Int, in list: BlockList) -> Int? {
        guard other >= 0 else { return nil }
        var place = other
        var steps = 0
        let inner = list.containers[container]
        while place >= 0 {
            let around = list.containers[place]
            if around.firstBlock <= inner.firstBlock && around.endBlock >= inner.endBlock { return steps }
            place = wider[place]
            steps += 1
        }
        return nil
    }
}
