// Start tags "in body" (§13.2.6.4.7), where nearly all of a page is read.
extension TreeBuilder {
    mutating func startInBody(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section,
            .summary,
            .ul:
            closeParagraph()
            insertElement(tag)
        case .a: startAnchor()
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
            reconstructFormatting()
            insertFormatting(tag)
        case .nobr: startNobr()
        case .li, .dd, .dt: startItem(tag)
        case .area, .br, .embed, .img, .keygen, .wbr:
            reconstructFormatting()
            insertClosed(tag)
            framesetIsOK = false
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if open.current.namespace == .html, open.current.tag.isHeading { pop() }
            insertElement(tag)
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startInHead(tag)
        case .table:
            if quirks != .full { closeParagraph() }
            framesetIsOK = false
            if insertElement(tag) { mode = .inTable }
        case .html: mergeIntoRoot()
        case .body: startSecondBody()
        case .frameset: startLateFrameset()
        case .form: startForm()
        case .button: startButton()
        case .input, .select, .option, .optgroup, .hr: startControl(tag)
        case .textarea, .xmp, .iframe, .noembed, .plaintext, .pre, .listing: startRawText(tag)
        case .rb, .rtc, .rp, .rt: startRuby(tag)
        case .applet, .marquee, .object:
            reconstructFormatting()
            if insertElement(tag) { formatting.pushMarker() }
            framesetIsOK = false
        case .param, .source, .track: insertClosed(tag)
        case .math: startForeign(tag, .mathML)
        case .svg: startForeign(tag, .svg)
        case .image: return startInBody(.img)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            reconstructFormatting()
            insertElement(tag)
        }
        return false
    }

    // MARK: Formatting

    private mutating func insertFormatting(_ tag: HTMLTag) {
        if insertElement(tag) { pushFormatting(open.current.node, tag) }
    }

    /// `<a>`: closes an `a` that is still open, since links do not nest.
    private mutating func startAnchor() {
        if let entry = formatting.lastIndex(of: .a), let node = formatting[entry].node {
            closeFormatting(.a)
            formatting.remove(node)
            if nodes[node.index].isOpen, let index = open.index(of: node) { removeOpen(at: index) }
        }
        reconstructFormatting()
        insertFormatting(.a)
    }

    private mutating func startNobr() {
        reconstructFormatting()
        if open.hasInScope(.nobr) {
            closeFormatting(.nobr)
            reconstructFormatting()
        }
        insertFormatting(.nobr)
    }

    // MARK: Lists and ruby

    /// `<li>`, `<dd>`, `<dt>`: closes the item before it, unless a list or another block stands between.
    private mutating func startItem(_ tag: HTMLTag) {
        framesetIsOK = false
        closeOpenItem(tag)
        closeParagraph()
        insertElement(tag)
    }

    private mutating func closeOpenItem(_ tag: HTMLTag) {
        guard open.contains(tag) || tag != .li && (open.contains(.dd) || open.contains(.dt)) else { return }
        var index = open.count &- 1
        while index >= 0 {
            let element = open[index]
            let isItem =
                element.namespace == .html
                && (tag == .li ? element.tag == .li : element.tag == .dd || element.tag == .dt)
            if isItem {
                closeImplied(except: element.tag)
                popThrough(element.tag)
                return
            }
            if element.traits.contains(.special) {
                let isTransparent =
                    element.namespace == .html
                    && (element.tag == .address || element.tag == .div || element.tag == .p)
                guard isTransparent else { return }
            }
            index &-= 1
        }
    }

    private mutating func startRuby(_ tag: HTMLTag) {
        if open.hasInScope(.ruby) { closeImplied(except: tag == .rp || tag == .rt ? .rtc : .none) }
        insertElement(tag)
    }

    // MARK: Forms

    private mutating func startForm() {
        let isInTemplate = open.contains(.template)
        guard form == nil || isInTemplate else { return }
        closeParagraph()
        if insertElement(.form), !isInTemplate { form = open.current.node }
    }

    private mutating func startButton() {
        if open.hasInScope(.button) {
            closeImplied()
            popThrough(.button)
        }
        reconstructFormatting()
        insertElement(.button)
        framesetIsOK = false
    }

    /// `<input>`, `<select>` and what stands in it. A `select` holds nearly anything nowadays, but no
    /// control.
    private mutating func startControl(_ tag: HTMLTag) {
        let isInSelect = open.hasInScope(.select)
        switch tag {
        case .input:
            if isInSelect { popThrough(.select) }
            reconstructFormatting()
            insertClosed(tag)
            if !lexerSaysHidden() { framesetIsOK = false }
        case .select:
            if isInSelect { return popThrough(.select) }
            reconstructFormatting()
            insertElement(tag)
            framesetIsOK = false
        case .option:
            if isInSelect { closeImplied(except: .optgroup) } else if currentIs(.option) { pop() }
            reconstructFormatting()
            insertElement(tag)
        case .optgroup:
            if isInSelect { closeImplied() } else if currentIs(.option) { pop() }
            reconstructFormatting()
            insertElement(tag)
        default:
            closeParagraph()
            if isInSelect { closeImplied() }
            insertClosed(tag)
            framesetIsOK = false
        }
    }

    /// Whether the `<input>` just read has the type "hidden".
    mutating func lexerSaysHidden() -> Bool { tokenAttribute(.type).map { equals($0, "hidden") } ?? false }

    /// The value of an attribute of the tag just read; nil if it has no such attribute.
    mutating func tokenAttribute(_ name: HTMLAttributeName) -> Tokenizer.Stretch? {
        for attribute in lexer.attributes[lexer.firstAttribute...] where attribute.name == name {
            return Tokenizer.Stretch(start: attribute.start, length: attribute.length)
        }
        return nil
    }

    /// Whether a stretch is that word (lower case), letters in either case.
    mutating func equals(_ run: Tokenizer.Stretch, _ word: String) -> Bool {
        guard Int(run.length) == word.utf8.count else { return false }
        for (offset, expected) in word.utf8.enumerated()
        where byte(of: run, at: offset)?.lowercasedASCII != expected {
            return false
        }
        return true
    }

    // MARK: Elements whose contents are read as text, and pre

    private mutating func startRawText(_ tag: HTMLTag) {
        switch tag {
        case .textarea:
            insertRawText(tag, as: .rcdata)
            skipsLineFeed = true
            framesetIsOK = false
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            framesetIsOK = false
            insertRawText(tag, as: .rawText)
        case .iframe:
            framesetIsOK = false
            insertRawText(tag, as: .rawText)
        case .noembed: insertRawText(tag, as: .rawText)
        case .plaintext:
            closeParagraph()
            insertElement(tag)
            lexer.read(as: .plaintext, until: tag)
        default:
            closeParagraph()
            insertElement(tag)
            skipsLineFeed = true
            framesetIsOK = false
        }
    }

    // MARK: The frame of the page

    /// Whether the second open element is the body, as it is unless the page has frames or is all template.
    private var bodyIsOpen: Bool { open.count > 1 && open[1].isHTML(.body) }

    /// A further `<body>` adds the attributes the element lacks.
    private mutating func startSecondBody() {
        guard bodyIsOpen, !open.contains(.template) else { return }
        framesetIsOK = false
        mergeAttributes(into: open[1].node)
    }

    /// A `<frameset>` in a body that shows nothing yet takes its place.
    private mutating func startLateFrameset() {
        guard bodyIsOpen, framesetIsOK else { return }
        detach(open[1].node)
        popTo(1)
        insertPart(.frameset)
        mode = .inFrameset
    }
}
