// SVG and MathML: §13.2.6.5, and the beginning of the dispatcher in §13.2.6.
extension TreeBuilder {
    /// Whether a start tag inside of a foreign element is read by the rules of HTML.
    static func readsStartTagAsHTML(_ tag: HTMLTag, in current: OpenElement) -> Bool {
        if current.traits.contains(.htmlIntegration) { return true }
        if current.traits.contains(.mathMLTextIntegration) { return tag != .mglyph && tag != .malignmark }
        return current.namespace == .mathML && current.tag == .annotationXml && tag == .svg
    }

    /// `<svg>` and `<math>` in HTML.
    mutating func startForeign(_ tag: HTMLTag, _ namespace: HTMLNamespace) {
        reconstructFormatting()
        insertForeign(tag, namespace)
    }

    /// Inserts an element of SVG or MathML with its attributes spelled as there.
    private mutating func insertForeign(_ tag: HTMLTag, _ namespace: HTMLNamespace) {
        for index in lexer.firstAttribute..<lexer.attributes.count {
            let name = lexer.attributes[index].name
            lexer.attributes[index].name = namespace == .svg ? name.adjustedForSVG : name.adjustedForMathML
        }
        if lexer.isSelfClosing {
            insertClosed(tag, namespace)
            return
        }
        let opened = insertElement(tag, namespace)
        guard opened, namespace == .mathML, tag == .annotationXml, let encoding = tokenAttribute(.encoding),
            equals(encoding, "text/html") || equals(encoding, "application/xhtml+xml")
        else { return }
        var element = open.current
        element.traits.insert(.htmlIntegration)
        open.replace(at: open.count &- 1, by: element)
    }

    // MARK: Tags in foreign content

    mutating func foreignStartTag(_ tag: HTMLTag) {
        if endsForeignContent(tag) {
            leaveForeignContent()
            startTagByMode(tag)
            return
        }
        let namespace = open.current.namespace
        insertForeign(namespace == .svg ? tag.adjustedForSVG : tag, namespace)
    }

    mutating func foreignEndTag(_ tag: HTMLTag) {
        if tag == .br || tag == .p {
            leaveForeignContent()
            endTagByMode(tag)
            return
        }
        var index = open.count &- 1
        while index > 0 {
            let element = open[index]
            if element.namespace == .html {
                endTagByMode(tag)
                return
            }
            if element.tag.lowercased == tag {
                popTo(index)
                return
            }
            index &-= 1
        }
    }

    /// Pops up to the next element whose contents are HTML.
    private mutating func leaveForeignContent() {
        while open.count > 1, open.current.namespace != .html,
            open.current.traits.isDisjoint(with: [.mathMLTextIntegration, .htmlIntegration])
        {
            pop()
        }
    }

    /// Whether a start tag cannot stand in SVG or MathML and so ends it.
    private mutating func endsForeignContent(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2,
            .h3, .h4,
            .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s,
            .small,
            .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            true
        case .font:
            tokenAttribute(.color) != nil || tokenAttribute(.face) != nil || tokenAttribute(.size) != nil
        default: false
        }
    }
}
