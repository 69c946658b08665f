/// The `selectedcontent` elements of a page, each of which shows a copy of what its `select` has selected
/// (§4.10.17).
///
/// Nothing is kept of a `select` before a `selectedcontent` turns up in it, which on most pages never
/// happens.
struct SelectedContents {
    /// A `select` with a `selectedcontent`.
    struct Record {
        /// The first of them in the `select`.
        let content: HTMLNodeID
        /// How deep that stands in the tree.
        let depth: Int32
        /// Whether copies are made; not inside of an option, another `selectedcontent` or a second `select`.
        let isEnabled: Bool
        /// The last option with the `selected` attribute; it is the selected one.
        var chosen: HTMLNodeID?
        /// The first option that is not disabled; the selected one if none is chosen.
        var first: HTMLNodeID?

        var selected: HTMLNodeID? { chosen ?? first }
    }

    var records: [HTMLNodeID: Record] = [:]
}

extension TreeBuilder {
    /// Takes note of an `option` or a `selectedcontent` that was just put into the tree.
    mutating func noteSelectPart(_ node: HTMLNodeID, _ tag: HTMLTag, _ namespace: HTMLNamespace, depth: Int32)
    {
        guard namespace == .html else { return }
        if tag == .selectedcontent {
            noteSelectedContent(node, depth: depth)
        } else if !selects.records.isEmpty {
            noteOption(node)
        }
    }

    /// An option is closed and complete: if it is the selected one it is copied ("maybe clone an option into
    /// selectedcontent").
    mutating func optionPopped(_ option: HTMLNodeID) {
        guard !selects.records.isEmpty, let select = owner(ofOption: option),
            let record = selects.records[select],
            record.isEnabled, record.selected == option
        else { return }
        copyContents(of: option, into: record)
    }

    private mutating func noteSelectedContent(_ content: HTMLNodeID, depth: Int32) {
        var selectsAround: [HTMLNodeID] = []
        var isEnabled = true
        var ancestor = HTMLNodeID(link: nodes[content.index].parent)
        while let node = ancestor {
            switch nodes[node.index].namespace == .html ? nodes[node.index].tag : .none {
            case .select:
                if !selectsAround.isEmpty { isEnabled = false }
                selectsAround.append(node)
            case .option, .selectedcontent: isEnabled = false
            default: break
            }
            ancestor = HTMLNodeID(link: nodes[node.index].parent)
        }
        for select in selectsAround where selects.records[select] == nil {
            let isSingle = !hasAttribute(.multiple, select)
            selects.records[select] = SelectedContents.Record(
                content: content, depth: depth, isEnabled: isEnabled && isSingle)
            noteEarlierOptions(in: select)
            if isEnabled, isSingle, let record = selects.records[select], let option = record.selected {
                copyContents(of: option, into: record)
            }
        }
    }

    private mutating func noteEarlierOptions(in select: HTMLNodeID) {
        var node = select
        while let next = nodeAfter(node, within: select) {
            if isHTML(next, .option), owner(ofOption: next) == select { noteOption(next) }
            node = next
        }
    }

    private mutating func noteOption(_ option: HTMLNodeID) {
        guard let select = owner(ofOption: option), var record = selects.records[select] else { return }
        if hasAttribute(.selected, option) {
            record.chosen = option
        } else if record.first == nil, showsOneOption(select), !isDisabled(option) {
            record.first = option
        }
        selects.records[select] = record
    }

    /// The `select` an option belongs to ("option element nearest ancestor select"); nil if to none.
    private func owner(ofOption option: HTMLNodeID) -> HTMLNodeID? {
        var hasGroup = false
        var ancestor = HTMLNodeID(link: nodes[option.index].parent)
        while let node = ancestor {
            if nodes[node.index].namespace == .html {
                switch nodes[node.index].tag {
                case .select: return node
                case .datalist, .hr, .option: return nil
                case .optgroup:
                    if hasGroup { return nil }
                    hasGroup = true
                default: break
                }
            }
            ancestor = HTMLNodeID(link: nodes[node.index].parent)
        }
        return nil
    }

    /// Whether the `select` shows one option at a time (its display size is 1), and so always has one
    /// selected.
    private mutating func showsOneOption(_ select: HTMLNodeID) -> Bool {
        guard let size = attribute(.size, select) else { return true }
        var number = 0
        var digits = 0
        var offset = whitespaceCount(size)
        if byte(of: size, at: offset) == UInt8(ascii: "+") { offset &+= 1 }
        while let byte = byte(of: size, at: offset), byte.isASCIIDigit {
            number = min(number &* 10 &+ Int(byte &- 0x30), 1_000)
            digits &+= 1
            offset &+= 1
        }
        return digits == 0 || number == 1
    }

    private func isDisabled(_ option: HTMLNodeID) -> Bool {
        if hasAttribute(.disabled, option) { return true }
        guard let parent = HTMLNodeID(link: nodes[option.index].parent), isHTML(parent, .optgroup) else {
            return false
        }
        return hasAttribute(.disabled, parent)
    }

    // MARK: Copying

    /// "Clone an option into a selectedcontent": a copy of the option's contents takes the place of the old
    /// ones.
    private mutating func copyContents(of option: HTMLNodeID, into record: SelectedContents.Record) {
        var tops: [HTMLNodeID] = []
        // The copies of what is being copied, from the top down, each beside its original.
        var path: [(original: HTMLNodeID, copy: HTMLNodeID)] = []
        var next = HTMLNodeID(link: nodes[option.index].firstChild)
        while let original = next {
            let isTooDeep = Int(record.depth) &+ path.count >= HTMLLimits.maximumDepth
            if isTooDeep { limitsHit.insert(.depth) }
            guard mayClone(1) else { break }
            if !isTooDeep {
                let copy = copyNode(original)
                if let parent = path.last { append(copy, to: parent.copy) } else { tops.append(copy) }
                path.append((original, copy))
                next = HTMLNodeID(link: nodes[original.index].firstChild)
                if next != nil { continue }
                path.removeLast()
            }
            next = HTMLNodeID(link: nodes[original.index].nextSibling)
            while next == nil, let parent = path.popLast() {
                next = HTMLNodeID(link: nodes[parent.original.index].nextSibling)
            }
        }
        while let old = HTMLNodeID(link: nodes[record.content.index].firstChild) { detach(old) }
        for top in tops { append(top, to: record.content) }
    }

    private mutating func copyNode(_ original: HTMLNodeID) -> HTMLNodeID {
        flattenText(original.index)
        let node = nodes[original.index]
        guard node.kind == .element else {
            return add(Node(node.kind, start: node.start, length: node.length))
        }
        let copy = add(Node(node.tag, node.namespace, start: node.start, length: node.length))
        if node.tag == .template, let root = TemplateContents.root(of: original, in: templates) {
            templates.append(TemplateContents(element: copy, root: root))
        }
        return copy
    }

    // MARK: Looking at the tree

    private func isHTML(_ node: HTMLNodeID, _ tag: HTMLTag) -> Bool {
        nodes[node.index].tag == tag && nodes[node.index].namespace == .html
    }

    private func attribute(_ name: HTMLAttributeName, _ element: HTMLNodeID) -> Tokenizer.Stretch? {
        let node = nodes[element.index]
        for attribute in lexer.attributes[Int(node.start)..<Int(node.start) &+ Int(node.length)]
        where attribute.name == name {
            return Tokenizer.Stretch(start: attribute.start, length: attribute.length)
        }
        return nil
    }

    private func hasAttribute(_ name: HTMLAttributeName, _ element: HTMLNodeID) -> Bool {
        attribute(name, element) != nil
    }

    /// The node behind another in document order, inside of `root`; nil at its end.
    private func nodeAfter(_ node: HTMLNodeID, within root: HTMLNodeID) -> HTMLNodeID? {
        if let child = HTMLNodeID(link: nodes[node.index].firstChild) { return child }
        var current = node
        while current != root {
            if let sibling = HTMLNodeID(link: nodes[current.index].nextSibling) { return sibling }
            guard let parent = HTMLNodeID(link: nodes[current.index].parent) else { return nil }
            current = parent
        }
        return nil
    }
}
