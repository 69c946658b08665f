import Foundation
import Testing
import WARC

@testable import ArchiveTools

@Suite struct ArchiveInputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func resolve(_ path: String, ends: [FileEnd] = []) async throws -> [ArchiveInput] {
        try await ArchiveInput.resolve(path) { _ in ends }
    }

    @Test func `standard input is one input`() async throws {
        #expect(try await resolve("-").map(\.name) == ["standard input"])
    }

    @Test func `a file is taken whatever its name`() async throws {
        let path = try folder.write("odd.name", [])
        #expect(try await resolve(path) == [ArchiveInput(path: path, name: path)])
    }

    @Test func `only a .wet file that is named itself gives its conversion records`() async throws {
        let path = try folder.write("a.wet.gz", [])
        #expect(try await resolve(path).map(\.readsConversions) == [true])
        #expect(try await resolve(folder.path).map(\.readsConversions) == [false])
    }

    @Test func `a folder gives its files of records by name, those below it too`() async throws {
        for name in [
            "b.warc.gz", "a.warc", "deep/er/c.warc.gz", "deep/d.wet", "notes.txt", "x.html", "y.warc.gz.part",
        ] {
            try folder.write(name, [])
        }
        #expect(
            try await resolve(folder.path).map(\.name) == [
                "a.warc", "b.warc.gz", "deep/d.wet", "deep/er/c.warc.gz",
            ])
    }

    @Test func `what is reached on several ways is read once`() async throws {
        for name in ["b.warc", "deep/c.warc.gz"] { try folder.write(name, []) }
        for (link, target) in [
            ("again", folder.path), ("deep/up", ".."), ("z", "deep"), ("z.warc", "b.warc"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        #expect(try await resolve(folder.path).map(\.name) == ["b.warc", "deep/c.warc.gz"])
    }

    @Test func `of a crawl the committed part of pages/ is read, closed or still written`() async throws {
        for name in [
            "frontier.sqlite", "pages/a.warc.gz", "pages/b.warc.gz.open", "pages/c.warc.gz",
            "text/t.warc.wet.gz",
        ] {
            try folder.write(name, [])
        }
        let ends = [
            FileEnd(file: "pages/b.warc.gz", offset: 20), FileEnd(file: "text/t.warc.wet.gz", offset: 30),
            FileEnd(file: "pages/a.warc.gz", offset: 10),
        ]
        let path = folder.path
        #expect(
            try await resolve(path, ends: ends) == [
                ArchiveInput(path: path + "/pages/a.warc.gz", name: "pages/a.warc.gz", committedEnd: 10),
                ArchiveInput(path: path + "/pages/b.warc.gz.open", name: "pages/b.warc.gz", committedEnd: 20),
            ])
        #expect(ArchiveInput.text(ofCrawl: path, ends: ends).map(\.name) == ["text/t.warc.wet.gz"])
    }

    @Test func `what holds no records is named`() async throws {
        try folder.write("empty/notes.txt", [])
        let page = try folder.write("html/page.htm", [])
        let path = folder.path
        await #expect(throws: ArchiveInputError.missing(path: path + "/nowhere")) {
            _ = try await resolve(path + "/nowhere")
        }
        await #expect(throws: ArchiveInputError.noRecords(path: path + "/empty")) {
            _ = try await resolve(path + "/empty")
        }
        await #expect(throws: ArchiveInputError.htmlFiles(path: path + "/html")) {
            _ = try await resolve(path + "/html")
        }
        await #expect(throws: ArchiveInputError.htmlFiles(path: page)) { _ = try await resolve(page) }
    }
}
