import FoundationEssentials
import Testing

@testable import HTTPMessages

struct W3CDateTimeTests {
    @Test(arguments: [
        ("2026-11-01T00:00:00Z", 1_793_491_200.0), ("2026-11-01", 1_793_491_200), ("2026-11", 1_793_491_200),
        ("2026", 1_767_225_600), ("2026-11-01T02:00+02:00", 1_793_491_200),
        ("2026-11-01 00:00:00", 1_793_491_200),
        ("2026-10-31T19:00:00.500-0500", 1_793_491_200.5), ("2026-11-01t00:00:00z", 1_793_491_200),
        (" 2026-11-01T00:00:00.000Z\n", 1_793_491_200), ("2026-11-01T00:00:00 +00:00", 1_793_491_200),
    ])
    func `one moment is read in all its forms`(text: String, seconds: Double) {
        #expect(W3CDateTime.parse(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "20261101", "2026-13-01", "2026-11-31", "2026-11-01T", "2026-11-01T25:00Z", "2026-11-01T10",
        "2026-1-1",
        "2026-11-01T00:00:00Zrest", "2026-11-01T00:00:00+25:00", "2026-11-01T00:00:00.Z", "11/01/2026",
    ])
    func `what is no date is none`(text: String) {
        #expect(W3CDateTime.parse(text) == nil)
    }
}
