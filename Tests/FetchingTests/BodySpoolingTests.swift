import Fetching
import FetchingCurl
import LoopbackSite
import Testing
import WebURLs

@Suite struct BodySpoolingTests {
    /// Bytes that differ with their place, made quickly.
    private static func bytes(_ count: Int) -> [UInt8] {
        let block = (0..<251).map { UInt8($0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + block.count)
        while bytes.count < count { bytes += block }
        return Array(bytes.prefix(count))
    }

    @Test(
        arguments: [
            (SpoolFile.threshold, false), (SpoolFile.threshold + 1, true), (3_000_000, true),
        ], [true, false])
    func `a large body lies in a file until its capture goes`(
        size: (count: Int, isSpooled: Bool), isChunked: Bool
    ) async throws {
        let body = Self.bytes(size.count)
        let server = try LoopbackServer { _ in
            .bytes(body, framing: isChunked ? .chunks(of: 50_000) : .length)
        }
        let bench = try FetchBench()
        do {
            let capture = try await bench.fetch(server.url())
            #expect(capture.body.isSpooled == size.isSpooled)
            #expect(capture.body.count == size.count)
            #expect(capture.body.has(body))
            #expect(TemporaryFolder.names(in: bench.folder.spool).count == (size.isSpooled ? 1 : 0))
        }
        #expect(TemporaryFolder.names(in: bench.folder.spool).isEmpty)
    }

    @Test func `a body in crumbs comes whole`() async throws {
        let body = Self.bytes(SpoolFile.threshold + 100_001)
        let server = try LoopbackServer { _ in .bytes(body, framing: .chunks(of: 1)) }
        let bench = try FetchBench()
        let capture = try await bench.fetch(server.url())
        #expect(capture.truncation == nil)
        #expect(capture.body.isSpooled)
        #expect(capture.body.has(body))
        withExtendedLifetime(bench) {}
    }

    @Test func `a cut body in a file is cut at the limit`() async throws {
        let server = try LoopbackServer { _ in .bytes(Self.bytes(3_000_000)) }
        let bench = try FetchBench()
        let capture = try await bench.fetch(server.url(), limits: .limits(body: 1_500_001))
        #expect(capture.truncation == .length)
        #expect(capture.body.isSpooled)
        #expect(capture.body.count == 1_500_001)
        #expect(capture.body.has(Self.bytes(1_500_001)))
        withExtendedLifetime(bench) {}
    }

    @Test func `the file of an ended exchange without capture is deleted`() async throws {
        let server = try LoopbackServer { _ in
            .script(head: [], then: [.bytes(Self.bytes(1_500_000)), .hold])
        }
        let bench = try FetchBench()
        let url = try #require(WebURL(server.url()))
        let task = Task { try await bench.fetcher.fetch(FetchRequest(url: url, limits: .short)) }
        var rounds = 0
        while TemporaryFolder.names(in: bench.folder.spool).isEmpty, rounds < 1_000_000 {
            rounds += 1
            await Task.yield()
        }
        #expect(TemporaryFolder.names(in: bench.folder.spool).count == 1)
        task.cancel()
        let result = await task.result
        #expect(throws: FetchError.self) { try result.get() }
        #expect(TemporaryFolder.names(in: bench.folder.spool).isEmpty)
    }

    @Test func `what an earlier run has left is deleted, other files stay`() async throws {
        let folder = TemporaryFolder()
        _ = folder.write("old", to: "99-1.body")
        let other = folder.write("mine", to: "notes.txt")
        _ = try CurlFetcher(CurlOptions(), spoolFolder: folder.path)
        #expect(TemporaryFolder.names(in: folder.path) == ["notes.txt"])
        #expect(TemporaryFolder.read(other) == Array("mine".utf8))
    }

    @Test func `a folder that cannot be written ends the fetch, not the fetcher`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/large" ? .bytes(Self.bytes(1_500_000)) : .text("small")
        }
        let bench = try FetchBench()
        TemporaryFolder.delete(bench.folder.spool)
        let error = try await bench.error(server.url("/large"))
        #expect(error.phase == .spool)
        #expect(error.reason.contains("No such file or directory"))
        #expect(try await bench.fetch(server.url("/small")).body.text == "small")
    }

    @Test func `bodies of captures count until they go`() async throws {
        let server = try LoopbackServer { _ in .bytes(Self.bytes(10_000)) }
        let bench = try FetchBench()
        do {
            let captures = [try await bench.fetch(server.url()), try await bench.fetch(server.url())]
            #expect(bench.fetcher.bodyMemoryInUse == 20_000)
            #expect(captures.count == 2)
        }
        #expect(bench.fetcher.bodyMemoryInUse == 0)
    }

    @Test func `a transfer without memory goes on when a capture goes`() async throws {
        let server = try LoopbackServer { request in
            .bytes(Self.bytes(request.path == "/a" ? 60_000 : 50_000))
        }
        let bench = try FetchBench { $0.maximumBodyMemory = 100_000 }
        var held: Capture? = try await bench.fetch(server.url("/a"))
        #expect(held?.body.count == 60_000)
        let url = try #require(WebURL(server.url("/b")))
        async let second = bench.fetcher.fetch(FetchRequest(url: url, limits: .short))
        // It gets as far as memory reaches; then the first capture makes room.
        await server.log.wait { $0.last?.endedAt != nil && $0.count == 2 }
        held = nil
        let capture = try await second
        #expect(capture.body.has(Self.bytes(50_000)))
        #expect(capture.truncation == nil)
    }

    @Test func `a transfer that gets no memory for long goes to a file`() async throws {
        let server = try LoopbackServer { _ in .bytes(Self.bytes(80_000)) }
        let bench = try FetchBench { $0.maximumBodyMemory = 100_000 }
        let first = try await bench.fetch(server.url("/a"))
        let second = try await bench.fetch(server.url("/b"))
        #expect(!first.body.isSpooled)
        #expect(second.body.isSpooled)
        #expect(second.body.has(Self.bytes(80_000)))
        #expect(second.truncation == nil)
        #expect(bench.fetcher.bodyMemoryInUse == 80_000)
    }

    @Test(arguments: [100_000, 45_000, 41_000])
    func `a transfer that has waited for memory is still cut at its limit`(limit: Int) async throws {
        let server = try LoopbackServer { _ in .bytes(Self.bytes(60_000)) }
        let bench = try FetchBench { $0.maximumBodyMemory = 100_000 }
        let first = try await bench.fetch(server.url("/a"))
        let second = try await bench.fetch(server.url("/b"), limits: .limits(body: limit))
        #expect(first.body.count == 60_000)
        #expect(second.body.has(Self.bytes(min(limit, 60_000))))
        #expect(second.truncation == (limit < 60_000 ? .length : nil))
    }

    @Test func `a hundred bodies share little memory and all come through`() async throws {
        let body = Self.bytes(40_000)
        let server = try LoopbackServer { _ in .bytes(body) }
        let bench = try FetchBench { $0.maximumBodyMemory = 200_000 }
        let fetcher = bench.fetcher
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                let url = try #require(WebURL(server.url("/\(number)")))
                group.addTask {
                    try await fetcher.fetch(FetchRequest(url: url, limits: .short)).body.has(body)
                }
            }
            for try await isWhole in group { #expect(isWhole) }
        }
        #expect(fetcher.bodyMemoryInUse == 0)
    }
}
