/// What the words around links make of a layer, which is the same for all links of a list and all under a title.
struct WordStarts {
    private let units: Int
    /// By row.
    private let around: [ListWords.Around]
    /// By set that a row has: where its sums begin; -1 for the others.
    private var places: [Int]
    private var sums: [Float] = []
    /// The layer's biases.
    private let biases: [Float]

    /// `first`: the place of the first word among the layer's inputs.
    init(_ layer: DenseLayer, _ around: [ListWords.Around], words: [[Int32]], from first: Int) {
        units = layer.units
        biases = layer.biases
        self.around = around
        places = [Int](repeating: -1, count: words.count)
        for row in around {
            for set in [row.names, row.title] where places[set] < 0 {
                places[set] = sums.count
                layer.append(sumsOfOnes: words[set], from: first, to: &sums)
            }
        }
    }

    /// The sums of some rows, at most sixteen, unit after unit.
    func starts(of rows: Range<Int>) -> [SIMD16<Float>] {
        var starts = biases.map { SIMD16<Float>(repeating: $0) }
        var span = starts.mutableSpan
        for (lane, row) in rows.enumerated() {
            let names = places[around[row].names]
            let title = places[around[row].title]
            for unit in 0..<units { span[unit][lane] += sums[names &+ unit] + sums[title &+ unit] }
        }
        return starts
    }
}
