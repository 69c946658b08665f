import Fetching
import FetchingCurl
import Foundation
import WebURLs

/// What a fetch costs while hundreds of hosts are asked at once, each again as soon as it has answered.
///
/// Arguments: `port` of a server on this machine that answers under any name, `hosts` (500), `fetches` (5000).
enum FetchBench {
    static func run(arguments: [String]) async throws {
        var settings = ["port": 80, "hosts": 500, "fetches": 5_000]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { settings[parts[0]] = Int(parts[1]) }
        }
        let (port, hosts) = (settings["port"] ?? 80, settings["hosts"] ?? 1)
        let spool = FileManager.default.temporaryDirectory.appending(path: "fetch-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: spool) }
        var options = CurlOptions()
        options.addressPolicy.allowsLoopback = true
        options.family = .v4
        let fetcher = try CurlFetcher(options, spoolFolder: spool)
        let each = max(1, (settings["fetches"] ?? 1) / max(1, hosts))
        let start = (clock: ContinuousClock.now, seconds: ProcessCost.now.seconds)
        let (good, bytes) = await withTaskGroup(of: (Int, Int).self) { group in
            for host in 0..<hosts {
                group.addTask {
                    var (good, bytes) = (0, 0)
                    for number in 0..<each {
                        guard let url = WebURL("http://host-\(host).localhost:\(port)/\(number)"),
                            let capture = try? await fetcher.fetch(FetchRequest(url: url))
                        else { continue }
                        good += 1
                        bytes += capture.body.count
                    }
                    return (good, bytes)
                }
            }
            var sum = (0, 0)
            for await (good, bytes) in group { sum = (sum.0 + good, sum.1 + bytes) }
            return sum
        }
        let cost = ProcessCost.now.seconds - start.seconds
        let took = start.clock.duration(to: .now)
        print(
            "\(good) of \(each * hosts) fetches, \(bytes) bytes of bodies, in \(took):",
            String(format: "%.1f us of processor time a fetch", cost / Double(each * hosts) * 1e6))
    }
}
