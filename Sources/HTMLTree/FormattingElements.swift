/// An entry of the list of active formatting elements: an element, or a marker (its node is nil).
struct FormattingElement {
    let node: HTMLNodeID?
    let tag: HTMLTag

    static var marker: FormattingElement { FormattingElement(node: nil, tag: .none) }
}

/// The list of active formatting elements (§13.2.4.3): those that will be reopened in the next block, unless
/// they are closed before. Markers keep what is outside of a cell, caption or object from being reopened
/// within.
struct FormattingElements {
    private(set) var entries: [FormattingElement] = []
    /// How many of the entries are elements.
    private var elementCount = 0

    var count: Int { entries.count }

    subscript(_ index: Int) -> FormattingElement { entries[index] }

    mutating func pushMarker() { entries.append(.marker) }

    /// Adds an element; true if the list was full, and its oldest element made way.
    mutating func push(_ element: FormattingElement) -> Bool {
        var isFull = false
        if elementCount >= HTMLLimits.maximumFormattingElements,
            let oldest = entries.firstIndex(where: { $0.node != nil })
        {
            remove(at: oldest)
            isFull = true
        }
        entries.append(element)
        elementCount &+= 1
        return isFull
    }

    mutating func insert(_ element: FormattingElement, at index: Int) {
        entries.insert(element, at: min(index, entries.count))
        elementCount &+= 1
    }

    /// Puts an element of the same name in the place of another.
    mutating func replace(at index: Int, by element: FormattingElement) { entries[index] = element }

    mutating func remove(at index: Int) {
        if entries.remove(at: index).node != nil { elementCount &-= 1 }
    }

    mutating func remove(_ node: HTMLNodeID) {
        if let index = index(of: node) { remove(at: index) }
    }

    /// "Clear the list of active formatting elements up to the last marker".
    mutating func clearToMarker() {
        while let entry = entries.popLast() {
            if entry.node == nil { return }
            elementCount &-= 1
        }
    }

    /// The place of an element; nil if it is not in the list.
    func index(of node: HTMLNodeID) -> Int? { entries.lastIndex { $0.node == node } }

    /// The place of the last element of that name behind the last marker; nil if there is none.
    func lastIndex(of tag: HTMLTag) -> Int? {
        var index = entries.count &- 1
        while index >= 0, entries[index].node != nil {
            if entries[index].tag == tag { return index }
            index &-= 1
        }
        return nil
    }
}
