/// Reads a broken feed piece by piece: behind each error it goes on at the next item, as if the elements around the items
/// were opened anew.
struct FeedRecovery {
    /// How many times the size of a file, and how many bytes besides, are read behind errors: enough for an error in each
    /// item of a hundred bytes, since pieces are read ahead and starts count. Hostile files have tokens that seem to go on to
    /// the end.
    private static let mostReadings = 6
    private static let spareBytes = 256 << 10
    /// Bytes that a new start counts for, whatever is read then: the making of a parser.
    private static let bytesOfStart = 256

    private let xml: ArraySlice<UInt8>
    private let builder: FeedBuilder
    private var budget: XMLBudget

    /// Where reading goes on.
    private struct Place {
        /// The start tag of an item.
        let tag: Int
        /// Where the XML is read from; behind the tag if that itself is broken.
        let content: Int
        /// What is put before.
        let opening: [UInt8]

        var isBehindTag: Bool { content > tag }
    }

    init(_ xml: ArraySlice<UInt8>, builder: FeedBuilder, limits: FeedLimits) {
        self.xml = xml
        self.builder = builder
        budget = XMLBudget(characters: limits.characters(of: xml.count), bytes: .max)
    }

    /// Reads up to the first error.
    mutating func readOnce() -> FeedDamage? {
        let broken = XMLEvents.deliver(xml, to: builder, within: &budget)
        close(broken, xml)
        return broken?.damage
    }

    /// Reads all that can be read.
    ///
    /// - Returns: The first thing that was wrong; nil if nothing was.
    mutating func readAll() -> FeedDamage? {
        let first = XMLEvents.deliver(xml, to: builder, within: &budget)
        close(first, xml)
        budget.bytes = Self.mostReadings * xml.count + Self.spareBytes
        var last: Place?
        var broken = first
        while let error = broken, error.isMalformed, builder.stop == nil, budget.bytes > 0,
            let place = next(behind: error.offset ?? xml.startIndex, last: last)
        {
            budget.bytes -= Self.bytesOfStart + place.opening.count
            broken = XMLEvents.deliver(
                xml[place.content...], behind: place.opening, to: builder, within: &budget)
            close(broken, xml)
            last = place
        }
        return first?.damage
    }

    /// Ends what is open where the XML breaks off, with the text that is whole.
    private func close(_ broken: XMLBreak?, _ xml: ArraySlice<UInt8>) {
        guard let broken, builder.stop == nil else { return }
        switch broken.damage {
        case .cutOff: builder.closeAll(textIsWhole: Self.endsInTag(xml))
        case .malformed:
            builder.closeAll(textIsWhole: broken.offset.map { Self.endsInEndTag(xml, $0) } ?? false)
        default: break
        }
    }

    /// Whether the XML is cut off within a tag, so that the text before it is whole.
    private static func endsInTag(_ xml: ArraySlice<UInt8>) -> Bool {
        guard let last = xml.lastIndex(where: { $0 == 0x3C || $0 == 0x3E }) else { return false }
        return xml[last] == 0x3C
    }

    /// Whether an end tag is what is wrong, so that the text before it is whole. The parser tells where its name is.
    private static func endsInEndTag(_ xml: ArraySlice<UInt8>, _ place: Int) -> Bool {
        let mark: [UInt8] = [0x3C, 0x2F]
        return xml[place...].starts(with: mark) || xml[..<place].suffix(2).elementsEqual(mark)
    }

    /// The next item behind an error; the one whose own tag is broken is read without its attributes.
    private func next(behind error: Int, last: Place?) -> Place? {
        if builder.isEmpty, let root = XMLTags.root(in: xml) { builder.start(root.name, [:]) }
        let names = builder.itemNames
        // From the tag that the error stands in.
        let first = last.map { $0.isBehindTag ? $0.content : $0.tag } ?? xml.startIndex
        let error = max(error, first)
        if let tag = xml[first..<min(error + 1, xml.endIndex)].lastIndex(of: 0x3C),
            names.contains(where: { XMLTags.isTag(xml, at: tag, name: $0) }),
            let end = XMLTags.endOfStartTag(xml, at: tag), end > error
        {
            let name = xml[(tag + 1)..<end].prefix { !$0.isWhitespace && $0 != 0x3E && $0 != 0x2F }
            return Place(tag: tag, content: end, opening: builder.reopen() + [0x3C] + name + [0x3E])
        }
        let start = max(error, last.map { max($0.tag + 1, $0.content) } ?? error)
        return XMLTags.next(names, in: xml, from: start).map {
            Place(tag: $0, content: $0, opening: builder.reopen())
        }
    }
}
