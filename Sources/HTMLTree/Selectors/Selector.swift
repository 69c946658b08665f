/// A CSS selector: which elements of a page are meant. A part of Selectors Level 4 that needs no style sheet.
///
/// Understood are element names and `*`, `.class`, `#id`, `[name]`, `[name=value]` and the same with `~=`, `^=`, `$=` and
/// `*=`, one element below another (`a b`), right below another (`a > b`), and lists (`a, b`). Element and attribute names
/// match in any case, classes, IDs and values only as they are written.
package struct Selector: Sendable, Hashable {
    /// One test of an attribute (§6).
    struct AttributeTest: Sendable, Hashable {
        enum Relation: Sendable, Hashable {
            /// The element has the attribute, with or without value.
            case present
            case equal
            /// One of the words of the value.
            case word
            case prefix, suffix, substring
        }

        /// In lower case.
        let name: String
        let relation: Relation
        /// Empty with `present`.
        let value: [UInt8]
    }

    /// Tests that one element has to pass together (§3.1).
    struct Compound: Sendable, Hashable {
        /// In lower case; nil: any element.
        var name: String?
        var classes: [[UInt8]] = []
        var ids: [[UInt8]] = []
        var attributes: [AttributeTest] = []
        /// Whether it stands right above the next one of its chain, not anywhere above it.
        var isParentOfNext = false
    }

    /// A list of chains, one of which has to match; each from the outermost element to the one that is meant.
    let chains: [[Compound]]

    /// Means what any of the selectors means; nothing if there is none.
    package init(anyOf selectors: [Selector]) { chains = selectors.flatMap(\.chains) }
}

extension HTMLDocument {
    /// The elements that a selector means, in document order. The contents of `template` elements are not looked at.
    ///
    /// Takes time in proportion to the elements of the page and, for chains, their depth.
    package func elements(matching selector: Selector) -> [HTMLNodeID] {
        let chains = selector.chains.compactMap { ResolvedChain($0, in: self) }
        guard !chains.isEmpty else { return [] }
        return documentOrder.filter { node in
            isElement(node) && chains.contains { $0.matches(node, in: self) }
        }
    }
}

/// A chain with its names as one document numbers them.
private struct ResolvedChain {
    private struct Step {
        let tag: HTMLTag?
        let compound: Selector.Compound
        let attributes: [(name: HTMLAttributeName, test: Selector.AttributeTest)]
    }

    private let steps: [Step]

    /// Nil if a name of the chain does not occur in the document, so that nothing can match.
    init?(_ chain: [Selector.Compound], in document: HTMLDocument) {
        var steps: [Step] = []
        for compound in chain {
            var tag: HTMLTag?
            if let name = compound.name {
                guard let known = document.tag(named: name) else { return nil }
                tag = known
            }
            var attributes: [(name: HTMLAttributeName, test: Selector.AttributeTest)] = []
            for test in compound.attributes {
                guard let name = document.attributeName(test.name) else { return nil }
                attributes.append((name, test))
            }
            steps.append(Step(tag: tag, compound: compound, attributes: attributes))
        }
        self.steps = steps
    }

    func matches(_ node: HTMLNodeID, in document: HTMLDocument) -> Bool {
        guard let last = steps.last, passes(node, last, document) else { return false }
        // The nearest ancestor that passes a step may do for a descendant, but not for the child above it: then the
        // search goes on further up from the last step that may lie anywhere.
        var step = steps.count - 2
        var place = document.parent(of: node)
        var anywhere: (step: Int, place: HTMLNodeID?)?
        while step >= 0 {
            guard let above = place, document.isElement(above) else { return false }
            let isFree = !steps[step].compound.isParentOfNext
            if passes(above, steps[step], document) {
                if isFree { anywhere = (step, document.parent(of: above)) }
                step -= 1
                place = document.parent(of: above)
            } else if isFree {
                place = document.parent(of: above)
            } else {
                guard let back = anywhere else { return false }
                (step, place) = back
                anywhere = nil
            }
        }
        return true
    }

    private func passes(_ node: HTMLNodeID, _ step: Step, _ document: HTMLDocument) -> Bool {
        if let tag = step.tag, document.tag(of: node) != tag { return false }
        for id in step.compound.ids {
            guard let value = document.attribute(.id, of: node), value.elementsEqual(id) else { return false }
        }
        for name in step.compound.classes {
            guard document.classTokens(of: node).contains(where: { $0.elementsEqual(name) }) else {
                return false
            }
        }
        return step.attributes.allSatisfy { name, test in
            document.attribute(name, of: node).map { test.holds(of: $0) } ?? false
        }
    }
}

extension Selector.AttributeTest {
    /// An empty value is part of nothing (§6.2).
    fileprivate func holds(of found: ArraySlice<UInt8>) -> Bool {
        switch relation {
        case .present: return true
        case .equal: return found.elementsEqual(value)
        case .word: return HTMLTokens(found).contains { $0.elementsEqual(value) }
        case .prefix: return !value.isEmpty && found.starts(with: value)
        case .suffix: return !value.isEmpty && found.suffix(value.count).elementsEqual(value)
        case .substring:
            guard !value.isEmpty, found.count >= value.count else { return false }
            return (found.startIndex...found.endIndex - value.count).contains {
                found[$0..<$0 + value.count].elementsEqual(value)
            }
        }
    }
}
