/// One row of numbers for each block (or link), in the order in which they were put.
struct FeatureTable: Sendable {
    private(set) var values: [Float] = []
    /// Numbers a row; 0 before the first row is complete.
    private(set) var width = 0
    private(set) var rowCount = 0
    private var rowStart = 0

    /// A table that grows number by number.
    init(capacity: Int = 0) { values.reserveCapacity(capacity) }

    /// A table of rows that were put into an array of the right size one after the other (`MutableSpan.put`), which is
    /// several times as fast as letting it grow.
    init(rows: [Float], width: Int) {
        values = rows
        rowCount = rows.count / width
        self.width = rows.isEmpty ? 0 : width
        rowStart = rows.count
    }

    mutating func put(_ value: Float) { values.append(value) }
    mutating func put(_ value: Bool) { values.append(value ? 1 : 0) }
    mutating func put(_ value: Int) { values.append(Float(value)) }

    mutating func endRow() {
        if width == 0 { width = values.count }
        precondition(values.count - rowStart == width, "every row has the same numbers")
        rowStart = values.count
        rowCount += 1
    }

    func row(_ index: Int) -> ArraySlice<Float> { values[index * width..<(index + 1) * width] }
}

extension MutableSpan<Float> {
    /// Puts a number where `place` is, and moves on.
    @inline(__always)
    mutating func put(_ value: Float, _ place: inout Int) {
        self[place] = value
        place &+= 1
    }

    @inline(__always)
    mutating func put(_ value: Bool, _ place: inout Int) { put(value ? 1 : 0 as Float, &place) }

    @inline(__always)
    mutating func put(_ value: Int, _ place: inout Int) { put(Float(value), &place) }
}
