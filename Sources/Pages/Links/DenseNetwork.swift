/// Sums of weighted numbers, one for each unit of a layer.
///
/// Sixteen rows are read at once, as `FeatureTable` has them: a number of sixteen rows is one vector.
struct DenseLayer: Sendable {
    /// Numbers that go in.
    let inputs: Int
    /// Sums that come out.
    let units: Int
    /// The weights of one unit after those of the other.
    private let weights: [Float]
    /// What a unit has without any input.
    let biases: [Float]

    /// `weights`: a character for each weight, as `decoded(_:)` reads them; `scales`: by unit, what the largest stands for.
    init(inputs: Int, biases: [Float], scales: [Float], weights: StaticString) {
        precondition(biases.count == scales.count && weights.utf8CodeUnitCount == inputs * biases.count)
        self.inputs = inputs
        units = biases.count
        self.biases = biases
        var decoded: [Float] = []
        decoded.reserveCapacity(inputs * biases.count)
        for (place, character) in weights.description.utf8.enumerated() {
            decoded.append(Self.decoded(character) * scales[place / inputs])
        }
        self.weights = decoded
    }

    /// A layer of any weights, for tests.
    init(inputs: Int, biases: [Float], weights: [Float]) {
        precondition(weights.count == inputs * biases.count)
        self.inputs = inputs
        units = biases.count
        self.biases = biases
        self.weights = weights
    }

    /// −1 to 1 in 44 steps to each side, written from `$` on; the backslash, which would need another before it, is left out.
    static func decoded(_ character: UInt8) -> Float {
        let step = Int(character) - 0x24 - (character > 0x5C ? 1 : 0)
        return Float(step - 44) / 44
    }

    /// Appends what each unit has for inputs that are 1 or 0: the weights of those that are 1. The biases are left out.
    ///
    /// - Parameters:
    ///   - ones: The inputs that are 1.
    ///   - first: Where inputs are counted from.
    func append(sumsOfOnes ones: [Int32], from first: Int, to sums: inout [Float]) {
        for unit in 0..<units {
            var sum: Float = 0
            for one in ones { sum += weights[unit &* inputs &+ first &+ Int(one)] }
            sums.append(sum)
        }
    }

    /// Adds the weighted inputs of sixteen rows, the first of all inputs, to the sums of the units.
    func add(_ rows: Span<SIMD16<Float>>, to sums: inout MutableSpan<SIMD16<Float>>) {
        precondition(rows.count <= inputs && sums.count >= units)
        let weights = weights.span
        var unit = 0
        // Four units at a time: the sums stay in registers, and a vector of inputs is loaded once for all four.
        while unit &+ 4 <= units {
            var sum = (sums[unit], sums[unit &+ 1], sums[unit &+ 2], sums[unit &+ 3])
            weights.addProducts(from: unit &* inputs, step: inputs, rows, to: &sum)
            (sums[unit], sums[unit &+ 1], sums[unit &+ 2], sums[unit &+ 3]) = sum
            unit &+= 4
        }
        while unit < units {
            var sum = sums[unit]
            for input in rows.indices { sum += rows[input] * weights[unit &* inputs &+ input] }
            sums[unit] = sum
            unit &+= 1
        }
    }

    /// The sums of sixteen rows, biases included.
    func sums(of rows: Span<SIMD16<Float>>) -> [SIMD16<Float>] {
        var sums = biases.map { SIMD16(repeating: $0) }
        var span = sums.mutableSpan
        add(rows, to: &span)
        return sums
    }
}

/// A small neural network that says of a link what it is for: two hidden layers, whose units are 0 below 0, and beside
/// them the inputs once more, weighted straight into the outcome.
///
/// Its inputs are the numbers of a row of `LinkRows`, and after them which words of `ListVocabulary` stand around the link.
/// It was trained to tell seven kinds of links apart (three of related ones, popular, inline, advertisement, all others),
/// which teaches it more of related links than telling these from all others does.
struct DenseNetwork: Sendable {
    /// Kinds of related links, which are the first outcomes.
    static let relatedKinds = 3
    static let kinds = 7

    /// The first hidden units, and after them the outcomes that the inputs make without hidden units.
    let first: DenseLayer
    let second: DenseLayer
    let outcome: DenseLayer

    /// For sixteen rows: the logarithm of the odds that a link is related.
    ///
    /// - Parameters:
    ///   - rows: The numbers, sixteen of a kind together.
    ///   - starts: What the words of each row make of the first layer, unit after unit.
    func odds(_ rows: Span<SIMD16<Float>>, starts: [SIMD16<Float>]) -> SIMD16<Float> {
        let hidden = second.inputs
        var sums = starts
        var span = sums.mutableSpan
        first.add(rows, to: &span)
        Self.rectify(&span, count: hidden)
        var inner = second.sums(of: sums.span.extracting(0..<hidden))
        var innerSpan = inner.mutableSpan
        Self.rectify(&innerSpan, count: second.units)
        var kinds = outcome.sums(of: inner.span)
        for kind in kinds.indices { kinds[kind] += sums[hidden + kind] }
        return Self.logarithmOfSum(kinds[..<Self.relatedKinds])
            - Self.logarithmOfSum(kinds[Self.relatedKinds...])
    }

    /// Makes sums below 0 to 0.
    private static func rectify(_ sums: inout MutableSpan<SIMD16<Float>>, count: Int) {
        for unit in 0..<count { sums[unit] = sums[unit].aboveZero }
    }

    /// ln(e^a + e^b + …)
    private static func logarithmOfSum(_ values: ArraySlice<SIMD16<Float>>) -> SIMD16<Float> {
        var largest = SIMD16<Float>(repeating: -1_000)
        for value in values { largest = largest.larger(value) }
        var sum = SIMD16<Float>()
        for value in values { sum += (value - largest).exponential }
        return largest + sum.logarithm
    }
}
