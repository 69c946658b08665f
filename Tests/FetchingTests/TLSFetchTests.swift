import Fetching
import FetchingCurl
import LoopbackSite
import Testing

@Suite struct TLSFetchTests {
    private let folder = TemporaryFolder()

    private func server(faults: [String: TLSFront.Fault] = [:], limitsToTLS12: Bool = false) throws
        -> LoopbackServer
    {
        let front = try TLSFront(folder: folder.path, faults: faults, limitsToTLS12: limitsToTLS12)
        return try LoopbackServer(front: front) { .text("hello \($0.host)") }
    }

    private func bench(_ server: LoopbackServer, verifies: Bool = true, http2: Bool = false) throws
        -> FetchBench
    {
        try FetchBench {
            $0.connectTo = [server.connectTo]
            $0.caFile = server.caFile
            $0.verifiesTLS = verifies
            $0.offersHTTP2 = http2
        }
    }

    @Test(arguments: [true, false])
    func `version and cipher suite are recorded, on kept connections too`(isOld: Bool) async throws {
        let server = try server(limitsToTLS12: isOld)
        let bench = try bench(server)
        for _ in 0..<3 {
            for host in ["a.test", "b.test"] {
                let capture = try await bench.fetch("https://\(host)/")
                #expect(capture.body.text == "hello \(host)")
                #expect(capture.protocols == ["http/1.1", isOld ? "tls/1.2" : "tls/1.3"])
                #expect(
                    capture.cipherSuite
                        == (isOld ? "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" : "TLS_AES_256_GCM_SHA384"))
            }
        }
        #expect(server.connections == 2)
    }

    @Test(arguments: [
        (TLSFront.Fault.otherName, "no alternative certificate subject name matches"),
        (.expired, "certificate has expired"), (.notYetValid, "certificate is not yet valid"),
        (.selfSigned, "self-signed certificate"),
    ])
    func `a bad certificate is a TLS error that names the problem`(fault: TLSFront.Fault, reason: String)
        async throws
    {
        let server = try server(faults: ["a.test": fault])
        let error = try await bench(server).error("https://a.test/")
        #expect(error.phase == .tls)
        #expect(error.reason.contains(reason), "\(error.reason)")
        #expect(error.requestHead.isEmpty)
        #expect(server.log.entries.isEmpty)
        #expect(try await bench(server, verifies: false).fetch("https://a.test/").body.text == "hello a.test")
    }

    @Test func `an authority that is not trusted is a TLS error`() async throws {
        let server = try server()
        let bench = try FetchBench { $0.connectTo = [server.connectTo] }
        let error = try await bench.error("https://a.test/")
        #expect(error.phase == .tls)
        #expect(error.reason.contains("unable to get local issuer certificate"), "\(error.reason)")
    }

    @Test func `a server that only speaks HTTP 1 is asked in it when HTTP 2 is offered`() async throws {
        let server = try server()
        let capture = try await bench(server, http2: true).fetch("https://a.test/")
        #expect(capture.protocols == ["http/1.1", "tls/1.3"])
    }

    @Test func `a handshake that does not end is a time error`() async throws {
        let mute = try LoopbackServer { _ in .script([.hold]) }
        let bench = try FetchBench { $0.connectTo = [mute.connectTo] }
        let error = try await bench.error("https://a.test/", limits: .limits(connect: .milliseconds(300)))
        #expect(error.phase == .time)
        #expect(error.reason.contains("no TLS connection after"), "\(error.reason)")
    }
}
