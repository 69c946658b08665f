import Testing

@testable import Gzip

struct GzipStreamWriterTests {
    @Test(arguments: Gzip.Level.allCases)
    func `a member written in pieces is read like one written at once`(level: Gzip.Level) throws {
        let bytes = sampleText(400_000)
        let writer = GzipStreamWriter(level: level)
        var member: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 30_011) {
            writer.write(bytes.span.extracting(start..<min(start + 30_011, bytes.count)), into: &member)
        }
        writer.finish(into: &member)
        writer.finish(into: &member)
        let read = try Gzip.inflateMember(member, limit: bytes.count)
        #expect(read.bytes == bytes)
        #expect(read.consumed == member.count)
        #expect(member.prefix(10) == Gzip.member(bytes, level: level).prefix(10))
    }

    @Test func `nothing written is an empty member`() throws {
        var member: [UInt8] = []
        GzipStreamWriter().finish(into: &member)
        #expect(try Gzip.inflateMember(member, limit: 0).bytes.isEmpty)
    }
}
