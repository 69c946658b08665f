import Foundation
import Testing

@testable import Pages

struct VectorMathTests {
    @Test func `logarithms are true to six digits`() {
        for number in [1e-30, 0.001, 0.5, 0.707_1, 0.707_11, 1, 1.414, 1.4143, 2, 3, 1000, 1e9, 3e38]
            as [Float]
        {
            let logarithm = SIMD16<Float>(repeating: number).logarithm[7]
            #expect(abs(logarithm - log(number)) <= 0.000_002 * max(1, abs(log(number))))
        }
    }

    @Test func `signed logarithms keep the sign and take zero to zero`() {
        let numbers: [Float] = [0, 0.25, -0.25, 1, -1, 250, -250]
        let vector = SIMD16<Float>(numbers + [Float](repeating: 0, count: 9)).signedLogarithm
        for (lane, number) in numbers.enumerated() {
            let wanted = number < 0 ? -log1p(-number) : log1p(number)
            #expect(abs(vector[lane] - wanted) < 0.000_01)
        }
    }

    @Test func `powers of e are true to five digits, and bounded`() {
        for number in [-80, -20.5, -1, -0.001, 0, 0.3466, 0.35, 1, 10, 79] as [Float] {
            let power = SIMD16<Float>(repeating: number).exponential[3]
            #expect(abs(power / exp(number) - 1) < 0.000_02)
        }
        #expect(SIMD16<Float>(repeating: -1e6).exponential[0] < 1e-30)
        #expect(SIMD16<Float>(repeating: 1e6).exponential[0].isFinite)
    }
}
