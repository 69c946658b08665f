import Fetching
import FetchingCurl
import LoopbackSite
import Testing
import WebURLs

/// The address policy on real connections.
@Suite struct AddressRefusalTests {
    @Test(arguments: [
        ("http://127.0.0.1/", "loopback"), ("http://[::1]/", "loopback"), ("http://localhost/", "loopback"),
        ("http://2130706433/", "loopback"), ("http://0x7f.1/", "loopback"),
        ("http://10.0.0.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://[::ffff:10.0.0.1]/", "IPv4-mapped"),
        ("https://192.168.1.1/", "private network"), ("http://[fe80::1]/", "link-local"),
        ("http://0.0.0.0/", "unspecified"), ("http://[64:ff9b::7f00:1]/", "NAT64"),
    ])
    func `an inner address is refused before a connection is made`(url: String, range: String) async throws {
        let bench = try FetchBench { $0.addressPolicy = AddressPolicy() }
        let error = try await bench.error(url)
        #expect(error.phase == .addressPolicy)
        #expect(error.reason.contains("is in range \(range)"), "\(error.reason)")
        #expect(error.requestHead.isEmpty)
        #expect(!error.isTransient)
    }

    @Test func `no connection reaches a server that must not be asked`() async throws {
        let server = try LoopbackServer { _ in .text("secret") }
        let bench = try FetchBench { $0.addressPolicy = AddressPolicy() }
        #expect(try await bench.error(server.url()).phase == .addressPolicy)
        #expect(server.connections == 0)
    }

    @Test func `a mapped host is judged by the address it is mapped to`() async throws {
        let server = try LoopbackServer { _ in .text("secret") }
        let bench = try FetchBench {
            $0.addressPolicy = AddressPolicy()
            $0.connectTo = [server.connectTo]
        }
        let error = try await bench.error("http://news.example/")
        #expect(error.phase == .addressPolicy)
        #expect(server.connections == 0)
    }

    @Test func `with the switch loopback is asked and nothing else`() async throws {
        let server = try LoopbackServer(address: "127.3.2.1") { _ in .text("ok") }
        let bench = try FetchBench()
        #expect(try await bench.fetch(server.url()).address == "127.3.2.1")
        #expect(try await bench.error("http://10.0.0.1/").phase == .addressPolicy)
    }

    @Test func `an IPv6 server is asked and recorded`() async throws {
        guard let server = try? LoopbackServer(address: "::1", fallback: { _ in .text("six") }) else {
            return
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.body.text == "six")
        #expect(capture.address == "::1")
    }

    @Test(arguments: [
        "http://10.0.0.1/", "http://169.254.169.254/", "http://localhost/", "http://a.localhost./",
        "http://[::1]/",
    ])
    func `a proxy is not asked for an inner address`(url: String) async throws {
        let proxy = try LoopbackServer { _ in .text("through") }
        let bench = try FetchBench {
            $0.addressPolicy = AddressPolicy()
            $0.proxy = proxy.url("")
        }
        #expect(try await bench.error(url).phase == .addressPolicy)
        #expect(proxy.connections == 0)
    }
}
