extension HTMLDocument {
    /// The same page without some of its nodes and what is below them; all others keep their numbers.
    ///
    /// The root stays whatever is asked for. Copies the nodes, not the text.
    package func removing(_ removed: some Sequence<HTMLNodeID>) -> HTMLDocument {
        var nodes = nodes
        for id in removed where nodes[id.index].parent >= 0 {
            let node = nodes[id.index]
            let parent = Int(node.parent)
            if node.previousSibling >= 0 {
                nodes[Int(node.previousSibling)].nextSibling = node.nextSibling
            } else {
                nodes[parent].firstChild = node.nextSibling
            }
            if node.nextSibling >= 0 {
                nodes[Int(node.nextSibling)].previousSibling = node.previousSibling
            } else {
                nodes[parent].lastChild = node.previousSibling
            }
            nodes[id.index].parent = Node.nowhere
            nodes[id.index].previousSibling = Node.nowhere
            nodes[id.index].nextSibling = Node.nowhere
        }
        return HTMLDocument(
            source: source, decoded: decoded, nodes: nodes, attributes: attributes, tagNames: tagNames,
            attributeNames: attributeNames, doctypes: doctypes, templates: templates, quirks: quirks,
            limitsHit: limitsHit)
    }
}
