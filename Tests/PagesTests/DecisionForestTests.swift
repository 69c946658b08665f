import Testing

@testable import Pages

struct DecisionForestTests {
    /// Numbers that are the same in every run.
    private struct Numbers {
        var state: UInt64 = 1

        mutating func next(below bound: UInt64) -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state % bound
        }
    }

    /// Trees in preorder, as a forest takes them.
    private struct Trees {
        var features: [Int16] = []
        var thresholds: [Float] = []

        init(count: Int, width: UInt64, _ numbers: inout Numbers) {
            for _ in 0..<count {
                var innerNodes = 31
                grow(depth: 9, width, &innerNodes, &numbers)
            }
        }

        private mutating func grow(
            depth: Int, _ width: UInt64, _ innerNodes: inout Int, _ numbers: inout Numbers
        ) {
            guard depth > 0, innerNodes > 0, numbers.next(below: 5) > 0 else {
                features.append(-1)
                thresholds.append(Float(numbers.next(below: 1000)) / 997 - 0.5)
                return
            }
            innerNodes -= 1
            features.append(Int16(numbers.next(below: width)))
            thresholds.append(Float(numbers.next(below: 40)) - 10)
            grow(depth: depth - 1, width, &innerNodes, &numbers)
            grow(depth: depth - 1, width, &innerNodes, &numbers)
        }

        /// The probability of a row, walking from node to node.
        func probability(of row: [Float]) -> Float {
            var sum: Float = 0
            var root = 0
            while root < features.count {
                var place = root
                while features[place] >= 0 {
                    let isLeft = row[Int(features[place])] <= thresholds[place]
                    place = isLeft ? place + 1 : end(of: place + 1)
                }
                sum += thresholds[place]
                root = end(of: root)
            }
            return DecisionForest.logistic(sum)
        }

        private func end(of node: Int) -> Int {
            var missing = 1
            var place = node
            while missing > 0 {
                missing += features[place] >= 0 ? 1 : -1
                place += 1
            }
            return place
        }
    }

    /// Is the first number at most 1? Then the second at most 2?
    private let forest = DecisionForest(
        width: 2, features: [0, 1, -1, -1, -1, 1, -1, -1], thresholds: [1, 2, -1, 0.5, 3, 0, 0.25, -0.25])

    @Test(
        arguments: [
            ([0, 0], -0.75), ([0, 2], -1.25), ([1, 3], 0.25), ([2, 0], 3.25), ([2, 9], 2.75),
        ] as [([Float], Float)])
    func `the leaves that a row leads to are added up`(row: [Float], sum: Float) {
        #expect(abs(forest.probability(of: row) - DecisionForest.logistic(sum)) < 0.000_01)
    }

    @Test func `a row of another width has no probability but one half`() {
        #expect(forest.probability(of: [1, 2, 3]) == 0.5)
        #expect(forest.probability(of: []) == 0.5)
    }

    @Test(
        arguments: [
            (0, 0.5), (1, 0.731_059), (-1, 0.268_941), (5, 0.993_307), (-5, 0.006_693), (1_000, 1),
            (-1_000, 0),
        ] as [(Float, Float)])
    func `a sum becomes a probability by the logistic function`(sum: Float, probability: Float) {
        #expect(abs(DecisionForest.logistic(sum) - probability) < 0.001)
    }

    @Test(arguments: [0, 1, 7, 8, 9, 30])
    func `rows get what a walk from node to node gives`(rowCount: Int) {
        var numbers = Numbers()
        let width = 12
        let trees = Trees(count: 20, width: UInt64(width), &numbers)
        let forest = DecisionForest(width: width, features: trees.features, thresholds: trees.thresholds)
        var values = (0..<rowCount * width).map { _ in Float(numbers.next(below: 40)) - 10 }
        if rowCount > 8 { values[3] = .infinity }
        let table = FeatureTable(values, width: width)
        #expect(
            forest.probabilities(of: table) == (0..<rowCount).map { trees.probability(of: table.row($0)) })
        for row in 0..<rowCount {
            #expect(forest.probability(of: table.row(row)) == trees.probability(of: table.row(row)))
        }
    }

    @Test func `a number that is the same in all rows, or beyond all thresholds, decides as any other`() {
        let rows: [[Float]] = [[1, 5], [1, 0], [1, 2], [1, 2.5]]
        let table = FeatureTable(rows.flatMap { $0 }, width: 2)
        #expect(forest.probabilities(of: table) == rows.map { forest.probability(of: $0) })
        #expect(forest.probability(of: [1, 5]) == DecisionForest.logistic(0.5 - 0.25))
    }

    @Test func `a number that is none does no harm`() {
        let forest = DecisionForest(width: 1, features: [0, -1, 0, -1, -1], thresholds: [1, -3, 2, 3, 1])
        let table = FeatureTable([.nan, 1.5], width: 1)
        #expect(forest.probabilities(of: table)[1] == DecisionForest.logistic(3))
    }
}

extension DecisionForest {
    fileprivate func probability(of row: [Float]) -> Float {
        probabilities(
            of: row.isEmpty ? FeatureTable(width: 0, rowCount: 1) : FeatureTable(row, width: row.count))[0]
    }
}

extension FeatureTable {
    /// A table of rows that stand one after the other.
    fileprivate init(_ values: [Float], width: Int) {
        self.init(width: width, rowCount: values.count / width)
        for (place, value) in values.enumerated() {
            put(value)
            if place % width == width - 1 { endRow() }
        }
    }
}
