import Fetching
import FetchingCurl
import Foundation
import Glibc
import LoopbackSite
import Testing
import WebURLs

/// Processor time of fetches, beside the same in C. Only worth a look in a release build, with nothing else under way.
@Suite(
    .serialized, .enabled(if: LongTests.areWanted, "set NEWSHOUND_LONG_TESTS=1, in a release build"))
struct FetchCostTests {
    private static let hosts = 500
    private static let fetches = 5000
    /// Pairs of runs, ours and theirs, of ten seconds each.
    private static let pairs = 7

    /// A machine is now faster and now slower, by a half within a minute where others share it, so that figures of different
    /// minutes say little: the best of one side may come from a better minute than the best of the other. The two runs of a
    /// pair follow each other at once, now the one first and now the other, and share their minute; of the ratios of
    /// several pairs the median stands for what neither a neighbour nor a lucky moment made.
    @Test func `a fetch among five hundred costs at most half more than in C`() async throws {
        let folder = TemporaryFolder()
        let site = try BuiltProgram("slow-site", in: folder).start(["500", "10000"])
        let floor = try BuiltProgram("fetch-floor", in: folder)
        let addresses = try Self.addresses(atPort: site.line)
        var pairs: [(ours: Double, theirs: Double)] = []
        for number in 0..<Self.pairs {
            let isFirst = number.isMultiple(of: 2)
            var ours = isFirst ? try await cost(of: addresses) : 0
            let theirs = try #require(
                Double(try floor.line([site.line, "\(Self.hosts)", "\(Self.fetches)"])))
            if !isFirst { ours = try await cost(of: addresses) }
            pairs.append((ours, theirs))
        }
        let ratios = pairs.map { $0.ours / $0.theirs }.sorted()
        let ratio = ratios[ratios.count / 2]
        for (ours, theirs) in pairs { print("processor time of a fetch: \(ours) µs, in C \(theirs) µs") }
        print("ratio: median \(ratio), from \(ratios.first ?? 0) to \(ratios.last ?? 0)")
        #expect(ratio <= 1.5)
        withExtendedLifetime(site) {}
    }

    /// What each host is asked for, read before the clock starts: the addresses in C are texts, too.
    private static func addresses(atPort port: String) throws -> [[WebURL]] {
        try (0..<hosts).map { host in
            try (0..<fetches / hosts).map {
                try #require(WebURL("http://host-\(host).localhost:\(port)/\($0)"))
            }
        }
    }

    /// Microseconds of this process for a fetch.
    private func cost(of addresses: [[WebURL]]) async throws -> Double {
        let begun = ProcessorTime.ofProcess()
        // libcurl knows these names by itself and keeps the connections of each apart; with `connectTo` it would look through
        // those of all hosts for every fetch.
        let bench = try FetchBench { $0.family = .v4 }
        let fetcher = bench.fetcher
        let good = await withTaskGroup(of: Int.self) { group in
            for addresses in addresses {
                group.addTask {
                    var good = 0
                    for url in addresses {
                        guard
                            let capture = try? await fetcher.fetch(FetchRequest(url: url, limits: .short)),
                            capture.body.count == 10_000
                        else { continue }
                        good += 1
                    }
                    return good
                }
            }
            var sum = 0
            for await count in group { sum += count }
            return sum
        }
        #expect(good == Self.fetches)
        return Double(ProcessorTime.ofProcess() - begun) / 1000 / Double(Self.fetches)
    }

    /// What keeps the pace of hosts that behave: the loop has time for them.
    @Test func `a small page beside sixty servers that send without end comes soon`() async throws {
        let line = [UInt8](repeating: 0x61, count: 16_000)
        let flood = try LoopbackServer { _ in
            .script(head: ["Content-Type: text/html"], then: [.repeatForever(line, every: .zero)])
        }
        let site = try LoopbackServer { _ in .text("x") }
        let bench = try FetchBench {
            $0.connectTo = ["small.test:80:127.0.0.1:\(site.port)", flood.connectTo]
        }
        let fetcher = bench.fetcher
        let floods = try (0..<60).map { number in
            let url = try #require(WebURL("http://flood-\(number).test/"))
            return Task {
                while !Task.isCancelled {
                    _ = try? await fetcher.fetch(FetchRequest(url: url, limits: .short))
                }
            }
        }
        await flood.log.wait(forRequests: 60)
        var times: [Duration] = []
        for _ in 0..<100 {
            let begun = ContinuousClock.now
            _ = try await bench.fetch("http://small.test/")
            times.append(begun.duration(to: .now))
        }
        for task in floods { task.cancel() }
        for task in floods { _ = await task.result }
        times.sort()
        print("a small page beside sixty floods: median \(times[50]), worst \(times[99])")
        #expect(times[50] < .milliseconds(30))
    }

    @Test func `a TLS connection costs at most one and a half milliseconds`() async throws {
        let folder = TemporaryFolder()
        let server = try LoopbackServer(front: TLSFront(folder: folder.path)) { _ in
            .text("x", fields: [("Connection", "close")])
        }
        // With as many certificates as a system has, all of them to be read before the one that is needed.
        let own = String(decoding: TemporaryFolder.read(server.caFile ?? ""), as: UTF8.self)
        let system = String(
            decoding: TemporaryFolder.read("/etc/ssl/certs/ca-certificates.crt"), as: UTF8.self)
        let trusted = folder.write(system + own, to: "trusted.pem")
        let bench = try FetchBench {
            $0.connectTo = [server.connectTo]
            $0.caFile = trusted
        }
        for number in 0..<20 { _ = try await bench.fetch("https://a.test/\(number)") }
        // The bound is a time and no ratio, so the best of ten counts: what else the machine does only adds to it.
        var costs: [Double] = []
        for _ in 0..<10 {
            let begun = ProcessorTime.ofThreads(named: "curl")
            for number in 0..<50 { _ = try await bench.fetch("https://a.test/\(number)") }
            costs.append(Double(ProcessorTime.ofThreads(named: "curl") - begun) / 1_000_000 / 50)
        }
        let cost = costs.min() ?? .infinity
        print("processor time of a TLS connection: \(cost) ms, at worst \(costs.max() ?? 0) ms")
        #expect(server.connections == 520)
        #expect(cost <= 1.5)
    }
}

private enum LongTests {
    static var areWanted: Bool {
        #if DEBUG
            return false
        #else
            return ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil
        #endif
    }
}

/// Nanoseconds of processor time, as the kernel counts them.
private enum ProcessorTime {
    static func ofProcess() -> UInt64 { nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }

    /// Of the threads that now have this name.
    static func ofThreads(named name: String) -> UInt64 {
        TemporaryFolder.names(in: "/proc/self/task").reduce(0) { sum, task in
            guard ThreadNames.of(path: "/proc/self/task/\(task)/comm") == name else { return sum }
            let line = TemporaryFolder.read("/proc/self/task/\(task)/schedstat")
            let text = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
            return sum + (UInt64(text) ?? 0)
        }
    }

    private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
