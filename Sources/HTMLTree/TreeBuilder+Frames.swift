// Templates (§13.2.6.4.16) and pages made of frames (§13.2.6.4.18, §13.2.6.4.20, §13.2.6.4.23).
extension TreeBuilder {
    // MARK: Templates

    /// `<template>`: what follows goes to a root of its own.
    mutating func startTemplate() {
        guard insertTemplate() else { return }
        formatting.pushMarker()
        framesetIsOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    private mutating func insertTemplate() -> Bool {
        guard insertElement(.template) else { return false }
        var element = open.current
        let root = add(Node(.templateContents))
        templates.append(TemplateContents(element: element.node, root: root))
        element.container = root
        open.replace(at: open.count &- 1, by: element)
        return true
    }

    mutating func endTemplate() {
        guard open.contains(.template) else { return }
        closeImpliedThoroughly()
        closeTemplate()
    }

    private mutating func closeTemplate() {
        popThrough(.template)
        formatting.clearToMarker()
        if !templateModes.isEmpty { templateModes.removeLast() }
        resetMode()
    }

    mutating func startInTemplate(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startInHead(tag)
        case .caption, .colgroup, .tbody, .tfoot, .thead: mode = .inTable
        case .col: mode = .inColumnGroup
        case .tr: mode = .inTableBody
        case .td, .th: mode = .inRow
        default: mode = .inBody
        }
        if !templateModes.isEmpty { templateModes[templateModes.count &- 1] = mode }
        return true
    }

    mutating func endInTemplate(_ tag: HTMLTag) -> Bool {
        if tag == .template { endTemplate() }
        return false
    }

    /// The page ends: closes the innermost template that is still open; false if there is none.
    mutating func endTemplateAtEndOfFile() -> Bool {
        guard !templateModes.isEmpty, open.contains(.template) else { return false }
        closeTemplate()
        return true
    }

    // MARK: Frames

    mutating func startInFrameset(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .frameset: insertElement(tag)
        case .frame: insertClosed(tag)
        case .noframes: return startInHead(tag)
        default: break
        }
        return false
    }

    mutating func endInFrameset(_ tag: HTMLTag) -> Bool {
        guard tag == .frameset, open.count > 1 else { return false }
        pop()
        if !currentIs(.frameset) { mode = .afterFrameset }
        return false
    }

    mutating func startAfterFrameset(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .noframes: return startInHead(tag)
        default: break
        }
        return false
    }

    mutating func endAfterFrameset(_ tag: HTMLTag) -> Bool {
        if tag == .html { mode = .afterAfterFrameset }
        return false
    }
}
