import Pages
import Testing

struct SrcsetCandidateTests {
    private func urls(_ value: String) -> [String] {
        SrcsetCandidate.parse(Array(value.utf8)[...]).map { String(decoding: $0.url, as: UTF8.self) }
    }

    @Test(arguments: [
        ("a.jpg", ["a.jpg"]),
        ("a.jpg 1x, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg 300w,b.jpg 600w", ["a.jpg", "b.jpg"]),
        ("a,b.jpg 300w", ["a,b.jpg"]),
        ("a.jpg,, , b.jpg", ["a.jpg", "b.jpg"]),
        ("data:image/png,x 1x, b.jpg", ["data:image/png,x", "b.jpg"]),
        ("a.jpg 300w 200h", ["a.jpg"]),
        ("a.jpg .5x, b.jpg 1.5e0x", ["a.jpg", "b.jpg"]),
        ("\ta.jpg\n\n2x ", ["a.jpg"]),
        ("a.jpg (1x, 2x", []),
        ("", []),
        (" , ,", []),
    ])
    func `the candidates of a valid value are its URLs in order`(value: String, expected: [String]) {
        #expect(urls(value) == expected)
    }

    @Test(arguments: [
        "0w", "-1x", "1.x", "x", "w", "200h", "1x 1x", "300w 1x", "1q", "+1x", "1w (", "1.0w", "1e5w",
    ])
    func `a candidate with a bad descriptor is left out and the next one counts`(descriptor: String) {
        #expect(urls("bad.jpg \(descriptor)").isEmpty)
        if !descriptor.contains("(") { #expect(urls("bad.jpg \(descriptor), good.jpg 2x") == ["good.jpg"]) }
    }

    @Test func `descriptors give width and density`() throws {
        let candidates = SrcsetCandidate.parse(Array("a 640w, b 1.5x, c".utf8)[...])
        #expect(candidates.map(\.width) == [640, nil, nil])
        #expect(candidates.map(\.density) == [nil, 1.5, nil])
    }

    @Test func `a number too large for any machine is still a width`() {
        #expect(urls("a \(String(repeating: "9", count: 400))w") == ["a"])
    }

    @Test func `a hostile value ends and stays within its limit`() {
        let commas = String(repeating: "a 1x,", count: 50_000)
        #expect(urls(commas).count == SrcsetCandidate.maximumCount)
        #expect(urls(String(repeating: "(", count: 100_000)) == [String(repeating: "(", count: 100_000)])
        #expect(urls("a " + String(repeating: "(", count: 100_000)).isEmpty)
        for length in 0...60 {
            _ = urls(String("a.jpg 1x, (b) 2.5e-3x , c 10w 20h,,d\u{FEFF} ".prefix(length)))
        }
    }
}
