import Foundation
import Testing

@testable import newshound

@Suite struct YAMLTextTests {
    @Test(arguments: ["2s", "related", "1GB", "/etc/ssl/ca.pem", "me@example.org", "0.5"])
    func `plain words stand as they are`(text: String) {
        #expect(YAMLText.scalar(text) == text)
    }

    @Test(arguments: [
        "", " ", "a: b", "a #b", "it's", "say \"no\"", "back\\slash", "- item", "*alias", "&anchor",
        "two\nlines", "tab\there",
        "cr\r", "[1]", "{a: b}", "~", "!tag", "%d", "`x`", "|", ">", "Grüße 世界", "?", ":",
        "https://a.example/#x",
        "trailing ", "@at",
    ])
    func `any text is read back as it was`(text: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/text.yaml"
        for written in [YAMLText.scalar(text), YAMLText.quoted(text)] {
            try "word: \(written) # note\nlist:\n  - \(written)\n  - b\n".write(
                toFile: path, atomically: true, encoding: .utf8)
            let file = try SettingsFile(path: path, extraKeys: ["word", "list"])
            #expect(file.extra == ["word": [text], "list": [text, "b"]])
        }
    }
}
