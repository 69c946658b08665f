import Fetching
import FetchingCurl
import Glibc
import LoopbackSite
import Synchronization
import Testing

@Suite struct LoopbackServerTests {
    @Test(arguments: ["10.0.0.1", "0.0.0.0", "::", "example.org", ""])
    func `only loopback addresses are listened on`(address: String) {
        #expect(throws: LoopbackError.notLoopback(address)) { try LoopbackServer(address: address) }
    }

    @Test func `a port that is taken is told`() throws {
        let first = try LoopbackServer { _ in .text("x") }
        #expect(throws: LoopbackError.self) { try LoopbackServer(port: first.port) }
    }

    @Test func `a port can be chosen and used again`() throws {
        let first = try LoopbackServer { _ in .text("x") }
        first.stop()
        let port = first.port
        _ = consume first
        #expect(try LoopbackServer(port: port).port == port)
    }

    @Test func `stopping ends the threads of all connections`() async throws {
        let server = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench()
        async let error = bench.error(server.url())
        await server.log.wait(forRequests: 1)
        server.stop()
        #expect(try await error.phase == .response)
        #expect(server.log.entries.first?.peerLeft == true)
    }

    @Test func `a request is seen as it was sent`() async throws {
        let server = try LoopbackServer { request in
            .text(
                "\(request.method) \(request.path) \(request.query ?? "-") \(request["ACCEPT-encoding"] ?? "-") \(request.connection)"
            )
        }
        let bench = try FetchBench()
        #expect(try await bench.fetch(server.url("/a?b?c")).body.text == "GET /a b?c gzip 1")
        #expect(try await bench.fetch(server.url("/a")).body.text == "GET /a - gzip 1")
        let entry = try #require(server.log.entries.first)
        #expect(entry.userAgent == "newshound-test/1 (+https://example.org/bot)")
        #expect(
            entry.host == "127.0.0.1" && entry.target == "/a?b?c" && entry.path == "/a"
                && entry.connection == 1)
        #expect(server.log.requestsPerPath() == ["/a": 2])
        #expect(server.log.requestsPerPath(ofHost: "other.test").isEmpty)
    }

    @Test func `gaps, pauses and parallelism of a host are measured`() async throws {
        // Two requests to /both are only answered when both are there.
        let both = Atomic<Int>(0)
        let server = try LoopbackServer { request in
            if request.path == "/both" {
                both.add(1, ordering: .sequentiallyConsistent)
                for _ in 0..<10_000 where both.load(ordering: .sequentiallyConsistent) < 2 { usleep(1000) }
            }
            return request.path == "/slow"
                ? .script([
                    .pause(.milliseconds(80)), .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), .close,
                ])
                : .text("x")
        }
        let bench = try FetchBench { $0.connectTo = [server.connectTo] }
        _ = try await bench.fetch("http://a.test/slow")
        _ = try await bench.fetch("http://a.test/")
        async let one = bench.fetch("http://b.test/both")
        async let two = bench.fetch("http://b.test/both")
        _ = try await (one, two)
        #expect(try #require(server.log.smallestGap(ofHost: "a.test")) >= .milliseconds(80))
        let gap = try #require(server.log.smallestGap(ofHost: "a.test"))
        #expect(try #require(server.log.smallestPause(ofHost: "a.test")) <= gap - .milliseconds(80))
        #expect(server.log.smallestPause(ofHost: "b.test") == .zero)
        #expect(server.log.largestParallelism(ofHost: "a.test") == 1)
        #expect(server.log.largestParallelism(ofHost: "b.test") == 2)
        #expect(server.log.smallestGap(ofHost: "c.test") == nil)
        #expect(server.log.largestParallelism(ofHost: "c.test") == 0)
    }

    @Test func `the certificate of the authority goes with its front`() throws {
        let folder = TemporaryFolder()
        do {
            let front = try TLSFront(folder: folder.path)
            #expect(
                String(decoding: TemporaryFolder.read(front.caFile), as: UTF8.self).hasPrefix(
                    "-----BEGIN CERTIFICATE-----"))
        }
        #expect(TemporaryFolder.names(in: folder.path).isEmpty)
        #expect(throws: LoopbackError.self) { try TLSFront(folder: "/no/such/folder") }
    }
}
