import Foundation
import Frontier
import LoopbackSite
import Testing
import WebURLs

/// Limits of a whole crawl, over many short runs.
@Suite(.serialized) struct ResumedLimitTests {
    @Test func `a domain that answers for every host has no more of them however often the crawl is resumed`()
        async throws
    {
        let server = try LoopbackServer { request in
            guard request.path != "/robots.txt" else { return .notFound() }
            let name = request["Host"]?.split(separator: ".").first ?? "h0"
            let number = Int(name.dropFirst()) ?? 0
            let links = [2 * number + 1, 2 * number + 2].map {
                "<a href=\"http://h\($0).farm.example.org/\">\($0)</a>"
            }
            return .text(
                "<h1>Host \(number)</h1><p>Every name is answered, by \(number) too.</p>" + links.joined())
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let plan = folder.path + "/plan.yaml"
        try "max-hosts-per-domain: 3\n".write(toFile: plan, atomically: true, encoding: .utf8)
        let means = [
            "--allow-loopback", "--connect-to", server.connectTo, "--delay", "0", "--quiet", "--max-pages",
            "1",
        ]
        var ending = try await Program.run(
            [
                "crawl", "http://h0.farm.example.org/", "--follow", "all", "--into", crawl, "--config", plan,
            ] + means, in: folder.path)
        var runs = 1
        while ending.status == 3, runs < 20 {
            ending = try await Program.run(["resume", crawl] + means, in: folder.path)
            runs += 1
        }
        #expect(ending.status == 0, "\(ending.errors)")
        let contents = try await CrawlContents.read(crawl)
        let hosts = Set(contents.pages.keys.compactMap { WebURL($0)?.host })
        // That of the seed, and three to which links led.
        #expect(hosts.count == 4, "\(hosts)")
        #expect(contents.counts.pages == 4)
        #expect(contents.counts.skipped.keys.map { $0 } == [.domainHostLimit])
    }
}
