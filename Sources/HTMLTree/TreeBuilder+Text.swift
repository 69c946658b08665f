// Characters, comments and doctypes in every insertion mode.
extension TreeBuilder {
    // MARK: Looking at characters

    /// The byte at an offset of a stretch; nil behind its end.
    mutating func byte(of run: Tokenizer.Stretch, at offset: Int) -> UInt8? {
        guard offset < Int(run.length) else { return nil }
        return run.start >= 0 ? source[Int(run.start) &+ offset] : lexer.decoded[Int(~run.start) &+ offset]
    }

    /// How many bytes of whitespace a stretch begins with.
    mutating func whitespaceCount(_ run: Tokenizer.Stretch) -> Int {
        var count = 0
        while let byte = byte(of: run, at: count), byte.isHTMLWhitespace { count &+= 1 }
        return count
    }

    mutating func isWhitespace(_ run: Tokenizer.Stretch) -> Bool { whitespaceCount(run) == Int(run.length) }

    // MARK: Characters

    mutating func textByMode(_ text: Tokenizer.Stretch) {
        var run = text
        while !run.isEmpty {
            switch mode {
            case .inBody, .inCell, .inCaption, .inTemplate: return textInBody(run)
            case .text: return insertText(run)
            case .inTable, .inTableBody, .inRow: return textInTable(run)
            case .inTableText: return pendingTableText.append(run)
            case .initial, .beforeHTML, .beforeHead:
                run = run.dropping(whitespaceCount(run))
                guard !run.isEmpty else { return }
                switch mode {
                case .initial: _ = leaveInitial()
                case .beforeHTML: _ = leaveBeforeHTML()
                default: _ = leaveBeforeHead()
                }
            case .inHead, .inHeadNoscript, .afterHead:
                run = insertWhitespace(of: run)
                guard !run.isEmpty else { return }
                switch mode {
                case .inHead: _ = leaveHead()
                case .inHeadNoscript: _ = leaveHeadNoscript()
                default: _ = leaveAfterHead()
                }
            case .afterBody, .afterAfterBody:
                let count = whitespaceCount(run)
                if count > 0 { textInBody(run.keeping(count)) }
                run = run.dropping(count)
                if !run.isEmpty { mode = .inBody }
            case .inColumnGroup:
                run = insertWhitespace(of: run)
                guard !run.isEmpty else { return }
                if !leaveColumnGroup() { run = run.dropping(visibleCount(run)) }
            case .inFrameset, .afterFrameset, .afterAfterFrameset:
                run = insertWhitespace(of: run)
                run = run.dropping(visibleCount(run))
            }
        }
    }

    /// "In body": characters open whatever formatting waits.
    private mutating func textInBody(_ run: Tokenizer.Stretch) {
        reconstructFormatting()
        insertText(run)
        if framesetIsOK, !isWhitespace(run) { framesetIsOK = false }
    }

    private mutating func textInTable(_ run: Tokenizer.Stretch) {
        let current = open.current
        if current.namespace == .html,
            current.traits.contains(.fostersOut) || current.tag == .template
        {
            pendingTableText.removeAll(keepingCapacity: true)
            pendingTableText.append(run)
            originalMode = mode
            mode = .inTableText
        } else {
            textMisplacedInTable(run)
        }
    }

    private mutating func textMisplacedInTable(_ run: Tokenizer.Stretch) {
        fosterParenting = true
        textInBody(run)
        fosterParenting = false
    }

    /// "In table text": what came in a table goes there if it is all whitespace, else before the table.
    mutating func leaveTableText() {
        mode = originalMode
        let runs = pendingTableText
        var isMisplaced = false
        for run in runs where !isWhitespace(run) { isMisplaced = true }
        for run in runs {
            if isMisplaced { textMisplacedInTable(run) } else { insertText(run) }
        }
        pendingTableText.removeAll(keepingCapacity: true)
    }

    /// Inserts the whitespace a stretch begins with; the rest is the result.
    private mutating func insertWhitespace(of run: Tokenizer.Stretch) -> Tokenizer.Stretch {
        let count = whitespaceCount(run)
        if count > 0 { insertText(run.keeping(count)) }
        return run.dropping(count)
    }

    /// How many bytes precede the first whitespace of a stretch.
    private mutating func visibleCount(_ run: Tokenizer.Stretch) -> Int {
        var count = 0
        while let byte = byte(of: run, at: count), !byte.isHTMLWhitespace { count &+= 1 }
        return count
    }

    /// U+0000 where it is not replaced: dropped, but a character all the same where characters end a mode.
    mutating func nullByMode() {
        while true {
            switch mode {
            case .initial: _ = leaveInitial()
            case .beforeHTML: _ = leaveBeforeHTML()
            case .beforeHead: _ = leaveBeforeHead()
            case .inHead: _ = leaveHead()
            case .inHeadNoscript: _ = leaveHeadNoscript()
            case .afterHead: _ = leaveAfterHead()
            case .afterBody, .afterAfterBody: _ = leaveAfterBody()
            case .inColumnGroup: guard leaveColumnGroup() else { return }
            default: return
            }
        }
    }

    // MARK: Comments and doctypes

    mutating func acceptComment() {
        if mode == .inTableText { leaveTableText() }
        guard hasRoom else { return }
        guard open.current.namespace == .html else { return insertComment(in: nil) }
        switch mode {
        case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: insertComment(in: .document)
        case .afterBody: insertComment(in: open.root ?? .document)
        default: insertComment(in: nil)
        }
    }

    /// "Initial": the doctype becomes a node and decides about quirks; anywhere else it is ignored.
    mutating func acceptDoctype() {
        if mode == .inTableText { leaveTableText() }
        guard mode == .initial else { return }
        let token = lexer.doctype
        let doctype = HTMLDoctype(
            name: token.name.map(string) ?? "", publicIdentifier: token.publicIdentifier.map(string),
            systemIdentifier: token.systemIdentifier.map(string))
        let node = add(Node(.doctype, start: Int32(truncatingIfNeeded: doctypes.count)))
        doctypes.append(doctype)
        append(node, to: .document)
        quirks = doctype.quirks(forced: token.forcesQuirks)
        mode = .beforeHTML
    }

    func string(_ run: Tokenizer.Stretch) -> String {
        let start = Int(run.start >= 0 ? run.start : ~run.start)
        let range = start..<start &+ Int(run.length)
        return run.start >= 0
            ? String(decoding: source[range], as: UTF8.self)
            : String(decoding: lexer.decoded[range], as: UTF8.self)
    }
}

extension Tokenizer.Stretch {
    /// The stretch without its first bytes.
    func dropping(_ count: Int) -> Self {
        let count = Int32(truncatingIfNeeded: count)
        return Self(start: start >= 0 ? start &+ count : start &- count, length: length &- count)
    }

    /// The first bytes of the stretch.
    func keeping(_ count: Int) -> Self { Self(start: start, length: Int32(truncatingIfNeeded: count)) }
}
