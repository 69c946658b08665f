import Foundation
import Frontier
import LoopbackSite
import Testing

/// Runs of the built program that end in every ordinary way.
@Suite(.serialized) struct RunTests {
    private let site = NumberedSite(pages: 30, hosts: 3)

    private func start(_ folder: TemporaryFolder, _ server: LoopbackServer, _ more: [String]) -> [String] {
        [
            "crawl", site.url(0), "--follow", "all", "--scope", "any", "--off-site-hops", "100", "--into",
            folder.path + "/crawl", "--allow-loopback", "--connect-to", server.connectTo, "--delay", "20ms",
        ] + more
    }

    @Test func `--max-pages is exact, and resume finishes the crawl`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let first = try await Program.run(start(folder, server, ["--max-pages", "11"]), in: folder.path)
        #expect(first.status == 3)
        #expect(try await CrawlContents.read(folder.path + "/crawl").counts.pages == 11)
        let second = try await Program.run(
            ["resume", folder.path + "/crawl", "--allow-loopback", "--connect-to", server.connectTo],
            in: folder.path)
        #expect(second.status == 0, "\(second.errors)")
        let contents = try await CrawlContents.read(folder.path + "/crawl")
        #expect(contents.counts.pages == 30)
        #expect(contents.pages.values.allSatisfy { $0 == 1 })
    }

    @Test func `a larger limit of pages per host lets in what the smaller one kept out`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let first = try await Program.run(
            start(folder, server, ["--max-pages-per-host", "2"]), in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        let before = try await CrawlContents.read(folder.path + "/crawl").counts
        #expect((before.skipped[.hostLimit] ?? 0) > 0)
        for (limit, pages) in [("2", before.pages), ("100", 30)] {
            let next = try await Program.run(
                [
                    "resume", folder.path + "/crawl", "--max-pages-per-host", limit, "--allow-loopback",
                    "--connect-to", server.connectTo,
                ], in: folder.path)
            #expect(next.status == 0, "\(next.errors)")
            let contents = try await CrawlContents.read(folder.path + "/crawl")
            #expect(contents.counts.pages == pages)
            #expect(contents.pages.values.allSatisfy { $0 == 1 })
        }
        #expect(try await CrawlContents.read(folder.path + "/crawl").counts.skipped[.hostLimit] == nil)
    }

    @Test func `Ctrl-C ends a crawl that resume continues`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let program = try Program(start(folder, server, ["--delay", "100ms"]), in: folder.path)
        await server.log.wait(forRequests: 8)
        program.interrupt()
        let ending = try await program.ending()
        #expect(ending.status == 3, "\(ending.errors)")
        #expect(ending.output.contains("newshound resume"))
        let stopped = try await CrawlContents.read(folder.path + "/crawl")
        #expect(stopped.openFiles.isEmpty)
        #expect(stopped.counts.leased == 0)
        let second = try await Program.run(
            ["resume", folder.path + "/crawl", "--allow-loopback", "--connect-to", server.connectTo],
            in: folder.path)
        #expect(second.status == 0, "\(second.errors)")
        #expect(try await CrawlContents.read(folder.path + "/crawl").counts.pages == 30)
    }

    @Test func `the pause of a host is kept, across a resume too`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let first = try await Program.run(
            start(folder, server, ["--delay", "150ms", "--max-pages", "3"]), in: folder.path)
        #expect(first.status == 3)
        let second = try await Program.run(
            [
                "resume", folder.path + "/crawl", "--allow-loopback", "--connect-to", server.connectTo,
                "--max-pages",
                "4",
            ], in: folder.path)
        #expect(second.status == 3)
        // All hosts of the site share one registrable domain, so they share one pause.
        let starts = server.log.entries.map(\.receivedAt).sorted()
        let gaps = zip(starts, starts.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { $0 >= .milliseconds(149) })
    }

    @Test func `a crawl's text is extracted in the order of its archive`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        _ = try await Program.run(start(folder, server, []), in: folder.path)
        let one = try await Program.run(["extract", folder.path + "/crawl", "--jobs", "1"], in: folder.path)
        let many = try await Program.run(["extract", folder.path + "/crawl", "--jobs", "4"], in: folder.path)
        #expect(one.status == 0, "\(one.errors)")
        #expect(one.output == many.output)
        #expect(one.output.split(separator: "\n").count == 30)
        #expect(one.output.contains("barges this week"))
    }

    @Test func `a second process is told that the folder is in use`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let program = try Program(start(folder, server, ["--delay", "300ms"]), in: folder.path)
        await server.log.wait(forRequests: 2)
        let second = try await Program.run(
            ["resume", folder.path + "/crawl", "--allow-loopback", "--connect-to", server.connectTo],
            in: folder.path)
        #expect(second.status == 6)
        #expect(second.errors.contains("process \(program.process.processIdentifier)"))
        program.kill()
        _ = try await program.ending()
    }
}
