import HTMLTree

/// Makes a list whole: lists are chosen for a story as a whole, so where the stories in an element are likely related
/// on average, each of them is, unless it looks very different.
struct ListCompletion {
    /// Stories an element must link to for being a list.
    static let shortestList = 3
    /// Links of an element that is looked at: longer lists are archives, and their length would be the page's to choose.
    static let longestList = 300
    /// Which part of the threshold the mean of a list must reach.
    static let share: Float = 0.9
    /// What is less likely than this stays out: a tag or an advertisement between the stories.
    static let lowest: Float = 0.3
    /// How many elements around a link are looked at.
    private static let levels = 4

    private let features: LinkFeatures
    /// By anchor: its candidate; -1 if there is none.
    private let candidates: [Int]

    init(_ features: LinkFeatures) {
        self.features = features
        var candidates = [Int](repeating: -1, count: features.segmentation.list.anchors.count)
        for (number, link) in features.candidates.enumerated() { candidates[features.anchors[link]] = number }
        self.candidates = candidates
    }

    /// By candidate: whether its probability or its list makes it related.
    func related(_ probabilities: [Float], threshold: Float) -> [Bool] {
        var related = probabilities.map { $0 >= threshold }
        var seen = [Bool](repeating: false, count: features.segmentation.list.containers.count)
        for number in probabilities.indices where probabilities[number] >= threshold {
            let anchor = features.anchors[features.candidates[number]]
            var place = features.segmentation.list.anchors[anchor].container
            for _ in 0..<Self.levels where place >= 0 {
                if !seen[place] {
                    seen[place] = true
                    complete(place, probabilities, threshold, &related)
                }
                place = features.wider(place)
            }
        }
        return related
    }

    private func complete(
        _ container: Int, _ probabilities: [Float], _ threshold: Float, _ related: inout [Bool]
    ) {
        let element = features.segmentation.list.containers[container]
        guard element.endAnchor - element.firstAnchor <= Self.longestList else { return }
        var stories: [(key: UInt64, best: Float)] = []
        for anchor in element.firstAnchor..<element.endAnchor where candidates[anchor] >= 0 {
            let number = candidates[anchor]
            let key = features.addresses[features.candidates[number]].key
            if let known = stories.firstIndex(where: { $0.key == key }) {
                stories[known].best = max(stories[known].best, probabilities[number])
            } else {
                stories.append((key, probabilities[number]))
            }
        }
        let sum = stories.reduce(0) { $0 + $1.best }
        guard stories.count >= Self.shortestList, sum >= Self.share * threshold * Float(stories.count) else {
            return
        }
        for anchor in element.firstAnchor..<element.endAnchor where candidates[anchor] >= 0 {
            if probabilities[candidates[anchor]] >= Self.lowest { related[candidates[anchor]] = true }
        }
    }
}
