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
    /// Rows with the copies behind: what is read of a column.
    let filledRows: Int
    /// From one column to the next. An odd number of cache lines: the numbers of a row would else share a few places of
    /// the processor's cache, and push each other out.
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
        filledRows = Self.filled(rowCount)
        height = filledRows | Self.lanes
        values = .unfilled(width * height)
        cursor = Cursor(place: 0, step: height)
    }

    /// A table of some rows of another one, to each of which `more` numbers are put.
    init(_ table: FeatureTable, rows: [Int], more: Int) {
        width = table.width + more
        rowCount = rows.count
        filledRows = Self.filled(rows.count)
        height = filledRows | Self.lanes
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

    private static func filled(_ rowCount: Int) -> Int { (rowCount + lanes - 1) / lanes * lanes }

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
            for copy in last + 1..<column * height + filledRows { values[copy] = values[last] }
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

    /// Sets some columns to one number, in every row.
    mutating func fill(_ columns: Range<Int>, with value: Float) {
        let places = columns.lowerBound * height..<columns.upperBound * height
        var numbers = values.mutableSpan
        for place in places { numbers[place] = value }
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

    /// Puts 1 in the next `columns` columns for each bit that is set. They hold 0 already, which is most of them.
    @inline(__always)
    mutating func putOnes(of bits: UInt64, columns: Int, _ cursor: inout FeatureTable.Cursor) {
        var rest = bits & ((1 as UInt64) << UInt64(columns) &- 1)
        while rest != 0 {
            self[cursor.place(of: rest.trailingZeroBitCount)] = 1
            rest &= rest &- 1
        }
        cursor.skip(columns)
    }
}

extension FeatureTable.Cursor {
    @inline(__always)
    fileprivate mutating func advance() { place &+= step }

    /// Where the number of a column further on stands.
    @inline(__always)
    func place(of column: Int) -> Int { place &+ column &* step }

    /// Leaves out some columns, which are filled otherwise.
    @inline(__always)
    mutating func skip(_ columns: Int) { place &+= columns &* step }
}
