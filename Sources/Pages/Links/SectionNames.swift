import HTMLTree
import WebURLs

/// How the page itself calls the sections of its site: by the texts of its links to them.
///
/// A link to a folder of the page's own address (`/politik/` on `/politik/2024/…`) names the section the story belongs
/// to, in whatever language; the other links to short addresses name the sections it does not belong to. So "More from
/// Politics" is told from a list of sports stories without a list of words.
struct SectionNames {
    /// Bytes of a name, letters and digits alone: shorter ones stand in too many titles, longer ones are headlines.
    private static let lengths = 4...60
    /// Links to sections that are looked at: the menus of a page hold fewer.
    private static let maximumNames = 400

    /// Letters of the names of the page's own section and the folders in it.
    private var own: [[UInt8]] = []
    /// The texts of links to other sections.
    private var others: [String] = []
    /// By link: it leads to a folder of the page's address.
    private(set) var isOwn: [Bool] = []

    init() {}

    /// `isCandidate` by link.
    init(_ links: [CollectedLink], _ addresses: [LinkAddress], page: LinkAddress?, isCandidate: [Bool]) {
        isOwn = [Bool](repeating: false, count: links.count)
        guard let page else { return }
        let folders = page.folders
        for (index, address) in addresses.enumerated() where address.host == page.host && !isCandidate[index]
        {
            guard address.depth > 0, address.depth < 3 || address.depth < page.depth else { continue }
            if address.depth < page.depth, folders.contains(address.path) {
                isOwn[index] = true
                guard own.count < Self.maximumNames else { continue }
                let name = PageHints.letters(Array(links[index].text.utf8)[...])
                if Self.lengths.contains(name.count), !own.contains(name) { own.append(name) }
            } else if address.depth < 3, !address.looksLikeArticle, others.count < Self.maximumNames {
                others.append(links[index].text)
            }
        }
    }

    /// Whether a title holds the name of the page's own section.
    func areOwn(in title: [UInt8]) -> Bool {
        guard title.count <= Self.lengths.upperBound else { return false }
        for name in own where name.count <= title.count {
            for start in 0...title.count - name.count
            where title[start] == name[0] && title[start..<start + name.count].elementsEqual(name) {
                return true
            }
        }
        return false
    }

    /// Whether a title is the name of another section.
    func isOther(_ title: [UInt8]) -> Bool {
        guard Self.lengths.contains(title.count) else { return false }
        for name in others {
            let length = name.utf8.count
            guard length >= title.count, length <= title.count + 8 else { continue }
            if PageHints.letters(Array(name.utf8)[...]) == title { return true }
        }
        return false
    }
}
