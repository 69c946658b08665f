import HTMLTree

/// Where one inline element ended and the next began with nothing between, or an element met bare text.
///
/// A style sheet sets such neighbours apart that are a name and a price, a brand and a model: on labelled pages of shops,
/// staff and lists the text has a space there, though the page has none. What may be one word stays one: a drop cap, a word
/// in two colours, "1" and "st". Bare text is parted from an element only where a small letter meets a capital.
struct TextSeam: Sendable {
    /// In the text of the page; -1 if nowhere.
    private var place = -1
    /// Where an inline element began or ended last; -1 if nowhere.
    private var edge = -1

    /// Takes note of an inline element that begins where the text ends.
    mutating func note(_ node: HTMLNodeID, in document: HTMLDocument, at end: Int) {
        edge = end
        guard var before = document.previousSibling(of: node) else { return }
        // Frameworks part what they fill in by comments.
        if document.kind(of: before) == .comment, let further = document.previousSibling(of: before) {
            before = further
        }
        if document.isElement(before) { place = end }
    }

    /// Takes note of an inline element that ends where the text ends.
    mutating func noteEnd(at end: Int) { edge = end }

    mutating func clear() {
        place = -1
        edge = -1
    }

    /// Whether a new word begins with `next`, behind the seam and the text before it.
    func parts(_ text: [UInt8], before next: UInt8) -> Bool {
        let end = text.count
        guard place == end || edge == end, end >= 2 else { return false }
        let last = text[end - 1]
        let isSmall = last &- 0x61 < 26
        guard isSmall || place == end && Self.isCapitalOrDigit(last), Self.isCapitalOrDigit(next) else {
            return false
        }
        // "i" and "Phone" are one word.
        if place == end { return !isSmall || (text[end - 2] | 0x20) &- 0x61 < 26 }
        return next &- 0x41 < 26 && text[end - 2] &- 0x61 < 26
    }

    private static func isCapitalOrDigit(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 || byte &- 0x30 < 10 }
}
