import HTMLTree

/// Reads the main content off the labels of a page's blocks.
struct ArticleReader {
    private let segmentation: Segmentation
    private var list: BlockList { segmentation.list }
    /// Writes the Markdown of a block; nil if none is asked for.
    private let inline: MarkdownInline?
    /// By table: whether its rows are data, not layout.
    private var dataTables: [Int: Bool] = [:]
    /// By list item element: whether a block of it was written.
    private var begunItems: Set<Int> = []
    /// By list element: whether an item of it was written.
    private var begunLists: Set<Int> = []
    private var written: [ArticleBlock] = []
    private var numbers: ListNumbers

    /// - Parameter document: The one that was segmented.
    init(_ segmentation: Segmentation, of document: HTMLDocument, inline: MarkdownInline?) {
        self.segmentation = segmentation
        self.inline = inline
        numbers = ListNumbers(document)
    }

    /// The main content in document order; empty if the page has none.
    mutating func blocks() -> [ArticleBlock] {
        var index = 0
        while index < list.blocks.count {
            guard segmentation.roles[index] == .mainContent else {
                index += 1
                continue
            }
            index = write(index)
        }
        return written
    }

    /// Writes the block, with those that belong to the same line or row; returns the next one.
    private mutating func write(_ index: Int) -> Int {
        let block = list.blocks[index]
        if let row = row(of: block), isData(row.table) { return writeRow(row.row, from: index) }
        var last = index
        while continuesLine(last + 1, after: last) { last += 1 }
        var text = String(decoding: list.bytes(block), as: UTF8.self)
        var markdown = inline?.text(of: block)
        if last > index {
            for place in index + 1...last {
                let more = String(decoding: list.bytes(list.blocks[place]), as: UTF8.self)
                let marked = inline?.text(of: list.blocks[place])
                if markdown != nil || marked != nil {
                    markdown =
                        (markdown ?? ArticleText.escape(text)) + "\n" + (marked ?? ArticleText.escape(more))
                }
                text += "\n" + more
            }
        }
        let kind = kind(of: block)
        written.append(ArticleBlock(kind: kind, text: text, markdown: kind == .code ? nil : markdown))
        return last + 1
    }

    /// A single line break inside a paragraph; lines with mark-up of their own (bylines, crossheads) stand alone.
    private func continuesLine(_ index: Int, after last: Int) -> Bool {
        guard index < list.blocks.count, segmentation.roles[index] == .mainContent else { return false }
        let line = list.blocks[index]
        let before = list.blocks[last]
        return line.breaksBefore == 1 && line.container == before.container && line.kind != .heading
            && !line.isWrapped && !before.isWrapped && before.boldShare < 0.95 && line.boldShare < 0.95
    }

    private mutating func kind(of block: BlockList.Block) -> ArticleBlock.Kind {
        switch block.kind {
        case .heading: return .heading(level: max(1, block.level))
        case .preformatted: return .code
        default: break
        }
        var place = block.container
        var steps = 0
        while place >= 0, steps < 6 {
            let container = list.containers[place]
            if container.tag == .li {
                guard begunItems.insert(place).inserted else { return .paragraph }
                return item(place)
            }
            if container.tag == .blockquote { return .quote }
            if container.tag == .td || container.tag == .article || container.tag == .section { break }
            place = container.parent
            steps += 1
        }
        return .paragraph
    }

    private mutating func item(_ place: Int) -> ArticleBlock.Kind {
        let parent = list.containers[place].parent
        let number = numbers.number(of: place, in: list)
        begunLists.insert(parent)
        // Lists that a page is laid out with have no items in the text that others could stand below.
        var depth = 0
        var lists = 0
        var around = parent
        while around >= 0, lists < Self.mostLists {
            let tag = list.containers[around].tag
            if tag == .ul || tag == .ol || tag == .menu {
                lists += 1
                if around != parent, begunLists.contains(around) { depth += 1 }
            }
            if tag == .td || tag == .article { break }
            around = list.containers[around].parent
        }
        return .listItem(depth: depth, number: number?.value, showsNumber: number?.isShown == true)
    }

    /// Lists around an item that are looked at.
    private static let mostLists = 9

    // MARK: Tables

    private func row(of block: BlockList.Block) -> (row: Int, table: Int)? {
        var place = block.container
        while place >= 0, list.containers[place].tag != .tr {
            if list.containers[place].tag == .table { return nil }
            place = list.containers[place].parent
        }
        guard place >= 0 else { return nil }
        var table = list.containers[place].parent
        while table >= 0, list.containers[table].tag != .table { table = list.containers[table].parent }
        return table >= 0 ? (place, table) : nil
    }

    /// A table of data has no table inside, two rows with two cells, and cells that are no paragraphs.
    private mutating func isData(_ table: Int) -> Bool {
        if let known = dataTables[table] { return known }
        let container = list.containers[table]
        var rows = 0
        var cells = 0
        var cellsHere = 0
        var isNested = false
        var place = table + 1
        while place < list.containers.count, list.containers[place].depth > container.depth {
            switch list.containers[place].tag {
            case .table: isNested = true
            case .tr:
                if cellsHere >= 2 { rows += 1 }
                cellsHere = 0
            case .td, .th:
                cells += 1
                cellsHere += 1
            default: break
            }
            place += 1
        }
        if cellsHere >= 2 { rows += 1 }
        let result = !isNested && rows >= 2 && list.words(container) / Float(max(1, cells)) < 30
        dataTables[table] = result
        return result
    }

    /// Writes what is kept of a row, its cells parted by tabs.
    private mutating func writeRow(_ row: Int, from index: Int) -> Int {
        let end = list.containers[row].endBlock
        var text = ""
        var markdown = ""
        var isHeader = true
        var cell = -1
        for place in index..<max(end, index + 1) where segmentation.roles[place] == .mainContent {
            let block = list.blocks[place]
            let here = self.cell(of: block)
            if !text.isEmpty {
                text += here == cell ? " " : "\t"
                markdown += here == cell ? " " : "\t"
            }
            cell = here
            if here < 0 || list.containers[here].tag != .th { isHeader = false }
            let plain = String(decoding: list.bytes(block), as: UTF8.self)
            text += plain
            if let inline { markdown += inline.text(of: block) ?? ArticleText.escape(plain) }
        }
        written.append(
            ArticleBlock(
                kind: .tableRow(isHeader: isHeader), text: text, markdown: inline == nil ? nil : markdown))
        return max(end, index + 1)
    }

    private func cell(of block: BlockList.Block) -> Int {
        var place = block.container
        while place >= 0, list.containers[place].tag != .td, list.containers[place].tag != .th {
            place = list.containers[place].parent
        }
        return place
    }
}
