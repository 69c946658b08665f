import Gzip
import Politeness
import Testing

/// Which bytes of an answer are read as a robots.txt (RFC 9309 §2.3.1.4 and §2.5).
@Suite struct RobotsTextTests {
    private static let file = Array("User-agent: *\nDisallow: /private/\nDisallow: /secret\n".utf8)
    private static let packed = Gzip.member(file)
    /// Comments first, as a host has them that wants to look harmless: 4 MB that pack a thousand to one.
    private static let large =
        Array("User-agent: *\nDisallow: /secret\n".utf8)
        + Array(repeating: Array("# nothing to see here\n".utf8), count: 200_000).joined()

    private func text(
        _ body: [UInt8], _ codings: [String] = [], truncation: String? = nil
    ) -> RobotsText {
        RobotsText(body: body, codings: codings, truncation: truncation)
    }

    @Test func `a whole file is read, packed or not`() {
        #expect(text(Self.file) == .readable(Self.file))
        #expect(text(Self.packed, ["gzip"]) == .readable(Self.file))
        #expect(text(Gzip.member(Self.packed), ["gzip", "gzip"]) == .readable(Self.file))
        #expect(text([]) == .readable([]))
        #expect(text([], ["gzip"]) == .readable([]))
    }

    @Test(arguments: ["disconnect", "time", "unspecified"])
    func `a file that came only in part is not to go by`(truncation: String) {
        for body in [[], Array(Self.file.prefix(20)), Self.file] {
            #expect(text(body, truncation: truncation) == .unreadable)
        }
        #expect(text(Self.packed, ["gzip"], truncation: truncation) == .unreadable)
        let enough = Array(Self.large.prefix(RobotsRules.maximumBytes + 100))
        #expect(text(enough, truncation: truncation) == text(enough))
    }

    @Test func `a packed file without its end, or damaged, is not to go by`() {
        for length in 1..<Self.packed.count {
            #expect(text(Array(Self.packed.prefix(length)), ["gzip"]) == .unreadable)
        }
        var damaged = Self.packed
        damaged[damaged.count - 5] ^= 0xFF
        #expect(text(damaged, ["gzip"]) == .unreadable)
        #expect(text([0x1F, 0x8B, 1, 2, 3, 0, 255], ["gzip"]) == .unreadable)
        #expect(text([0, 7, 255, 3, 1, 0], ["br"]) == .unreadable)
    }

    @Test func `more codings than any server applies are not undone`() {
        #expect(text(Self.file, Array(repeating: "gzip", count: 9)) == .unreadable)
    }

    @Test(arguments: [["utf-8"], ["none"], ["gzip"], ["utf-8", "identity"], ["br"]])
    func `a file in the plain is read whatever coding it declares`(codings: [String]) {
        #expect(text(Self.file, codings) == .readable(Self.file))
    }

    @Test func `a coding that nobody knows hides none that is known`() {
        #expect(text(Self.packed, ["gzip", "utf-8"]) == .readable(Self.file))
        #expect(text(Self.packed, ["utf-8", "gzip"]) == .readable(Self.file))
        #expect(text(Self.packed, ["compress"]) == .unreadable)
    }

    @Test func `what lies behind the limit is neither read nor missed`() throws {
        let packed = Gzip.member(Self.large)
        #expect(packed.count * 200 < Self.large.count)
        for text in [
            text(packed, ["gzip"]), text(Self.large),
            text(Array(Self.large.prefix(RobotsText.maximumBodyBytes)), truncation: "length"),
        ] {
            guard case .readable(let bytes) = text else {
                Issue.record("it is not read")
                continue
            }
            #expect(bytes == Array(Self.large.prefix(RobotsRules.maximumBytes + 1)))
            #expect(!text.rules(token: "newshound").allows(path: "/secret"))
        }
        let cut = Array(Self.packed.dropLast(4))
        #expect(text(cut, ["gzip"], truncation: "length") == .readable(Self.file))
    }

    @Test func `half a line at the limit is no rule`() {
        let start = "User-agent: *\n"
        let comment =
            "#" + String(repeating: "x", count: RobotsRules.maximumBytes - start.utf8.count - 12) + "\n"
        let file = Array((start + comment + "Disallow: /private/\n").utf8)
        #expect(text(file).rules(token: "newshound").allows(path: "/public"))
    }

    @Test func `a file that cannot be read forbids everything`() {
        #expect(!RobotsText.unreadable.rules(token: "newshound").allows(path: "/"))
    }
}
