/// The encoding of Unicode labels in letters, digits and hyphen (RFC 3492), without the `xn--` before it.
enum Punycode {
    private static let base: UInt32 = 36
    private static let tMin: UInt32 = 1
    private static let tMax: UInt32 = 26
    private static let initialN: UInt32 = 128
    private static let initialBias: UInt32 = 72

    /// Longest label taken, in code points: encoding takes time in the square of it, and DNS has 63 octets.
    static let maximumScalars = 1_000

    /// Nil if the label is longer than `maximumScalars`.
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
        guard label.count <= maximumScalars else { return nil }
        var output: [UInt8] = label.compactMap { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : nil }
        let basicCount = UInt32(output.count)
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var n = initialN
        var delta: UInt32 = 0
        var bias = initialBias
        var handled = basicCount
        while handled < UInt32(label.count) {
            guard let next = label.lazy.map(\.value).filter({ $0 >= n }).min() else { return nil }
            // At most 0x10FFFF × 1,001: fits 32 bits.
            delta &+= (next &- n) &* (handled &+ 1)
            n = next
            for scalar in label {
                if scalar.value < n { delta &+= 1 }
                guard scalar.value == n else { continue }
                var q = delta
                var k = base
                while true {
                    let t = threshold(k, bias)
                    if q < t { break }
                    output.append(digit(t &+ (q &- t) % (base &- t)))
                    q = (q &- t) / (base &- t)
                    k &+= base
                }
                output.append(digit(q))
                bias = adapt(delta, handled &+ 1, isFirst: handled == basicCount)
                delta = 0
                handled &+= 1
            }
            delta &+= 1
            n &+= 1
        }
        return output
    }

    /// Nil if `text` is no Punycode of a label up to `maximumScalars`.
    static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        guard text.count <= maximumScalars else { return nil }
        var output: [Unicode.Scalar] = []
        var rest = text
        if let hyphen = text.lastIndex(of: UInt8(ascii: "-")) {
            guard text[..<hyphen].allSatisfy({ $0 < 128 }) else { return nil }
            output = text[..<hyphen].map { Unicode.Scalar($0) }
            rest = text[(hyphen + 1)...]
        }
        var n = initialN
        var i: UInt32 = 0
        var bias = initialBias
        var index = rest.startIndex
        while index < rest.endIndex {
            let old = i
            var weight: UInt32 = 1
            var k = base
            while true {
                guard index < rest.endIndex, let digit = value(rest[index]) else { return nil }
                index += 1
                let (product, productOverflow) = digit.multipliedReportingOverflow(by: weight)
                let (sum, sumOverflow) = i.addingReportingOverflow(product)
                guard !productOverflow, !sumOverflow else { return nil }
                i = sum
                let t = threshold(k, bias)
                if digit < t { break }
                let (next, overflow) = weight.multipliedReportingOverflow(by: base &- t)
                guard !overflow else { return nil }
                weight = next
                k &+= base
            }
            let length = UInt32(output.count) &+ 1
            bias = adapt(i &- old, length, isFirst: old == 0)
            let (advanced, overflow) = n.addingReportingOverflow(i / length)
            guard !overflow, let scalar = Unicode.Scalar(advanced) else { return nil }
            n = advanced
            i %= length
            output.insert(scalar, at: Int(i))
            i &+= 1
        }
        return output
    }

    private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
        k <= bias &+ tMin ? tMin : k >= bias &+ tMax ? tMax : k &- bias
    }

    private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta &+= delta / count
        var k: UInt32 = 0
        while delta > 455 {
            delta /= base &- tMin
            k &+= base
        }
        return k &+ 36 &* delta / (delta &+ 38)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return value < 26 ? value &+ UInt8(ascii: "a") : value &- 26 &+ UInt8(ascii: "0")
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit &- UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit &- UInt8(ascii: "A"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit &- UInt8(ascii: "0")) &+ 26
        default: nil
        }
    }
}
