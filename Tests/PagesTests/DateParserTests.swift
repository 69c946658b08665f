import Testing

@testable import Pages

struct DateParserTests {
    private func first(_ text: String, _ language: String? = "en") -> String? {
        DateParser(language: language).first(in: Array(text.utf8)[...])?.date.text
    }

    @Test(arguments: [
        ("2024-01-29", "2024-01-29"),
        ("2024-01-29T10:30:00Z", "2024-01-29T10:30:00Z"),
        ("2024-01-29T10:30:00.123+01:00", "2024-01-29T10:30:00+01:00"),
        ("2024-01-29 10:30:00 -0500", "2024-01-29T10:30:00-05:00"),
        ("2024-01-29T10:30", "2024-01-29"),
        ("20240129", "2024-01-29"),
        ("1706524200", "2024-01-29T10:30:00Z"),
        ("1706524200000", "2024-01-29T10:30:00Z"),
        ("Mon, 29 Jan 2024 10:30:00 GMT", "2024-01-29T10:30:00Z"),
        ("Thu, 09/25/2025 - 11:38", "2025-09-25"),
        ("Jan 29, 2024 10:30 AM", "2024-01-29"),
    ])
    func `a machine's date is read with its time where it has an offset`(text: String, expected: String) {
        #expect(DateParser(language: "en").value(text)?.text == expected)
    }

    @Test(arguments: [
        ("January 29, 2024", "en"), ("Jan. 29th 2024", "en"), ("29th of January, 2024", "en"),
        ("29-Jan-2024", "en"),
        ("Baghdad (AFP) Jan 29, 2024", "en"), ("29. Januar 2024", "de"), ("29. Jänner 2024", "de"),
        ("29 janvier 2024", "fr"), ("29 de enero de 2024", "es"), ("29 gennaio 2024", "it"),
        ("29 de janeiro de 2024", "pt"), ("29 januari 2024", "nl"), ("29. januar 2024", "no"),
        ("29 januari 2024", "sv"),
        ("29. tammikuuta 2024", "fi"), ("29 stycznia 2024", "pl"), ("29. ledna 2024", "cs"),
        ("2024. január 29.", "hu"), ("2024 m. sausio 29 d.", "lt"), ("29 Ocak 2024", "tr"),
        ("29 января 2024", "ru"),
        ("٢٩ يناير ٢٠٢٤", "ar"), ("29 जनवरी 2024", "hi"), ("२९ जनवरी २०२४", "hi"), ("2024年1月29日", "ja"),
        ("2024年1月29日 星期一", "zh"), ("2024년 1월 29일", "ko"), ("29 tháng 1, 2024", "vi"),
        ("29 Januari 2024", "id"),
        ("29 Januari 2024", "sw"), ("29 uJanuwari 2024", "zu"), ("29 EyoMqungu 2024", "xh"),
    ])
    func `a date in the words of a language is read`(text: String, language: String) {
        #expect(first(text, language) == "2024-01-29")
    }

    @Test(arguments: [
        ("03/04/2024", "en", "2024-03-04"), ("03/04/2024", "en-US", "2024-03-04"),
        ("03/04/2024", "en-GB", "2024-04-03"),
        ("03/04/2024", "fr", "2024-04-03"), ("03/04/2024", nil, "2024-03-04"),
        ("29/01/2024", "en-US", "2024-01-29"),
        ("01/29/2024", "en-GB", "2024-01-29"), ("03.04.2024", "en", "2024-04-03"),
        ("29.01.24", "de", "2024-01-29"),
        ("2024/01/29", "ja", "2024-01-29"), ("2024. 1. 29.", "ko", "2024-01-29"),
    ])
    func `the language decides which number is the day unless only one can be`(
        text: String, language: String?, expected: String
    ) {
        #expect(first(text, language) == expected)
    }

    @Test(arguments: [
        "", "2024", "January 2024", "31 February 2024", "2024-13-01", "2024-02-30", "1.2.3", "10.0.0.1",
        "24/7", "May 2024",
        "99999999999999999999999999", "29 Januar", "12:30", "1/2/3/4/2024", "0000-00-00", "3 - 4 - 5",
        "version 12.10.2.4",
    ])
    func `what is no date is none`(text: String) {
        #expect(first(text) == nil)
    }

    @Test func `a leap day exists every fourth year`() {
        #expect(first("29 February 2024") == "2024-02-29")
        #expect(first("29 February 2023") == nil)
        #expect(first("29 February 2000") == "2000-02-29")
    }

    @Test func `the words before a date tell a change from a publication`() {
        let found = DateParser(language: "en").all(
            in: Array("Updated January 30, 2024 8:23 PM, originally published Jan. 29, 2024".utf8)[...])
        #expect(found.map(\.match.date.text) == ["2024-01-30", "2024-01-29"])
        #expect(found.map(\.isModified) == [true, false])
    }

    @Test func `every prefix and every byte of a date is read without harm`() {
        let good = Array("Thu, 29 Jan 2024 10:30:00 +0100, 2024年1月29日 ٢٩ यनवरी 2024-01-29T10:30:00.5Z".utf8)
        for length in 0...good.count { _ = DateParser(language: "ar").all(in: good.prefix(length)) }
        for byte in UInt8.min...UInt8.max {
            _ = DateParser(language: "en").all(in: [
                byte, 0x32, 0x30, 0x32, 0x34, byte, 0x31, byte, byte, 0x32, byte,
            ])
        }
    }

    @Test func `a long text ends at the limit`() {
        #expect(first(String(repeating: "1-", count: 100_000)) == nil)
        #expect(first(String(repeating: "9", count: 100_000)) == nil)
    }

    @Test func `seconds since 1970 give the day`() {
        #expect(DateStamp(epochSeconds: 0)?.text == "1970-01-01T00:00:00Z")
        #expect(DateStamp(epochSeconds: 951_782_400)?.text == "2000-02-29T00:00:00Z")
        #expect(DateStamp(epochSeconds: 1_735_689_599)?.text == "2024-12-31T23:59:59Z")
        #expect(DateStamp(epochSeconds: -1) == nil)
        #expect(DateStamp(epochSeconds: Int.max) == nil)
    }
}
