/// A sum of small decision trees over a row of numbers, as a probability.
///
/// The trees were grown by gradient boosting on labelled pages; `ContentForest` and `RelatedForest` hold them. A tree
/// is a run of nodes: an inner node compares one number and leads to the left if it is at most the threshold.
///
/// Rows are read four at a time: which way a row goes is as good as random, so that a processor that had to guess would
/// guess wrong at every other node; four walks without a branch keep it busy instead.
struct DecisionForest: Sendable {
    /// Eight bytes, so that a tree fits into a few lines of the cache. The children of a node stand side by side.
    private struct Node: Sendable {
        /// What the number is compared with; of a leaf infinity, so that a walk stays where it is.
        var threshold: Float
        /// The number compared.
        var feature: UInt16
        /// How far behind the node its left child stands; of a leaf 0.
        var distance: UInt16
    }

    private var nodes: [Node] = []
    /// By node: the value of a leaf.
    private var leaves: [Float] = []
    private var roots: [Int] = []
    /// Numbers a row must have.
    let width: Int

    /// `features`, `thresholds`: all nodes in preorder, tree after tree; a leaf has feature -1 and its value as threshold.
    init(width: Int, features: [Int16], thresholds: [Float]) {
        self.width = width
        let count = min(features.count, thresholds.count)
        precondition(features.allSatisfy { Int($0) < width }, "every number compared is in the row")
        nodes.reserveCapacity(count)
        leaves.reserveCapacity(count)
        let right = Self.rightChildren(features.prefix(count))
        var start = 0
        while start < count { start = add(from: start, features, thresholds, right) }
    }

    /// Adds the tree that begins at `start`, level by level, and returns where the next one begins.
    private mutating func add(
        from start: Int, _ features: [Int16], _ thresholds: [Float], _ right: [Int]
    ) -> Int {
        let root = nodes.count
        var waiting = [start]
        var place = 0
        var end = start
        while place < waiting.count {
            let source = waiting[place]
            end = max(end, source + 1)
            if features[source] < 0 {
                nodes.append(Node(threshold: .infinity, feature: 0, distance: 0))
                leaves.append(thresholds[source])
            } else {
                nodes.append(
                    Node(
                        threshold: thresholds[source], feature: UInt16(features[source]),
                        distance: UInt16(waiting.count - place)))
                leaves.append(0)
                waiting.append(source + 1)
                waiting.append(right[source])
            }
            place += 1
        }
        roots.append(root)
        return end
    }

    /// The right child of each inner node in preorder; the left one stands behind its parent.
    private static func rightChildren(_ features: ArraySlice<Int16>) -> [Int] {
        var right = [Int](repeating: 0, count: features.count)
        var waiting: [Int] = []
        for (place, feature) in features.enumerated() {
            if feature >= 0 {
                waiting.append(place)
            } else if let parent = waiting.popLast() {
                // A leaf ends a left subtree: what follows is the right one of the last that has none.
                right[parent] = place + 1
            }
        }
        return right
    }

    /// The probability each row of a table has; 0.5 for rows of another width.
    func probabilities(of table: FeatureTable) -> [Float] {
        guard table.width == width else { return [Float](repeating: 0.5, count: table.rowCount) }
        let last = table.rowCount - 1
        var result: [Float] = []
        result.reserveCapacity(table.rowCount)
        for row in stride(from: 0, through: last, by: 4) {
            let sums = sums(
                of: table.values.span, at: row * width, min(row + 1, last) * width,
                min(row + 2, last) * width,
                min(row + 3, last) * width)
            for place in 0...min(3, last - row) { result.append(Self.logistic(sums[place])) }
        }
        return result
    }

    /// The probability a row has; 0.5 for a row of another width. Many rows are read faster as a table.
    func probability(of row: ArraySlice<Float>) -> Float {
        guard row.count == width else { return 0.5 }
        return Self.logistic(sums(of: row.span, at: 0, 0, 0, 0)[0])
    }

    /// The sums over all trees for the rows that begin at four places.
    private func sums(
        of values: Span<Float>, at first: Int, _ second: Int, _ third: Int, _ fourth: Int
    ) -> SIMD4<Float> {
        let nodes = nodes.span
        let leaves = leaves.span
        var sum = SIMD4<Float>()
        for root in roots {
            var (one, two, three, four) = (root, root, root, root)
            while true {
                let (left, middle, other, right) = (nodes[one], nodes[two], nodes[three], nodes[four])
                if left.distance | middle.distance | other.distance | right.distance == 0 { break }
                one &+= Self.step(from: left, values, first)
                two &+= Self.step(from: middle, values, second)
                three &+= Self.step(from: other, values, third)
                four &+= Self.step(from: right, values, fourth)
            }
            sum += SIMD4(leaves[one], leaves[two], leaves[three], leaves[four])
        }
        return sum
    }

    /// How far behind a node the child is that a row goes on to; 0 from a leaf.
    @inline(__always)
    private static func step(from node: Node, _ values: Span<Float>, _ row: Int) -> Int {
        let isRight = values[row &+ Int(node.feature)] > node.threshold
        return Int(node.distance) &+ (isRight ? 1 : 0)
    }

    /// 1 / (1 + e^-x), by a rational form whose error is far below what decides anything: the standard library has
    /// no exponential function.
    static func logistic(_ x: Float) -> Float {
        if x <= -16 { return 0 }
        if x >= 16 { return 1 }
        var power = 1 - x / 4096
        for _ in 0..<12 { power *= power }
        return 1 / (1 + power)
    }
}
