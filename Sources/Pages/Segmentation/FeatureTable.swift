/// One row of numbers for each block (or link), in the order in which they were put.
struct FeatureTable: Sendable {
    private(set) var values: [Float] = []
    /// Numbers a row; 0 before the first row is complete.
    private(set) var width = 0
    private(set) var rowCount = 0
    private var rowStart = 0

    init(capacity: Int = 0) { values.reserveCapacity(capacity) }

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
