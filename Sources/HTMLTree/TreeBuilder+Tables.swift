// Tables: §13.2.6.4.9 to §13.2.6.4.15.
extension TreeBuilder {
    // MARK: In table

    mutating func startInTable(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .caption:
            clearStack(to: .table)
            formatting.pushMarker()
            insertPart(tag)
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertPart(tag)
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertImplied(.colgroup)
            mode = .inColumnGroup
            return true
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertPart(tag)
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertImplied(.tbody)
            mode = .inTableBody
            return true
        case .table: return closeTable()
        case .style, .script, .template: return startInHead(tag)
        case .input where lexerSaysHidden(): insertClosed(tag)
        case .form:
            if form == nil, !open.contains(.template) { form = insertClosed(tag).node }
        default: return startMisplacedInTable(tag)
        }
        return false
    }

    mutating func endInTable(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .table: _ = closeTable()
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
        case .template: endTemplate()
        default:
            fosterParenting = true
            defer { fosterParenting = false }
            return endInBody(tag)
        }
        return false
    }

    private mutating func startMisplacedInTable(_ tag: HTMLTag) -> Bool {
        fosterParenting = true
        defer { fosterParenting = false }
        return startInBody(tag)
    }

    /// Closes the innermost table; false if there is none to close.
    private mutating func closeTable() -> Bool {
        guard open.hasInTableScope(.table) else { return false }
        popThrough(.table)
        resetMode()
        return true
    }

    // MARK: In caption

    mutating func startInCaption(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: closeCaption()
        default: startInBody(tag)
        }
    }

    mutating func endInCaption(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .caption:
            _ = closeCaption()
            return false
        case .table: return closeCaption()
        case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
        default: return endInBody(tag)
        }
    }

    private mutating func closeCaption() -> Bool {
        guard open.hasInTableScope(.caption) else { return false }
        closeImplied()
        popThrough(.caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    // MARK: In column group

    mutating func startInColumnGroup(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .html: mergeIntoRoot()
        case .col: insertClosed(tag)
        case .template: return startInHead(tag)
        default: return leaveColumnGroup()
        }
        return false
    }

    mutating func endInColumnGroup(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .colgroup: _ = leaveColumnGroup()
        case .col: break
        case .template: endTemplate()
        default: return leaveColumnGroup()
        }
        return false
    }

    mutating func leaveColumnGroup() -> Bool {
        guard currentIs(.colgroup) else { return false }
        pop()
        mode = .inTable
        return true
    }

    // MARK: In table body

    mutating func startInTableBody(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .tr:
            clearStack(to: .tbody, .tfoot, .thead)
            insertPart(tag)
            mode = .inRow
            return false
        case .th, .td:
            clearStack(to: .tbody, .tfoot, .thead)
            insertImplied(.tr)
            mode = .inRow
            return true
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeTableBody()
        default: return startInTable(tag)
        }
    }

    mutating func endInTableBody(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .tbody, .tfoot, .thead:
            guard open.hasInTableScope(tag) else { return false }
            leaveTableBody()
            return false
        case .table: return closeTableBody()
        case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return false
        default: return endInTable(tag)
        }
    }

    private mutating func closeTableBody() -> Bool {
        guard open.hasInTableScope(.tbody) || open.hasInTableScope(.thead) || open.hasInTableScope(.tfoot)
        else {
            return false
        }
        leaveTableBody()
        return true
    }

    private mutating func leaveTableBody() {
        clearStack(to: .tbody, .tfoot, .thead)
        pop()
        mode = .inTable
    }

    // MARK: In row

    mutating func startInRow(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .th, .td:
            clearStack(to: .tr)
            insertPart(tag)
            mode = .inCell
            formatting.pushMarker()
            return false
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow()
        default: return startInTable(tag)
        }
    }

    mutating func endInRow(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .tr:
            _ = closeRow()
            return false
        case .table: return closeRow()
        case .tbody, .tfoot, .thead:
            guard open.hasInTableScope(tag) else { return false }
            return closeRow()
        case .body, .caption, .col, .colgroup, .html, .td, .th: return false
        default: return endInTable(tag)
        }
    }

    private mutating func closeRow() -> Bool {
        guard open.hasInTableScope(.tr) else { return false }
        clearStack(to: .tr)
        pop()
        mode = .inTableBody
        return true
    }

    // MARK: In cell

    mutating func startInCell(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
            guard open.hasInTableScope(.td) || open.hasInTableScope(.th) else { return false }
            closeCell()
            return true
        default: return startInBody(tag)
        }
    }

    mutating func endInCell(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .td, .th:
            guard open.hasInTableScope(tag) else { return false }
            closeImplied()
            popThrough(tag)
            formatting.clearToMarker()
            mode = .inRow
            return false
        case .body, .caption, .col, .colgroup, .html: return false
        case .table, .tbody, .tfoot, .thead, .tr:
            guard open.hasInTableScope(tag) else { return false }
            closeCell()
            return true
        default: return endInBody(tag)
        }
    }

    /// "Close the cell".
    private mutating func closeCell() {
        closeImplied()
        while open.count > 1 {
            let isCell = currentIs(.td) || currentIs(.th)
            pop()
            if isCell { break }
        }
        formatting.clearToMarker()
        mode = .inRow
    }
}
