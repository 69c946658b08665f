import Executors
import Fetching
import FetchingCurl
import Glibc
import Testing

@testable import LoopbackSite

/// A port at which a server speaks HTTP without TLS, asked with https.
@Suite struct PlainAnswerTests {
    @Test func `a server that does not speak TLS is said not to`() async throws {
        let listener = try Listener(address: "127.0.0.1", port: 0)
        defer { listener.stop() }
        _ = DedicatedThread(name: "plain") {
            while let client = listener.accept() {
                var hello = [UInt8](repeating: 0, count: 4_096)
                _ = recv(client, &hello, hello.count, 0)
                let answer = Array("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".utf8)
                _ = send(client, answer, answer.count, Int32(MSG_NOSIGNAL))
                close(client)
            }
        }
        let error = try await FetchBench().error("https://127.0.0.1:\(listener.port)/")
        #expect(error.phase == .tls)
        #expect(error.reason == "the server does not speak TLS; http:// is meant perhaps")
    }
}
