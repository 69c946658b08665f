/// A traversal that tells where every node begins and ends, without recursion.
///
/// The node it starts from is entered and left too. After `.enter`, `skipChildren()` makes the next step the
/// `.leave` of the same node.
@usableFromInline
package struct HTMLWalk: Sequence, IteratorProtocol, Sendable {
    @usableFromInline
    package enum Step: Sendable, Equatable {
        case enter(HTMLNodeID)
        case leave(HTMLNodeID)
    }

    @usableFromInline package let nodes: [Node]
    @usableFromInline package let start: HTMLNodeID
    @usableFromInline package var current: HTMLNodeID
    /// What the next step does with `current`; nil at the end.
    @usableFromInline package var direction: Direction?

    @usableFromInline
    package enum Direction: Sendable { case enter, leave }

    @inlinable
    package init(_ document: HTMLDocument, from start: HTMLNodeID) {
        nodes = document.nodes
        self.start = start
        current = start
        direction = .enter
    }

    @inlinable
    package mutating func next() -> Step? {
        guard let direction else { return nil }
        let id = current
        let node = nodes[id.index]
        switch direction {
        case .enter:
            if let child = HTMLNodeID(link: node.firstChild) {
                current = child
            } else {
                self.direction = .leave
            }
            entered = id
            return .enter(id)
        case .leave:
            entered = nil
            if id == start {
                self.direction = nil
            } else if let sibling = HTMLNodeID(link: node.nextSibling) {
                current = sibling
                self.direction = .enter
            } else if let parent = HTMLNodeID(link: node.parent) {
                current = parent
            } else {
                self.direction = nil
            }
            return .leave(id)
        }
    }

    /// The node of the last step, if that entered one.
    @usableFromInline package var entered: HTMLNodeID?

    /// Passes over what is below the node just entered; nothing happens after a `.leave`.
    @inlinable
    package mutating func skipChildren() {
        guard let entered else { return }
        current = entered
        direction = .leave
    }
}

/// The nodes below a node in document order, without that node itself.
@usableFromInline
package struct HTMLDescendants: Sequence, IteratorProtocol, Sendable {
    @usableFromInline package let nodes: [Node]
    @usableFromInline package let start: HTMLNodeID
    @usableFromInline package var current: HTMLNodeID

    @inlinable
    package init(_ document: HTMLDocument, of start: HTMLNodeID) {
        nodes = document.nodes
        self.start = start
        current = start
    }

    @inlinable
    package mutating func next() -> HTMLNodeID? {
        if let child = HTMLNodeID(link: nodes[current.index].firstChild) {
            current = child
            return child
        }
        return nextBeyond()
    }

    /// Goes on behind the node last returned and everything below it, instead of below it.
    @inlinable
    package mutating func nextSkippingChildren() -> HTMLNodeID? { nextBeyond() }

    @inlinable
    package mutating func nextBeyond() -> HTMLNodeID? {
        while current != start {
            let node = nodes[current.index]
            if let sibling = HTMLNodeID(link: node.nextSibling) {
                current = sibling
                return sibling
            }
            guard let parent = HTMLNodeID(link: node.parent) else { return nil }
            current = parent
        }
        return nil
    }
}

/// The children of a node in order.
@usableFromInline
package struct HTMLChildren: Sequence, IteratorProtocol, Sendable {
    @usableFromInline package let nodes: [Node]
    @usableFromInline package var following: HTMLNodeID?

    @inlinable
    package init(_ document: HTMLDocument, of parent: HTMLNodeID) {
        nodes = document.nodes
        following = HTMLNodeID(link: nodes[parent.index].firstChild)
    }

    @inlinable
    package mutating func next() -> HTMLNodeID? {
        guard let id = following else { return nil }
        following = HTMLNodeID(link: nodes[id.index].nextSibling)
        return id
    }
}

extension HTMLDocument {
    /// Enter and leave steps of a node and everything below it; of the whole document if no node is named.
    @inlinable
    package func walk(from start: HTMLNodeID = .document) -> HTMLWalk { HTMLWalk(self, from: start) }

    /// Everything below a node in document order.
    @inlinable
    package func descendants(of id: HTMLNodeID) -> HTMLDescendants { HTMLDescendants(self, of: id) }

    /// Every node of the tree in document order, the document node left out.
    @inlinable package var documentOrder: HTMLDescendants { HTMLDescendants(self, of: .document) }

    @inlinable
    package func children(of id: HTMLNodeID) -> HTMLChildren { HTMLChildren(self, of: id) }

    /// The HTML elements of that name below a node, in document order.
    package func elements(_ tag: HTMLTag, in id: HTMLNodeID = .document) -> some Sequence<HTMLNodeID> {
        descendants(of: id).lazy.filter { isHTML($0, tag) }
    }

    /// The first HTML element of that name below a node; nil if there is none.
    @inlinable
    package func firstElement(_ tag: HTMLTag, in id: HTMLNodeID = .document) -> HTMLNodeID? {
        descendants(of: id).first { isHTML($0, tag) }
    }

    /// The nearest HTML element of that name above a node; nil if there is none.
    @inlinable
    package func ancestor(_ tag: HTMLTag, of id: HTMLNodeID) -> HTMLNodeID? {
        var current = parent(of: id)
        while let node = current {
            if isHTML(node, tag) { return node }
            current = parent(of: node)
        }
        return nil
    }
}
