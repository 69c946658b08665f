import Foundation
import Frontier
import LoopbackSite
import Testing

/// Crawls whose seed cannot be fetched: status 7, and the message says why.
@Suite struct UnreachableSeedTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private func expectNothing(
        _ arguments: [String], says: [String], status: Int32 = 7,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let began = ContinuousClock.now
        let ending = try await Program.run(
            ["crawl"] + arguments + ["--into", crawl, "--quiet", "--contact", "editor@a.example"],
            in: folder.path)
        #expect(ending.status == status, "\(ending.errors)", sourceLocation: sourceLocation)
        #expect(
            ending.errors.split(separator: "\n").count == 1, "\(ending.errors)",
            sourceLocation: sourceLocation)
        for text in says {
            #expect(ending.errors.contains(text), "\(ending.errors)", sourceLocation: sourceLocation)
        }
        #expect(
            ContinuousClock.now - began < .seconds(60), "a user waits no longer",
            sourceLocation: sourceLocation)
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.openFiles.isEmpty, sourceLocation: sourceLocation)
        #expect(contents.damages.isEmpty, sourceLocation: sourceLocation)
        #expect(contents.counts.archived == 0, sourceLocation: sourceLocation)
    }

    @Test func `a name without an address`() async throws {
        try await expectNothing(
            ["https://no-such-host.invalid/"],
            says: ["nothing was fetched: https://no-such-host.invalid/: resolve: ", "no-such-host.invalid"])
    }

    @Test func `a port that refuses`() async throws {
        let server = try LoopbackServer { _ in .notFound() }
        let url = server.url()
        server.stop()
        try await expectNothing(
            [url, "--allow-loopback"],
            says: [
                "nothing was fetched: \(url): connect: ",
                "; mend the cause, then newshound recrawl \(crawl) tries again",
            ])
    }

    @Test func `an address that must not be asked`() async throws {
        try await expectNothing(
            ["http://10.0.0.1/"],
            says: [
                "nothing was fetched: http://10.0.0.1/: addressPolicy: ", "10.0.0.1",
                "; mend the cause, then start another crawl",
            ])
    }

    @Test func `a server that closes without an answer`() async throws {
        let server = try LoopbackServer { _ in .script([.close]) }
        defer { server.stop() }
        try await expectNothing([server.url(), "--allow-loopback"], says: ["\(server.url()): response: "])
    }

    @Test(arguments: [
        (TLSFront.Fault.otherName, "no alternative certificate subject name"),
        (.selfSigned, "self-signed certificate"), (.expired, "certificate has expired"),
        (.notYetValid, "certificate is not yet valid"),
    ])
    func `a certificate that is not good`(fault: TLSFront.Fault, reason: String) async throws {
        let front = try TLSFront(folder: folder.path, faults: ["a.example": fault])
        let server = try LoopbackServer(front: front) { _ in .text("<p>Never seen</p>") }
        defer { server.stop() }
        try await expectNothing(
            [
                "https://a.example/", "--allow-loopback", "--connect-to", server.connectTo, "--ca-file",
                front.caFile,
            ], says: ["nothing was fetched: https://a.example/: tls: ", reason])
        #expect(server.log.entries.isEmpty)
    }

    @Test func `an authority that nobody trusts`() async throws {
        let front = try TLSFront(folder: folder.path)
        let server = try LoopbackServer(front: front) { _ in .text("<p>Never seen</p>") }
        defer { server.stop() }
        try await expectNothing(
            ["https://a.example/", "--allow-loopback", "--connect-to", server.connectTo],
            says: ["https://a.example/: tls: ", "certificate"])
    }

    @Test func `a seed that robots.txt forbids ends the crawl in order and is named`() async throws {
        let server = try LoopbackServer { _ in .text("User-agent: *\nDisallow: /\n", type: "text/plain") }
        defer { server.stop() }
        let ending = try await Program.run(
            ["crawl", server.url("/page"), "--allow-loopback", "--into", crawl, "--quiet", "--delay", "0"],
            in: folder.path)
        #expect(ending.status == 0)
        let url = server.url("/page")
        #expect(
            ending.errors == "newshound: no page was archived: \(url): skipped, robots; "
                + "newshound why \(crawl) \(url) tells more\n")
    }

    @Test func `a host that asks for hours is left for resume`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .notFound() : .text("", status: 503, fields: [("Retry-After", "7200")])
        }
        defer { server.stop() }
        let ending = try await Program.run(
            ["crawl", server.url(), "--allow-loopback", "--into", crawl, "--delay", "0"], in: folder.path)
        #expect(ending.status == 3, "\(ending.errors)")
        #expect(ending.output.contains("newshound resume \(crawl)"))
    }

    @Test func `a seed without an answer beside one with pages is no error`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" ? .notFound() : .text("<p>A short note.</p>")
        }
        defer { server.stop() }
        let configuration = folder.path + "/one.yaml"
        try "attempts: 1\n".write(toFile: configuration, atomically: true, encoding: .utf8)
        let ending = try await Program.run(
            [
                "crawl", server.url(), "http://10.0.0.1/", "--allow-loopback", "--into", crawl, "--delay",
                "0",
                "--contact", "editor@a.example", "--config", configuration, "--quiet",
            ], in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try await CrawlContents.read(crawl).counts.pages == 1)
    }
}
