import FoundationEssentials
import Testing

@testable import WARC

@Suite struct WARCDateTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00.000Z"), (1_767_323_045.678, "2026-01-02T03:04:05.678Z"),
        (951_782_399.999, "2000-02-28T23:59:59.999Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.000Z"), (4_102_444_799, "2099-12-31T23:59:59.000Z"),
        (1e300, "9999-12-31T23:59:59.000Z"), (-1e300, "0000-01-01T00:00:00.000Z"),
    ])
    func `a moment is written in UTC with milliseconds`(seconds: Double, text: String) {
        #expect(WARCDate.format(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func `what is written is read again`() {
        var numbers = SeededNumbers(state: 3)
        for _ in 0..<500 {
            let milliseconds = Int.random(in: -2_000_000_000_000...9_000_000_000_000, using: &numbers)
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            let text = WARCDate.format(date)
            let again = WARCDate.parse(text)?.timeIntervalSince1970 ?? 0
            #expect(abs(again - Double(milliseconds) / 1000) < 0.000_5, "\(text)")
        }
    }

    @Test func `digits have 14 places for indexes and 17 for names`() {
        let date = Date(timeIntervalSince1970: 1_767_323_045.678)
        #expect(WARCDate.digits(date) == "20260102030405")
        #expect(WARCDate.digits(date, 17) == "20260102030405678")
    }
}
