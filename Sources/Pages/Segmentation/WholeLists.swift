import HTMLTree

/// Keeps a list of the text, or leaves it out, as a whole.
///
/// The forest weighs each item by itself, and of one list may drop the shortest item or keep nothing but the longest. Nobody
/// writes half a list: most of its words decide.
enum WholeLists {
    /// Fewer items may be neighbours by chance.
    private static let leastItems = 3

    static func settle(in roles: inout [BlockRole], of list: BlockList) {
        var start = 0
        while start < list.blocks.count {
            guard list.blocks[start].kind == .listItem else {
                start += 1
                continue
            }
            var end = start + 1
            var isMixed = false
            while end < list.blocks.count, list.blocks[end].kind == .listItem {
                if (roles[end] == .mainContent) != (roles[start] == .mainContent) { isMixed = true }
                end += 1
            }
            // Nearly all lists are kept or left out as they are.
            if isMixed { settle(start..<end, in: &roles, of: list) }
            start = end
        }
    }

    /// Settles the lists of a run of items.
    private static func settle(_ items: Range<Int>, in roles: inout [BlockRole], of list: BlockList) {
        var start = items.lowerBound
        while start < items.upperBound {
            let whole = outermost(around: list.blocks[start], in: list)
            var end = start
            var words: Float = 0
            var kept: Float = 0
            while end < items.upperBound, outermost(around: list.blocks[end], in: list) == whole {
                // An item without words counts too.
                words += list.blocks[end].measure.words + 1
                if roles[end] == .mainContent { kept += list.blocks[end].measure.words + 1 }
                end += 1
            }
            if end - start >= leastItems, kept > 0, kept < words {
                for place in start..<end {
                    if kept * 2 >= words {
                        roles[place] = .mainContent
                    } else if roles[place] == .mainContent {
                        roles[place] = .other
                    }
                }
            }
            start = end
        }
    }

    /// The list that holds a block and stands in no other one; -1 if it stands in none.
    private static func outermost(around block: BlockList.Block, in list: BlockList) -> Int {
        var place = block.container
        var found = -1
        while place >= 0 {
            switch list.containers[place].tag {
            case .ul, .ol, .menu: found = place
            case .td, .article, .nav, .main: return found
            default: break
            }
            place = list.containers[place].parent
        }
        return found
    }
}
