/// An element on the stack of open elements.
struct OpenElement {
    var node: HTMLNodeID
    var tag: HTMLTag
    var namespace: HTMLNamespace
    var traits: TagTraits
    /// How many elements stand above it in the tree, itself included; never less than the truth.
    var depth: Int32
    /// What its children are appended to: itself, or for a template the root of its contents.
    var container: HTMLNodeID

    @inline(__always)
    func isHTML(_ name: HTMLTag) -> Bool { tag == name && namespace == .html }
}

/// The stack of open elements (§13.2.4.2), its first element at the bottom.
///
/// It counts the open HTML elements by name, so that a search for an element that is not open costs nothing:
/// on hostile pages the stack is as deep as the limit allows all the time.
struct OpenElements {
    /// Which elements end a search besides those that end every search.
    enum Scope { case ordinary, listItem, button }

    private(set) var entries: [OpenElement] = []
    /// How many HTML elements are open, by the number of their names; shorter than the table of names if need
    /// be.
    private var openCounts: [UInt16]
    /// The element on top; with an empty stack an element that is in no document.
    private(set) var current = OpenElements.nothing

    private static let nothing = OpenElement(
        node: .document, tag: .none, namespace: .html, traits: [], depth: 0, container: .document)

    init() {
        entries.reserveCapacity(64)
        openCounts = [UInt16](repeating: 0, count: Int(HTMLTag.lastKnown) + 64)
    }

    var count: Int { entries.count }

    /// The `html` element, once there is one.
    var root: HTMLNodeID? { entries.first?.node }

    subscript(_ index: Int) -> OpenElement { entries[index] }

    // MARK: Changes

    mutating func push(_ element: OpenElement) {
        entries.append(element)
        current = element
        added(element)
    }

    @discardableResult
    mutating func pop() -> OpenElement? {
        guard let element = entries.popLast() else { return nil }
        current = entries.last ?? OpenElements.nothing
        removed(element)
        return element
    }

    mutating func remove(at index: Int) {
        removed(entries.remove(at: index))
        current = entries.last ?? OpenElements.nothing
    }

    mutating func insert(_ element: OpenElement, at index: Int) {
        entries.insert(element, at: index)
        added(element)
        current = entries.last ?? OpenElements.nothing
    }

    mutating func replace(at index: Int, by element: OpenElement) {
        removed(entries[index])
        entries[index] = element
        added(element)
        current = entries.last ?? OpenElements.nothing
    }

    @inline(__always)
    private mutating func added(_ element: OpenElement) {
        guard element.namespace == .html else { return }
        let number = Int(element.tag.rawValue)
        if number >= openCounts.count {
            openCounts.append(contentsOf: repeatElement(0, count: number &+ 64 &- openCounts.count))
        }
        openCounts[number] &+= 1
    }

    @inline(__always)
    private mutating func removed(_ element: OpenElement) {
        guard element.namespace == .html else { return }
        openCounts[Int(element.tag.rawValue)] &-= 1
    }

    // MARK: Searches

    /// Whether an HTML element of that name is open.
    @inline(__always)
    func contains(_ tag: HTMLTag) -> Bool {
        let number = Int(tag.rawValue)
        return number < openCounts.count && openCounts[number] > 0
    }

    /// The index of an element on the stack; nil if it is not there.
    func index(of node: HTMLNodeID) -> Int? { entries.lastIndex { $0.node == node } }

    /// The index of the topmost HTML element of that name; nil if none is open.
    func lastIndex(of tag: HTMLTag) -> Int? {
        contains(tag) ? entries.lastIndex { $0.isHTML(tag) } : nil
    }

    /// Whether "the stack of open elements has an element in scope" of that name.
    @inline(__always)
    func hasInScope(_ tag: HTMLTag, _ scope: Scope = .ordinary) -> Bool {
        contains(tag) && findInScope(tag, scope)
    }

    private func findInScope(_ tag: HTMLTag, _ scope: Scope) -> Bool {
        var index = entries.count &- 1
        while index >= 0 {
            let element = entries[index]
            if element.isHTML(tag) { return true }
            if element.traits.contains(.scopeBoundary) { return false }
            if scope != .ordinary, element.namespace == .html {
                if scope == .button, element.tag == .button { return false }
                if scope == .listItem, element.tag == .ol || element.tag == .ul { return false }
            }
            index &-= 1
        }
        return false
    }

    /// Whether that very element is in scope.
    func hasInScope(node: HTMLNodeID) -> Bool {
        for element in entries.reversed() {
            if element.node == node { return true }
            if element.traits.contains(.scopeBoundary) { return false }
        }
        return false
    }

    /// Whether one of `h1` to `h6` is in scope.
    func hasHeadingInScope() -> Bool {
        for element in entries.reversed() {
            if element.namespace == .html, element.tag.isHeading { return true }
            if element.traits.contains(.scopeBoundary) { return false }
        }
        return false
    }

    /// Whether an element of that name is "in table scope", which only `html`, `table` and `template` end.
    func hasInTableScope(_ tag: HTMLTag) -> Bool {
        guard contains(tag) else { return false }
        for element in entries.reversed() {
            if element.isHTML(tag) { return true }
            if element.isHTML(.table) || element.isHTML(.template) || element.isHTML(.html) { return false }
        }
        return false
    }
}
