/// Makes a list whole: lists are chosen for a story as a whole, so where most of the stories in an element are related,
/// the others are too, unless they look very different.
struct ListCompletion {
    /// Stories an element must link to for being a list.
    static let shortestList = 3
    /// Which part of them must be related.
    static let share: Float = 0.6
    /// What is less likely than this stays out: a tag or an advertisement between the stories.
    static let lowest: Float = 0.15
    /// How many elements around a link are looked at.
    private static let levels = 7

    private let features: LinkFeatures
    /// By anchor: its link; -1 if it leads nowhere.
    private let links: [Int]

    init(_ features: LinkFeatures) {
        self.features = features
        var links = [Int](repeating: -1, count: features.segmentation.list.anchors.count)
        for (link, anchor) in features.anchors.enumerated() where anchor >= 0 { links[anchor] = link }
        self.links = links
    }

    /// The links that `probabilities` and their lists make related.
    func related(_ probabilities: [Float], threshold: Float) -> [Bool] {
        var related = probabilities.map { $0 >= threshold }
        var seen: Set<Int> = []
        for link in probabilities.indices where related[link] && features.anchors[link] >= 0 {
            var place = features.segmentation.list.anchors[features.anchors[link]].container
            for _ in 0..<Self.levels where place >= 0 {
                if seen.insert(place).inserted { complete(place, probabilities, threshold, &related) }
                place = features.wider(place)
            }
        }
        return related
    }

    private func complete(
        _ container: Int, _ probabilities: [Float], _ threshold: Float, _ related: inout [Bool]
    ) {
        let element = features.segmentation.list.containers[container]
        var best: [UInt64: Float] = [:]
        for anchor in element.firstAnchor..<element.endAnchor {
            let link = links[anchor]
            guard link >= 0, features.addresses[link].looksLikeArticle else { continue }
            let page = features.addresses[link].page
            best[page, default: 0] = max(best[page, default: 0], probabilities[link])
        }
        let sure = best.values.count { $0 >= threshold }
        guard best.count >= Self.shortestList, Float(sure) >= Self.share * Float(best.count) else { return }
        for anchor in element.firstAnchor..<element.endAnchor {
            let link = links[anchor]
            guard link >= 0, features.addresses[link].looksLikeArticle, probabilities[link] >= Self.lowest
            else { continue }
            related[link] = true
        }
    }
}
