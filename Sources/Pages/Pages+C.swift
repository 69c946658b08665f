/// What of this target reads memory without being watched: the innermost loops of `DecisionForest`, which are a fifth of
/// the reading of a page.
extension Span<Float> {
    /// The numbers from a place on.
    @inline(__always)
    func vector(from place: Int) -> SIMD16<Float> {
        precondition(place >= 0 && place &+ SIMD16<Float>.scalarCount <= count, "all are in the span")
        // Safety: the precondition; a vector that is read need not be aligned, and every pattern of bits is a number.
        return unsafe withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(fromByteOffset: place &* 4, as: SIMD16<Float>.self)
        }
    }
}

extension [Float] {
    /// An array whose numbers are all put before one is read; zeros would be a fiftieth of the reading of a page.
    static func unfilled(_ count: Int) -> [Float] {
        // Safety: every pattern of bits is a number.
        unsafe [Float](unsafeUninitializedCapacity: count) { _, filled in filled = count }
    }
}

extension DecisionForest {
    /// The sums over all trees for sixteen rows from one on.
    ///
    /// - Parameters:
    ///   - runs: The tests by which rows differ, a range of `tests` each.
    ///   - common: By tree, the leaves that not every row rules out.
    ///   - left: By tree, the leaves not ruled out; what stands there before does not matter.
    func sums(
        of table: FeatureTable, from row: Int, _ runs: [Run], _ common: [UInt32],
        _ left: inout [SIMD16<UInt32>]
    ) -> SIMD16<Float> {
        precondition(left.count == common.count && left.count * Self.maximumLeaves == leaves.count)
        var left = left.mutableSpan
        for tree in common.indices { left[tree] = SIMD16(repeating: common[tree]) }
        let tests = tests.span
        let values = table.values.span
        for run in runs {
            let numbers = values.vector(from: run.feature &* table.height &+ row)
            let largest = numbers.largest
            precondition(run.range.lowerBound >= 0 && run.range.upperBound <= tests.count)
            for place in run.range {
                // Safety: the precondition before the loop.
                let test = unsafe tests[unchecked: place]
                // No row passes this test or one behind it.
                if test.threshold >= largest { break }
                let passed = (SIMD16(repeating: test.threshold) - numbers).signs
                // Safety: a test's tree is one of those counted when the forest was made, and `left` has one place each.
                unsafe left[unchecked: Int(test.tree)] &= ~passed | SIMD16(repeating: test.others)
            }
        }
        return Self.sums(left.span, leaves.span)
    }

    /// The sums of the first leaves left in each tree.
    private static func sums(_ left: Span<SIMD16<UInt32>>, _ leaves: Span<Float>) -> SIMD16<Float> {
        precondition(left.count * maximumLeaves == leaves.count)
        var sum = SIMD16<Float>()
        for tree in left.indices {
            let mask = left[tree]
            let start = tree &* maximumLeaves
            // Safety: a tree has `maximumLeaves` places in `leaves`. No test rules out the last of them, which is on no
            // inner node's left, so that a mask is never 0 and the place of its first bit below `maximumLeaves`.
            @inline(__always)
            func leaf(_ lane: Int) -> Float {
                unsafe leaves[unchecked: start &+ mask[lane].trailingZeroBitCount]
            }
            sum += SIMD16(
                leaf(0), leaf(1), leaf(2), leaf(3), leaf(4), leaf(5), leaf(6), leaf(7),
                leaf(8), leaf(9), leaf(10), leaf(11), leaf(12), leaf(13), leaf(14), leaf(15))
        }
        return sum
    }
}

extension SIMD16<Float> {
    /// All ones in the lanes whose number is below 0 (or −0), zero in the others.
    @inline(__always)
    fileprivate var signs: SIMD16<UInt32> {
        // Safety: both vectors are 64 bytes, of which every pattern is a value.
        let bits = unsafe unsafeBitCast(self, to: SIMD16<Int32>.self) &>> 31
        // Safety: as above.
        return unsafe unsafeBitCast(bits, to: SIMD16<UInt32>.self)
    }

    @inline(__always)
    var largest: Float {
        let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
        let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
        func larger(_ one: Float, _ other: Float) -> Float { one > other ? one : other }
        return larger(larger(four[0], four[1]), larger(four[2], four[3]))
    }

    @inline(__always)
    var smallest: Float {
        let eight = lowHalf.replacing(with: highHalf, where: highHalf .< lowHalf)
        let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .< eight.lowHalf)
        func smaller(_ one: Float, _ other: Float) -> Float { one < other ? one : other }
        return smaller(smaller(four[0], four[1]), smaller(four[2], four[3]))
    }
}
