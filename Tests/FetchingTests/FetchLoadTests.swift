import Fetching
import FetchingCurl
import LoopbackSite
import Testing
import WebURLs

@Suite(.serialized) struct FetchLoadTests {
    @Test func `five hundred hosts are asked at once on one thread`() async throws {
        let count = 500
        let server = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench { $0.connectTo = [server.connectTo] }
        let fetcher = bench.fetcher
        let tasks = try (0..<count).map { number in
            let url = try #require(WebURL("http://host-\(number).test/"))
            return Task { try await fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        }
        // Nobody is answered before all have asked.
        await server.log.wait { entries in entries.count == count }
        #expect(server.log.hosts.count == count)
        #expect(ThreadNames.all().count { $0 == "curl" } >= 1)
        for task in tasks { task.cancel() }
        for task in tasks { _ = await task.result }
    }

    @Test func `thousands of fetches in a row lose nothing`() async throws {
        let body = [UInt8](repeating: 0x61, count: 10_000)
        let server = try LoopbackServer { _ in .bytes(body) }
        let bench = try FetchBench { $0.connectTo = [server.connectTo] }
        let fetcher = bench.fetcher
        await withTaskGroup(of: Int.self) { group in
            for worker in 0..<16 {
                group.addTask {
                    var good = 0
                    for number in 0..<100 {
                        guard let url = WebURL("http://host-\(worker).test/\(number)"),
                            let capture = try? await fetcher.fetch(FetchRequest(url: url, limits: .short)),
                            capture.body.count == body.count, capture.truncation == nil
                        else { continue }
                        good += 1
                    }
                    return good
                }
            }
            for await good in group { #expect(good == 100) }
        }
        #expect(server.connections == 16)
    }

    @Test func `a slow host does not hold up another one`() async throws {
        let slow = try LoopbackServer { _ in .script([.hold]) }
        let fast = try LoopbackServer { _ in .text("x") }
        let bench = try FetchBench()
        let url = try #require(WebURL(slow.url()))
        let task = Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        await slow.log.wait(forRequests: 1)
        for _ in 0..<50 { #expect(try await bench.fetch(fast.url()).body.text == "x") }
        task.cancel()
        _ = await task.result
    }
}
