import Fetching
import FetchingCurl
import FoundationEssentials
import Glibc
import LoopbackSite
import Testing
import WebURLs

/// Which phase an exchange without answer ended in, and what the error knows.
@Suite struct FetchErrorTests {
    private struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let response: SiteResponse
        let phase: FetchError.Phase
        let reason: String
        var limits = FetchLimits.short

        var testDescription: String { name }
    }

    private static let faults = [
        Fault(name: "closed at once", response: .script([.close]), phase: .response, reason: "Empty reply"),
        Fault(name: "reset at once", response: .script([.reset]), phase: .response, reason: "reset by peer"),
        Fault(
            name: "head cut off", response: .script([.text("HTTP/1.1 200 OK\r\nA: b\r\n"), .close]),
            phase: .response,
            reason: "the head is cut off"),
        Fault(
            name: "HTTP/0.9", response: .script([.text("<html>"), .close]), phase: .head, reason: "HTTP/0.9"),
        Fault(
            name: "not HTTP at all", response: .script([.text("SSH-2.0-OpenSSH_9.2\r\n"), .close]),
            phase: .head,
            reason: "HTTP/0.9"),
        Fault(
            name: "NUL in a header", response: .script(head: ["X-A: a\0b"], then: [.text("x"), .close]),
            phase: .head,
            reason: "Nul byte"),
        Fault(
            name: "header without colon",
            response: .script(head: ["no colon here"], then: [.text("x"), .close]),
            phase: .head, reason: "without colon"),
        Fault(
            name: "endless headers",
            response: .script([
                .text("HTTP/1.1 200 OK\r\n"), .repeatForever(Array("X-A: b\r\n".utf8), every: .zero),
            ]),
            phase: .head, reason: "more than 262144 bytes"),
        Fault(
            name: "a thousand short header lines",
            response: .script([
                .text("HTTP/1.1 200 OK\r\n" + String(repeating: "a:\r\n", count: 1_000) + "\r\n")
            ]),
            phase: .head, reason: "1000 lines"),
        Fault(
            name: "endless header line",
            response: .script([
                .text("HTTP/1.1 200 OK\r\nX-A: "),
                .repeatForever([UInt8](repeating: 0x61, count: 1000), every: .zero),
            ]),
            phase: .head, reason: "more than 100 KB"),
        Fault(
            name: "endless early hints",
            response: .script([.repeatForever(Array("HTTP/1.1 103 Hints\r\n\r\n".utf8), every: .zero)]),
            phase: .head,
            reason: "more than 262144 bytes"),
        Fault(
            name: "no answer", response: .script([.hold]), phase: .time, reason: "no byte of an answer",
            limits: .limits(firstByte: .milliseconds(200))),
        Fault(
            name: "head does not go on", response: .script([.text("HTTP/1.1 200 OK\r\nA: b\r\n"), .hold]),
            phase: .time,
            reason: "no further byte of the head", limits: .limits(idle: .milliseconds(200))),
        Fault(
            name: "no whole head in time",
            response: .script([
                .text("HTTP/1.1 200 OK\r\n"),
                .repeatForever(Array("A: b\r\n".utf8), every: .milliseconds(20)),
            ]),
            phase: .time, reason: "no whole head", limits: .limits(total: .milliseconds(300))),
    ]

    @Test(arguments: faults)
    private func `without a whole head there is an error that names the phase`(fault: Fault) async throws {
        let server = try LoopbackServer { _ in fault.response }
        let bench = try FetchBench()
        let before = Date()
        let error = try await bench.error(server.url("/page"), limits: fault.limits)
        let startedAt = try #require(error.startedAt)
        #expect(before <= startedAt && startedAt <= Date())
        if fault.phase == .time { #expect(Date().timeIntervalSince(startedAt) > 0.15) }
        #expect(error.phase == fault.phase)
        #expect(error.reason.contains(fault.reason), "\(error.reason)")
        #expect(error.address == "127.0.0.1")
        #expect(error.requestHead.starts(with: Array("GET /page HTTP/1.1\r\n".utf8)))
        #expect(error.isTransient == (fault.phase != .head))
        // The fetcher goes on.
        let good = try LoopbackServer { _ in .text("ok") }
        #expect(try await bench.fetch(good.url()).body.text == "ok")
    }

    @Test func `a port where nobody listens is a connect error`() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let url = server.url()
        server.stop()
        let bench = try FetchBench()
        // The listener closes with the last of its threads.
        let error = try await bench.error(url)
        #expect([.connect, .response].contains(error.phase))
        #expect(error.address == nil || error.phase == .response)
    }

    @Test func `a name without address is a resolve error`() async throws {
        let error = try await FetchBench().error("http://no-such-host.invalid/")
        #expect(error.phase == .resolve)
        #expect(error.reason.contains("no-such-host.invalid"))
        #expect(error.requestHead.isEmpty)
        #expect(error.address == nil)
    }

    @Test func `a full queue of connections is a time error that names the connection`() async throws {
        // A listener that takes one connection and never accepts.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, length)
                _ = listen(listener, 0)
                _ = getsockname(listener, $0, &length)
            }
        }
        let port = UInt16(bigEndian: name.sin_port)
        var fillers: [Int32] = []
        defer { for filler in fillers { close(filler) } }
        for _ in 0..<8 {
            let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
            withUnsafePointer(to: &name) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(filler, $0, length) }
            }
            fillers.append(filler)
        }
        let error = try await FetchBench().error(
            "http://127.0.0.1:\(port)/", limits: .limits(connect: .milliseconds(300)))
        #expect(error.phase == .time)
        #expect(error.reason.contains("no connection after 0.3 seconds"), "\(error.reason)")
    }

    @Test func `a TLS client that is answered in clear text is a TLS error`() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let error = try await FetchBench().error(
            "https://127.0.0.1:\(server.port)/", limits: .limits(connect: .seconds(2)))
        #expect(error.phase == .tls || error.phase == .time)
    }
}
