import Fetching
import FetchingCurl
import HTTPMessages
import LoopbackSite
import Testing

/// What is left of an answer whose head came whole.
@Suite struct TruncationTests {
    private struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let response: SiteResponse
        let truncation: Capture.Truncation?
        let body: String
        var limits = FetchLimits.short

        var testDescription: String { name }
    }

    private static let faults = [
        Fault(
            name: "reset",
            response: .script(
                head: ["Content-Length: 100"], then: [.text("some"), .pause(.milliseconds(30)), .reset]),
            truncation: .disconnect, body: "some"),
        Fault(
            name: "length too long",
            response: .script(head: ["Content-Length: 100"], then: [.text("some"), .close]),
            truncation: .disconnect, body: "some"),
        Fault(
            name: "length too short",
            response: .script(head: ["Content-Length: 3"], then: [.text("some"), .close]),
            truncation: nil, body: "som"),
        Fault(
            name: "no body at all", response: .script(head: ["Content-Length: 100"], then: [.close]),
            truncation: .disconnect, body: ""),
        Fault(
            name: "bad chunk size",
            response: .script(
                head: ["Transfer-Encoding: chunked"], then: [.text("4\r\nsome\r\nZZ\r\nmore"), .close]),
            truncation: .unspecified, body: "some"),
        Fault(
            name: "negative chunk size",
            response: .script(
                head: ["Transfer-Encoding: chunked"], then: [.text("4\r\nsome\r\n-4\r\nmore"), .close]),
            truncation: .unspecified, body: "some"),
        Fault(
            name: "huge chunk size",
            response: .script(
                head: ["Transfer-Encoding: chunked"],
                then: [.text("4\r\nsome\r\nfffffffffffffffffff\r\nmore"), .close]),
            truncation: .unspecified, body: "some"),
        Fault(
            name: "cut chunk",
            response: .script(
                head: ["Transfer-Encoding: chunked"], then: [.text("4\r\nsome\r\n10\r\nmo"), .close]),
            truncation: .disconnect, body: "somemo"),
        Fault(
            name: "no last chunk",
            response: .script(head: ["Transfer-Encoding: chunked"], then: [.text("4\r\nsome\r\n"), .close]),
            truncation: .disconnect, body: "some"),
        Fault(
            name: "no byte more", response: .script(head: [], then: [.text("some"), .hold]),
            truncation: .time,
            body: "some", limits: .limits(idle: .milliseconds(200))),
        Fault(
            name: "no end in time",
            response: .script(
                head: [], then: [.text("some"), .repeatForever(Array("x".utf8), every: .seconds(60))]),
            truncation: .time, body: "somex", limits: .limits(total: .milliseconds(300))),
        Fault(
            name: "as long as allowed", response: .text("0123456789"), truncation: nil, body: "0123456789",
            limits: .limits(body: 10)),
        Fault(
            name: "longer than allowed", response: .text("0123456789"), truncation: .length,
            body: "012345678",
            limits: .limits(body: 9)),
        Fault(
            name: "nothing allowed", response: .text("0123456789"), truncation: .length, body: "",
            limits: .limits(body: 0)),
        Fault(
            name: "endless",
            response: .script(head: [], then: [.repeatForever(Array("abcdefgh".utf8), every: .zero)]),
            truncation: .length, body: "abcdefghab", limits: .limits(body: 10)),
        Fault(
            name: "endless chunks",
            response: .script(
                head: ["Transfer-Encoding: chunked"],
                then: [.repeatForever(Array("3\r\nabc\r\n".utf8), every: .zero)]),
            truncation: .length, body: "abcabcabca", limits: .limits(body: 10)),
        Fault(
            name: "endless trailer",
            response: .script(
                head: ["Transfer-Encoding: chunked"],
                then: [
                    .text("4\r\nsome\r\n0\r\n"), .repeatForever(Array("X-More: more\r\n".utf8), every: .zero),
                ]),
            truncation: .unspecified, body: "some"),
        Fault(
            name: "rubbish for a trailer",
            response: .script(
                head: ["Transfer-Encoding: chunked"],
                then: [.text("4\r\nsome\r\n0\r\nno colon\r\n\r\n"), .close]),
            truncation: .unspecified, body: "some"),
    ]

    @Test(arguments: faults)
    private func `after the head every fault leaves a capture with the bytes so far`(fault: Fault)
        async throws
    {
        let server = try LoopbackServer { _ in fault.response }
        let bench = try FetchBench()
        let capture = try await bench.fetch(server.url(), limits: fault.limits)
        #expect(capture.truncation == fault.truncation)
        #expect(capture.body.text == fault.body)
        #expect(capture.head.status == 200)
        #expect(capture.address == "127.0.0.1")
        #expect(capture.requestHead.starts(with: Array("GET / HTTP/1.1\r\n".utf8)))
    }
}
