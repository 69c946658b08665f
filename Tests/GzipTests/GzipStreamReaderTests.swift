import Testing

@testable import Gzip

struct GzipStreamReaderTests {
    @Test(arguments: [1, 7, 4096, 1_000_000])
    func `members fed in pieces give their contents`(size: Int) throws {
        let contents = [sampleText(30_000), [], sampleText(200_000)]
        let file = contents.flatMap { Gzip.member($0) }
        let reader = GzipStreamReader(limit: 230_000)
        var position = 0
        var found: [[UInt8]] = []
        var content: [UInt8] = []
        while position < file.count {
            let step = try reader.inflate(
                file.span.extracting(position..<min(position + size, file.count)), into: &content)
            position += step.consumed
            guard step.isMemberEnd else { continue }
            found.append(content)
            content = []
            reader.startMember()
        }
        #expect(found == contents)
        #expect(reader.produced == 230_000)
    }

    @Test func `the caller may take the content in small pieces`() throws {
        let bytes = sampleText(200_000)
        let member = Gzip.member(bytes)
        let reader = GzipStreamReader(limit: .max)
        var position = 0
        var content: [UInt8] = []
        var isEnd = false
        while !isEnd {
            var piece: [UInt8] = []
            let step = try reader.inflate(member.span.extracting(position...), into: &piece, maximum: 1000)
            #expect(piece.count <= 1000)
            position += step.consumed
            content += piece
            isEnd = step.isMemberEnd
            if piece.isEmpty && step.consumed == 0 { break }
        }
        #expect(isEnd)
        #expect(content == bytes)
    }

    @Test func `the offset of an error counts the members before`() throws {
        let first = Gzip.member(sampleText(100))
        let reader = GzipStreamReader(limit: 1000, offset: 50)
        var content: [UInt8] = []
        let step = try reader.inflate(first.span, into: &content)
        #expect(step == GzipStreamReader.Step(consumed: first.count, isMemberEnd: true))
        reader.startMember()
        let rubbish: [UInt8] = Array("rubbish".utf8)
        #expect(throws: GzipError.notGzip(offset: 50 + first.count)) {
            try reader.inflate(rubbish.span, into: &content)
        }
    }

    @Test func `no more than the limit is given out`() {
        let member = Gzip.member(sampleText(100_000))
        let reader = GzipStreamReader(limit: 70_000)
        var content: [UInt8] = []
        #expect(throws: GzipError.tooLarge(limit: 70_000)) { try reader.inflate(member.span, into: &content) }
        #expect(content.count == 70_000)
    }
}
