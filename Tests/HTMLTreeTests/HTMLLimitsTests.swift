import Testing

@testable import HTMLTree

struct HTMLLimitsTests {
    private func times(_ count: Int, _ unit: String) -> String { String(repeating: unit, count: count) }

    @Test(arguments: [
        "<div>", "<b>", "<svg>", "<math><mi>", "<template>", "<table><tr><td>", "<ul><li>", "<x-y>",
        "<a><svg><desc>",
        "<form><i></form>", "<object>", "<select><object>", "<table><template>", "<font size=1><div>",
    ])
    func `nesting stops at the limit and text does not`(unit: String) {
        let document = HTMLDocument(times(3_000, unit) + "end")
        #expect(document.limitsHit.contains(.depth))
        #expect(document.inconsistency == nil)
        let templates = document.documentOrder.compactMap { document.templateContents(of: $0) }
        let all =
            document.textContent(of: .document) + templates.map { document.textContent(of: $0) }.joined()
        #expect(unit.contains("template") || all.hasSuffix("end"))
    }

    @Test func `end tags of elements beyond the limit close nothing else`() {
        let document = HTMLDocument("<p id=a>" + times(800, "<i>") + times(400, "</i>") + "x")
        #expect(document.limitsHit == .depth)
        #expect(document.firstElement(.i).map { document.textContent(of: $0) } == "x")
    }

    @Test func `scripts beyond the limit of depth are still text`() {
        let document = HTMLDocument(times(700, "<div>") + "<script><p></script><title>&lt;</title>")
        #expect(document.firstElement(.script).map { document.textContent(of: $0) } == "<p>")
        #expect(document.firstElement(.title).map { document.textContent(of: $0) } == "<")
        #expect(document.firstElement(.p) == nil)
    }

    @Test func `no more than 64 formatting elements are reopened`() {
        let open = (0..<100).map { "<font size=\($0)>" }.joined()
        let document = HTMLDocument("<p>\(open)<p>x")
        #expect(document.limitsHit == .formattingElements)
        #expect(Array(document.elements(.font)).count == 164)
    }

    @Test func `reopened elements are bounded by the size of the page`() {
        let open = (0..<60).map { "<font size=\($0)>" }.joined()
        let document = HTMLDocument("<p>" + open + times(2_000, "<p>x"))
        #expect(document.limitsHit == .nodes)
        #expect(document.inconsistency == nil)
        #expect(Array(document.elements(.p)).count == 2_001)
    }

    @Test func `an element has no more than 256 attributes`() {
        let document = HTMLDocument("<p " + (0..<1_000).map { "a\($0)=1 " }.joined() + ">x")
        #expect(document.limitsHit == .attributes)
        #expect(
            document.firstElement(.p).map { document.attributes(of: $0).count }
                == HTMLLimits.maximumAttributes)
        let merged = HTMLDocument((0..<1_000).map { "<body a\($0)=1>" }.joined())
        #expect(merged.limitsHit == .attributes)
        #expect(merged.body.map { merged.attributes(of: $0).count } == HTMLLimits.maximumAttributes)
    }

    @Test func `names beyond the limit are one and the same`() {
        let attributes = (0..<HTMLLimits.maximumNames).map { $0 % 200 == 0 ? "><p a\($0)" : " a\($0)" }
        let document = HTMLDocument("<p" + attributes.joined() + "><p class=z>")
        #expect(document.limitsHit == .names)
        #expect(document.attributeName("a0") != nil)
        #expect(document.attributeName("a\(HTMLLimits.maximumNames - 1)") == nil)
        #expect(Array(document.elements(.p)).last.map { document.hasClass("z", of: $0) } == true)
    }

    @Test func `beyond the limit of nodes only text is added`() {
        let page = times(600, "<br>x") + "<p>y</p><script>z</script><!--c--></p></br>end"
        let document = HTMLDocument(parsing: Array(page.utf8), maximumNodes: 1_000)
        #expect(document.limitsHit == .nodes)
        #expect(document.nodeCount < 1_020)
        #expect(document.textContent(of: .document).hasSuffix("xxyzend"))
    }
}
