/// Writes pages of our own: whatever is put in is escaped, so that no text of an archive becomes markup.
struct HTMLText {
    private(set) var text = ""

    /// Markup of ours, as it is; never anything that was read.
    mutating func raw(_ markup: StaticString) { text += markup.description }

    /// Text, as text.
    mutating func add(_ value: String) { text += Self.escaped(value) }

    /// A link; `address` is one of ours, `label` anything.
    mutating func link(_ address: String, _ label: String) {
        text += "<a href=\"\(Self.escaped(address))\">\(Self.escaped(label))</a>"
    }

    /// A row of a table, its cells text.
    mutating func row(_ cells: [String]) {
        text += "<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
    }

    /// For text between tags and for attributes in double quotes.
    static func escaped(_ value: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count)
        for byte in value.utf8 { append(byte, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same of one byte of UTF-8.
    static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x26: bytes += "&amp;".utf8
        case 0x3C: bytes += "&lt;".utf8
        case 0x3E: bytes += "&gt;".utf8
        case 0x22: bytes += "&quot;".utf8
        case 0x27: bytes += "&#39;".utf8
        case 0: break
        default: bytes.append(byte)
        }
    }

    /// A whole page with that title; `fill` writes its body.
    static func page(_ title: String, _ fill: (inout HTMLText) -> Void) -> String {
        var page = HTMLText()
        page.raw(
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
            table{border-collapse:collapse}td{padding:.1rem .8rem .1rem 0;vertical-align:top}
            nav a{margin-right:1rem}pre{white-space:pre-wrap}iframe{width:100%;height:75vh;border:1px solid #888}
            </style><title>
            """)
        page.add(title)
        page.raw("</title></head><body><nav>")
        page.link("/", "Pages")
        page.link("/status", "Status")
        page.raw("</nav><h1>")
        page.add(title)
        page.raw("</h1>\n")
        fill(&page)
        page.raw("</body></html>\n")
        return page.text
    }
}
