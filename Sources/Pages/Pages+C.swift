/// What of this target reads memory without being watched: the innermost loops of `DecisionForest` and `DenseLayer`, which
/// are a fifth of the reading of a page.
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

extension Span<Float> {
    /// Adds sixteen rows, weighted, to four sums.
    ///
    /// - Parameters:
    ///   - start: The weights of the first sum in this span; those of the others follow `step` after one another.
    ///   - rows: Sixteen numbers of a kind together.
    func addProducts(
        from start: Int, step: Int, _ rows: Span<SIMD16<Float>>,
        to sums: inout (SIMD16<Float>, SIMD16<Float>, SIMD16<Float>, SIMD16<Float>)
    ) {
        let end = start &+ 3 &* step &+ rows.count
        precondition(start >= 0 && step >= rows.count && end <= count, "there are weights for all numbers")
        var (one, two, three, four) = sums
        for place in rows.indices {
            // Safety: the place is one of the rows'.
            let numbers = unsafe rows[unchecked: place]
            // Safety: this and the next three: the precondition before the loop.
            unsafe one += numbers * self[unchecked: start &+ place]
            // Safety: as above.
            unsafe two += numbers * self[unchecked: start &+ step &+ place]
            // Safety: as above.
            unsafe three += numbers * self[unchecked: start &+ 2 &* step &+ place]
            // Safety: as above.
            unsafe four += numbers * self[unchecked: start &+ 3 &* step &+ place]
        }
        sums = (one, two, three, four)
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

    /// The numbers above 0; 0 in place of the others.
    @inline(__always)
    var aboveZero: SIMD16<Float> { Self(pattern: pattern & ~(pattern &>> 31)) }

    /// The larger numbers of two vectors.
    @inline(__always)
    func larger(_ other: SIMD16<Float>) -> SIMD16<Float> { self + (other - self).aboveZero }

    /// The numbers, those below `-limit` and above `limit` as these.
    @inline(__always)
    func within(_ limit: Float) -> SIMD16<Float> {
        let raised = (self + limit).aboveZero
        return raised - (raised - 2 * limit).aboveZero - limit
    }

    /// ln(1 + x), and −ln(1 − x) below 0, to six digits: the standard library has no logarithm.
    @inline(__always)
    var signedLogarithm: SIMD16<Float> {
        let sign = pattern & Int32.min
        return Self(pattern: (Self(pattern: pattern & Int32.max) + 1).logarithm.pattern | sign)
    }

    /// The natural logarithm of numbers above 0, to six digits.
    @inline(__always)
    var logarithm: SIMD16<Float> {
        // The exponent by which what is left over lies between √½ and √2.
        let exponent = (pattern &- 0x3F35_04F3) &>> 23
        let part = Self(pattern: pattern &- (exponent &<< 23))
        // ln x = 2 artanh((x − 1) / (x + 1)), whose series is short around 1.
        let ratio = (part - 1) / (part + 1)
        let square = ratio * ratio
        var series = square * (1.0 / 7) + 0.2
        series = series * square + 1.0 / 3
        series = series * square + 1
        return (Self(pattern: exponent &+ Self.wholePattern) - Self.whole) * 0.693_147_18 + ratio * series * 2
    }

    /// e to the power of numbers, to five digits; those below −80 and above 80 as these.
    @inline(__always)
    var exponential: SIMD16<Float> {
        let power = within(80)
        let rounded = power * 1.442_695 + Self.whole
        let rest = power - (rounded - Self.whole) * 0.693_147_18
        var series = rest * (1.0 / 120) + 1.0 / 24
        series = series * rest + 1.0 / 6
        series = series * rest + 0.5
        series = series * rest + 1
        series = series * rest + 1
        return series * Self(pattern: (rounded.pattern &- Self.wholePattern &+ 127) &<< 23)
    }

    /// A number so large that those around it are whole ones, whose last bits are those of integers.
    private static var whole: Float { 12_582_912 }
    private static var wholePattern: Int32 { 0x4B40_0000 }

    @inline(__always)
    private var pattern: SIMD16<Int32> {
        // Safety: both vectors are 64 bytes, of which every pattern is a value.
        unsafe unsafeBitCast(self, to: SIMD16<Int32>.self)
    }

    @inline(__always)
    private init(pattern: SIMD16<Int32>) {
        // Safety: both vectors are 64 bytes, of which every pattern is a value.
        self = unsafe unsafeBitCast(pattern, to: SIMD16<Float>.self)
    }
}
