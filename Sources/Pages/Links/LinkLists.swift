/// The lists that the candidates of a page form: lists are chosen as a whole, so what is likely of one link of a list is
/// likely of the others too.
struct LinkLists {
    /// How much of what is said of a link is said of its list.
    static let shareOfList: Float = 0.6
    /// An element that holds more of the story than this part, and more than some words, is no list.
    private static let largestShareOfStory: Float = 0.3
    private static let longestText: Float = 60

    /// By candidate: its list, counted from 0.
    let lists: [Int]
    private let keys: [UInt64]

    init(_ features: LinkFeatures) {
        let containers = features.segmentation.list.containers
        let before = features.body.wordsBefore
        let words = features.body.words
        /// By anchor: how many candidates stand before it.
        var candidatesBefore = [Int](repeating: 0, count: features.segmentation.list.anchors.count + 1)
        for link in features.candidates { candidatesBefore[features.anchors[link] + 1] += 1 }
        for place in candidatesBefore.indices.dropFirst() {
            candidatesBefore[place] += candidatesBefore[place - 1]
        }
        let byAnchor = features.candidates.indices.sorted {
            features.anchors[features.candidates[$0]] < features.anchors[features.candidates[$1]]
        }
        let keys = features.candidates.map { features.addresses[$0].key }
        /// By place in the order of anchors: the next place whose story is another.
        var nextOther = [Int](repeating: byAnchor.count, count: byAnchor.count)
        for place in byAnchor.indices.dropLast().reversed() {
            let isSame = keys[byAnchor[place]] == keys[byAnchor[place + 1]]
            nextOther[place] = isSame ? nextOther[place + 1] : place + 1
        }
        /// By element: the list that its links belong to; -1 for links without one, -2 if it is not looked for yet.
        var listOf = [Int](repeating: -2, count: containers.count)
        var count = 0
        self.keys = keys
        lists = features.candidates.map { link in
            let own = features.segmentation.list.anchors[features.anchors[link]].container
            var place = own
            var found = -1
            while place >= 0 {
                if listOf[place] > -2 {
                    found = listOf[place]
                    break
                }
                let element = containers[place]
                let text = before[element.endBlock] - before[element.firstBlock]
                if text > Self.largestShareOfStory * words, text > Self.longestText { break }
                let start = candidatesBefore[element.firstAnchor]
                let end = candidatesBefore[element.endAnchor]
                if start < end, nextOther[start] < end {
                    found = count
                    count += 1
                    listOf[place] = found
                    break
                }
                place = element.parent
            }
            // The way up is gone once.
            var passed = own
            while passed >= 0, passed != place, listOf[passed] == -2 {
                listOf[passed] = found
                passed = containers[passed].parent
            }
            if found >= 0 { return found }
            count += 1
            return count - 1
        }
    }

    /// By candidate: whether no other story stands in its list.
    func areAlone() -> [Bool] {
        var first = [UInt64?](repeating: nil, count: (lists.max() ?? -1) + 1)
        var isAlone = [Bool](repeating: true, count: first.count)
        for (list, key) in zip(lists, keys) {
            if let known = first[list], known != key { isAlone[list] = false }
            first[list] = key
        }
        return lists.map { isAlone[$0] }
    }

    /// What is said of each candidate, nearer to the mean of its list. Links to one story in a list have what is said of
    /// the likeliest.
    func levelled(_ odds: [Float]) -> [Float] {
        struct Story {
            var list: Int
            var odds: Float
        }
        var stories: [Story] = []
        var places = HashMemo()
        let story = odds.indices.map { number in
            let hash = keys[number] &+ UInt64(lists[number] + 1) &* 0x9E37_79B9_7F4A_7C15
            if let place = places[hash] {
                stories[Int(place)].odds = max(stories[Int(place)].odds, odds[number])
                return Int(place)
            }
            places[hash] = UInt64(stories.count)
            stories.append(Story(list: lists[number], odds: odds[number]))
            return stories.count - 1
        }
        var sums = [(sum: Float, count: Float)](repeating: (0, 0), count: (lists.max() ?? -1) + 1)
        for story in stories {
            sums[story.list].sum += story.odds
            sums[story.list].count += 1
        }
        return odds.indices.map { number in
            let list = sums[lists[number]]
            return Self.shareOfList * list.sum / list.count
                + (1 - Self.shareOfList) * stories[story[number]].odds
        }
    }
}
