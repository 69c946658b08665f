import Testing

@testable import HTTPMessages

struct RefreshDirectiveTests {
    @Test(arguments: [
        ("5", 5, nil), (" 5 ", 5, nil), ("5.9", 5, nil), (".9", 0, nil), ("0;url=/a", 0, "/a"),
        ("1; URL = '/a' x", 1, "/a"),
        ("1,\"/a", 1, "/a"), ("1 /a", 1, "/a"), ("1;", 1, nil), ("1; ur", 1, "ur"), ("1; url", 1, "url"),
        ("1; urlx=3", 1, "urlx=3"),
        ("1; url=", 1, ""), ("99999999999999999999;url=a", Int.max, "a"), ("1..2;a", 1, "a"),
        ("\n0\n;\nurl=a b", 0, "a b"),
    ])
    func `delay and target are read as HTML says`(value: String, delay: Int, url: String?) {
        let refresh = RefreshDirective(value)
        #expect(refresh?.delay == delay)
        #expect(refresh?.url == url)
    }

    @Test(arguments: ["", " ", "a", "-1", "+1", "1x", "url=/a", ";1"])
    func `what is no refresh is none`(value: String) {
        #expect(RefreshDirective(value) == nil)
    }
}
