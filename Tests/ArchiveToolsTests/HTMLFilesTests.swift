import Foundation
import Pages
import Testing
import WebURLs

@testable import ArchiveTools

@Suite struct HTMLFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a folder gives its HTML files by name, a file itself whatever its name`() throws {
        for name in ["b.html", "a.HTM", "sub/c.xhtml", "sub/d.txt", "html"] { try folder.write(name, []) }
        let files = HTMLFiles(paths: [folder.path, folder.path + "/sub/d.txt"])
        #expect(files.entries.map(\.name) == ["a.HTM", "b.html", "sub/c.xhtml", "d.txt"])
        #expect(files.entries.map(\.path).last == folder.path + "/sub/d.txt")
        #expect(files.missing.isEmpty)
    }

    @Test func `what is reached on several ways is read once`() throws {
        for name in ["b.html", "sub/c.html"] { try folder.write(name, []) }
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: ".")
        try files.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: "..")
        try files.createSymbolicLink(atPath: folder.path + "/z", withDestinationPath: "sub")
        try files.createSymbolicLink(atPath: folder.path + "/z.html", withDestinationPath: "b.html")
        let found = HTMLFiles(paths: [folder.path, folder.path + "/sub/../b.html"])
        #expect(found.entries.map(\.name) == ["b.html", "sub/c.html"])
    }

    @Test func `paths that are not there are told apart`() throws {
        try folder.write("a.html", [])
        let files = HTMLFiles(paths: ["/nowhere/x.html", folder.path + "/a.html"])
        #expect(files.missing == ["/nowhere/x.html"])
        #expect(files.entries.map(\.name) == ["a.html"])
    }

    @Test func `files give rows in order, with the addresses of the list`() async throws {
        for number in 0..<20 { try folder.write("page\(number + 10).html", HandmadeArchive.page(number)) }
        let files = HTMLFiles(paths: [folder.path]).entries
        let address = try #require(WebURL("https://ferry.example/3"))
        let job = HTMLFileJob(files: files, addresses: ["page13.html": address], jobs: 3) {
            Issue.record("\($0)")
        }
        var rows: [String] = []
        let outcome = try await job.run(
            reader: PageReader(),
            row: { entry, page in "\(entry.name) \(page.url?.href ?? "-") \(page.article?.title ?? "-")" },
            sink: {
                rows.append($0); return true
            })
        #expect(outcome.rows == 20)
        #expect(rows.count == 20)
        #expect(rows[2] == "page12.html - Ferry 2 sails again")
        #expect(rows[3] == "page13.html https://ferry.example/3 Ferry 3 sails again")
    }

    @Test func `a file that went away is damage, and the others are given`() async throws {
        for name in ["a.html", "b.html", "c.html"] { try folder.write(name, HandmadeArchive.page(1)) }
        let files = HTMLFiles(paths: [folder.path]).entries
        try FileManager.default.removeItem(atPath: folder.path + "/b.html")
        let reports = Reports()
        let job = HTMLFileJob(files: files, jobs: 2) { reports.add($0) }
        let outcome = try await job.run(
            reader: PageReader(), row: { entry, _ in entry.name }, sink: { _ in true })
        #expect(outcome.rows == 2)
        #expect(outcome.damages == 1)
        #expect(reports.all == ["\(folder.path)/b.html: cannot be read; check the permissions"])
    }

    @Test func `a file that is too long to be read is named and gives no row`() async throws {
        try folder.write("a.html", HandmadeArchive.page(1))
        try folder.write(
            "b.html",
            HandmadeArchive.page(2) + [UInt8](repeating: 0x20, count: DecodedPage.maximumPageBytes))
        let reports = Reports()
        let job = HTMLFileJob(files: HTMLFiles(paths: [folder.path]).entries, jobs: 2) { reports.add($0) }
        var rows: [String] = []
        let outcome = try await job.run(
            reader: PageReader(), row: { entry, _ in entry.name },
            sink: {
                rows.append($0); return true
            })
        #expect(rows == ["a.html"])
        #expect(outcome.pages == 2 && outcome.unreadable == 1 && outcome.damages == 0)
        #expect(reports.all.count == 1)
        #expect(reports.all.first?.hasPrefix("\(folder.path)/b.html: page of ") ?? false, "\(reports.all)")
    }
}
