import Testing

@testable import WARC

@Suite struct WARCSerialiserTests {
    @Test func `fields stand in one order whatever the order in which they were added`() {
        let fields: [(name: String, value: String)] = [
            ("WARC-Type", "response"), ("WARC-Record-ID", "<urn:uuid:1>"),
            ("WARC-Date", "2026-01-02T03:04:05.000Z"),
            ("WARC-Target-URI", "https://a.example/"), ("WARC-Warcinfo-ID", "<urn:uuid:0>"),
            ("WARC-IP-Address", "192.0.2.1"), ("Content-Type", "application/http;msgtype=response"),
            ("WARC-Payload-Digest", "sha1:A"), ("WARC-Block-Digest", "sha1:B"), ("WARC-Protocol", "h2"),
            ("WARC-Protocol", "tls/1.3"), ("WARC-Cipher-Suite", "TLS_AES_128_GCM_SHA256"),
            ("WARC-Truncated", "length"),
            ("X-Own", "1"), ("Content-Length", "7"),
        ]
        let expected = "WARC/1.1\r\n" + fields.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n"
        var numbers = SeededNumbers(state: 5)
        for _ in 0..<20 {
            var shuffled = fields.filter { $0.name != "WARC-Protocol" }.shuffled(using: &numbers)
            shuffled += fields.filter { $0.name == "WARC-Protocol" }
            let header = WARCSerialiser.header(WARCFields(shuffled), blockLength: 7)
            #expect(String(decoding: header, as: UTF8.self) == expected)
        }
    }

    @Test func `what is written is read again`() throws {
        let head = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
        let body = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
        var fields = WARCFields([("WARC-Type", "response"), ("WARC-Record-ID", "<urn:uuid:1>")])
        fields.append(WARCField.blockDigest, PayloadDigest.of(head + body))
        let bytes = WARCSerialiser.record(fields, head: head[...], body: body[...])
        let read = try #require(try Reading(bytes).records.first)
        #expect(Array(read.record.block) == head + body)
        #expect(read.blockDigest == .matches)
        #expect(read.oddities == [])
        #expect(read.length == Int64(bytes.count))
    }
}
