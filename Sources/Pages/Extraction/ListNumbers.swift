import HTMLTree

/// Numbers the items of ordered lists as a browser does (WHATWG HTML §4.4.5, §4.4.8).
struct ListNumbers {
    /// The number of an item.
    struct Number {
        let value: Int
        /// Whether a reader sees it: the page leaves the list as browsers draw it.
        let isShown: Bool
    }

    /// The tree whose nodes the blocks name.
    private let document: HTMLDocument
    /// `start`; nil if no element of the page has it.
    private let start: HTMLAttributeName?
    /// By list: the item last numbered, and its number.
    private var last: [Int: (item: Int, number: Int)] = [:]

    init(_ document: HTMLDocument) {
        self.document = document
        start = document.attributeName("start")
    }

    /// The number of the item that is container `item`; nil if its list is not an ordered one. Items in document order.
    mutating func number(of item: Int, in list: BlockList) -> Number? {
        let parent = list.containers[item].parent
        guard parent >= 0, list.containers[parent].tag == .ol else { return nil }
        let node = list.containers[parent].node
        let last = last[parent] ?? (parent, (integer(start, of: node) ?? 1) - 1)
        var number = last.number
        for sibling in last.item + 1..<max(item, last.item) + 1
        where list.containers[sibling].parent == parent && list.containers[sibling].tag == .li {
            number = integer(.value, of: list.containers[sibling].node) ?? number + 1
        }
        self.last[parent] = (item, number)
        return Number(
            value: number,
            isShown: isPlain(node) && !hasClass(list.containers[item].node) && number >= 0)
    }

    /// Whether nothing tells a style sheet to draw the list in a way of its own. `wp-block-list` is on each list of
    /// WordPress's editor and says nothing; `type` may ask for letters.
    private func isPlain(_ list: HTMLNodeID) -> Bool {
        if let type = document.attribute(.type, of: list), !type.elementsEqual("1".utf8) { return false }
        return !hasClass(list) || document.hasClass("wp-block-list", of: list)
    }

    private func hasClass(_ node: HTMLNodeID) -> Bool {
        guard let value = document.attribute(.class, of: node) else { return false }
        return !value.isEmpty
    }

    /// An attribute's value; nil if it is no number, or one beyond any list's.
    private func integer(_ name: HTMLAttributeName?, of node: HTMLNodeID) -> Int? {
        guard let name, let value = document.attribute(name, of: node), value.count <= Self.mostDigits else {
            return nil
        }
        return Int(String(decoding: value, as: UTF8.self))
    }

    private static let mostDigits = 6
}
