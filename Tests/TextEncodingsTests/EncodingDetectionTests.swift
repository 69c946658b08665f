import Testing

@testable import TextEncodings

struct EncodingDetectionTests {
    private func detect(_ page: String, _ charset: String? = nil) -> String {
        let found = EncodingDetection.detect(Array(page.utf8), contentType: charset)
        return "\(found.encoding) \(found.source)"
    }

    @Test(arguments: [
        ("<meta charset=koi8-r>", "koi8-r meta"), ("<META CHARSET = 'KOI8-R' >", "koi8-r meta"),
        ("<meta/charset=\"big5\">", "big5 meta"),
        ("<meta http-equiv=Content-Type content='text/html; charset=gbk'>", "gbk meta"),
        ("<meta content='text/html; charset=\"gbk\"' http-equiv=content-type>", "gbk meta"),
        ("<meta content='x; charset charset = gbk; y' http-equiv=content-type>", "gbk meta"),
        ("<meta content='text/html; charset=gbk'>", "windows-1252 fallback"),
        ("<meta charset=utf-16>", "utf-8 meta"),
        ("<meta charset=x-user-defined>", "windows-1252 meta"),
        ("<meta charset=bogus><meta charset=big5>", "big5 meta"),
        ("<metacharset=koi8-r>", "windows-1252 fallback"),
        ("<!--<meta charset=koi8-r>--><meta charset=big5>", "big5 meta"),
        ("<!--><meta charset=big5>", "big5 meta"), ("<!-- <meta charset=big5>", "windows-1252 fallback"),
        ("<a title='<meta charset=koi8-r>'><meta charset=big5>", "big5 meta"),
        ("</meta charset=koi8-r><meta charset=big5>", "big5 meta"),
        ("<?x <meta charset=koi8-r><meta charset=big5>", "big5 meta"),
        ("<script>'<meta charset=big5>'</script>", "big5 meta"),
        ("<meta charset=big5", "windows-1252 fallback"), ("<meta charset='big5", "windows-1252 fallback"),
        ("<meta charset=big5 charset=koi8-r>", "big5 meta"),
        ("<meta charset=x content='charset=gbk' http-equiv=content-type>", "windows-1252 fallback"),
        ("<?xml version='1.0' encoding='iso-8859-2'?>", "iso-8859-2 xmlDeclaration"),
        ("<?xml encoding=\"utf-16\"?>", "utf-8 xmlDeclaration"),
        ("<?xml encoding='big5'?><meta charset=gbk>", "gbk meta"),
        ("<?xml version='1.0'?><p encoding='big5'>", "windows-1252 fallback"),
        ("<p>Señor</p>", "utf-8 utf8Test"), ("<p>plain</p>", "windows-1252 fallback"),
        ("", "windows-1252 fallback"),
    ])
    func `a page declares its encoding`(page: String, expected: String) {
        #expect(detect(page) == expected)
    }

    @Test func `mark, header and meta are heeded in this order`() {
        #expect(detect("\u{FEFF}<meta charset=big5>", "gbk") == "utf-8 byteOrderMark")
        #expect(detect("<meta charset=big5>", " GBK ") == "gbk header")
        #expect(detect("<meta charset=big5>", "utf-7") == "big5 meta")
        #expect(detect("<p>é", "iso-8859-1") == "windows-1252 header")
        let wide = EncodingDetection.detect([0xFE, 0xFF, 0, 0x3C], contentType: "utf-8")
        #expect(wide == DetectedEncoding(.utf16BE, by: .byteOrderMark))
        let declared = EncodingDetection.detect([0x3C, 0, 0x3F, 0, 0x78, 0], contentType: nil)
        #expect(declared == DetectedEncoding(.utf16LE, by: .xmlDeclaration))
    }

    @Test(arguments: [1000, 1020, 5000, 60_000])
    func `a late meta element is found up to 64 KiB`(padding: Int) {
        let page = "<!--" + String(repeating: "x", count: padding) + "--><meta charset=big5>"
        #expect(detect(page) == "big5 meta")
        #expect(
            detect(String(repeating: "x", count: 70_000) + "<meta charset=big5>") == "windows-1252 fallback")
    }

    @Test(arguments: [
        ("<meta charset=iso-8859-1><p>Señor ñandú", "windows-1252", "utf-8 utf8Test"),
        ("<p>plain", "iso-8859-1", "windows-1252 header"),
        ("<meta charset=utf-8><p>plain", "utf-16", "utf-8 meta"), ("<p>plain", "utf-16", "utf-8 utf8Test"),
        ("<p>plain", "shift_jis", "shift_jis header"),
    ])
    func `for reading a page bytes that are UTF-8 beat a declaration`(
        page: String, charset: String, expected: String
    ) {
        let found = EncodingDetection.detectPage(Array(page.utf8), contentType: charset)
        #expect("\(found.encoding) \(found.source)" == expected)
    }

    @Test func `a character cut off at the end does not make a page something else`() {
        let page = Array("<p>Señor".utf8) + [0xC3]
        #expect(EncodingDetection.detectPage(page, contentType: "iso-8859-1").encoding == .utf8)
    }

    @Test func `a page that says UTF-8 and has none of it is read by its other declaration`() {
        let page = Array("<meta charset=iso-8859-2><p>".utf8) + [0xE9, 0x20, 0xE8, 0x20]
        #expect(EncodingDetection.detectPage(page, contentType: "utf-8").encoding.name == "iso-8859-2")
        #expect(EncodingDetection.detect(page, contentType: "utf-8").encoding == .utf8)
        let undeclared = Array("<p>".utf8) + [0xE9, 0x20]
        #expect(EncodingDetection.detectPage(undeclared, contentType: "utf-8").encoding == .windows1252)
    }

    @Test func `a few broken places do not make UTF-8 windows-1252`() {
        let page = Array(String(repeating: "é", count: 200).utf8) + [0xE9, 0x20]
        #expect(EncodingDetection.detectPage(page, contentType: nil).encoding == .utf8)
        #expect(EncodingDetection.detectPage(page, contentType: "iso-8859-1").encoding == .utf8)
        #expect(
            EncodingDetection.detectPage(page, contentType: "utf-8") == DetectedEncoding(.utf8, by: .header))
    }

    @Test func `every prefix of a page is read without a trap`() {
        let page = Array(
            """
            <?xml encoding='a'?><!-- x --><meta a='b" c=d http-equiv=content-type content="charset='utf-8'">
            </p x=y><a b
            """.utf8)
        for length in 0...page.count {
            _ = EncodingDetection.detect(Array(page.prefix(length)), contentType: nil)
        }
    }
}
