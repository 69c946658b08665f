import Foundation
import LoopbackSite
import Testing

/// `newshound serve`, asked over its socket as a browser asks it.
@Suite(.serialized) struct ServeTests {
    private let site = NumberedSite(pages: 3, hosts: 1)

    /// The program while it serves.
    private final class Serving {
        let process = Process()
        let port: UInt16

        init(_ crawl: String) throws {
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = ["serve", crawl, "--json"]
            process.standardOutput = pipe.fileHandleForWriting
            try process.run()
            try pipe.fileHandleForWriting.close()
            let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            let digits = line.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
            port = try #require(UInt16(digits), "\(line)")
        }

        /// What is answered to a head; `{port}` in it stands for the port.
        func ask(_ head: String) throws -> String {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(client) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let connected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            try #require(connected == 0)
            let bytes = Array((head.replacing("{port}", with: String(port)) + "\r\n\r\n").utf8)
            _ = write(client, bytes, bytes.count)
            var answer: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(client, &piece, piece.count)
                guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
                answer += piece.prefix(count)
            }
        }

        func get(_ target: String) throws -> String {
            try ask("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:{port}")
        }

        func end() -> Int32 {
            kill(process.processIdentifier, SIGINT)
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    private func makeCrawl(_ folder: TemporaryFolder) async throws -> String {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", folder.path + "/crawl", "--allow-loopback",
                "--connect-to", server.connectTo, "--delay", "0", "--quiet",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
        return folder.path + "/crawl"
    }

    @Test(arguments: ["99999", "-1", "http"])
    func `a port that is none is refused`(port: String) async throws {
        let folder = try TemporaryFolder()
        let ending = try await Program.run(["serve", "crawl", "--port=\(port)"], in: folder.path)
        #expect(ending.status == 2)
        #expect(
            ending.errors == "newshound: --port \(port): is not a port; give a number from 0 to 65535\n")
    }

    @Test func `pages are listed, read and replayed in a sandbox`() async throws {
        let folder = try TemporaryFolder()
        let serving = try Serving(try await makeCrawl(folder))
        let list = try serving.get("/")
        #expect(list.hasPrefix("HTTP/1.1 200 OK\r\n"))
        for page in site.urls { #expect(list.contains(">\(page)</a>")) }
        let row = try #require(list.firstMatch(of: /page\?row=(\d+)/)?.1)
        #expect(try serving.get("/page?row=\(row)").contains("barges this week"))
        #expect(try serving.get("/replay?row=\(row)").contains("<iframe sandbox=\"\""))
        let raw = try serving.get("/raw?url=" + site.url(0))
        #expect(raw.contains("Content-Security-Policy: sandbox; default-src 'none';"))
        #expect(raw.contains("<h1>Report number 0</h1>"))
        #expect(raw.contains("/raw?url=http%3A%2F%2Fhost0.example.org%2Fpage%2F1"))
        #expect(try serving.get("/status").contains("at rest"))
        #expect(try serving.get("/status.json").contains("\"pages\":3,"))
        #expect(try serving.get("/raw?url=http://none.example/").hasPrefix("HTTP/1.1 404 "))
        #expect(try serving.get("/../../etc/passwd").hasPrefix("HTTP/1.1 404 "))
        #expect(serving.end() == 0)
    }

    @Test func `other names, methods and endless heads are refused`() async throws {
        let folder = try TemporaryFolder()
        let serving = try Serving(try await makeCrawl(folder))
        #expect(try serving.ask("GET / HTTP/1.1\r\nHost: attacker.example").hasPrefix("HTTP/1.1 421 "))
        #expect(try serving.ask("POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}").hasPrefix("HTTP/1.1 405 "))
        #expect(try serving.ask("rubbish").hasPrefix("HTTP/1.1 400 "))
        let long = String(repeating: "x", count: 20_000)
        let endless = try serving.ask("GET /\(long) HTTP/1.1\r\nHost: 127.0.0.1:{port}")
        #expect(endless.isEmpty || endless.hasPrefix("HTTP/1.1 431 "))
        let head = try serving.ask("HEAD / HTTP/1.1\r\nHost: localhost:{port}")
        #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
        #expect(serving.end() == 0)
    }

    @Test func `a port that is taken is status 2`() async throws {
        let folder = try TemporaryFolder()
        let crawl = try await makeCrawl(folder)
        let serving = try Serving(crawl)
        let second = try await Program.run(["serve", crawl, "--port", "\(serving.port)"], in: folder.path)
        #expect(second.status == 2)
        #expect(second.errors.hasPrefix("newshound: 127.0.0.1:\(serving.port): cannot be listened on: "))
        #expect(serving.end() == 0)
    }
}
