// End tags "in body" (§13.2.6.4.7), and what comes after the body (§13.2.6.4.19, §13.2.6.4.22).
extension TreeBuilder {
    mutating func endInBody(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl,
            .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
            .section, .select, .summary, .ul:
            _ = closeInScope(tag)
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            closeFormatting(tag)
        case .p:
            if !open.hasInScope(.p, .button) { insertImpliedParagraph() } else { closeOpenParagraph() }
        case .li:
            guard open.hasInScope(.li, .listItem) else { return false }
            closeImplied(except: .li)
            popThrough(.li)
        case .dd, .dt:
            guard open.hasInScope(tag) else { return false }
            closeImplied(except: tag)
            popThrough(tag)
        case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
        case .body: return endBody(again: false)
        case .html: return endBody(again: true)
        case .form: endForm()
        case .applet, .marquee, .object: if closeInScope(tag) { formatting.clearToMarker() }
        case .template: endTemplate()
        case .br: insertLineBreak()
        default: closeAnyOther(tag)
        }
        return false
    }

    /// "Any other end tag": closes the innermost element of that name unless a special element stands
    /// between.
    mutating func closeAnyOther(_ tag: HTMLTag) {
        guard open.contains(tag) else { return }
        var index = open.count &- 1
        while index >= 0 {
            let element = open[index]
            if element.isHTML(tag) {
                let node = element.node
                closeImplied(except: tag)
                if let place = open.index(of: node) { popTo(place) }
                return
            }
            if element.traits.contains(.special) { return }
            index &-= 1
        }
    }

    private mutating func endHeading() {
        guard open.hasHeadingInScope() else { return }
        closeImplied()
        while open.count > 1 {
            let isHeading = open.current.namespace == .html && open.current.tag.isHeading
            pop()
            if isHeading { return }
        }
    }

    private mutating func endForm() {
        if open.contains(.template) {
            _ = closeInScope(.form)
            return
        }
        let node = form
        form = nil
        guard let node, nodes[node.index].isOpen, open.hasInScope(node: node) else { return }
        closeImplied()
        if let index = open.index(of: node) { removeOpen(at: index) }
    }

    /// `</p>` without `<p>` is an empty paragraph.
    private mutating func insertImpliedParagraph() {
        guard hasRoom else { return }
        guard open.current.depth < TreeBuilder.depthOfContent else {
            limitsHit.insert(.depth)
            return
        }
        insertImplied(.p)
        closeOpenParagraph()
    }

    /// `</br>` is read as `<br>`, without attributes.
    private mutating func insertLineBreak() {
        guard hasRoom else { return }
        reconstructFormatting()
        insertImplied(.br)
        pop()
        framesetIsOK = false
    }

    private mutating func endBody(again: Bool) -> Bool {
        guard open.hasInScope(.body) else { return false }
        mode = .afterBody
        return again
    }

    // MARK: After body and after after body

    mutating func startAfterBody(_ tag: HTMLTag) -> Bool {
        guard tag == .html else { return leaveAfterBody() }
        mergeIntoRoot()
        return false
    }

    mutating func endAfterBody(_ tag: HTMLTag) -> Bool {
        guard tag == .html else { return leaveAfterBody() }
        mode = .afterAfterBody
        return false
    }

    mutating func leaveAfterBody() -> Bool {
        mode = .inBody
        return true
    }
}
