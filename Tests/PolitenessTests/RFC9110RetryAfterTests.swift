import FoundationEssentials
import Politeness
import Testing

/// The sentences of RFC 9110 §10.2.3, each as a test.
@Suite struct RFC9110RetryAfterTests {
    /// 2027-01-15T08:00:00Z, the moment at which the answer has come.
    private let end = Date(timeIntervalSince1970: 1_800_000_000)

    private func pause(status: Int, _ value: String) -> Double {
        PolitenessPolicy().readyAt(
            after: end, responseTime: .zero, rules: .allowAll, status: status, retryAfter: value
        ).timeIntervalSince(end)
    }

    @Test func `with 503 it says how long the service is expected to be unavailable`() {
        #expect(pause(status: 503, "120") == 120)
    }

    @Test(arguments: [300, 301, 302, 303, 307, 308])
    func `with a redirect it is the least time before the redirected request`(status: Int) {
        #expect(pause(status: status, "120") == 120)
        #expect(pause(status: status, "1") == 2)
    }

    @Test func `it may be sent with any answer, but says nothing about the next request after others`() {
        for status in [200, 404, 500] { #expect(pause(status: status, "1000") < 1_000) }
    }

    @Test(arguments: [
        "Fri, 15 Jan 2027 08:05:00 GMT", "Friday, 15-Jan-27 08:05:00 GMT", "Fri Jan 15 08:05:00 2027",
    ])
    func `its value may be a date in any of the three forms`(value: String) {
        #expect(pause(status: 503, value) == 300)
    }

    @Test func `its value may be a number of seconds after the answer has come`() {
        #expect(pause(status: 503, "10") == 10)
        #expect(pause(status: 503, "010") == 10)
    }

    @Test(arguments: ["-10", "1.5", "10s", "0x10", "", "+10", "1e3", "ten"])
    func `what is no whole number of seconds and no date asks for nothing`(value: String) {
        // Then the back-off of a first refusal counts.
        #expect(pause(status: 503, value) == 5)
    }
}
