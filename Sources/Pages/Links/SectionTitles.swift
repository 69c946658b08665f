import HTMLTree

/// What the titles of lists say of sections: that of the story, or another one.
struct SectionTitles {
    /// Stories an element must hold for being a list.
    private static let shortestList = 3
    /// Elements around a list that are looked at for its title.
    private static let levels = 5

    /// What is known of a list.
    private struct Title {
        /// -1 each: it has no title.
        var namesOwn: Float = -1
        var namesOther: Float = -1
        var leadsToOwn: Float = -1
    }

    private let features: LinkFeatures
    private let list: BlockList
    /// The candidates in the order of their anchors.
    private let order: [Int]
    /// By element, if it was asked for.
    private var known: [Int: Title] = [:]

    init(_ features: LinkFeatures) {
        self.features = features
        list = features.segmentation.list
        let anchors = features.anchors
        let candidates = features.candidates
        order = candidates.indices.sorted { anchors[candidates[$0]] < anchors[candidates[$1]] }
    }

    /// Puts three numbers of the list around a link that stands in `container`: whether its title holds the name of the
    /// page's own section, is the name of another section, and leads to the page's own section; -1 each if it has none.
    mutating func put(_ container: Int, _ table: inout FeatureTable) {
        let place = nearest(to: container)
        let title = place < 0 ? Title() : known[place] ?? read(place)
        if place >= 0 { known[place] = title }
        table.put(title.namesOwn)
        table.put(title.namesOther)
        table.put(title.leadsToOwn)
    }

    /// The candidates that stand in an element, as places in `order`.
    private func stories(in container: BlockList.Container) -> Range<Int> {
        Int(
            features.sums.before(container.firstAnchor, .articles))..<Int(
                features.sums.before(container.endAnchor, .articles))
    }

    /// The nearest element around that links to several stories; -1 if none does.
    private func nearest(to container: Int) -> Int {
        var place = container
        while place >= 0 {
            let stories = stories(in: list.containers[place])
            if stories.count >= Self.shortestList {
                let first = key(stories.lowerBound)
                if stories.contains(where: { key($0) != first }) { return place }
            }
            place = list.containers[place].parent
        }
        return -1
    }

    private func key(_ place: Int) -> UInt64 {
        features.addresses[features.candidates[order[place]]].key
    }

    private func read(_ index: Int) -> Title {
        let stories = stories(in: list.containers[index])
        let first = features.anchors[features.candidates[order[stories.lowerBound]]]
        var title: Int?
        var element = list.containers[index]
        for _ in 0..<Self.levels where title == nil {
            title = features.title(of: element, before: list.anchors[first].block)
            guard title == nil, element.parent >= 0 else { break }
            element = list.containers[element.parent]
        }
        guard let title else { return Title() }
        let letters = PageHints.letters(list.bytes(list.blocks[title]).prefix(ListTitleLexicon.longestText))
        return Title(
            namesOwn: features.sections.areOwn(in: letters) ? 1 : 0,
            namesOther: features.sections.isOther(letters) ? 1 : 0,
            leadsToOwn: features.leadsToOwnSection(title) ? 1 : 0)
    }
}
