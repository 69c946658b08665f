import Fetching
import FetchingCurl
import LoopbackSite
import Testing
import WebURLs

@Suite struct CancellationTests {
    @Test func `a cancelled task ends its transfer and closes the connection`() async throws {
        let server = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench()
        let url = try #require(WebURL(server.url()))
        let task = Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        await server.log.wait(forRequests: 1)
        task.cancel()
        let error = await #expect(throws: FetchError.self) { try await task.value }
        #expect(error?.phase == .cancelled)
        await server.log.wait { $0.first?.peerLeft == true }
    }

    @Test func `a task cancelled before sends nothing`() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let bench = try FetchBench()
        let url = try #require(WebURL(server.url()))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short))
        }
        let error = await #expect(throws: FetchError.self) { try await task.value }
        #expect(error?.phase == .cancelled)
        #expect(server.log.entries.isEmpty)
    }

    @Test func `a task can be cancelled while it waits for its turn`() async throws {
        let server = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench { $0.maximumConnections = 1 }
        let url = try #require(WebURL(server.url()))
        let first = Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        await server.log.wait(forRequests: 1)
        let second = Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        second.cancel()
        let error = await #expect(throws: FetchError.self) { try await second.value }
        #expect(error?.phase == .cancelled)
        first.cancel()
        _ = await first.result
        #expect(server.log.entries.count == 1)
    }

    @Test func `shutdown ends all fetches, and later ones at once`() async throws {
        let server = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench { $0.maximumConnections = 3 }
        let url = try #require(WebURL(server.url()))
        let tasks = (0..<5).map { _ in
            Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        }
        await server.log.wait(forRequests: 3)
        await bench.fetcher.shutdown()
        for task in tasks {
            let error = await #expect(throws: FetchError.self) { try await task.value }
            #expect(error?.phase == .cancelled)
        }
        #expect(try await bench.error(server.url()).phase == .cancelled)
        #expect(server.log.entries.count == 3)
    }

    /// A program may end once `shutdown` has returned, and no thread may then be at work in libcurl or OpenSSL.
    @Test func `shutdown has closed all connections when it returns`() async throws {
        let folder = TemporaryFolder()
        let server = try LoopbackServer(front: TLSFront(folder: folder.path)) { _ in .text("x") }
        let bench = try FetchBench {
            $0.connectTo = [server.connectTo]
            $0.caFile = server.caFile
        }
        for host in ["a.test", "b.test"] { _ = try await bench.fetch("https://\(host)/") }
        #expect(Self.connections(to: server.port) == 2)
        await bench.fetcher.shutdown()
        #expect(Self.connections(to: server.port) == 0)
        #expect(try await bench.error("https://a.test/").phase == .cancelled)
    }

    /// Connections to a port of this machine that neither side has closed, as the kernel lists them.
    private static func connections(to port: UInt16) -> Int {
        let lines = String(decoding: TemporaryFolder.read("/proc/net/tcp"), as: UTF8.self).split(
            separator: "\n")
        return lines.count { line in
            let words = line.split(separator: " ")
            guard words.count > 3, words[3] == "01", let place = words[2].split(separator: ":").last else {
                return false
            }
            return UInt16(place, radix: 16) == port
        }
    }

    @Test(arguments: [true, false])
    func `a fetcher that is let go takes its thread along`(isShutDown: Bool) async throws {
        let server = try LoopbackServer { _ in .text("x") }
        func count() -> Int { ThreadNames.all().count { $0 == "curl" } }
        // Other tests have fetchers, too, so a single look says little: many fetchers in a row would pile up.
        for _ in 0..<50 {
            let bench = try FetchBench()
            _ = try await bench.fetch(server.url())
            if isShutDown { await bench.fetcher.shutdown() }
        }
        var rounds = 0
        while count() > 45, rounds < 100_000 {
            rounds += 1
            await Task.yield()
        }
        #expect(count() <= 45)
    }
}
