import Testing

@testable import FetchingCurl

@Suite struct AnswerHeadTests {
    private func head(of lines: [String], limit: Int = 1000) -> (head: AnswerHead, steps: [AnswerHead.Step]) {
        var head = AnswerHead()
        let steps = lines.map { line in
            Array(line.utf8).withUnsafeBytes { head.append($0, limit: limit) }
        }
        return (head, steps)
    }

    private func text(_ head: AnswerHead) -> String { String(decoding: head.bytes, as: UTF8.self) }

    @Test func `a head is kept byte for byte`() {
        let lines = ["HTTP/1.1 200\n", "X-A:  b \r\n", " folded\r\n", "\n"]
        let (head, _) = head(of: lines)
        #expect(text(head) == lines.joined())
        #expect(head.isComplete)
    }

    @Test(arguments: ["100 Continue", "102 Processing", "103 Early Hints", "199 Odd"])
    func `informational heads are dropped`(status: String) {
        let (head, _) = head(of: [
            "HTTP/1.1 \(status)\r\n", "Link: </a>\r\n", "\r\n", "HTTP/1.1 404 No\r\n", "A: b\r\n", "\r\n",
        ])
        #expect(text(head) == "HTTP/1.1 404 No\r\nA: b\r\n\r\n")
        #expect(head.isComplete)
    }

    @Test func `an informational head alone is no answer`() {
        #expect(!head(of: ["HTTP/1.1 103 Early Hints\r\n", "\r\n"]).head.isComplete)
    }

    @Test func `trailer fields are dropped`() {
        let (head, _) = head(of: [
            "HTTP/1.1 200 OK\r\n", "\r\n", "X-Trailer: 1\r\n", "HTTP/1.1 500 Not me\r\n", "\r\n",
        ])
        #expect(text(head) == "HTTP/1.1 200 OK\r\n\r\n")
    }

    @Test func `all lines of an exchange count towards the limit`() {
        let lines = ["HTTP/1.1 103 A\r\n", "\r\n", "HTTP/1.1 200 A\r\n", "\r\n", "T: 1\r\n"]
        let total = lines.joined().utf8.count
        #expect(head(of: lines, limit: total).steps.allSatisfy { $0 == .taken })
        #expect(head(of: lines, limit: total - 1).steps.last == .tooLarge)
    }

    @Test(arguments: ["HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 x", "HTTP/1.1 99999999999999999999", "\u{0}"])
    func `an odd status line is taken as final`(line: String) {
        #expect(head(of: [line + "\r\n", "\r\n"]).head.isComplete)
    }
}
