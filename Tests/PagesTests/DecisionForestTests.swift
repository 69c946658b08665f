import Testing

@testable import Pages

struct DecisionForestTests {
    /// Is the first number at most 1? Then the second at most 2?
    private let forest = DecisionForest(
        width: 2, features: [0, 1, -1, -1, -1, 1, -1, -1], thresholds: [1, 2, -1, 0.5, 3, 0, 0.25, -0.25])

    @Test(
        arguments: [
            ([0, 0], -0.75), ([0, 2], -1.25), ([1, 3], 0.25), ([2, 0], 3.25), ([2, 9], 2.75),
        ] as [([Float], Float)])
    func `the leaves that a row leads to are added up`(row: [Float], sum: Float) {
        #expect(abs(forest.probability(of: row[...]) - DecisionForest.logistic(sum)) < 0.000_01)
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
}
