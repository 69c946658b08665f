import HTMLTree

/// Answers the family `html`: trees in the dump format of html5lib-tests, and the text of the body.
enum HTMLAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        guard let html = input.text("html") else { return nil }
        let document = HTMLDocument(parsing: Array(html.utf8))
        switch kind {
        case "tree": return ["tree": dump(document)]
        case "text": return ["text": document.body.map(document.textContent) ?? ""]
        default: return nil
        }
    }

    /// One node a line, two spaces a level, attributes sorted under their element.
    private static func dump(_ document: HTMLDocument) -> String {
        var lines: [String] = []
        appendLines(below: document.root, level: 0, of: document, to: &lines)
        return lines.joined(separator: "\n")
    }

    /// The recursion is as deep as templates nest.
    private static func appendLines(
        below root: HTMLNodeID, level: Int, of document: HTMLDocument, to lines: inout [String]
    ) {
        var level = level
        for step in document.walk(from: root) where step != .enter(root) && step != .leave(root) {
            switch step {
            case .leave: level -= 1
            case .enter(let id):
                append(id, level: level, of: document, to: &lines)
                level += 1
                if let contents = document.templateContents(of: id) {
                    lines.append(indentation(level) + "content")
                    appendLines(below: contents, level: level + 1, of: document, to: &lines)
                }
            }
        }
    }

    private static func append(
        _ id: HTMLNodeID, level: Int, of document: HTMLDocument, to lines: inout [String]
    ) {
        let indentation = indentation(level)
        let text = String(decoding: document.text(of: id), as: UTF8.self)
        switch document.kind(of: id) {
        case .doctype: lines.append(indentation + line(document.doctype(of: id)))
        case .text: lines.append("\(indentation)\"\(text)\"")
        case .comment: lines.append("\(indentation)<!-- \(text) -->")
        case .element:
            lines.append("\(indentation)<\(prefix(document.namespace(of: id)))\(document.name(of: id))>")
            lines += attributes(of: id, document).map { self.indentation(level + 1) + $0 }
        case .document, .templateContents: break
        }
    }

    private static func indentation(_ level: Int) -> String { "| " + String(repeating: "  ", count: level) }

    private static func line(_ doctype: HTMLDoctype?) -> String {
        guard let doctype else { return "" }
        guard doctype.publicIdentifier != nil || doctype.systemIdentifier != nil else {
            return "<!DOCTYPE \(doctype.name)>"
        }
        return
            "<!DOCTYPE \(doctype.name) \"\(doctype.publicIdentifier ?? "")\" \"\(doctype.systemIdentifier ?? "")\">"
    }

    private static func prefix(_ namespace: HTMLNamespace) -> String {
        switch namespace {
        case .html: ""
        case .svg: "svg "
        case .mathML: "math "
        }
    }

    /// The attributes of an element in the order of their names, those of a namespace with its prefix and a
    /// space.
    private static func attributes(of id: HTMLNodeID, _ document: HTMLDocument) -> [String] {
        let isForeign = document.namespace(of: id) != .html
        let named = document.attributes(of: id).map { attribute in
            var name = document.name(of: attribute)
            if isForeign, attribute.name.isNamespacedInForeignContent {
                name = name == "xmlns" ? "xmlns xmlns" : name.split(separator: ":").joined(separator: " ")
            }
            return (name, String(decoding: document.value(of: attribute), as: UTF8.self))
        }
        return named.sorted { Array($0.0.utf16).lexicographicallyPrecedes(Array($1.0.utf16)) }
            .map { "\($0.0)=\"\($0.1)\"" }
    }
}
