/// The tree builder of HTML (§13.2.6): takes tokens and grows the arrays of a document.
///
/// Each insertion mode is a function for start tags and one for end tags in the extensions of this type; such
/// a function answers whether the token is to be taken again, by the rules of the mode it switched to.
/// Functions that only look are `mutating` nonetheless: a value of this size is copied for each call of any
/// other kind.
struct TreeBuilder {
    /// Which rules tokens are read by (§13.2.4.1). The modes for `select` are no longer part of the standard.
    enum Mode {
        case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
        case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell
        case inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
    }

    let source: [UInt8]
    /// How many nodes there may be, but for text and what holds nothing else.
    let maximumNodes: Int
    var lexer: Tokenizer
    var nodes: [Node] = []
    var doctypes: [HTMLDoctype] = []
    var templates: [TemplateContents] = []
    var limitsHit: HTMLLimits = []
    var quirks = HTMLQuirks.none

    var mode = Mode.initial
    /// The mode that follows `text` and `inTableText`.
    var originalMode = Mode.initial
    /// The stack of template insertion modes.
    var templateModes: [Mode] = []
    var open = OpenElements()
    var formatting = FormattingElements()
    /// The head element pointer.
    var head: HTMLNodeID?
    /// The form element pointer.
    var form: HTMLNodeID?
    /// The frameset-ok flag: whether a `frameset` may still replace the body.
    var framesetIsOK = true
    /// Whether content is misplaced in a table and goes before it (§13.2.6.1).
    var fosterParenting = false
    /// Whether a line feed that comes next is left out: it follows `<pre>`, `<listing>` or `<textarea>`.
    var skipsLineFeed = false
    /// The pending table character tokens.
    var pendingTableText: [Tokenizer.Stretch] = []

    /// Attributes that later `<html>` and `<body>` tags add to the elements.
    var lateAttributes: [HTMLNodeID: [HTMLAttribute]] = [:]
    var joinedText = JoinedText()
    var selects = SelectedContents()
    /// Elements that were too deep to be opened, as long as nothing else closes; their end tags close
    /// nothing.
    var flatTags: [HTMLTag] = []
    /// How many elements were open when the first of `flatTags` came.
    var flatBase = 0

    /// A builder for the page `source`, in which `<` occurs `tagCount` times.
    init(_ source: [UInt8], tagCount: Int, sourceHasNull: Bool, maximumNodes: Int) {
        self.source = source
        self.maximumNodes = maximumNodes
        lexer = Tokenizer(sourceHasNull: sourceHasNull)
        // An element takes two tags, and most have text before or behind them. What is reserved and never
        // touched costs less than moving the arrays.
        let expected = min(tagCount, maximumNodes)
        nodes.reserveCapacity(min(expected &+ expected / 4, maximumNodes) &+ 16)
        lexer.decoded.reserveCapacity(source.count / 32)
        nodes.append(Node(.document))
    }

    /// Reads the page from its first byte to its last.
    mutating func run() {
        let bytes = source
        let input = bytes.span
        while true {
            let token = lexer.next(input)
            if token == .text {
                acceptText()
                continue
            }
            skipsLineFeed = false
            switch token {
            case .text: break
            case .null: acceptNull()
            case .startTag: acceptStartTag()
            case .endTag: acceptEndTag()
            case .comment: acceptComment()
            case .doctype: acceptDoctype()
            case .endOfFile:
                acceptEndOfFile()
                return
            }
        }
    }

    // MARK: The tree construction dispatcher (§13.2.6)

    private mutating func acceptStartTag() {
        if mode == .inTableText { leaveTableText() }
        let tag = lexer.tag
        guard hasRoom || tag.holdsText else { return }
        let current = open.current
        if current.namespace == .html || TreeBuilder.readsStartTagAsHTML(tag, in: current) {
            startTagByMode(tag)
        } else {
            foreignStartTag(tag)
        }
        lexer.allowsCDATA = open.current.namespace != .html
    }

    private mutating func acceptEndTag() {
        if mode == .inTableText { leaveTableText() }
        let tag = lexer.tag
        if let flat = flatTags.last, flat == tag {
            flatTags.removeLast()
            return
        }
        if open.current.namespace == .html { endTagByMode(tag) } else { foreignEndTag(tag) }
        lexer.allowsCDATA = open.current.namespace != .html
    }

    private mutating func acceptText() {
        var run = lexer.text
        if skipsLineFeed {
            skipsLineFeed = false
            if byte(of: run, at: 0) == 0x0A { run = run.dropping(1) }
            if run.isEmpty { return }
        }
        let current = open.current
        if current.namespace == .html
            || !current.traits.isDisjoint(with: [.mathMLTextIntegration, .htmlIntegration])
        {
            textByMode(run)
        } else {
            insertText(run)
            if framesetIsOK, !isWhitespace(run) { framesetIsOK = false }
        }
    }

    private mutating func acceptNull() {
        let current = open.current
        if current.namespace != .html,
            current.traits.isDisjoint(with: [.mathMLTextIntegration, .htmlIntegration])
        {
            insertReplacement()
        } else {
            nullByMode()
        }
    }

    /// Whether the document may have further nodes.
    var hasRoom: Bool {
        mutating get {
            if nodes.count < maximumNodes { return true }
            limitsHit.insert(.nodes)
            return false
        }
    }

    // MARK: One function a mode

    mutating func startTagByMode(_ tag: HTMLTag) {
        var again = true
        while again {
            again =
                switch mode {
                case .inBody: startInBody(tag)
                case .initial: leaveInitial()
                case .beforeHTML: startBeforeHTML(tag)
                case .beforeHead: startBeforeHead(tag)
                case .inHead: startInHead(tag)
                case .inHeadNoscript: startInHeadNoscript(tag)
                case .afterHead: startAfterHead(tag)
                case .text, .inTableText: leaveText()
                case .inTable: startInTable(tag)
                case .inCaption: startInCaption(tag)
                case .inColumnGroup: startInColumnGroup(tag)
                case .inTableBody: startInTableBody(tag)
                case .inRow: startInRow(tag)
                case .inCell: startInCell(tag)
                case .inTemplate: startInTemplate(tag)
                case .afterBody, .afterAfterBody: startAfterBody(tag)
                case .inFrameset: startInFrameset(tag)
                case .afterFrameset, .afterAfterFrameset: startAfterFrameset(tag)
                }
        }
    }

    mutating func endTagByMode(_ tag: HTMLTag) {
        var again = true
        while again {
            again =
                switch mode {
                case .inBody: endInBody(tag)
                case .initial: leaveInitial()
                case .beforeHTML: endBeforeHTML(tag)
                case .beforeHead: endBeforeHead(tag)
                case .inHead: endInHead(tag)
                case .inHeadNoscript: endInHeadNoscript(tag)
                case .afterHead: endAfterHead(tag)
                case .text, .inTableText: endInText()
                case .inTable: endInTable(tag)
                case .inCaption: endInCaption(tag)
                case .inColumnGroup: endInColumnGroup(tag)
                case .inTableBody: endInTableBody(tag)
                case .inRow: endInRow(tag)
                case .inCell: endInCell(tag)
                case .inTemplate: endInTemplate(tag)
                case .afterBody: endAfterBody(tag)
                case .afterAfterBody: leaveAfterBody()
                case .inFrameset: endInFrameset(tag)
                case .afterFrameset: endAfterFrameset(tag)
                case .afterAfterFrameset: false
                }
        }
    }

    private mutating func acceptEndOfFile() {
        if mode == .inTableText { leaveTableText() }
        var again = true
        while again {
            again =
                switch mode {
                case .initial: leaveInitial()
                case .beforeHTML: leaveBeforeHTML()
                case .beforeHead: leaveBeforeHead()
                case .inHead: leaveHead()
                case .inHeadNoscript: leaveHeadNoscript()
                case .afterHead: leaveAfterHead()
                case .text, .inTableText: leaveText()
                case .inBody, .inTable, .inCaption, .inColumnGroup, .inTableBody, .inRow, .inCell,
                    .inTemplate:
                    endTemplateAtEndOfFile()
                case .afterBody, .afterAfterBody, .inFrameset, .afterFrameset, .afterAfterFrameset: false
                }
        }
        while open.count > 0 { pop() }
    }
}
