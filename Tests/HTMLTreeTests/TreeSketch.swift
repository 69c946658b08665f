import HTMLTree

extension HTMLDocument {
    init(_ html: String) { self.init(parsing: Array(html.utf8)) }

    /// The tree in one line: `p[class=a](text b(…))`, texts in quotes, comments in `!--`, template contents
    /// in braces.
    var sketch: String { sketch(below: root) }

    /// What stands in the body, as `sketch` shows it.
    var bodySketch: String { body.map { sketch(below: $0) } ?? "no body" }

    private func sketch(below root: HTMLNodeID) -> String {
        var line = ""
        var needsSpace = false
        for step in walk(from: root) where step != .enter(root) && step != .leave(root) {
            switch step {
            case .enter(let id):
                if needsSpace { line += " " }
                line += name(in: id)
                if let contents = templateContents(of: id) { line += "{\(sketch(below: contents))}" }
                needsSpace = firstChild(of: id) == nil
                if !needsSpace { line += "(" }
            case .leave(let id):
                if firstChild(of: id) != nil { line += ")" }
                needsSpace = true
            }
        }
        return line
    }

    private func name(in id: HTMLNodeID) -> String {
        let text = String(decoding: text(of: id), as: UTF8.self)
        switch kind(of: id) {
        case .text: return "'\(text)'"
        case .comment: return "!--\(text)--"
        case .doctype: return "!\(doctype(of: id)?.name ?? "")"
        case .document, .templateContents: return "?"
        case .element:
            let prefix = namespace(of: id) == .html ? "" : namespace(of: id) == .svg ? "svg:" : "math:"
            let attributes = attributes(of: id).map { attribute in
                let value = String(decoding: value(of: attribute), as: UTF8.self)
                return name(of: attribute) + (value.isEmpty ? "" : "=\(value)")
            }
            return prefix + name(of: id)
                + (attributes.isEmpty ? "" : "[\(attributes.joined(separator: " "))]")
        }
    }
}

extension HTMLDocument {
    /// What is wrong with the links between the nodes; nil if nothing is.
    ///
    /// Looks at the tree and the contents of every template: each node stands once, neighbours point at each
    /// other, no text is empty or beside another, and nothing is deeper than the limit.
    var inconsistency: String? {
        var seen = Set<HTMLNodeID>()
        var roots = [root]
        while let start = roots.popLast() {
            // The copy of a template in a `selectedcontent` shares the contents of the original.
            if seen.contains(start) { continue }
            var depth = 0
            for step in walk(from: start) {
                guard case .enter(let id) = step else {
                    depth -= 1
                    continue
                }
                depth += 1
                if let problem = problem(with: id) { return "\(problem) at \(id.rawValue)" }
                if !seen.insert(id).inserted { return "node \(id.rawValue) stands twice" }
                if kind(of: id) == .element, depth > HTMLLimits.maximumDepth + 1 { return "depth \(depth)" }
                if let contents = templateContents(of: id), !seen.contains(contents) {
                    roots.append(contents)
                }
            }
        }
        if nodeCount > source.count + HTMLLimits.maximumExtraNodes { return "\(nodeCount) nodes" }
        return nil
    }

    private func problem(with id: HTMLNodeID) -> String? {
        if let child = firstChild(of: id), parent(of: child) != id { return "first child's parent" }
        if let child = lastChild(of: id), parent(of: child) != id { return "last child's parent" }
        if let next = nextSibling(of: id), previousSibling(of: next) != id { return "next sibling" }
        if let previous = previousSibling(of: id), nextSibling(of: previous) != id {
            return "previous sibling"
        }
        if let next = nextSibling(of: id), parent(of: next) != parent(of: id) { return "sibling's parent" }
        if kind(of: id) == .text, text(of: id).isEmpty { return "empty text" }
        return nil
    }
}
