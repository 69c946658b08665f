import HTMLTree

/// How likely each candidate of a page is a related link: a forest, a weighted sum and a few networks give their
/// opinions, and each list is looked at as a whole.
///
/// They err in different ways. The forest sees what single numbers and pairs of them say; the sum weighs all numbers and
/// words at once, and is right most often where a page is unlike those it learned from; the networks are between the two.
/// How they were trained and what each is worth: `docs/architecture.md`.
struct RelatedModel {
    /// How much the logarithm of the odds counts that each gives. The networks are surer of themselves than they should be.
    static let forestShare: Float = 0.5
    static let sumShare: Float = 0.5
    static let networkShare: Float = 0.25
    /// Nobody's opinion counts more than this.
    private static let surest: Float = 6.9
    /// Where forest and sum together say less than this, the networks, which are most of the work, are not asked: on no
    /// labelled page did they change anything there.
    private static let hopeless: Float = -3.5

    private let features: LinkFeatures
    private let lists: LinkLists
    private let document: HTMLDocument

    init(_ features: LinkFeatures, _ lists: LinkLists, in document: HTMLDocument) {
        self.features = features
        self.lists = lists
        self.document = document
    }

    /// By candidate.
    func probabilities() -> [Float] {
        var rows = LinkRows(features)
        var words = ListWords(features, in: document)
        var odds: [Float] = []
        odds.reserveCapacity(features.candidates.count)
        for start in stride(from: 0, to: features.candidates.count, by: LinkRows.rowsAtOnce) {
            let some = start..<min(features.candidates.count, start + LinkRows.rowsAtOnce)
            let sets = some.map { words.set(of: $0) }
            odds.append(contentsOf: Self.odds(of: rows.table(of: some), sets: sets, words: words.sets))
        }
        return lists.levelled(odds).map { DecisionForest.logistic($0) }
    }

    /// By row: the logarithm of the odds. `sets`: by row, its words, as a place in `words`.
    private static func odds(of table: FeatureTable, sets: [Int], words: [[Int32]]) -> [Float] {
        let forest = RelatedForest.trees.scores(of: table)
        let networks = RelatedNetworks.networks
        let sum = WordStarts(RelatedNetworks.sum, sets: sets, words: words, from: table.width)
        let starts = networks.map { WordStarts($0.first, sets: sets, words: words, from: table.width) }
        var odds: [Float] = []
        odds.reserveCapacity(table.rowCount)
        for row in stride(from: 0, to: table.rowCount, by: FeatureTable.lanes) {
            let some = row..<min(table.rowCount, row + FeatureTable.lanes)
            let scaled = RelatedNetworks.scaled(table, from: row)
            var sums = sum.starts(of: some)
            var span = sums.mutableSpan
            RelatedNetworks.sum.add(scaled.span, to: &span)
            let firstOdds = some.enumerated().map { lane, place in
                forestShare * bounded(forest[place]) + sumShare * bounded(sums[0][lane])
            }
            var opinions = SIMD16<Float>(repeating: -surest)
            if firstOdds.contains(where: { $0 >= hopeless }) {
                opinions = SIMD16()
                for (network, starts) in zip(networks, starts) {
                    opinions += network.odds(scaled.span, starts: starts.starts(of: some))
                }
                opinions /= Float(max(1, networks.count))
            }
            for (lane, first) in firstOdds.enumerated() {
                odds.append(first + networkShare * (first < hopeless ? -surest : bounded(opinions[lane])))
            }
        }
        return odds
    }

    private static func bounded(_ odds: Float) -> Float { max(-surest, min(surest, odds)) }
}

/// What the words around links make of a layer: the same for all links of a list.
private struct WordStarts {
    private let units: Int
    /// By row, its set.
    private let sets: [Int]
    /// By set that has rows: where its sums begin; -1 for the others.
    private var places: [Int]
    private var sums: [Float] = []

    /// `first`: the place of the first word among the layer's inputs.
    init(_ layer: DenseLayer, sets: [Int], words: [[Int32]], from first: Int) {
        units = layer.units
        self.sets = sets
        places = [Int](repeating: -1, count: words.count)
        for set in sets where places[set] < 0 {
            places[set] = sums.count
            layer.append(sumsOfOnes: words[set], from: first, to: &sums)
        }
    }

    /// The sums of some rows, at most sixteen, unit after unit.
    func starts(of rows: Range<Int>) -> [SIMD16<Float>] {
        var starts = [SIMD16<Float>](repeating: SIMD16(), count: units)
        var span = starts.mutableSpan
        for (lane, row) in rows.enumerated() {
            let place = places[sets[row]]
            for unit in 0..<units { span[unit][lane] = sums[place &+ unit] }
        }
        return starts
    }
}

/// The sum and the networks of `RelatedModel`, and what their inputs are scaled by.
enum RelatedNetworks {
    /// No input is further from its mean than so many deviations.
    private static let furthest: Float = 4
    /// What a deviation is scaled to 1 by.
    private static let factors = deviations.map { 1 / $0 }

    /// Sixteen rows of a table as the networks want them: logarithms, since counts run from one to thousands, around their
    /// mean over the labelled pages.
    static func scaled(_ table: FeatureTable, from row: Int) -> [SIMD16<Float>] {
        let (means, factors) = (means, factors)
        precondition(table.width == means.count && table.width == factors.count)
        var rows: [SIMD16<Float>] = []
        rows.reserveCapacity(table.width)
        let numbers = table.values.span
        for column in 0..<table.width {
            let vector = numbers.vector(from: column &* table.height &+ row)
            rows.append(((vector.signedLogarithm - means[column]) * factors[column]).within(furthest))
        }
        return rows
    }
}
