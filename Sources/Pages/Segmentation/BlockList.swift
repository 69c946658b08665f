import HTMLTree

/// The text of a page cut into blocks, and the elements around them: what all labelling works on.
///
/// Everything is in flat arrays in document order. The blocks of an element stand together, so that sums over an
/// element (words, prose, links) are differences of two running sums.
struct BlockList: Sendable {
    /// A run of text between two block boundaries or line breaks.
    struct Block: Sendable {
        /// Its place in `text`.
        var start: Int
        var end: Int
        /// The nearest element that makes blocks.
        var container: Int
        var kind: BlockKind
        /// 1 to 6 for headings, else 0.
        var level: Int = 0
        /// Hints of the inline elements around the whole of it.
        var inlineEvidence: UInt64 = 0
        var phrases: UInt64 = 0
        var measure = TextMeasure()
        var linkBytes = 0
        var boldBytes = 0
        var linkCount = 0
        /// Places in `marks`.
        var firstMark = 0
        var endMark = 0
        /// Number of pictures between the block before and this one.
        var picturesBefore = 0
        /// How many line breaks part it from the block before; 0 at a block boundary.
        var breaksBefore = 0
        /// The whole line is wrapped in inline elements of its own.
        var isWrapped = false
        /// Equal for blocks with the same letters and digits, whatever their case and punctuation.
        var fingerprint: UInt64 = 0

        var byteCount: Int { end - start }
        var linkShare: Float { byteCount > 0 ? min(1, Float(linkBytes) / Float(byteCount)) : 0 }
        var boldShare: Float { byteCount > 0 ? min(1, Float(boldBytes) / Float(byteCount)) : 0 }
    }

    /// An element that makes blocks.
    struct Container: Sendable {
        let node: HTMLNodeID
        let tag: HTMLTag
        /// -1 for the outermost.
        let parent: Int
        let depth: Int
        var firstBlock: Int
        var endBlock: Int
        /// Hints of its own class, ID and data attributes.
        let evidence: UInt64
        let landmarks: Landmarks
        /// Equal for elements with the same name and class.
        let signature: UInt64
        var firstPicture: Int
        var endPicture: Int
        var firstField: Int
        var endField: Int
        var firstAnchor: Int
        var endAnchor: Int
    }

    /// A link, emphasis or code inside a block, by bytes of `text`.
    struct Mark: Sendable {
        enum Kind: UInt8, Sendable { case link, strong, emphasis, code }
        var kind: Kind
        var start: Int
        var end: Int
        /// The `a` element of a link.
        var node: HTMLNodeID
    }

    /// An `a[href]` or `area[href]`.
    struct Anchor: Sendable {
        let node: HTMLNodeID
        let container: Int
        /// The block its text begins in, or, if it has no text, the block that would begin there.
        var block: Int
        /// Its text, in `text`; empty for a picture.
        var start: Int
        var end: Int
        var pictures: Int
        let evidence: UInt64
    }

    /// White space collapsed; blocks follow one another without a separator.
    var text: [UInt8] = []
    var blocks: [Block] = []
    var containers: [Container] = []
    var marks: [Mark] = []
    var anchors: [Anchor] = []
    /// Running sums; entry n is the sum over the first n blocks.
    var wordsBefore: [Float] = [0]
    var linkWordsBefore: [Float] = [0]
    var proseBefore: [Float] = [0]
}

extension BlockList {
    /// A range of `text`.
    func bytes(_ block: Block) -> ArraySlice<UInt8> { text[block.start..<block.end] }

    var totalProse: Float { proseBefore.last ?? 0 }
    var totalWords: Float { wordsBefore.last ?? 0 }

    func words(_ container: Container) -> Float {
        wordsBefore[container.endBlock] - wordsBefore[container.firstBlock]
    }

    func linkWords(_ container: Container) -> Float {
        linkWordsBefore[container.endBlock] - linkWordsBefore[container.firstBlock]
    }

    func prose(_ container: Container) -> Float {
        proseBefore[container.endBlock] - proseBefore[container.firstBlock]
    }

    /// Which part of the page's prose stands inside an element, 0 to 1; 0 on a page without prose.
    func proseShare(_ container: Container) -> Float {
        totalProse > 0 ? prose(container) / totalProse : 0
    }

    func linkShare(_ container: Container) -> Float {
        let all = words(container)
        return all > 0 ? linkWords(container) / all : 0
    }

    /// Fills the running sums; to be called once all blocks are there.
    mutating func sumUp() {
        wordsBefore.reserveCapacity(blocks.count + 1)
        linkWordsBefore.reserveCapacity(blocks.count + 1)
        proseBefore.reserveCapacity(blocks.count + 1)
        var words: Float = 0
        var linkWords: Float = 0
        var prose: Float = 0
        for block in blocks {
            words += block.measure.words
            linkWords += block.measure.words * block.linkShare
            prose += block.proseWords
            wordsBefore.append(words)
            linkWordsBefore.append(linkWords)
            proseBefore.append(prose)
        }
    }
}

extension BlockList.Block {
    /// Its words if it reads like prose, else 0: sentences, or many words, few of them links.
    var proseWords: Float {
        guard linkShare < 0.5, kind != .button, kind != .label else { return 0 }
        if measure.words >= 25 { return measure.words }
        return measure.words >= 8 && measure.sentenceEnds + measure.commas > 0 ? measure.words : 0
    }
}
