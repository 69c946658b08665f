import HTMLTree

/// How likely each candidate of a page is a related link: a forest, a weighted sum and a few networks give their
/// opinions, and each list is looked at as a whole.
///
/// They err in different ways. The forest sees what single numbers and pairs of them say; the sum weighs all numbers and
/// words at once, and is right most often where a page is unlike those it learned from; the networks are between the two.
/// What they are worth: `docs/architecture.md`.
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
            let around = some.map { words.words(around: $0) }
            odds.append(contentsOf: Self.odds(of: rows.table(of: some), around: around, words: words.sets))
        }
        return lists.levelled(odds).map { DecisionForest.logistic($0) }
    }

    /// By row: the logarithm of the odds. `around`: by row, its words, as places in `words`.
    private static func odds(
        of table: FeatureTable, around: [ListWords.Around], words: [[Int32]]
    ) -> [Float] {
        let forest = RelatedForest.trees.scores(of: table)
        let networks = RelatedNetworks.networks
        let sum = WordStarts(RelatedNetworks.sum, around, words: words, from: table.width)
        /// Made for the first rows that the networks are asked of.
        var starts: [WordStarts] = []
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
                if starts.isEmpty {
                    starts = networks.map { WordStarts($0.first, around, words: words, from: table.width) }
                }
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
