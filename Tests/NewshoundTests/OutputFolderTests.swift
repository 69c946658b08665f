import Foundation
import Testing

@testable import newshound

@Suite struct OutputFolderTests {
    @Test(arguments: [
        ("https://news.example.org/2026/harbour.html?a=1", "news.example.org-2026-harbour.html-a-1"),
        ("sub/page", "sub-page"), ("../../etc/passwd", "etc-passwd"), ("", "page"), ("///", "page"),
        (".hidden", "hidden"),
        ("--flag--", "flag"), ("Grüße", "Grüße"), ("новости/гавань.html", "новости-гавань.html"),
        ("港の話", "港の話"),
        (String(repeating: "я", count: 61), String(repeating: "я", count: 60)),
        ("a" + String(repeating: "я", count: 61), "a" + String(repeating: "я", count: 59)),
        (String(repeating: "a", count: 500), String(repeating: "a", count: 120)),
    ])
    func `a page's file is named after the page`(name: String, expected: String) {
        #expect(OutputFolder.fileName(of: name) == expected)
    }

    @Test func `names that are alike get numbers, and the folder is made`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b"
        let output = try OutputFolder(path, ending: ".txt")
        for name in ["x/y", "x:y", "x y", "z"] { try output.write(Array(name.utf8), name: name) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
                "x-y-2.txt", "x-y-3.txt", "x-y.txt", "z.txt",
            ])
        #expect(try String(contentsOfFile: path + "/x-y-2.txt", encoding: .utf8) == "x:y")
    }

    @Test func `a folder takes a file for each page`() async throws {
        let folder = try TemporaryFolder()
        for name in ["one", "two"] {
            try "<html><body><article><p>The page \(name) of the register.</p></article></body></html>".write(
                toFile: folder.path + "/\(name).html", atomically: true, encoding: .utf8)
        }
        let ending = try await Program.run(
            ["extract", "--html", folder.path, "--format", "text", "--output", folder.path + "/out/"],
            in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() == [
                "one.txt", "two.txt",
            ])
    }
}
