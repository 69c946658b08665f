import Gzip
import Testing

struct MemberInflaterTests {
    @Test func `whole members are appended and tell how many bytes they take`() {
        let members = Gzip.member(sampleText(3_000_000)) + Gzip.member(sampleText(10))
        let inflater = MemberInflater()
        var content: [UInt8] = []
        let first = inflater.inflate(members.span, at: 0, limit: 3_000_000, into: &content)
        guard case .whole(let consumed) = first else {
            Issue.record("the first member is whole")
            return
        }
        let second = inflater.inflate(members.span, at: consumed, limit: 10, into: &content)
        #expect(second == .whole(consumed: members.count - consumed))
        #expect(content == sampleText(3_000_000) + sampleText(10))
    }

    @Test func `a member that is torn, damaged or too large leaves the array as it is`() {
        var member = Gzip.member(sampleText(5000))
        let inflater = MemberInflater()
        var content: [UInt8] = [1]
        let tooLarge = inflater.inflate(member.span, at: 0, limit: 4999, into: &content)
        let torn = inflater.inflate(member.span.extracting(first: 100), at: 0, limit: 5000, into: &content)
        let beyond = inflater.inflate(member.span, at: member.count, limit: 5000, into: &content)
        member[member.count - 5] ^= 1
        let damaged = inflater.inflate(member.span, at: 0, limit: 5000, into: &content)
        #expect([tooLarge, torn, beyond, damaged] == [.tooLarge, .bad, .bad, .bad])
        #expect(content == [1])
    }
}
