package import Pages
import WebURLs

/// One page of the output of `links`: its outlinks with their roles.
package struct LinksRow: Sendable {
    package let source: ExtractionRow.Source
    package let url: String?
    package let links: [Outlink]

    package init(source: ExtractionRow.Source, url: String?, links: [Outlink]) {
        self.source = source
        self.url = url
        self.links = links
    }

    /// The row as one line of JSON, with its line end.
    package var json: String {
        var object = JSONText()
        if case .file(let name) = source { object.add("file", name) }
        object.add("url", url)
        object.add(
            "links",
            links.map { link in
                var row = JSONText()
                row.add("url", link.url.href)
                row.add("text", link.text)
                row.add("role", link.role.rawValue)
                return row
            })
        return object.finished + "\n"
    }

    /// One line a link: role, URL, text, separated by tabs.
    package var text: String {
        links.map { link in
            let text = link.text.replacing("\t", with: " ")
            return "\(link.role.rawValue)\t\(link.url.href)\t\(text)\n"
        }.joined()
    }
}
