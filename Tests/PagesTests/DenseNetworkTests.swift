import Foundation
import Testing

@testable import Pages

struct DenseNetworkTests {
    /// Numbers between −1 and 1 that are the same in every run.
    private struct Numbers {
        var state: UInt64 = 88_172_645_463_325_252

        mutating func next() -> Float {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Float(Int64(state % 20_001) - 10_000) / 10_000
        }

        mutating func next(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
    }

    /// Layers as rows of weights, and what they make of a row, number by number.
    private struct Layers {
        var first: [[Float]]
        var second: [[Float]]
        var outcome: [[Float]]
        var biases: [[Float]]

        init(inputs: Int, _ numbers: inout Numbers) {
            let hidden = 10
            let inner = 6
            first = (0..<hidden + DenseNetwork.kinds).map { _ in numbers.next(inputs) }
            second = (0..<inner).map { _ in numbers.next(hidden) }
            outcome = (0..<DenseNetwork.kinds).map { _ in numbers.next(inner) }
            biases = [numbers.next(first.count), numbers.next(inner), numbers.next(DenseNetwork.kinds)]
        }

        var network: DenseNetwork {
            func layer(_ weights: [[Float]], _ biases: [Float]) -> DenseLayer {
                DenseLayer(inputs: weights[0].count, biases: biases, weights: weights.flatMap { $0 })
            }
            return DenseNetwork(
                first: layer(first, biases[0]), second: layer(second, biases[1]),
                outcome: layer(outcome, biases[2]))
        }

        func odds(of row: [Float]) -> Float {
            func sums(_ weights: [[Float]], _ biases: [Float], _ row: [Float]) -> [Float] {
                zip(weights, biases).map { weights, bias in
                    zip(weights, row).reduce(bias) { $0 + $1.0 * $1.1 }
                }
            }
            let all = sums(first, biases[0], row)
            let hidden = all.prefix(second[0].count).map { max(0, $0) }
            let inner = sums(second, biases[1], hidden).map { max(0, $0) }
            let kinds = zip(sums(outcome, biases[2], inner), all.suffix(DenseNetwork.kinds)).map { $0 + $1 }
            func logarithm(_ values: ArraySlice<Float>) -> Float {
                Float(log(values.reduce(0) { $0 + exp(Double($1)) }))
            }
            return logarithm(kinds[..<DenseNetwork.relatedKinds])
                - logarithm(kinds[DenseNetwork.relatedKinds...])
        }
    }

    @Test func `sixteen rows at once have the odds that each has alone`() {
        var numbers = Numbers()
        for inputs in [1, 5, 33] {
            let layers = Layers(inputs: inputs, &numbers)
            let network = layers.network
            let rows = (0..<16).map { _ in numbers.next(inputs).map { $0 * 4 } }
            let columns = (0..<inputs).map { input in SIMD16<Float>(rows.map { $0[input] }) }
            let starts = layers.biases[0].map { SIMD16<Float>(repeating: $0) }
            let odds = network.odds(columns.span, starts: starts)
            for (lane, row) in rows.enumerated() {
                #expect(abs(odds[lane] - layers.odds(of: row)) < 0.001)
            }
        }
    }

    @Test func `words are inputs that are one`() {
        var numbers = Numbers()
        let layers = Layers(inputs: 9, &numbers)
        let layer = layers.network.first
        var starts: [Float] = []
        layer.append(sumsOfOnes: [0, 3], from: 4, to: &starts)
        let row = [0, 0, 0, 0, 1, 0, 0, 1, 0].map { SIMD16<Float>(repeating: $0) }
        let sums = layer.sums(of: row.span)
        #expect(starts.count == layer.units)
        for (unit, sum) in sums.enumerated() {
            #expect(abs(layer.biases[unit] + starts[unit] - sum[5]) < 0.000_1)
        }
    }

    @Test func `a written weight is one of 89 from the negative to the positive end`() {
        #expect(DenseLayer.decoded(UInt8(ascii: "$")) == -1)
        #expect(DenseLayer.decoded(UInt8(ascii: "P")) == 0)
        #expect(DenseLayer.decoded(UInt8(ascii: "}")) == 1)
        let written = (UInt8(ascii: "$")...UInt8(ascii: "}")).filter { $0 != UInt8(ascii: "\\") }
        #expect(written.count == 89)
        for (one, other) in zip(written, written.dropFirst()) {
            #expect(abs(DenseLayer.decoded(other) - DenseLayer.decoded(one) - 1 / 44) < 0.000_01)
        }
    }

    @Test func `layers read their weights unit after unit`() {
        let layer = DenseLayer(inputs: 2, biases: [0.5, 0], scales: [2, 1], weights: "}P$}")
        let row = [SIMD16<Float>(repeating: 1), SIMD16<Float>(repeating: 10)]
        let sums = layer.sums(of: row.span)
        #expect(sums.map { $0[0] } == [2.5, 9])
    }

    @Test func `the networks have an input for each number of a row and each word`() {
        let inputs = RelatedForest.trees.width + ListVocabulary.count
        #expect(RelatedNetworks.sum.inputs == inputs)
        #expect(RelatedNetworks.sum.units == 1)
        #expect(!RelatedNetworks.networks.isEmpty)
        for network in RelatedNetworks.networks {
            #expect(network.first.inputs == inputs)
            #expect(network.first.units == network.second.inputs + DenseNetwork.kinds)
            #expect(network.outcome.inputs == network.second.units)
            #expect(network.outcome.units == DenseNetwork.kinds)
        }
    }

    @Test func `inputs are scaled logarithms, however large`() {
        var table = FeatureTable(width: RelatedNetworks.means.count, rowCount: 3)
        for number in [0, -3, 1e9] as [Float] {
            for _ in RelatedNetworks.means { table.put(number) }
            table.endRow()
        }
        let scaled = RelatedNetworks.scaled(table, from: 0)
        for (column, mean) in RelatedNetworks.means.enumerated() {
            let deviation = RelatedNetworks.deviations[column]
            for (lane, number) in [0, -1.386_294_4, 20.723_266].enumerated() as EnumeratedSequence<[Float]> {
                let wanted = max(-4, min(4, (number - mean) / deviation))
                #expect(abs(scaled[column][lane] - wanted) < 0.002)
            }
        }
    }
}
