/// From which probability on a block of a page is main content.
///
/// If the probabilities are right, taking every block above half the best F-measure that can be expected on the page
/// gives that F-measure (Lipton, Elkan and Naryanaswamy, 2014): on a page where much is uncertain more is taken.
enum ContentThreshold {
    /// Above this nothing is left out: what is likelier than not is content.
    private static let highest: Float = 0.5
    /// Below this nothing is taken, however uncertain the page.
    private static let lowest: Float = 0.2
    /// The expectation is a little low, as blocks of a page are right or wrong together: measured on labelled pages.
    private static let correction: Float = 1.1

    /// - Parameter words: By block, as `content`.
    static func threshold(content: [Float], words: [Float]) -> Float {
        var total: Float = 0
        for index in content.indices { total += content[index] * words[index] }
        guard total > 0 else { return highest }
        var right: Float = 0
        var taken: Float = 0
        var best: Float = 0
        for index in content.indices.sorted(by: { (content[$0], $1) > (content[$1], $0) }) {
            right += content[index] * words[index]
            taken += words[index]
            best = max(best, 2 * right / (taken + total))
        }
        return min(highest, max(lowest, best / 2 * correction))
    }
}
