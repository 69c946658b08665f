import Testing

@testable import WebURLs

/// The percent-encode sets of WHATWG URL §1.3, built up as the standard builds them.
@Suite struct LiteralBytesTests {
    private static let c0Control = Set((0...0x1F).map { UInt8($0) } + [0x7F])
    private static let fragment = c0Control.union(" \"<>`".utf8)
    private static let query = c0Control.union(" \"#<>".utf8)
    private static let specialQuery = query.union("'".utf8)
    private static let path = query.union("?^`{}".utf8)
    private static let userinfo = path.union("/:;=@[\\]|".utf8)

    private static func members(_ set: ByteSet) -> Set<UInt8> {
        Set((0...255).map { UInt8($0) }.filter(set.contains))
    }

    private static func complement(_ set: Set<UInt8>) -> Set<UInt8> {
        Set((0...127).map { UInt8($0) }).subtracting(set)
    }

    @Test func `each set is the complement of the standard's`() {
        #expect(Self.members(LiteralBytes.fragment) == Self.complement(Self.fragment))
        #expect(Self.members(LiteralBytes.query) == Self.complement(Self.specialQuery))
        #expect(Self.members(LiteralBytes.userinfo) == Self.complement(Self.userinfo))
        let segment = Self.complement(Self.path.union("/\\".utf8))
        #expect(Self.members(LiteralBytes.pathSegment) == segment)
        #expect(Self.members(LiteralBytes.plainPath) == segment.union("/".utf8).subtracting(".%".utf8))
    }

    @Test func `the named sets hold what their names say`() {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        #expect(Self.members(ByteSet.digits) == Set("0123456789".utf8))
        #expect(Self.members(ByteSet.letters) == Set(letters.utf8))
        #expect(Self.members(ByteSet.unreserved) == Set("\(letters)0123456789-._~".utf8))
    }

    @Test func `a set holds its members and no byte beyond ASCII`() {
        let set = ByteSet("aZ0\u{7F}")
        #expect(Self.members(set) == Set("aZ0\u{7F}".utf8))
        #expect(Self.members(set.inverted) == Self.complement(Self.members(set)))
        #expect(Self.members(set.union(ByteSet("b"))) == Set("aZ0b\u{7F}".utf8))
    }
}
