import Testing

@testable import HTTPMessages

struct LinkHeaderTests {
    @Test(arguments: [
        (["</c>; rel=canonical"], "/c"), (["</n>; rel=\"next\", </c>; rel=\"canonical\""], "/c"),
        (["</n>; rel=next", "< /c > ; REL = \"alternate Canonical\""], "/c"),
        (["</a,b;c>; title=\"x, <y>; rel=no\"; rel=canonical"], "/a,b;c"), (["<>; rel=canonical"], ""),
        (["</x>; rel=prev; rel=canonical, </c>; rel=canonical"], "/c"),
        (["</c>; rel=\"alternate\tcanonical\""], "/c"),
        (["</c>; anchor=\"\"; rel=canonical"], "/c"), (["</c>; rel=canonical; anchor"], "/c"),
    ])
    func `the canonical link is found`(values: [String], target: String) {
        #expect(LinkHeader.canonical(values) == target)
    }

    @Test(arguments: [
        [], [""], ["/c; rel=canonical"], ["</c>"], ["</c>; rel=next"], ["</c; rel=canonical"],
        ["</c>; anchor=\"/other\"; rel=canonical"], ["</c>; rel=\"noncanonical\""], ["</c>, rel=canonical"],
    ])
    func `what is no canonical link is none`(values: [String]) {
        #expect(LinkHeader.canonical(values) == nil)
    }

    @Test func `an anchor that is the page's own address is about the page`() {
        let value = "</x>; anchor=\"/other\"; rel=canonical, </c>; anchor=\"/page\"; rel=canonical"
        #expect(LinkHeader.canonical([value]) { $0 == "/page" } == "/c")
        #expect(LinkHeader.canonical([value]) == nil)
    }

    @Test func `parameters are read with and without quotes`() throws {
        let link = try #require(
            LinkHeader.links(["<a>; rel=preload; As=\"fo\\\"nt\"; crossorigin; x=1"]).first)
        #expect(link.target == "a")
        #expect(link.relations == ["preload"])
        #expect(link.parameters["as"] == "fo\"nt")
        #expect(link.parameters["crossorigin"] == "")
        #expect(link.parameters["x"] == "1")
    }

    @Test func `every prefix and endless lists are read without a trap`() {
        let text = "<a>; rel=\"x\\\" y\"; b, , <c>;d=e;;f"
        for length in 0...text.utf8.count {
            _ = LinkHeader.links([String(decoding: text.utf8.prefix(length), as: UTF8.self)])
        }
        #expect(LinkHeader.links([String(repeating: "<a>,", count: 5000)]).count == 1000)
    }
}
