import Testing

@testable import HTTPMessages

struct RetryAfterTests {
    @Test(arguments: [
        ("120", 120), (" 007\t", 7), ("0", 0), ("Sun, 01 Nov 2026 00:02:00 GMT", 120),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0), ("99999999999", 99_999_999_999),
        ("999999999999999999999999999", 3_155_760_000_000),
    ])
    func `seconds and dates are pauses`(value: String, seconds: Int) {
        #expect(RetryAfter.parse(value, now: allSaints2026) == .seconds(seconds))
    }

    @Test(arguments: ["", "-1", "1.5", "1 2", "120, 240", "soon", "Sun, 32 Nov 2026 00:02:00 GMT"])
    func `everything else is none`(value: String) {
        #expect(RetryAfter.parse(value, now: allSaints2026) == nil)
    }
}
