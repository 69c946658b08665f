import Foundation
import Gzip
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

    private static let arc = Array("filedesc://a.arc 0.0.0.0 20240302102030 text/plain 76\n".utf8)

    @Test(arguments: [
        ("a.wacz", [0x50, 0x4B, 0x03, 0x04, 0x14], OtherFormat.wacz, "archive/"),
        ("a.zip", [0x50, 0x4B, 0x03, 0x04, 0x14], .zip, "unzip"),
        ("a.warc.bz2", Array("BZh91AY&SY".utf8), .bzip2, "bunzip2"),
        ("a.warc.zst", [0x28, 0xB5, 0x2F, 0xFD, 0x04], .zstd, "unzstd"),
        ("b.warc.zst", [0x5D, 0x2A, 0x4D, 0x18, 0x04], .zstd, "unzstd"), ("a.arc", arc, .arc, "WARC"),
        ("a.arc.gz", Gzip.member(arc), .arc, "WARC"),
    ])
    func `a file of another format is named with the next step`(
        name: String, bytes: [UInt8], format: OtherFormat, step: String
    ) async throws {
        let path = try folder.write(name, bytes)
        let error = ArchiveInputError.other(path: path, format)
        await #expect(throws: error) { _ = try await resolve(path) }
        #expect(error.description.hasPrefix("\(path): is ") && error.description.contains(step))
        for length in 0..<min(bytes.count, 3) {
            let begun = try folder.write("begun", Array(bytes.prefix(length)))
            #expect(try await resolve(begun).count == 1)
        }
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
