/// Turns the blocks of an article into one text.
package enum ArticleText {
    /// Blocks parted by blank lines, items of a list and rows of a table by line ends; no line end at the end.
    package static func plain(_ blocks: [ArticleBlock]) -> String {
        var text = ""
        var previous: ArticleBlock.Kind?
        for block in blocks {
            if let previous { text += separator(previous, block.kind) }
            if case .listItem(let depth, let number, let showsNumber) = block.kind {
                text += String(repeating: "  ", count: depth)
                text += number.flatMap { showsNumber ? "\($0). " : nil } ?? "- "
            }
            text += block.text
            previous = block.kind
        }
        return text
    }

    /// CommonMark, with the tables of GFM.
    package static func markdown(_ blocks: [ArticleBlock]) -> String {
        var text = ""
        var previous: ArticleBlock.Kind?
        var lists = OpenItems()
        for block in blocks {
            if let previous { text += separator(previous, block.kind) }
            let inline = block.markdown ?? escape(block.text)
            switch block.kind {
            case .paragraph: text += guardingStart(inline)
            case .heading(let level):
                text += String(repeating: "#", count: max(1, min(6, level))) + " " + oneLine(inline)
            case .listItem(let depth, let number, _):
                text += lists.open(depth: depth, number: number) + oneLine(inline)
            case .quote:
                text += inline.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
                    .joined(separator: "\n")
            case .tableRow(let isHeader): text += row(inline, isHeader: isHeader, follows: previous)
            case .code: text += fence(block.text)
            }
            if case .listItem = block.kind {} else { lists = OpenItems() }
            previous = block.kind
        }
        return text
    }

    private static func separator(_ first: ArticleBlock.Kind, _ second: ArticleBlock.Kind) -> String {
        switch (first, second) {
        case (.listItem, .listItem), (.tableRow, .tableRow): "\n"
        default: "\n\n"
        }
    }

    /// The items that the next line may stand below (CommonMark 0.31 §5.2): anything but an item ends them all.
    private struct OpenItems {
        /// The outermost first; `column`: where the item's text begins.
        private var items: [(depth: Int, column: Int)] = []

        /// Spaces of a level, where the marker above is not wider.
        private static let indent = 4

        /// What stands before the text of the next item. One that has no other to stand below stands at the margin: further
        /// in it would be code.
        mutating func open(depth: Int, number: Int?) -> String {
            let level = items.firstIndex { $0.depth >= depth } ?? items.count
            let isFirst = level > 0 && level == items.count
            let column = level > 0 ? max(Self.indent * level, items[level - 1].column) : 0
            let number = number.flatMap { $0 >= 0 ? $0 : nil }
            let marker = number.map { "\($0). " } ?? "- "
            items.removeSubrange(level...)
            items.append((depth, column + marker.utf8.count))
            // Right below a line of text, only a list that begins with 1 or has no numbers is one.
            let gap = isFirst && (number ?? 1) != 1 ? "\n" : ""
            return gap + String(repeating: " ", count: column) + marker
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " ")
    }

    /// One row; the first of a table is followed by the line that makes it one.
    private static func row(_ text: String, isHeader: Bool, follows previous: ArticleBlock.Kind?) -> String {
        let cells = oneLine(text).split(separator: "\t", omittingEmptySubsequences: false)
        let line = "| " + cells.joined(separator: " | ") + " |"
        if case .tableRow = previous { return line }
        return line + "\n|" + String(repeating: " --- |", count: cells.count)
    }

    /// A fence longer than any run of backticks inside.
    private static func fence(_ text: String) -> String {
        var longest = 2
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return fence + "\n" + text + "\n" + fence
    }

    /// Plain text in which nothing reads as Markdown.
    package static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 { escape(byte, into: &escaped) }
        return String(decoding: escaped, as: UTF8.self)
    }

    static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"):
            bytes.append(UInt8(ascii: "\\"))
        default: break
        }
        bytes.append(byte)
    }

    /// A paragraph whose first bytes would make a list, heading or quote of it gets a backslash before them.
    private static func guardingStart(_ text: String) -> String {
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                guard digits > 0 else { return text }
                let index = text.utf8.index(text.startIndex, offsetBy: digits)
                return text[..<index] + "\\" + text[index...]
            case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                return digits == 0 ? "\\" + text : text
            default: return text
            }
        }
        return text
    }
}
