import HTMLTree

/// The element that makes a block out of a run of text.
enum BlockKind: UInt8, Sendable, Hashable {
    case plain, paragraph, heading, listItem, cell, headerCell, term, definition, preformatted, caption,
        button, label
    case quote, summary
}

/// What the name, role and state of an element say of it and everything inside.
struct Landmarks: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    static let navigation = Landmarks(rawValue: 1)
    static let header = Landmarks(rawValue: 2)
    static let footer = Landmarks(rawValue: 4)
    static let aside = Landmarks(rawValue: 8)
    static let main = Landmarks(rawValue: 16)
    static let article = Landmarks(rawValue: 32)
    static let form = Landmarks(rawValue: 64)
    static let figure = Landmarks(rawValue: 128)
    static let table = Landmarks(rawValue: 256)
    static let list = Landmarks(rawValue: 512)
    static let quote = Landmarks(rawValue: 1024)
    static let details = Landmarks(rawValue: 2048)
    static let dialog = Landmarks(rawValue: 4096)
    static let noscript = Landmarks(rawValue: 8192)
    static let hidden = Landmarks(rawValue: 16384)
    static let section = Landmarks(rawValue: 32768)
    static let articleBody = Landmarks(rawValue: 65536)
    static let code = Landmarks(rawValue: 131072)

    static let count = 18
}

/// What the walk over the tree does at an element.
enum ElementTreatment: UInt8, Sendable {
    /// Begins a block of its own and a container.
    case block
    case inline
    case lineBreak
    /// Neither it nor anything below is text of the page.
    case skip
    case picture
    case field
    case link
    case bold
    case emphasis
    case code

    /// By tag number; beyond it all elements are inline.
    private static let table: [ElementTreatment] = {
        var table = [ElementTreatment](repeating: .inline, count: 256)
        let blocks: [HTMLTag] = [
            .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir,
            .div, .dl,
            .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
            .hgroup,
            .hr, .html, .legend, .li, .listing, .main, .menu, .nav, .noscript, .ol, .p, .plaintext, .pre,
            .search, .section,
            .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp, .button, .label, .video,
            .audio,
        ]
        for tag in blocks { table[Int(tag.rawValue)] = .block }
        let skipped: [HTMLTag] = [
            .script, .style, .template, .svg, .iframe, .noembed, .noframes, .select, .textarea, .datalist,
            .object,
            .head, .canvas, .title, .rp, .rt, .annotation, .annotationXml, .option, .optgroup, .map, .wbr,
        ]
        for tag in skipped { table[Int(tag.rawValue)] = .skip }
        table[Int(HTMLTag.br.rawValue)] = .lineBreak
        table[Int(HTMLTag.a.rawValue)] = .link
        for tag in [HTMLTag.img, .picture, .image] { table[Int(tag.rawValue)] = .picture }
        table[Int(HTMLTag.input.rawValue)] = .field
        for tag in [HTMLTag.b, .strong] { table[Int(tag.rawValue)] = .bold }
        for tag in [HTMLTag.i, .em, .cite] { table[Int(tag.rawValue)] = .emphasis }
        for tag in [HTMLTag.code, .kbd, .samp, .tt] { table[Int(tag.rawValue)] = .code }
        return table
    }()

    static func of(_ tag: HTMLTag) -> ElementTreatment {
        tag.rawValue < 256 ? table[Int(tag.rawValue)] : .inline
    }
}
