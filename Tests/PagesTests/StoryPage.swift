import HTMLTree
import WebURLs

@testable import Pages

/// A page as a newspaper makes it, with a place for what a test is about between the paragraphs of its story.
struct StoryPage {
    /// Where it stands.
    static let address = "https://courier.example/news/ferry-pier-opens-again-50112"
    /// The story, paragraph by paragraph.
    static let paragraphs = [
        "The ferry pier at the fish quay opened again on Monday, two months after a barge had torn off its ramp "
            + "in the autumn gale.",
        "Divers found that three of the forty piles were broken below the water. They were replaced by steel, "
            + "which will outlast the timber beside it by decades.",
        "Passengers had walked to the old coal berth all winter, a detour of half an hour that many of the older "
            + "islanders could not manage without a taxi.",
        "The company says that it will keep the bus it had hired for them until the end of March, because the lift "
            + "at the pier still waits for a part.",
        "Nobody has paid for the damage yet. The owner of the barge and its insurer are in court about who had "
            + "moored it, and a verdict is not expected before summer.",
        "Until then the harbour advances the money, as the council decided in a meeting that ended long after "
            + "midnight and with a majority of one vote.",
    ]

    let html: String

    /// - Parameters:
    ///   - head: More elements of the head.
    ///   - middle: Stands between the third and the fourth paragraph.
    ///   - end: Stands behind the last paragraph, inside the story's element.
    ///   - after: Stands behind the story's element.
    init(head: String = "", middle: String = "", end: String = "", after: String = "") {
        let before = Self.paragraphs[..<3].map { "<p>\($0)</p>" }.joined(separator: "\n")
        let rest = Self.paragraphs[3...].map { "<p>\($0)</p>" }.joined(separator: "\n")
        html = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry pier opens again</title>\(head)</head>
            <body><header class="site-header"><a href="/">The Bay Courier</a>
            <nav><ul><li><a href="/news/">News</a></li><li><a href="/sport/">Sport</a></li></ul></nav></header>
            <main><article class="article"><h1>Ferry pier opens again</h1>
            <div class="article-body">\(before)\(middle)\(rest)\(end)</div></article></main>\(after)
            <footer class="site-footer"><ul><li><a href="/about/">About us</a></li></ul>
            <p>Copyright 2025 The Bay Courier. All rights reserved.</p></footer></body></html>
            """
    }

    func read() -> Page {
        PageReader().read(payload: Array(html.utf8), head: nil, at: WebURL(Self.address))
    }

    /// What is measured of its links, and what of.
    func linkFeatures() -> (LinkFeatures, HTMLDocument) {
        let document = HTMLDocument(parsing: Array(html.utf8))
        let url = WebURL(Self.address)
        let links = OutlinkCollector.collect(from: document, url: url).links
        return (LinkFeatures(Segmentation(document), links: links, page: url), document)
    }

    /// What the article has between the third and the fourth paragraph; nil if one of the page's paragraphs is not
    /// part of it, or not in its place.
    var middle: [ArticleBlock]? { between(2, 3) }

    /// What the article has behind the last paragraph; nil as in `middle`.
    var end: [ArticleBlock]? { between(5, 6) }

    private func between(_ first: Int, _ second: Int) -> [ArticleBlock]? {
        guard let blocks = read().article?.blocks else { return nil }
        let places = Self.paragraphs.map { text in blocks.firstIndex { $0.text == text } }
        guard places.allSatisfy({ $0 != nil }),
            places.compactMap({ $0 }) == places.compactMap({ $0 }).sorted(),
            let start = places[first]
        else { return nil }
        let end = second < places.count ? places[second] ?? blocks.count : blocks.count
        return Array(blocks[(start + 1)..<end])
    }
}

/// A block of a page with what the page reader takes it for.
struct LabelledBlock: Equatable {
    let text: String
    let kind: BlockKind
    let role: BlockRole

    /// The blocks of a page in document order.
    static func all(of html: String) -> [LabelledBlock] {
        let segmentation = Segmentation(HTMLDocument(parsing: Array(html.utf8)))
        return zip(segmentation.list.blocks, segmentation.roles).map { block, role in
            LabelledBlock(
                text: String(decoding: segmentation.list.bytes(block), as: UTF8.self), kind: block.kind,
                role: role)
        }
    }

    /// The role of the block with this text; nil if there is none.
    static func role(of text: String, in html: String) -> BlockRole? {
        all(of: html).first { $0.text == text }?.role
    }
}
