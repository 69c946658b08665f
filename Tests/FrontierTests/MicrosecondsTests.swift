import Foundation
import Testing

@testable import FrontierSQLite

@Suite struct MicrosecondsTests {
    @Test(arguments: [0, 1, -1, 1_700_000_000_123_456, 64_000_000_000_000_000, -62_000_000_000_000_000])
    func `a time comes back as it was written`(_ time: Microseconds) {
        #expect(Date(microseconds: time).microseconds == time)
    }

    @Test func `times beyond all reason are far off, not a crash`() {
        #expect(Date(timeIntervalSince1970: 1e300).microseconds == 1 << 62)
        #expect(Date(timeIntervalSince1970: .infinity).microseconds == 1 << 62)
        #expect(Date(timeIntervalSince1970: -.infinity).microseconds == -(1 << 62))
        #expect(Date(timeIntervalSince1970: .nan).microseconds == -(1 << 62))
    }

    @Test func `durations of any length can be added to a time`() {
        #expect(Duration.milliseconds(1_500).microseconds == 1_500_000)
        #expect(Duration.nanoseconds(-1_500).microseconds == -1)
        for duration in [Duration.seconds(Int64.max), .seconds(Int64.min)] {
            let (_, overflow) = (1 << 62 as Microseconds).addingReportingOverflow(duration.microseconds)
            #expect(!overflow)
        }
    }
}
