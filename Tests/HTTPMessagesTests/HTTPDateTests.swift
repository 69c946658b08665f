import FoundationEssentials
import Testing

@testable import HTTPMessages

struct HTTPDateTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "06 Nov 1994 08:49:37", "Sun, 6-Nov-1994 08:49:37 GMT", "Sun,06 Nov 1994 09:49:37 +0100",
        "Sun, 06 November 1994 03:49:37 EST", "Mon, 06 Nov 1994 08:49:37 GMT",
        "SUN, 06 NOV 1994 08:49:37 gmt",
        "Sun, 06 Nov 1994 07:49:37 -01:00", "Nov 6 1994, 08:49:37 UTC", "06-Nov-94 08:49:37",
        "94 6 Nov 08:49:37",
    ])
    func `one moment is read in all its forms`(text: String) {
        #expect(HTTPDate.parse(text, now: allSaints2026)?.timeIntervalSince1970 == 784_111_777)
    }

    @Test(arguments: [
        "", "abc", "Sun, 32 Nov 2026 00:02:00 GMT", "Sun, 00 Nov 2026 00:02:00 GMT",
        "Sun, 01 Foo 2026 00:02:00 GMT",
        "Sun, 01 Nov 2026 24:00:00 GMT", "Sun, 01 Nov 2026 00:60:00 GMT", "Sun, 29 Feb 2026 00:00:00 GMT",
        "Sun, 01 Nov 2026", "01 Nov 2026 00:02:00 XYZ", "2026-11-01T00:02:00Z", "1 2", "120",
        "20110632 12:34:56",
        "Thu, 999999999999-Aug-2007 20:49:07 GMT", "Sun, 01 Nov 2026 00:02:00 +9999",
        "Sun, 01 Nov 2026 1:2:3:4 GMT",
        "Sun, 01 Nov 123 00:00:00", "01 Nov 2026 00:00:00 (comment)",
    ])
    func `what is no date is none`(text: String) {
        #expect(HTTPDate.parse(text, now: allSaints2026) == nil)
    }

    @Test(arguments: [
        ("Tue, 01-Jan-75 00:00:00 GMT", 3_313_526_400.0), ("Sat, 31-Oct-76 00:00:00 GMT", 3_371_328_000),
        ("Mon, 18-Apr-77 22:50:13 GMT", 230_251_813), ("Tue, 19-Jan-38 03:14:08 GMT", 2_147_483_648),
        ("Fri, 31-Dec-99 23:59:59 GMT", 946_684_799), ("Tue, 02-Nov-76 00:00:00 GMT", 215_740_800),
    ])
    func `a two-digit year is at most 50 years ahead`(text: String, seconds: Double) {
        #expect(HTTPDate.parse(text, now: allSaints2026)?.timeIntervalSince1970 == seconds)
    }

    @Test func `a leap second is the first of the next minute`() {
        let date = HTTPDate.parse("Wed, 31 Dec 2008 23:59:60 GMT", now: allSaints2026)
        #expect(date?.timeIntervalSince1970 == 1_230_768_000)
    }

    @Test(arguments: [
        (784_111_777.0, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (4_102_444_799.9, "Thu, 31 Dec 2099 23:59:59 GMT"), (1e300, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (-1e300, "Sat, 01 Jan 0000 00:00:00 GMT"), (.nan, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
    func `a date is written in the preferred form`(seconds: Double, text: String) {
        #expect(HTTPDate.format(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func `what is written is read again`() {
        for day in stride(from: -700_000, through: 2_900_000, by: 997) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 12_345)
            #expect(HTTPDate.parse(HTTPDate.format(date), now: allSaints2026) == date)
        }
    }
}
