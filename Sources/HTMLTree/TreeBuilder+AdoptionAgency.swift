// The adoption agency algorithm (§13.2.6.4.7): what an end tag of a formatting element does, and `<a>` in an
// `a`.
extension TreeBuilder {
    /// How often the algorithm moves a block out of a formatting element for one end tag.
    private static var maximumRounds: Int { 8 }
    /// How many formatting elements between the two it copies in a round; further ones are closed instead.
    private static var maximumCopies: Int { 3 }

    /// Closes the innermost formatting element of that name. Blocks that began in it are moved out of it, and
    /// each gets a copy of it around its own contents, so that `<b>1<p>2</b>3` becomes
    /// `<b>1</b><p><b>2</b>3`.
    mutating func closeFormatting(_ tag: HTMLTag) {
        if currentIs(tag), formatting.index(of: open.current.node) == nil {
            pop()
            return
        }
        for _ in 0..<TreeBuilder.maximumRounds {
            guard let entry = formatting.lastIndex(of: tag), let element = formatting[entry].node else {
                closeAnyOther(tag)
                return
            }
            guard nodes[element.index].isOpen, let index = open.index(of: element) else {
                formatting.remove(at: entry)
                return
            }
            guard open.hasInScope(node: element) else { return }
            let block = (index..<open.count).first { open[$0].traits.contains(.special) }
            guard let block, mayClone(TreeBuilder.maximumCopies &+ 1) else {
                popTo(index)
                formatting.remove(element)
                return
            }
            moveOut(block: block, of: index)
        }
    }

    /// One round: `block` and `index` are the places of the furthest block and of the formatting element on
    /// the stack.
    private mutating func moveOut(block: Int, of index: Int) {
        let furthest = open[block]
        let element = open[index]
        let ancestor = open[max(index &- 1, 0)]
        var bookmark = formatting.index(of: element.node) ?? formatting.count
        var last = furthest.node
        var copies = 0
        // What lies between the two, from the block upwards: formatting elements are copied, all others
        // closed.
        var place = block &- 1
        while place > index {
            defer { place &-= 1 }
            copies &+= 1
            let node = open[place]
            var entry = formatting.index(of: node.node)
            if copies > TreeBuilder.maximumCopies, let surplus = entry {
                formatting.remove(at: surplus)
                if surplus < bookmark { bookmark &-= 1 }
                entry = nil
            }
            guard let entry else {
                removeOpen(at: place)
                continue
            }
            let copy = clone(node.node, depth: node.depth)
            formatting.replace(at: entry, by: FormattingElement(node: copy.node, tag: copy.tag))
            replaceOpen(at: place, by: copy)
            if last == furthest.node { bookmark = entry &+ 1 }
            detach(last)
            append(last, to: copy.node)
            last = copy.node
        }
        detach(last)
        insert(last, at: insertionPlace(in: ancestor))

        let copy = clone(element.node, depth: furthest.depth &+ 1)
        moveChildren(of: furthest.container, to: copy.node)
        append(copy.node, to: furthest.container)
        if let entry = formatting.index(of: element.node) {
            formatting.remove(at: entry)
            if entry < bookmark { bookmark &-= 1 }
        }
        formatting.insert(FormattingElement(node: copy.node, tag: copy.tag), at: bookmark)
        removeOpen(at: index)
        if let below = open.index(of: furthest.node) {
            nodes[copy.node.index].isOpen = true
            open.insert(copy, at: below &+ 1)
        }
    }

    private mutating func replaceOpen(at index: Int, by element: OpenElement) {
        nodes[open[index].node.index].isOpen = false
        nodes[element.node.index].isOpen = true
        open.replace(at: index, by: element)
    }
}
