/// A sum of small decision trees over a row of numbers, as a probability.
///
/// The trees were grown by gradient boosting on labelled pages; `ContentForest` and `RelatedForest` hold them. A tree
/// is a run of nodes: an inner node compares one number and leads to the left if it is at most the threshold.
struct DecisionForest: Sendable {
    /// Inner node: feature, threshold, and the two children. Leaf: `feature` is -1 and `threshold` its value.
    private struct Node: Sendable {
        var feature: Int32
        var threshold: Float
        var left: Int32
        var right: Int32
    }

    private var nodes: [Node] = []
    private var roots: [Int] = []
    /// Numbers a row must have.
    private(set) var width = 0

    /// `features`, `thresholds`: all nodes in preorder, tree after tree; a leaf has feature -1 and its value as threshold.
    init(width: Int, features: [Int16], thresholds: [Float]) {
        self.width = width
        let count = min(features.count, thresholds.count)
        nodes.reserveCapacity(count)
        for index in 0..<count {
            nodes.append(
                Node(feature: Int32(features[index]), threshold: thresholds[index], left: 0, right: 0))
        }
        var place = 0
        while place < count {
            roots.append(place)
            place = link(place, count: count)
        }
    }

    /// Sets the children of the subtree at `start` and returns where it ends.
    private mutating func link(_ start: Int, count: Int) -> Int {
        var waiting: [(node: Int, isRight: Bool)] = []
        var place = start
        while place < count {
            let node = place
            place += 1
            if nodes[node].feature >= 0 {
                nodes[node].left = Int32(place)
                waiting.append((node, false))
                continue
            }
            while let last = waiting.last, last.isRight { waiting.removeLast() }
            guard let last = waiting.popLast() else { return place }
            nodes[last.node].right = Int32(place)
            waiting.append((last.node, true))
        }
        return place
    }

    /// The probability a row has; 0.5 for a row of another width.
    func probability(of row: ArraySlice<Float>) -> Float {
        guard row.count == width else { return 0.5 }
        let first = row.startIndex
        var sum: Float = 0
        for root in roots {
            var place = root
            while true {
                let node = nodes[place]
                if node.feature < 0 {
                    sum += node.threshold
                    break
                }
                place = Int(row[first + Int(node.feature)] <= node.threshold ? node.left : node.right)
            }
        }
        return Self.logistic(sum)
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
