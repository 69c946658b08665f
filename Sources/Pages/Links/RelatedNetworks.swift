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
