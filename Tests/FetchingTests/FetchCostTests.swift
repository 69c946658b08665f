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

    @Test func `a fetch among five hundred costs at most half more than in C`() async throws {
        let folder = TemporaryFolder()
        let site = try BuiltProgram("slow-site", in: folder).start(["500", "10000"])
        let floor = try BuiltProgram("fetch-floor", in: folder)
        // They take turns, as a machine is now faster and now slower; the best of each counts.
        var theirs = Double.infinity
        var ours = Double.infinity
        for _ in 0..<3 {
            let text = try floor.line([site.line, "\(Self.hosts)", "\(Self.fetches)"])
            theirs = min(theirs, try #require(Double(text)))
            ours = min(ours, try await cost(ofSite: site.line))
        }
        print("processor time of a fetch: \(ours) µs, in C \(theirs) µs, ratio \(ours / theirs)")
        #expect(ours <= 1.5 * theirs)
        withExtendedLifetime(site) {}
    }

    /// Microseconds of this process for a fetch.
    private func cost(ofSite port: String) async throws -> Double {
        let begun = ProcessorTime.ofProcess()
        // libcurl knows these names by itself and keeps the connections of each apart; with `connectTo` it would look through
        // those of all hosts for every fetch.
        let bench = try FetchBench { $0.family = .v4 }
        let fetcher = bench.fetcher
        let each = Self.fetches / Self.hosts
        let good = await withTaskGroup(of: Int.self) { group in
            for host in 0..<Self.hosts {
                group.addTask {
                    var good = 0
                    for number in 0..<each {
                        guard let url = WebURL("http://host-\(host).localhost:\(port)/\(number)"),
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
        let begun = ProcessorTime.ofThreads(named: "curl")
        for number in 0..<500 { _ = try await bench.fetch("https://a.test/\(number)") }
        let cost = Double(ProcessorTime.ofThreads(named: "curl") - begun) / 1_000_000 / 500
        print("processor time of a TLS connection: \(cost) ms")
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
