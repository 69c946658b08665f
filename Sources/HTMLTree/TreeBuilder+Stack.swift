// Opening and closing elements: §13.2.4.2 and §13.2.6.3.
extension TreeBuilder {
    mutating func push(_ element: OpenElement) {
        nodes[element.node.index].isOpen = true
        open.push(element)
    }

    mutating func pop() {
        guard let element = open.pop() else { return }
        closed(element)
        if element.tag == .option, element.namespace == .html { optionPopped(element.node) }
    }

    mutating func removeOpen(at index: Int) {
        let element = open[index]
        open.remove(at: index)
        closed(element)
    }

    @inline(__always)
    private mutating func closed(_ element: OpenElement) {
        nodes[element.node.index].isOpen = false
        if !flatTags.isEmpty, open.count < flatBase { flatTags.removeAll(keepingCapacity: true) }
    }

    /// Whether the current node is an HTML element of that name.
    @inline(__always)
    func currentIs(_ tag: HTMLTag) -> Bool { open.current.isHTML(tag) }

    // MARK: Closing several

    /// Pops until an HTML element of that name has been popped; the root stays.
    mutating func popThrough(_ tag: HTMLTag) {
        while open.count > 1 {
            let wasLast = currentIs(tag)
            pop()
            if wasLast { return }
        }
    }

    /// Pops until the stack has `count` elements.
    mutating func popTo(_ count: Int) {
        while open.count > count { pop() }
    }

    /// "Generate implied end tags", except for elements of one name.
    @inline(__always)
    mutating func closeImplied(except tag: HTMLTag = .none) {
        while open.current.traits.contains(.impliedEnd), open.current.tag != tag { pop() }
    }

    /// "Generate all implied end tags thoroughly".
    mutating func closeImpliedThoroughly() {
        while open.current.traits.contains(.thoroughlyImpliedEnd) { pop() }
    }

    /// "Close a p element", if one is in button scope.
    @inline(__always)
    mutating func closeParagraph() {
        if open.hasInScope(.p, .button) { closeOpenParagraph() }
    }

    mutating func closeOpenParagraph() {
        closeImplied(except: .p)
        popThrough(.p)
    }

    /// Closes the innermost element of that name, as its end tag does; false if none is in scope.
    mutating func closeInScope(_ tag: HTMLTag) -> Bool {
        guard open.hasInScope(tag) else { return false }
        closeImplied()
        popThrough(tag)
        return true
    }

    /// "Clear the stack back to a table context", or to that of a table body or a row: pops until one of the
    /// names given, a template or the root is the current node.
    mutating func clearStack(to first: HTMLTag, _ second: HTMLTag = .none, _ third: HTMLTag = .none) {
        while open.count > 1 {
            let current = open.current
            if current.namespace == .html {
                let tag = current.tag
                if tag == first || tag == .template || second != .none && (tag == second || tag == third) {
                    return
                }
            }
            pop()
        }
    }

    /// "Reset the insertion mode appropriately" (§13.2.4.1).
    mutating func resetMode() {
        var index = open.count &- 1
        while index > 0 {
            let element = open[index]
            if element.namespace == .html, let mode = modeInside(element.tag) {
                self.mode = mode
                return
            }
            index &-= 1
        }
        mode = head == nil ? .beforeHead : .afterHead
    }

    private func modeInside(_ tag: HTMLTag) -> Mode? {
        switch tag {
        case .td, .th: .inCell
        case .tr: .inRow
        case .tbody, .thead, .tfoot: .inTableBody
        case .caption: .inCaption
        case .colgroup: .inColumnGroup
        case .table: .inTable
        case .template: templateModes.last ?? .inTemplate
        case .head: .inHead
        case .body: .inBody
        case .frameset: .inFrameset
        default: nil
        }
    }

    // MARK: Formatting

    /// "Push onto the list of active formatting elements": of four equal ones only three are kept.
    mutating func pushFormatting(_ node: HTMLNodeID, _ tag: HTMLTag) {
        var equal = 0
        var earliest = 0
        var index = formatting.count &- 1
        while index >= 0, let other = formatting[index].node {
            if formatting[index].tag == tag, hasEqualAttributes(node, other) {
                equal &+= 1
                earliest = index
            }
            index &-= 1
        }
        if equal >= 3 { formatting.remove(at: earliest) }
        if formatting.push(FormattingElement(node: node, tag: tag)) { limitsHit.insert(.formattingElements) }
    }

    /// How many attributes two formatting elements may have that are equal whatever the order of them;
    /// elements with more are so in the same order only, since each attribute of one would be looked for
    /// among those of the other.
    private static var attributesComparedInAnyOrder: Int { 16 }

    private mutating func hasEqualAttributes(_ one: HTMLNodeID, _ other: HTMLNodeID) -> Bool {
        let first = nodes[one.index]
        let second = nodes[other.index]
        guard first.length == second.length else { return false }
        if first.length == 0 || first.start == second.start { return true }
        let others = Int(second.start)..<Int(second.start) &+ Int(second.length)
        for (offset, place) in (Int(first.start)..<Int(first.start) &+ Int(first.length)).enumerated() {
            let attribute = lexer.attributes[place]
            let likely = others.lowerBound &+ offset
            var match: Int? = likely
            if lexer.attributes[likely].name != attribute.name {
                guard others.count <= TreeBuilder.attributesComparedInAnyOrder else { return false }
                match = others.first { lexer.attributes[$0].name == attribute.name }
            }
            guard let match, isEqualValue(attribute, lexer.attributes[match]) else { return false }
        }
        return true
    }

    private mutating func isEqualValue(_ one: HTMLAttribute, _ other: HTMLAttribute) -> Bool {
        guard one.length == other.length else { return false }
        let first = Tokenizer.Stretch(start: one.start, length: one.length)
        let second = Tokenizer.Stretch(start: other.start, length: other.length)
        for offset in 0..<Int(one.length) where byte(of: first, at: offset) != byte(of: second, at: offset) {
            return false
        }
        return true
    }

    /// "Reconstruct the active formatting elements": reopens those that the end of a block closed.
    @inline(__always)
    mutating func reconstructFormatting() {
        guard formatting.count > 0, let last = formatting[formatting.count &- 1].node,
            !nodes[last.index].isOpen
        else { return }
        reopenFormatting()
    }

    private mutating func reopenFormatting() {
        var index = formatting.count &- 1
        while index > 0, let node = formatting[index &- 1].node, !nodes[node.index].isOpen { index &-= 1 }
        while index < formatting.count, let node = formatting[index].node {
            guard open.current.depth < TreeBuilder.depthOfContent else {
                limitsHit.insert(.depth)
                return
            }
            guard mayClone(1) else { return }
            let place = insertionPlace()
            let element = clone(node, depth: open.current.depth &+ 1)
            insert(element.node, at: place)
            push(element)
            formatting.replace(at: index, by: FormattingElement(node: element.node, tag: element.tag))
            index &+= 1
        }
    }
}
