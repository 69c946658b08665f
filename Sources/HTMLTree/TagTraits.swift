/// What the tree builder must know of an element wherever it stands on the stack.
struct TagTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// The "special" category (§13.2.4.2).
    static let special = TagTraits(rawValue: 1)
    /// Ends every search for an element "in scope" (§13.2.4.2).
    static let scopeBoundary = TagTraits(rawValue: 2)
    /// Closed by "generate implied end tags" (§13.2.6.3).
    static let impliedEnd = TagTraits(rawValue: 4)
    /// Closed by "generate all implied end tags thoroughly".
    static let thoroughlyImpliedEnd = TagTraits(rawValue: 8)
    /// Content misplaced in it goes before the table (§13.2.6.1).
    static let fostersOut = TagTraits(rawValue: 16)
    /// Text in it is read by the rules of HTML (MathML text integration point, §13.2.6.5).
    static let mathMLTextIntegration = TagTraits(rawValue: 32)
    /// Text and elements in it are read by the rules of HTML (HTML integration point).
    static let htmlIntegration = TagTraits(rawValue: 64)
}

extension TagTraits {
    /// The traits of an element; `annotation-xml` may be an HTML integration point on top, by its `encoding`.
    static func of(_ tag: HTMLTag, _ namespace: HTMLNamespace) -> TagTraits {
        switch namespace {
        case .html: html(tag)
        case .svg: svg(tag)
        case .mathML: mathML(tag)
        }
    }

    private static func html(_ tag: HTMLTag) -> TagTraits {
        switch tag {
        case .address, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
            .center,
            .col, .details, .dir, .div, .dl, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame,
            .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .iframe, .img, .input,
            .keygen,
            .link, .listing, .main, .menu, .meta, .nav, .noembed, .noframes, .noscript, .ol, .param,
            .plaintext,
            .pre, .script, .search, .section, .source, .style, .summary, .textarea, .title, .track, .ul, .wbr,
            .xmp:
            .special
        case .applet, .html, .marquee, .object, .select, .template: [.special, .scopeBoundary]
        case .table: [.special, .scopeBoundary, .fostersOut]
        case .caption, .td, .th: [.special, .scopeBoundary, .thoroughlyImpliedEnd]
        case .colgroup: [.special, .thoroughlyImpliedEnd]
        case .tbody, .tfoot, .thead, .tr: [.special, .thoroughlyImpliedEnd, .fostersOut]
        case .dd, .dt, .li, .p: [.special, .impliedEnd, .thoroughlyImpliedEnd]
        case .optgroup, .option, .rb, .rp, .rt, .rtc: [.impliedEnd, .thoroughlyImpliedEnd]
        default: []
        }
    }

    private static func svg(_ tag: HTMLTag) -> TagTraits {
        switch tag {
        case .foreignObject, .desc, .title: [.special, .scopeBoundary, .htmlIntegration]
        default: []
        }
    }

    private static func mathML(_ tag: HTMLTag) -> TagTraits {
        switch tag {
        case .mi, .mo, .mn, .ms, .mtext: [.special, .scopeBoundary, .mathMLTextIntegration]
        case .annotationXml: [.special, .scopeBoundary]
        default: []
        }
    }
}

extension HTMLTag {
    /// Whether the contents of the HTML element of that name are read as text (§13.2.6.2), scripting off.
    package var holdsText: Bool {
        switch self {
        case .title, .textarea, .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: true
        default: false
        }
    }

    /// Whether it is one of `h1` to `h6`.
    package var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
