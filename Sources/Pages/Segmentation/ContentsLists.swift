import HTMLTree

/// Takes lists of a page's own sections out of the main content: a table of contents says its headings a second time.
///
/// The forest sees links, not where they lead, and of two equal lines likes the first: it keeps the list and drops the
/// headings. On labelled pages a list of links into the page, most of which repeat a heading, is left out four times in
/// five; where it is kept, a sentence of the text announces it.
enum ContentsLists {
    /// Fewer lines are no list.
    private static let leastEntries = 3
    /// Blocks behind a heading among which its text begins: buttons and the like may come first.
    private static let reach = 3
    /// Words a title of such a list may have.
    private static let longestTitle: Float = 6
    /// Words a title without its list may have: longer lines speak of contents.
    private static let longestLoneTitle: Float = 4

    static func remove(from roles: inout [BlockRole], of list: BlockList, in document: HTMLDocument) {
        let targets = targets(in: list, document, roles)
        if targets.count >= leastEntries { removeLists(from: &roles, of: list, targets) }
        for index in list.blocks.indices where roles[index] == .mainContent {
            let block = list.blocks[index]
            guard isTitle(block), block.measure.words <= longestLoneTitle, index + 1 < roles.count,
                roles[index + 1] != .mainContent || isAlone(index, roles, list)
            else { continue }
            roles[index] = .navigation
        }
    }

    /// Whether no link stands in what is left behind a title: a script would put its list there.
    private static func isAlone(_ index: Int, _ roles: [BlockRole], _ list: BlockList) -> Bool {
        var rest = reach
        for place in index + 1..<roles.count where roles[place] == .mainContent {
            guard list.blocks[place].linkCount == 0 else { return false }
            rest -= 1
            if rest == 0 { break }
        }
        return true
    }

    /// What a line says behind its number ("2.1 Costs"), as a hash: a list and its headings may differ in that.
    private static func name(of block: BlockList.Block, in list: BlockList) -> UInt64 {
        let text = list.bytes(block)
        let rest = text.drop {
            $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") || $0 == 0x20
        }
        return rest.isEmpty ? block.fingerprint : BlockBuilder.fingerprint(rest.span)
    }

    private static func removeLists(
        from roles: inout [BlockRole], of list: BlockList, _ targets: [Int: UInt64]
    ) {
        var headings: Set<UInt64> = []
        for block in list.blocks where isHeading(block) { headings.insert(name(of: block, in: list)) }
        let lines = list.blocks.indices.filter { roles[$0] == .mainContent || targets[$0] != nil }
        var listed: Set<UInt64> = []
        var next = 0
        while next < lines.count {
            guard let page = targets[lines[next]] else {
                next += 1
                continue
            }
            var start = next
            var entries: [UInt64] = []
            // Numbers may stand in lines of their own.
            while next < lines.count, targets[lines[next]] == page || isNumber(list, lines[next]) {
                if targets[lines[next]] != nil {
                    entries.append(name(of: list.blocks[lines[next]], in: list))
                }
                next += 1
            }
            while targets[lines[next - 1]] == nil { next -= 1 }
            let repeated = entries.filter { headings.contains($0) }
            guard entries.count >= leastEntries, repeated.count * 2 >= entries.count else { continue }
            listed.formUnion(repeated)
            if start > 0, isNumber(list, lines[start - 1]) { start -= 1 }
            for place in lines[start..<next] where roles[place] == .mainContent { roles[place] = .navigation }
            if start > 0, isTitle(list.blocks[lines[start - 1]]) { roles[lines[start - 1]] = .navigation }
        }
        guard !listed.isEmpty else { return }
        for index in list.blocks.indices.reversed()
        where roles[index] != .mainContent && targets[index] == nil {
            let block = list.blocks[index]
            guard isHeading(block), listed.contains(name(of: block, in: list)) else { continue }
            let next = index + 1..<min(roles.count, index + 1 + reach)
            if next.contains(where: { roles[$0] == .mainContent }) { roles[index] = .mainContent }
        }
    }

    private static func isHeading(_ block: BlockList.Block) -> Bool {
        block.kind == .heading || block.boldShare > 0.9 && block.linkShare == 0
    }

    /// By block that is one link into a page: the hash of that page's address as it is written, without the fragment. Of
    /// blocks that are no content only those that lead into this page.
    private static func targets(
        in list: BlockList, _ document: HTMLDocument, _ roles: [BlockRole]
    ) -> [Int: UInt64] {
        var targets: [Int: UInt64] = [:]
        for anchor in list.anchors where anchor.block < roles.count {
            let block = list.blocks[anchor.block]
            // A heading may be a link to itself.
            guard block.kind != .heading, block.linkCount == 1, block.linkShare > 0.85,
                anchor.end > anchor.start,
                let reference = document.attribute(.href, of: anchor.node),
                reference.first == UInt8(ascii: "#") || roles[anchor.block] == .mainContent,
                let mark = reference.firstIndex(of: UInt8(ascii: "#")), mark + 1 < reference.endIndex
            else { continue }
            targets[anchor.block] = ClassReader.hash(reference[..<mark])
        }
        return targets
    }

    private static func isTitle(_ block: BlockList.Block) -> Bool {
        PhraseEvidence(rawValue: block.phrases).contains(.contents) && block.measure.words <= longestTitle
            && !block.measure.endsSentence && block.linkShare < 0.5
    }

    private static func isNumber(_ list: BlockList, _ index: Int) -> Bool {
        let block = list.blocks[index]
        return block.byteCount <= 6
            && list.bytes(block).allSatisfy {
                $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")")
            }
    }
}
