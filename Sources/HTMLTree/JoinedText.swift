/// Text nodes that grow in several places of the page, as chains of stretches until the page is read.
///
/// Copying such a text each time it grows would cost the square of its length on a hostile page.
struct JoinedText {
    private struct Part {
        let run: Tokenizer.Stretch
        /// The part behind it; `Node.nowhere` for the last.
        var next: Int32 = Node.nowhere
    }

    private var parts: [Part] = []
    /// The nodes that have chains; a node may stand here more than once.
    private(set) var nodes: [Int] = []

    /// Begins a chain with the text a node had before; the result is the number of its first part.
    mutating func begin(with start: Int32, _ length: Int32, of node: Int) -> Int32 {
        nodes.append(node)
        parts.append(Part(run: Tokenizer.Stretch(start: start, length: length)))
        return Int32(truncatingIfNeeded: parts.count &- 1)
    }

    /// Adds a stretch behind a part, the last of its chain; the result is the number of the new part.
    mutating func extend(_ last: Int32, by run: Tokenizer.Stretch) -> Int32 {
        let number = Int32(truncatingIfNeeded: parts.count)
        parts[Int(last)].next = number
        parts.append(Part(run: run))
        return number
    }

    /// Appends all bytes of a chain to `decoded`.
    func append(_ first: Int32, source: [UInt8], to decoded: inout [UInt8]) {
        var number = first
        while number >= 0 {
            let part = parts[Int(number)]
            let start = Int(part.run.start >= 0 ? part.run.start : ~part.run.start)
            let range = start..<start &+ Int(part.run.length)
            if part.run.start >= 0 {
                decoded.append(contentsOf: source[range])
            } else {
                decoded.append(contentsOf: Array(decoded[range]))
            }
            number = part.next
        }
    }
}

extension Node {
    /// Whether `start` and `length` of a text node are the first and the last part of a chain, not a stretch.
    var isJoined: Bool {
        get { label & 0x20 != 0 }
        set { label = newValue ? label | 0x20 : label & ~0x20 }
    }

    /// Whether an element is on the stack of open elements.
    var isOpen: Bool {
        get { label & 0x40 != 0 }
        set { label = newValue ? label | 0x40 : label & ~0x40 }
    }
}

extension TreeBuilder {
    /// Puts the text of a node with a chain into one piece.
    mutating func flattenText(_ index: Int) {
        let node = nodes[index]
        guard node.isJoined else { return }
        let begin = lexer.decoded.count
        joinedText.append(node.start, source: source, to: &lexer.decoded)
        let whole = lexer.decodedStretch(from: begin)
        nodes[index].isJoined = false
        nodes[index].start = whole.start
        nodes[index].length = whole.length
    }
}
