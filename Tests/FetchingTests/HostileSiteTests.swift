import Fetching
import FetchingCurl
import HTTPMessages
import LoopbackSite
import Testing
import WebURLs

@Suite struct HostileSiteTests {
    /// What a fetch of the front page, or of robots.txt where the mischief lies there, comes to.
    private enum Ending: Sendable, Equatable {
        case whole(status: Int), cut(Capture.Truncation), error(FetchError.Phase)
    }

    private static let endings: [(name: String, ending: Ending)] = [
        ("no-answer", .error(.time)), ("closes-at-once", .error(.response)),
        ("resets-at-once", .error(.response)),
        ("one-byte-a-second", .cut(.time)), ("reset-in-the-middle", .cut(.disconnect)),
        ("stops-in-the-middle", .cut(.time)), ("wrong-certificate", .error(.tls)),
        ("endless-page", .cut(.length)),
        ("endless-chunks", .cut(.length)), ("length-too-long", .cut(.disconnect)),
        ("length-too-short", .whole(status: 200)), ("bad-chunk-size", .cut(.unspecified)),
        ("huge-chunk-size", .cut(.unspecified)), ("chunks-cut-off", .cut(.disconnect)),
        ("gzip-bomb", .whole(status: 200)), ("gzip-cut-off", .whole(status: 200)),
        ("garbage-as-gzip", .whole(status: 200)), ("nested-gzips", .whole(status: 200)),
        ("endless-headers", .error(.head)), ("endless-header-line", .error(.head)),
        ("endless-early-hints", .error(.head)), ("http-0-9", .error(.head)), ("nul-in-header", .error(.head)),
        ("header-without-colon", .error(.head)), ("disagreeing-headers", .whole(status: 200)),
        ("cookie-flood", .whole(status: 200)), ("redirect-loop", .whole(status: 302)),
        ("redirect-to-itself", .whole(status: 302)), ("redirect-chain", .whole(status: 302)),
        ("redirect-to-file", .whole(status: 302)), ("redirect-to-ftp", .whole(status: 302)),
        ("redirect-inward", .whole(status: 200)), ("calendar-trap", .whole(status: 200)),
        ("many-links", .whole(status: 200)), ("many-paragraphs", .cut(.length)),
        ("long-base", .whole(status: 200)), ("nested-tags", .cut(.length)),
        ("long-url", .whole(status: 200)),
        ("invalid-utf8", .whole(status: 200)), ("soft-404", .whole(status: 200)),
        ("robots-huge", .cut(.length)),
        ("robots-endless", .cut(.length)), ("robots-is-html", .whole(status: 200)),
        ("robots-redirects-to-itself", .whole(status: 302)), ("robots-never-answers", .error(.time)),
        ("robots-is-unavailable", .whole(status: 503)),
    ]

    @Test func `the table of endings has every hostile site`() {
        #expect(Set(Self.endings.map(\.name)) == Set(HostileSite.all.map(\.name)))
        #expect(Self.endings.count == HostileSite.all.count)
    }

    @Test func `a fetcher comes through all hostile sites at once, and a good host beside them`() async throws
    {
        let folder = TemporaryFolder()
        var hosts = HostileSite.hosts
        hosts["good.test"] = { _ in .text("good") }
        let plain = try LoopbackServer(hosts: hosts)
        let secure = try LoopbackServer(
            front: TLSFront(folder: folder.path, faults: HostileSite.certificateFaults),
            hosts: HostileSite.hosts)
        let bench = try FetchBench {
            $0.connectTo = [":80:127.0.0.1:\(plain.port)", ":443:127.0.0.1:\(secure.port)"]
            $0.caFile = secure.caFile
            $0.maximumBodyMemory = 20_000_000
        }
        let limits = FetchLimits.limits(
            firstByte: .seconds(20), idle: .seconds(20), total: .seconds(30), body: 5_000_000)
        let fetcher = bench.fetcher
        let reached = await withTaskGroup(of: (String, Ending).self) { group in
            for site in HostileSite.all {
                group.addTask {
                    guard
                        let url = WebURL(
                            site.name.hasPrefix("robots-") ? site.seed + "robots.txt" : site.seed)
                    else {
                        return (site.name, .error(.local))
                    }
                    // So that the test does not last long: these only end by a limit of time.
                    var own = limits
                    if site.name == "no-answer" || site.name == "robots-never-answers" {
                        own.firstByte = .seconds(2)
                    }
                    if site.name == "one-byte-a-second" { own.total = .seconds(3) }
                    if site.name == "stops-in-the-middle" { own.idle = .seconds(2) }
                    do throws(FetchError) {
                        let capture = try await fetcher.fetch(FetchRequest(url: url, limits: own))
                        if let truncation = capture.truncation { return (site.name, .cut(truncation)) }
                        return (site.name, .whole(status: capture.head.status))
                    } catch {
                        return (site.name, .error(error.phase))
                    }
                }
            }
            group.addTask {
                var status = 200
                for _ in 0..<50 {
                    guard let url = WebURL("http://good.test/") else { break }
                    let capture = try? await fetcher.fetch(FetchRequest(url: url, limits: .short))
                    if capture?.body.text != "good" { status = capture?.head.status ?? 0 }
                }
                return ("good", .whole(status: status))
            }
            var reached: [String: Ending] = [:]
            for await (name, ending) in group { reached[name] = ending }
            return reached
        }
        for (name, ending) in Self.endings { #expect(reached[name] == ending, "\(name)") }
        #expect(reached["good"] == .whole(status: 200))
        #expect(fetcher.bodyMemoryInUse == 0)
    }

    @Test func `the chain of redirects has fifty steps and an end`() throws {
        let site = try #require(HostileSite.named("redirect-chain"))
        var target = "/"
        var steps = 0
        while steps < 100 {
            guard case .answer(let answer) = site.respond(SiteRequest(target: target, host: site.host)),
                let next = answer.fields.first(where: { $0.name == "Location" })?.value
            else { break }
            target = next
            steps += 1
        }
        #expect(steps == 50)
    }

    @Test func `stored gzip members are read by anybody, and the bomb is a thousandth of its content`() throws
    {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        for content in [[], [1], Array(bytes.prefix(65_535)), Array(bytes.prefix(65_536)), bytes] {
            let decoded = try ContentCoding.decode(
                GzipBytes.stored(content), codings: ["gzip"], limit: 1_000_000, ratio: 1000)
            #expect(decoded.isComplete && decoded.bytes == content)
        }
        let bomb = GzipBytes.bomb(matches: 10_000)
        #expect(bomb.count < 2600)
        #expect(throws: ContentCodingError.self) {
            try ContentCoding.decode(bomb, codings: ["gzip"], limit: 2_000_000, ratio: 1_000_000)
        }
    }
}
