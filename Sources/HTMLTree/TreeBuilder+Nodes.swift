// Making nodes and putting them into the tree: §13.2.6.1.
extension TreeBuilder {
    /// Where a node goes: the last child of `parent`, or before a child of it.
    struct Place {
        var parent: HTMLNodeID
        var sibling: HTMLNodeID?
    }

    // MARK: Links

    /// Adds a node that is nowhere in the tree yet.
    mutating func add(_ node: Node) -> HTMLNodeID {
        let id = HTMLNodeID(rawValue: Int32(truncatingIfNeeded: nodes.count))
        nodes.append(node)
        return id
    }

    /// Makes a node that is nowhere in the tree the last child of another.
    @inline(__always)
    mutating func append(_ child: HTMLNodeID, to parent: HTMLNodeID) {
        let last = nodes[parent.index].lastChild
        nodes[child.index].parent = parent.rawValue
        nodes[child.index].previousSibling = last
        if last >= 0 {
            nodes[Int(last)].nextSibling = child.rawValue
        } else {
            nodes[parent.index].firstChild = child.rawValue
        }
        nodes[parent.index].lastChild = child.rawValue
    }

    /// Adds a node and puts it into the tree at once.
    @inline(__always)
    mutating func add(_ node: Node, at place: Place) -> HTMLNodeID {
        var node = node
        let id = HTMLNodeID(rawValue: Int32(truncatingIfNeeded: nodes.count))
        let sibling = place.sibling?.rawValue ?? Node.nowhere
        let previous =
            sibling >= 0 ? nodes[Int(sibling)].previousSibling : nodes[place.parent.index].lastChild
        node.parent = place.parent.rawValue
        node.previousSibling = previous
        node.nextSibling = sibling
        nodes.append(node)
        var links = nodes.mutableSpan
        if previous >= 0 {
            links[Int(previous)].nextSibling = id.rawValue
        } else {
            links[place.parent.index].firstChild = id.rawValue
        }
        if sibling >= 0 {
            links[Int(sibling)].previousSibling = id.rawValue
        } else {
            links[place.parent.index].lastChild = id.rawValue
        }
        return id
    }

    @inline(__always)
    mutating func insert(_ child: HTMLNodeID, at place: Place) {
        guard let sibling = place.sibling else { return append(child, to: place.parent) }
        let previous = nodes[sibling.index].previousSibling
        nodes[child.index].parent = place.parent.rawValue
        nodes[child.index].previousSibling = previous
        nodes[child.index].nextSibling = sibling.rawValue
        nodes[sibling.index].previousSibling = child.rawValue
        if previous >= 0 {
            nodes[Int(previous)].nextSibling = child.rawValue
        } else {
            nodes[place.parent.index].firstChild = child.rawValue
        }
    }

    /// Takes a node with all below it out of the tree.
    mutating func detach(_ child: HTMLNodeID) {
        let node = nodes[child.index]
        guard node.parent >= 0 else { return }
        if node.previousSibling >= 0 {
            nodes[Int(node.previousSibling)].nextSibling = node.nextSibling
        } else {
            nodes[Int(node.parent)].firstChild = node.nextSibling
        }
        if node.nextSibling >= 0 {
            nodes[Int(node.nextSibling)].previousSibling = node.previousSibling
        } else {
            nodes[Int(node.parent)].lastChild = node.previousSibling
        }
        nodes[child.index].parent = Node.nowhere
        nodes[child.index].previousSibling = Node.nowhere
        nodes[child.index].nextSibling = Node.nowhere
    }

    /// Moves all children of a node behind the children of another.
    mutating func moveChildren(of parent: HTMLNodeID, to other: HTMLNodeID) {
        while let child = HTMLNodeID(link: nodes[parent.index].firstChild) {
            detach(child)
            append(child, to: other)
        }
    }

    // MARK: The appropriate place for inserting a node

    /// Where a node goes now: into the current node, unless that is part of a table and the content is
    /// misplaced.
    @inline(__always)
    mutating func insertionPlace() -> Place {
        if fosterParenting, open.current.traits.contains(.fostersOut) { return fosterPlace() }
        return Place(parent: open.current.container)
    }

    /// Where a node goes that belongs into an open element.
    mutating func insertionPlace(in target: OpenElement) -> Place {
        if fosterParenting, target.traits.contains(.fostersOut) { return fosterPlace() }
        return Place(parent: target.container)
    }

    /// The place of content that is misplaced in the innermost table: before it.
    private mutating func fosterPlace() -> Place {
        let template = open.lastIndex(of: .template)
        guard let table = open.lastIndex(of: .table) else {
            let element = template.map { open[$0] } ?? open[0]
            return Place(parent: element.container)
        }
        if let template, template > table { return Place(parent: open[template].container) }
        let node = open[table].node
        if let parent = HTMLNodeID(link: nodes[node.index].parent) {
            return Place(parent: parent, sibling: node)
        }
        return Place(parent: open[max(table &- 1, 0)].container)
    }

    // MARK: Elements

    /// "Insert an HTML element": puts an element with the attributes of the tag into the tree and opens it.
    ///
    /// False if the limit of depth forbids to open it; then it is in the tree, but what follows goes beside
    /// it.
    @discardableResult
    mutating func insertElement(_ tag: HTMLTag, _ namespace: HTMLNamespace = .html) -> Bool {
        let element = insertClosed(tag, namespace)
        guard element.depth < TreeBuilder.depthOfContent else {
            limitsHit.insert(.depth)
            if flatTags.isEmpty { flatBase = open.count }
            flatTags.append(tag)
            return false
        }
        push(element)
        return true
    }

    /// How deep content may nest; the rest of the limit is for parts of tables and for text such as scripts,
    /// which must open lest their contents be taken for markup.
    static var depthOfContent: Int32 { Int32(HTMLLimits.maximumDepth) - 8 }

    /// Opens an element that the limit of depth does not concern: the frame of the page, a part of a table, a
    /// script.
    mutating func insertPart(_ tag: HTMLTag) { push(insertClosed(tag, .html)) }

    /// Opens an element without attributes for which there is no tag in the page.
    mutating func insertImplied(_ tag: HTMLTag) {
        push(insertClosed(tag, .html, start: 0, length: 0))
    }

    /// Puts an element with the attributes of the tag into the tree without opening it, as for `<br>`.
    @discardableResult
    mutating func insertClosed(_ tag: HTMLTag, _ namespace: HTMLNamespace = .html) -> OpenElement {
        let start = lexer.firstAttribute
        let length = lexer.attributes.count &- start
        if length > 0 { lexer.attributesAreTaken = true }
        return insertClosed(
            tag, namespace, start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: length)
        )
    }

    @inline(__always)
    private mutating func insertClosed(
        _ tag: HTMLTag, _ namespace: HTMLNamespace, start: Int32, length: Int32
    ) -> OpenElement {
        let place = insertionPlace()
        let node = add(Node(tag, namespace, start: start, length: length), at: place)
        let depth = open.current.depth &+ 1
        if tag == .option || tag == .selectedcontent { noteSelectPart(node, tag, namespace, depth: depth) }
        return OpenElement(
            node: node, tag: tag, namespace: namespace, traits: .of(tag, namespace), depth: depth,
            container: node)
    }

    /// Makes an element like another one, nowhere in the tree yet, to be open at the given depth.
    mutating func clone(_ node: HTMLNodeID, depth: Int32) -> OpenElement {
        let original = nodes[node.index]
        let copy = add(
            Node(original.tag, original.namespace, start: original.start, length: original.length))
        return OpenElement(
            node: copy, tag: original.tag, namespace: original.namespace,
            traits: .of(original.tag, original.namespace), depth: depth, container: copy)
    }

    /// Whether so many nodes may be made without a tag of their own in the page.
    mutating func mayClone(_ count: Int) -> Bool {
        // The node of the token being read, and those it implies, are still to come.
        let ownNodes = 8
        let limit = min(lexer.position &+ HTMLLimits.maximumExtraNodes &- ownNodes, maximumNodes)
        if nodes.count &+ count <= limit { return true }
        limitsHit.insert(.nodes)
        return false
    }

    // MARK: Text and comments

    /// "Insert a character", for a stretch of them: joins it with the text before it.
    @inline(__always)
    mutating func insertText(_ run: Tokenizer.Stretch) {
        let place = insertionPlace()
        let previous =
            if let sibling = place.sibling { nodes[sibling.index].previousSibling } else {
                nodes[place.parent.index].lastChild
            }
        if previous >= 0, nodes[Int(previous)].kind == .text { return extendText(Int(previous), by: run) }
        _ = add(Node(.text, start: run.start, length: run.length), at: place)
    }

    private mutating func extendText(_ index: Int, by run: Tokenizer.Stretch) {
        let node = nodes[index]
        guard node.isJoined else {
            let follows =
                node.start >= 0
                ? node.start &+ node.length == run.start : node.start &- node.length == run.start
            if follows {
                nodes[index].length &+= run.length
            } else {
                nodes[index].isJoined = true
                nodes[index].start = joinedText.begin(with: node.start, node.length, of: index)
                nodes[index].length = joinedText.extend(nodes[index].start, by: run)
            }
            return
        }
        nodes[index].length = joinedText.extend(node.length, by: run)
    }

    /// Inserts U+FFFD, what takes the place of U+0000 in foreign content.
    mutating func insertReplacement() {
        let begin = lexer.decoded.count
        lexer.appendReplacement()
        insertText(lexer.decodedStretch(from: begin))
    }

    /// Inserts the comment just read as the last child of `parent`, or at the current place if that is nil.
    mutating func insertComment(in parent: HTMLNodeID?) {
        let place = parent.map { Place(parent: $0) } ?? insertionPlace()
        _ = add(Node(.comment, start: lexer.text.start, length: lexer.text.length), at: place)
    }
}
