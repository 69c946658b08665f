import Fetching
import FetchingCurl
import HTTPMessages
import LoopbackSite
import Testing
import WebURLs

@Suite struct CurlOptionsTests {
    @Test func `every host can be mapped to one server and keeps its name`() async throws {
        let server = try LoopbackServer(hosts: ["a.test": { _ in .text("A") }, "b.test": { _ in .text("B") }])
        let bench = try FetchBench { $0.connectTo = [server.connectTo] }
        #expect(try await bench.fetch("http://a.test/").body.text == "A")
        #expect(try await bench.fetch("http://b.test:8080/").body.text == "B")
        #expect(try await bench.fetch("http://c.test/").head.status == 404)
        #expect(server.log.hosts == ["a.test", "b.test", "c.test"])
    }

    @Test func `a mapping may name one host`() async throws {
        let server = try LoopbackServer { _ in .text("mapped") }
        let bench = try FetchBench { $0.connectTo = ["a.test:80:127.0.0.1:\(server.port)"] }
        #expect(try await bench.fetch("http://a.test/").body.text == "mapped")
        #expect(try await bench.error("http://b.invalid/").phase == .resolve)
    }

    @Test func `through a proxy the address is left out`() async throws {
        let proxy = try LoopbackServer { .text("\($0.host)\($0.target)") }
        let bench = try FetchBench {
            $0.addressPolicy = AddressPolicy()
            $0.proxy = proxy.url("")
        }
        let capture = try await bench.fetch("http://news.example/a?b")
        #expect(capture.body.text == "news.example/a?b")
        #expect(capture.address == nil)
        #expect(capture.requestHead.starts(with: Array("GET http://news.example/a?b HTTP/1.1\r\n".utf8)))
    }

    @Test func `a proxy that refuses the tunnel is a connect error`() async throws {
        let proxy = try LoopbackServer { _ in .text("no", status: 403) }
        let bench = try FetchBench { $0.proxy = proxy.url("") }
        let error = try await bench.error("https://news.example/")
        #expect(error.phase == .connect)
        #expect(error.reason.contains("403"))
        #expect(error.requestHead.isEmpty)
    }

    @Test func `a SOCKS proxy is given the name, not an address`() async throws {
        let proxy = try #require(SOCKSServer(body: "through"))
        let bench = try FetchBench {
            $0.addressPolicy = AddressPolicy()
            $0.proxy = "socks5h://127.0.0.1:\(proxy.port)"
        }
        let capture = try await bench.fetch("http://news.invalid:8080/a")
        #expect(capture.body.text == "through")
        #expect(capture.address == nil)
        #expect(
            capture.requestHead.starts(with: Array("GET /a HTTP/1.1\r\nHost: news.invalid:8080\r\n".utf8)))
        #expect(proxy.targets == ["news.invalid:8080"])
    }

    @Test(arguments: [("127.0.0.1", IPAddress.Family.v4), ("::1", .v6)])
    func `one family of addresses can be chosen`(address: String, family: IPAddress.Family) async throws {
        guard let server = try? LoopbackServer(address: address, fallback: { _ in .text("x") }) else {
            return
        }
        // The name has an address of each family.
        let url = "http://localhost:\(server.port)/"
        #expect(try await FetchBench { $0.family = family }.fetch(url).address == address)
        let error = try await FetchBench { $0.family = family == .v4 ? .v6 : .v4 }.error(url)
        #expect(error.phase == .connect, "\(error)")
        #expect(server.connections == 1)
    }

    @Test func `no cookie is kept unless files are named`() async throws {
        let server = try LoopbackServer { request in
            .text(request["Cookie"] ?? "none", fields: [("Set-Cookie", "a=1; Path=/")])
        }
        let bench = try FetchBench()
        for _ in 0..<2 { #expect(try await bench.fetch(server.url()).body.text == "none") }
    }

    @Test func `cookies are read, kept, sent to their host alone, and written`() async throws {
        let server = try LoopbackServer { request in
            .text(request["Cookie"] ?? "none", fields: [("Set-Cookie", "new=2; Path=/; Max-Age=3600")])
        }
        let folder = TemporaryFolder()
        let file = folder.write(
            "# Netscape HTTP Cookie File\na.test\tFALSE\t/\tFALSE\t0\told\t1\n", to: "cookies.txt")
        let bench = try FetchBench {
            $0.connectTo = [server.connectTo]
            $0.cookiesFrom = file
            $0.cookiesTo = folder.path + "/after.txt"
        }
        #expect(try await bench.fetch("http://a.test/").body.text == "old=1")
        let second = try await bench.fetch("http://a.test/").body.text
        #expect(Set(second.split(separator: "; ")) == ["old=1", "new=2"])
        #expect(try await bench.fetch("http://b.test/").body.text == "none")
        #expect(await bench.fetcher.shutdown())
        let written = String(decoding: TemporaryFolder.read(folder.path + "/after.txt"), as: UTF8.self)
        #expect(written.contains("a.test\tFALSE\t/\tFALSE\t0\told\t1"))
        #expect(written.contains("b.test") && written.contains("new\t2"))
    }

    @Test func `cookies that cannot be written are told`() async throws {
        let bench = try FetchBench { $0.cookiesTo = "/proc/no/such/folder" }
        #expect(await bench.fetcher.shutdown() == false)
    }

    @Test func `a flood of cookies does not grow the next request without bound`() async throws {
        let site = try #require(HostileSite.named("cookie-flood"))
        let server = try LoopbackServer { site.respond($0) }
        let folder = TemporaryFolder()
        let bench = try FetchBench { $0.cookiesTo = folder.path + "/after.txt" }
        for _ in 0..<3 { #expect(try await bench.fetch(server.url()).head.status == 200) }
        #expect(try await bench.fetch(server.url()).requestHead.count < 100_000)
    }

    @Test(arguments: [
        ("news.example", false), ("a:b:c:d", false), ("::127.0.0.1:80:1", false),
        ("a:80:127.0.0.1:99999", false),
        (":::", true), ("::127.0.0.1:8443", true), ("a.test:443:[::1]:8443", true), ("a.test:443::", true),
    ])
    func `mappings are checked at start`(mapping: String, isGood: Bool) async throws {
        let bench = { try FetchBench { $0.connectTo = [mapping] } }
        if isGood {
            _ = try bench()
        } else {
            #expect(throws: CurlSetupError.mapping(mapping)) { try bench() }
        }
    }

    @Test func `what cannot work is told at start`() throws {
        #expect(throws: CurlSetupError.field(name: "X-A")) {
            try FetchBench { $0.fields = [("X-A", "a\nb")] }
        }
        #expect(throws: CurlSetupError.field(name: "User-Agent")) {
            try FetchBench { $0.userAgent = "a\r\nb" }
        }
        #expect(throws: CurlSetupError.proxy(scheme: "ftp")) { try FetchBench { $0.proxy = "ftp://a" } }
        #expect(throws: CurlSetupError.proxy(scheme: "")) { try FetchBench { $0.proxy = "user:secret@host" } }
        #expect(throws: CurlSetupError.certificates(path: "/no/ca.pem", reason: "No such file or directory"))
        {
            try FetchBench { $0.caFile = "/no/ca.pem" }
        }
        #expect(throws: CurlSetupError.cookies(path: "/no/c.txt", reason: "No such file or directory")) {
            try FetchBench { $0.cookiesFrom = "/no/c.txt" }
        }
        #expect(
            throws: CurlSetupError.spoolFolder(path: "/no/such/folder", reason: "No such file or directory")
        ) {
            try CurlFetcher(CurlOptions(), spoolFolder: "/no/such/folder")
        }
    }

    @Test func `no more exchanges than allowed are under way`() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let bench = try FetchBench { $0.maximumConnections = 4 }
        let fetcher = bench.fetcher
        let url = try #require(WebURL(server.url()))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask { (try? await fetcher.fetch(FetchRequest(url: url, limits: .short))) != nil }
            }
            for await isGood in group { #expect(isGood) }
        }
        #expect(server.log.largestParallelism(ofHost: "127.0.0.1") <= 4)
        #expect(server.connections <= 4)
    }
}
