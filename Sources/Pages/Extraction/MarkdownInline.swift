import HTMLTree

/// Writes the text of one block as Markdown, from its marks (links, emphasis, code).
struct MarkdownInline {
    private let list: BlockList
    /// The absolute address of an `a` element; nil if it is to be text.
    private let target: (HTMLNodeID) -> String?

    init(_ list: BlockList, target: @escaping (HTMLNodeID) -> String?) {
        self.list = list
        self.target = target
    }

    private struct Piece {
        var place: Int
        /// Ends stand before starts at the same place, inner ends before outer ones.
        var order: Int
        var text: String
    }

    /// Nil if the text needs no marks.
    func text(of block: BlockList.Block) -> String? {
        guard block.endMark > block.firstMark else { return nil }
        var pieces: [Piece] = []
        for mark in list.marks[block.firstMark..<block.endMark] { add(mark, in: block, to: &pieces) }
        guard !pieces.isEmpty else { return nil }
        pieces.sort { ($0.place, $0.order) < ($1.place, $1.order) }
        var bytes: [UInt8] = []
        var next = 0
        for place in block.start..<block.end {
            while next < pieces.count, pieces[next].place <= place {
                bytes.append(contentsOf: pieces[next].text.utf8)
                next += 1
            }
            ArticleText.escape(list.text[place], into: &bytes)
        }
        while next < pieces.count {
            bytes.append(contentsOf: pieces[next].text.utf8)
            next += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func add(_ mark: BlockList.Mark, in block: BlockList.Block, to pieces: inout [Piece]) {
        var start = max(mark.start, block.start)
        var end = min(mark.end, block.end)
        // Emphasis does not open before or close after a space.
        while start < end, list.text[start] == 0x20 { start += 1 }
        while end > start, list.text[end - 1] == 0x20 { end -= 1 }
        guard end > start else { return }
        let length = end - start
        switch mark.kind {
        case .link:
            guard let address = target(mark.node) else { return }
            pieces.append(Piece(place: start, order: 1_000_000 - length, text: "["))
            pieces.append(
                Piece(place: end, order: length - 1_000_000, text: "](" + Self.escaped(address) + ")"))
        case .strong:
            pieces.append(Piece(place: start, order: 2_000_000 - length, text: "**"))
            pieces.append(Piece(place: end, order: length - 2_000_000, text: "**"))
        case .emphasis:
            pieces.append(Piece(place: start, order: 3_000_000 - length, text: "*"))
            pieces.append(Piece(place: end, order: length - 3_000_000, text: "*"))
        case .code: break
        }
    }

    private static func escaped(_ address: String) -> String {
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "("): bytes.append(contentsOf: "%28".utf8)
            case UInt8(ascii: ")"): bytes.append(contentsOf: "%29".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
