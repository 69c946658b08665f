import Testing

@testable import Dashboard

@Suite struct DashboardRequestTests {
    private func read(_ head: String) -> Result<DashboardRequest, DashboardRequest.Refusal> {
        DashboardRequest.read(Array((head + "\r\n\r\n").utf8), port: 8080)
    }

    @Test func `path and query are told apart and decoded`() throws {
        let request = try read(
            "GET /raw?url=http%3A%2F%2Fa.example%2F%3Fb%3D1+2&row=7 HTTP/1.1\r\nHost: 127.0.0.1:8080"
        ).get()
        #expect(request.path == "/raw")
        #expect(request["url"] == "http://a.example/?b=1 2")
        #expect(request.number("row") == 7)
        #expect(request["none"] == nil)
    }

    @Test(arguments: [
        "Host: attacker.example:8080", "Host: 127.0.0.1", "Host: 127.0.0.1:8081",
        "Host: localhost.attacker.example:8080",
        "Accept: */*", "Host: 127.0.0.1:8080\r\nHost: 127.0.0.1:8080",
    ])
    func `a request under another name is refused`(fields: String) {
        guard case .failure(let refusal) = read("GET / HTTP/1.1\r\n" + fields) else {
            Issue.record("was heard")
            return
        }
        #expect(refusal.response.status == 421)
    }

    @Test(arguments: [
        ("POST / HTTP/1.1", 405), ("GET http://x/ HTTP/1.1", 400), ("GET", 400), ("GET / FTP/1", 400),
    ])
    func `only reading is offered`(line: String, status: Int) {
        guard case .failure(let refusal) = read(line + "\r\nHost: 127.0.0.1:8080") else {
            Issue.record("was heard")
            return
        }
        #expect(refusal.response.status == status)
    }

    @Test func `an address survives its way through a query`() throws {
        let address = "http://a.example/ü?x=1&y=%20#z"
        let request = DashboardRequest(
            method: "GET", target: "/raw?url=" + DashboardRequest.encoded(address), host: "127.0.0.1:8080")
        #expect(request["url"] == address)
    }
}
