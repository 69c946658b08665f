// What comes before the body: §13.2.6.4.1 to §13.2.6.4.6.
extension TreeBuilder {
    // MARK: Initial and before html

    mutating func leaveInitial() -> Bool {
        quirks = .full
        mode = .beforeHTML
        return true
    }

    mutating func startBeforeHTML(_ tag: HTMLTag) -> Bool {
        guard tag == .html else { return leaveBeforeHTML() }
        insertPart(.html)
        mode = .beforeHead
        return false
    }

    mutating func endBeforeHTML(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .head, .body, .html, .br: leaveBeforeHTML()
        default: false
        }
    }

    mutating func leaveBeforeHTML() -> Bool {
        insertImplied(.html)
        mode = .beforeHead
        return true
    }

    // MARK: Before head

    mutating func startBeforeHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html:
            mergeIntoRoot()
            return false
        case .head:
            insertPart(.head)
            head = open.current.node
            mode = .inHead
            return false
        default: return leaveBeforeHead()
        }
    }

    mutating func endBeforeHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .head, .body, .html, .br: leaveBeforeHead()
        default: false
        }
    }

    mutating func leaveBeforeHead() -> Bool {
        insertImplied(.head)
        head = open.current.node
        mode = .inHead
        return true
    }

    // MARK: In head

    mutating func startInHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .base, .basefont, .bgsound, .link, .meta: insertClosed(tag)
        case .title: insertRawText(tag, as: .rcdata)
        case .noframes, .style: insertRawText(tag, as: .rawText)
        case .script: insertRawText(tag, as: .scriptData)
        case .noscript: if insertElement(tag) { mode = .inHeadNoscript }
        case .template: startTemplate()
        case .head: break
        default: return leaveHead()
        }
        return false
    }

    mutating func endInHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .head:
            _ = leaveHead()
            return false
        case .body, .html, .br: return leaveHead()
        case .template: endTemplate()
        default: break
        }
        return false
    }

    mutating func leaveHead() -> Bool {
        pop()
        mode = .afterHead
        return true
    }

    /// Opens an element whose contents are text up to its own end tag (§13.2.6.2).
    mutating func insertRawText(_ tag: HTMLTag, as model: Tokenizer.TextModel) {
        insertPart(tag)
        lexer.read(as: model, until: tag)
        originalMode = mode
        mode = .text
    }

    // MARK: In head noscript

    mutating func startInHeadNoscript(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .basefont, .bgsound, .link, .meta, .noframes, .style: return startInHead(tag)
        case .head, .noscript: break
        default: return leaveHeadNoscript()
        }
        return false
    }

    mutating func endInHeadNoscript(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .noscript:
            _ = leaveHeadNoscript()
            return false
        case .br: return leaveHeadNoscript()
        default: return false
        }
    }

    mutating func leaveHeadNoscript() -> Bool {
        pop()
        mode = .inHead
        return true
    }

    // MARK: After head

    mutating func startAfterHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .body:
            insertPart(.body)
            framesetIsOK = false
            mode = .inBody
        case .frameset:
            insertPart(.frameset)
            mode = .inFrameset
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startInClosedHead(tag)
        case .head: break
        default: return leaveAfterHead()
        }
        return false
    }

    /// What belongs into the head but comes after its end goes there all the same.
    private mutating func startInClosedHead(_ tag: HTMLTag) -> Bool {
        guard let head else { return startInHead(tag) }
        push(
            OpenElement(
                node: head, tag: .head, namespace: .html, traits: .of(.head, .html), depth: 2, container: head
            ))
        let again = startInHead(tag)
        if let index = open.index(of: head) { removeOpen(at: index) }
        return again
    }

    mutating func endAfterHead(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .template: endTemplate()
        case .body, .html, .br: return leaveAfterHead()
        default: break
        }
        return false
    }

    mutating func leaveAfterHead() -> Bool {
        insertImplied(.body)
        mode = .inBody
        return true
    }

    // MARK: Text

    /// The end tag of an element that holds text.
    mutating func endInText() -> Bool {
        pop()
        mode = originalMode
        return false
    }

    /// The page ends in an element that holds text.
    mutating func leaveText() -> Bool {
        pop()
        mode = originalMode
        return true
    }

    // MARK: Attributes of later html and body tags

    /// A further `<html>` adds the attributes the element lacks.
    mutating func mergeIntoRoot() {
        guard !open.contains(.template), let root = open.root else { return }
        mergeAttributes(into: root)
    }

    mutating func mergeAttributes(into element: HTMLNodeID) {
        let node = nodes[element.index]
        let own = lexer.attributes[Int(node.start)..<Int(node.start) &+ Int(node.length)]
        var late = lateAttributes[element] ?? []
        for attribute in lexer.attributes[lexer.firstAttribute...] {
            guard own.count &+ late.count < HTMLLimits.maximumAttributes else {
                limitsHit.insert(.attributes)
                break
            }
            if own.contains(where: { $0.name == attribute.name }) { continue }
            if late.contains(where: { $0.name == attribute.name }) { continue }
            late.append(attribute)
        }
        if !late.isEmpty { lateAttributes[element] = late }
    }
}
