import HTMLTree
import WebURLs

/// An archived page written anew for replay: nothing that runs, and every address leads back into the archive.
///
/// The browser is told the same by the answer's policy and by the sandbox it shows the page in; this is so that pages
/// work, the policy so that they can do nothing else.
struct ReplayDocument {
    private let document: HTMLDocument
    private let base: WebURL
    private(set) var bytes: [UInt8] = []

    /// Elements that are left out with all they contain.
    private static let dropped: Set<String> = [
        "script", "iframe", "frame", "object", "embed", "applet", "base", "template", "portal", "xmp",
        "noembed",
        "noframes", "plaintext", "fencedframe",
    ]
    /// Elements without an end tag (WHATWG HTML §13.1.2).
    private static let void: Set<String> = [
        "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Attributes whose address is fetched or followed.
    private static let addresses: Set<String> = ["src", "poster", "background", "href"]
    /// Attributes that would ask others, run something, or contradict what was changed.
    private static let droppedAttributes: Set<String> = [
        "srcset", "srcdoc", "target", "ping", "integrity", "crossorigin", "nonce", "action", "formaction",
        "http-equiv", "imagesrcset", "manifest", "xlink:href", "data", "codebase", "classid", "archive",
        "sandbox",
        "allow", "attributionsrc", "longdesc", "cite", "profile", "usemap",
    ]

    /// `source` is the page in UTF-8.
    init(_ source: [UInt8], at url: WebURL) {
        document = HTMLDocument(parsing: source)
        base = Self.base(of: document, at: url)
        bytes.reserveCapacity(source.count)
        write()
    }

    /// The address that relative ones are meant from (WHATWG HTML §2.4.3).
    private static func base(of document: HTMLDocument, at url: WebURL) -> WebURL {
        for node in document.descendants(of: document.root) where document.isHTML(node, .base) {
            if let href = document.attributeText(.href, of: node) { return url.resolve(href) ?? url }
        }
        return url
    }

    private mutating func write() {
        bytes += "<!DOCTYPE html>\n".utf8
        var current = document.firstChild(of: document.root)
        while let node = current {
            let isOpen = begin(node)
            if isOpen, let child = document.firstChild(of: node) {
                current = child
                continue
            }
            if isOpen { end(node) }
            current = next(behind: node)
        }
    }

    /// The node behind one and all below it; ends the elements that are left.
    private mutating func next(behind node: HTMLNodeID) -> HTMLNodeID? {
        var node = node
        while true {
            if let sibling = document.nextSibling(of: node) { return sibling }
            guard let parent = document.parent(of: node), parent != document.root else { return nil }
            end(parent)
            node = parent
        }
    }

    /// Writes a node's beginning; true if it is an element whose contents and end are to follow.
    private mutating func begin(_ node: HTMLNodeID) -> Bool {
        switch document.kind(of: node) {
        case .text:
            writeText(of: node)
            return false
        case .element: break
        default: return false
        }
        let name = document.name(of: node)
        guard !Self.dropped.contains(name), Self.isPlain(name), !isUnwanted(node, name) else { return false }
        bytes += "<\(name)".utf8
        for attribute in document.attributes(of: node) {
            let attributeName = document.name(of: attribute)
            guard let value = value(of: attribute, named: attributeName, on: name) else { continue }
            bytes += " \(attributeName)=\"".utf8
            for byte in value { HTMLText.append(byte, to: &bytes) }
            bytes.append(0x22)
        }
        bytes.append(0x3E)
        return !Self.void.contains(name)
    }

    private mutating func end(_ node: HTMLNodeID) { bytes += "</\(document.name(of: node))>".utf8 }

    /// Links that are no style sheet and no icon, and what a page says to the browser in its head.
    private func isUnwanted(_ node: HTMLNodeID, _ name: String) -> Bool {
        switch name {
        case "meta":
            return document.attributeName("http-equiv").map { document.hasAttribute($0, of: node) } ?? false
        case "link":
            guard let rel = document.attributeName("rel").flatMap({ document.attributeText($0, of: node) })
            else {
                return true
            }
            let words = rel.lowercased().split(separator: " ")
            return !words.contains("stylesheet") && !words.contains("icon")
        default: return false
        }
    }

    /// Nil: the attribute is left out.
    private func value(of attribute: HTMLAttribute, named name: String, on element: String) -> ArraySlice<
        UInt8
    >? {
        let lower = name.lowercased()
        guard Self.isPlain(name), !lower.hasPrefix("on"), !Self.droppedAttributes.contains(lower) else {
            return nil
        }
        let value = document.value(of: attribute)
        guard Self.addresses.contains(lower) else { return value }
        let text = String(decoding: value, as: UTF8.self)
        // A place on the page itself, and images that the page brings along.
        if text.hasPrefix("#"), element != "use" { return value }
        if lower != "href", text.lowercased().hasPrefix("data:image/") { return value }
        guard let url = base.resolve(text) else { return nil }
        let fragment = url.fragment.map { "#" + $0 } ?? ""
        return Array(Self.address(of: url.withoutFragment.href, fragment: fragment).utf8)[...]
    }

    /// Where the archive has an address.
    static func address(of url: String, fragment: String = "") -> String {
        "/raw?url=" + DashboardRequest.encoded(url) + fragment
    }

    private mutating func writeText(of node: HTMLNodeID) {
        let text = document.text(of: node)
        // Style sheets are no markup: they stand as they are, but for what could end them.
        if let parent = document.parent(of: node), document.isHTML(parent, .style) {
            for byte in text where byte != 0x3C { bytes.append(byte) }
            return
        }
        for byte in text { HTMLText.append(byte, to: &bytes) }
    }

    /// Letters, digits and what custom elements and namespaces have: nothing that could end a tag.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}
