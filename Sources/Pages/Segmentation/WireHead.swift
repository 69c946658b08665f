/// The head of a news agency's story inside the text: headline, byline and dateline in lines of their own, right before
/// the first paragraph.
///
/// A dateline ("Baghdad (AFP) Jan 29, 2024") is the beginning of an agency's story and belongs to its text, and so do
/// the headline and byline directly above it. Elsewhere headline and byline are the page's, not the text's.
enum WireHead {
    /// Words a dateline may have.
    private static let longestDateline: Float = 14
    /// Blocks between headline and dateline.
    private static let reach = 3

    /// Makes main content of the heads of agency stories.
    static func include(in roles: inout [BlockRole], of list: BlockList) {
        for index in list.blocks.indices where isDateline(list.bytes(list.blocks[index]), list.blocks[index])
        {
            guard index + 1 < list.blocks.count, roles[index + 1] == .mainContent,
                let headline = headline(above: index, in: list)
            else { continue }
            for place in headline...index { roles[place] = .mainContent }
        }
    }

    /// The heading up to `reach` blocks above, with nothing between but a byline.
    private static func headline(above dateline: Int, in list: BlockList) -> Int? {
        var place = dateline - 1
        while place >= max(0, dateline - reach) {
            let block = list.blocks[place]
            if block.kind == .heading { return block.linkShare < 0.5 ? place : nil }
            guard PhraseEvidence(rawValue: block.phrases).contains(.author), block.measure.words <= 12 else {
                return nil
            }
            place -= 1
        }
        return nil
    }

    /// A place, an agency in capitals in parentheses, and a year.
    private static func isDateline(_ text: ArraySlice<UInt8>, _ block: BlockList.Block) -> Bool {
        guard block.measure.words <= longestDateline, text.count <= 90, let first = text.first,
            first &- 0x41 < 26
        else {
            return false
        }
        guard let open = text.firstIndex(of: UInt8(ascii: "(")), open > text.startIndex,
            let close = text[open...].firstIndex(of: UInt8(ascii: ")")), close - open >= 3, close - open <= 12
        else { return false }
        guard text[open + 1..<close].allSatisfy({ $0 &- 0x41 < 26 || $0 == UInt8(ascii: "/") || $0 == 0x20 })
        else { return false }
        var run = 0
        for byte in text[close...] {
            run = byte &- 0x30 < 10 ? run + 1 : 0
            if run == 4 { return true }
        }
        return false
    }
}
