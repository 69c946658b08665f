/// A sum of small decision trees over a row of numbers, as a probability.
///
/// The trees were grown by gradient boosting on labelled pages; `ContentForest` and `RelatedForest` hold them. An inner
/// node compares one number and leads to the left if it is at most the threshold.
///
/// Trees are not walked: which way a row goes is as good as random, and a processor that has to guess guesses wrong at
/// every other node. All nodes of all trees that compare one number are read one after the other, in the order of their
/// thresholds, for sixteen rows at once; each that a row passes to the right rules out the leaves to its left. What is left
/// over in the end is the leaf (Lucchese and others, "QuickScorer", 2015).
struct DecisionForest: Sendable {
    /// An inner node.
    struct Test: Sendable {
        var threshold: Float
        var tree: Int32
        /// The leaves that are not below its left child.
        var others: UInt32
    }

    /// The tests of one number, in `tests`.
    struct Run: Sendable {
        var feature: Int
        var range: Range<Int>
    }

    /// Most leaves a tree can have: the bits of a mask.
    static let maximumLeaves = 32

    private(set) var tests: [Test] = []
    private var runs: [Run] = []
    /// The values of the leaves, `maximumLeaves` places for each tree.
    private(set) var leaves: [Float] = []
    private var treeCount = 0
    /// Numbers a row must have.
    let width: Int

    /// `features`, `thresholds`: all nodes in preorder, tree after tree; a leaf has feature -1 and its value as threshold.
    init(width: Int, features: [Int16], thresholds: [Float]) {
        self.width = width
        let count = min(features.count, thresholds.count)
        precondition(features.allSatisfy { Int($0) < width }, "every number compared is in the row")
        var byFeature = [[Test]](repeating: [], count: width)
        var place = 0
        while place < count { place = add(from: place, features.prefix(count), thresholds, &byFeature) }
        for (feature, own) in byFeature.enumerated() where !own.isEmpty {
            runs.append(Run(feature: feature, range: tests.count..<tests.count + own.count))
            tests.append(contentsOf: own.sorted { $0.threshold < $1.threshold })
        }
    }

    /// Adds the tree that begins at `start` and returns where the next one begins.
    private mutating func add(
        from start: Int, _ features: ArraySlice<Int16>, _ thresholds: [Float], _ byFeature: inout [[Test]]
    ) -> Int {
        leaves.append(contentsOf: repeatElement(0, count: Self.maximumLeaves))
        /// The inner nodes whose left children are not complete, with the leaves before them.
        var open: [(node: Int, leaves: Int)] = []
        var place = start
        var count = 0
        while place < features.count {
            let node = place
            place += 1
            if features[node] >= 0 {
                open.append((node, count))
                continue
            }
            precondition(count < Self.maximumLeaves, "a tree has at most \(Self.maximumLeaves) leaves")
            leaves[treeCount * Self.maximumLeaves + count] = thresholds[node]
            count += 1
            // The leaf ends the left part of the last inner node that has no other, or the tree.
            guard let parent = open.popLast() else { break }
            let left = UInt32((1 as UInt64) << count - (1 as UInt64) << parent.leaves)
            byFeature[Int(features[parent.node])].append(
                Test(
                    // Adding 0 makes one zero of two.
                    threshold: thresholds[parent.node] + 0, tree: Int32(treeCount), others: ~left))
        }
        treeCount += 1
        return place
    }

    /// The probability each row of a table has; 0.5 for rows of another width.
    func probabilities(of table: FeatureTable) -> [Float] {
        var scores = scores(of: table)
        for row in scores.indices { scores[row] = Self.logistic(scores[row]) }
        return scores
    }

    /// The logarithm of the odds each row of a table has; 0 for rows of another width.
    func scores(of table: FeatureTable) -> [Float] {
        guard table.width == width else { return [Float](repeating: 0, count: table.rowCount) }
        var result: [Float] = []
        result.reserveCapacity(table.filledRows)
        let (common, runs) = narrowed(to: table)
        var left = [SIMD16<UInt32>](repeating: SIMD16(), count: treeCount)
        for row in stride(from: 0, to: table.rowCount, by: FeatureTable.lanes) {
            let sums = sums(of: table, from: row, runs, common, &left)
            for lane in 0..<min(FeatureTable.lanes, table.rowCount - row) {
                result.append(sums[lane])
            }
        }
        return result
    }

    /// What tells the rows of a table apart: the leaves, by tree, that not every row rules out, and the tests that some
    /// rows pass and others do not.
    ///
    /// Most numbers hardly differ within a page.
    private func narrowed(to table: FeatureTable) -> (common: [UInt32], runs: [Run]) {
        var common = [UInt32](repeating: .max, count: treeCount)
        var live: [Run] = []
        live.reserveCapacity(runs.count)
        let tests = tests.span
        let values = table.values.span
        for run in runs where table.rowCount > 0 {
            let column = run.feature &* table.height
            var least = SIMD16<Float>(repeating: .infinity)
            var most = SIMD16<Float>(repeating: -.infinity)
            for row in stride(from: 0, to: table.filledRows, by: FeatureTable.lanes) {
                let numbers = values.vector(from: column &+ row)
                least.replace(with: numbers, where: numbers .< least)
                most.replace(with: numbers, where: numbers .> most)
            }
            let (smallest, largest) = (least.smallest, most.largest)
            var start = run.range.lowerBound
            while start < run.range.upperBound, tests[start].threshold < smallest {
                common[Int(tests[start].tree)] &= tests[start].others
                start &+= 1
            }
            if start < run.range.upperBound, tests[start].threshold < largest {
                live.append(Run(feature: run.feature, range: start..<run.range.upperBound))
            }
        }
        return (common, live)
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
