import Foundation
import Testing

@testable import ArchiveTools

@Suite struct JSONTextTests {
    @Test func `fields stand in the order in which they were added`() {
        var object = JSONText()
        object.add("z", "last letter")
        object.add("a", Int64(7))
        object.add("m", true)
        #expect(object.finished == #"{"z":"last letter","a":7,"m":true}"#)
    }

    @Test func `an object without fields is an object`() {
        #expect(JSONText().finished == "{}")
    }

    @Test func `nil is null, and lists and objects nest`() {
        var inner = JSONText()
        inner.add("n", Int64.min)
        var object = JSONText()
        object.add("nothing", String?.none)
        object.add("names", ["a", "b"])
        object.add("none", [String]())
        object.add("inner", inner)
        object.add("all", [inner, inner])
        let number = #"{"n":-9223372036854775808}"#
        #expect(
            object.finished
                == #"{"nothing":null,"names":["a","b"],"none":[],"inner":\#(number),"all":[\#(number),\#(number)]}"#
        )
    }

    @Test(arguments: [
        ("quote \" and \\", #""quote \" and \\""#), ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#),
        ("bell\u{7} delete\u{7F} zero\0", #""bell\u0007 delete\u007f zero\u0000""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("Grüße, 世界 🌍", "\"Grüße, 世界 🌍\""), ("\r\n", #""\r\n""#),
        ("", "\"\""),
    ])
    func `text is escaped so that a line stays a line`(text: String, expected: String) {
        var object = JSONText()
        object.add("t", text)
        #expect(object.finished == "{\"t\":\(expected)}")
    }

    @Test func `any text comes back from a parser as it was`() throws {
        let text = String(String.UnicodeScalarView((0..<0x3000).compactMap(UnicodeScalar.init)))
        var object = JSONText()
        object.add(text, text)
        let line = object.finished
        #expect(!line.utf8.contains { $0 < 0x20 })
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(parsed == [text: text])
    }
}
