import Foundation
import Testing

@testable import newshound_conformance

struct NewshoundConformanceTests {
    private func reply(_ line: String, _ family: String) throws -> String? {
        let answer = try #require(families[family])
        return NewshoundConformance.reply(to: Data(line.utf8), by: answer).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test func `a case is answered under its id`() throws {
        let line = #"{"id": "a-1", "kind": "label", "input": {"label": "latin1"}}"#
        #expect(try reply(line, "encodings") == #"{"id":"a-1","output":{"encoding":"windows-1252"}}"#)
    }

    @Test(arguments: families.keys.sorted())
    func `a kind nobody answers is unsupported`(family: String) throws {
        let line = #"{"id": 7, "kind": "no such kind", "input": {"html": ""}}"#
        #expect(try reply(line, family) == #"{"id":7,"unsupported":true}"#)
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"kind": "label", "input": {}}"#, #"{"id": 1, "input": {}}"#])
    func `a line that is no case has no answer`(line: String) throws {
        #expect(try reply(line, "encodings") == nil)
    }
}
