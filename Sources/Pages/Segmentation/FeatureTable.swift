/// Numbers that describe the blocks (or links) of a page, a row for each.
///
/// The numbers of one kind stand together, in the order of the rows, since `DecisionForest` asks one number of many rows
/// at a time. Behind the last row follow as many copies of it as make the number of rows a multiple of `lanes`.
struct FeatureTable: Sendable {
    /// Rows that are read at once.
    static let lanes = 16

    /// Column after column, `height` numbers each.
    private(set) var values: [Float]
    /// Numbers a row.
    let width: Int
    let rowCount: Int
    /// Numbers a column: `rowCount` and the copies behind.
    let height: Int
    private var cursor = Cursor(place: 0, step: 0)
    private var row = 0
    /// The first number of each row that is put.
    private var first = 0

    /// Where the next number of a row belongs.
    struct Cursor {
        fileprivate(set) var place: Int
        fileprivate let step: Int
    }

    /// A table whose rows are put number by number.
    init(width: Int, rowCount: Int) {
        self.width = width
        self.rowCount = rowCount
        height = Self.height(for: rowCount)
        values = .unfilled(width * height)
        cursor = Cursor(place: 0, step: height)
    }

    /// A table of some rows of another one, to each of which `more` numbers are put.
    init(_ table: FeatureTable, rows: [Int], more: Int) {
        width = table.width + more
        rowCount = rows.count
        height = Self.height(for: rows.count)
        values = .unfilled(width * height)
        first = table.width
        cursor = Cursor(place: first * height, step: height)
        let (height, first) = (height, first)
        let others = table.values.span
        let rows = rows.span
        var numbers = values.mutableSpan
        for column in 0..<first {
            let (start, other) = (column &* height, column &* table.height)
            for row in rows.indices { numbers[start &+ row] = others[other &+ rows[row]] }
        }
    }

    private static func height(for rowCount: Int) -> Int { (rowCount + lanes - 1) / lanes * lanes }

    mutating func put(_ value: Float) {
        values[cursor.place] = value
        cursor.place &+= cursor.step
    }

    mutating func put(_ value: Bool) { put(value ? 1 : 0 as Float) }
    mutating func put(_ value: Int) { put(Float(value)) }

    /// Ends a row; the last one is copied to what has no row.
    mutating func endRow() {
        precondition(cursor.place == row + width * height, "every row has the same numbers")
        row += 1
        cursor.place = row + first * height
        guard row == rowCount else { return }
        for column in 0..<width {
            let last = column * height + row - 1
            for copy in last + 1..<(column + 1) * height { values[copy] = values[last] }
        }
    }

    /// Puts all rows: `fill` is called for each with the numbers of the table and the row's first place. This is several
    /// times as fast as putting the numbers one by one.
    mutating func putRows(
        _ fill: (_ row: Int, _ numbers: inout MutableSpan<Float>, _ cursor: inout Cursor) -> Void
    ) {
        while row < rowCount {
            let current = row
            var own = Cursor(place: current + first * height, step: height)
            var numbers = values.mutableSpan
            fill(current, &numbers, &own)
            cursor = own
            endRow()
        }
    }

    /// A number of a row.
    subscript(row: Int, column: Int) -> Float { values[column * height + row] }

    /// The numbers of a row, in the order of the columns.
    func row(_ row: Int) -> [Float] { (0..<width).map { self[row, $0] } }
}

extension MutableSpan<Float> {
    /// Puts the next number of a row, and moves on.
    @inline(__always)
    mutating func put(_ value: Float, _ cursor: inout FeatureTable.Cursor) {
        self[cursor.place] = value
        cursor.advance()
    }

    @inline(__always)
    mutating func put(_ value: Bool, _ cursor: inout FeatureTable.Cursor) {
        put(value ? 1 : 0 as Float, &cursor)
    }

    @inline(__always)
    mutating func put(_ value: Int, _ cursor: inout FeatureTable.Cursor) { put(Float(value), &cursor) }
}

extension FeatureTable.Cursor {
    @inline(__always)
    fileprivate mutating func advance() { place &+= step }
}
