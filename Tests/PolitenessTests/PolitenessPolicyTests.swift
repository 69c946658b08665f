import FoundationEssentials
import Politeness
import Testing
import WebURLs

@Suite struct PolitenessPolicyTests {
    private let policy = PolitenessPolicy()
    private let end = Date(timeIntervalSince1970: 1_800_000_000)

    /// Seconds from the end of a fetch to the start of the next.
    private func pause(
        _ policy: PolitenessPolicy = PolitenessPolicy(), responseTime: Duration = .zero,
        rules: RobotsRules = .allowAll,
        status: Int? = 200, host: HostKey? = nil, retryAfter: String? = nil, failures: Int = 0
    ) -> Double {
        policy.readyAt(
            after: end, responseTime: responseTime, rules: rules, status: status, host: host,
            retryAfter: retryAfter,
            consecutiveFailures: failures
        ).timeIntervalSince(end)
    }

    @Test func `the defaults are those of the documentation`() {
        #expect(policy.minimumDelay == .seconds(2))
        #expect(policy.loadFactor == 5)
        #expect(policy.maximumDelay == .seconds(30))
        #expect(policy.maximumCrawlDelay == .seconds(300))
        #expect(policy.maximumRetryAfter == .seconds(86_400))
        #expect(policy.backOff == .seconds(5))
        #expect(policy.maximumBackOff == .seconds(3_600))
        #expect(policy.maximumAttempts == 4)
    }

    @Test(arguments: [
        (Duration.zero, 2.0), (.milliseconds(100), 2), (.milliseconds(600), 3), (.seconds(4), 20),
        (.seconds(6), 30),
        (.seconds(500), 30), (.seconds(-5), 2), (.seconds(Int64.max), 30),
    ])
    func `the pause grows with the response time between its bounds`(responseTime: Duration, seconds: Double)
    {
        #expect(pause(responseTime: responseTime) == seconds)
    }

    @Test(arguments: [("5", 5.0), ("1", 2), ("299.5", 299.5), ("301", 300), ("86400", 300)])
    func `a crawl delay raises the pause up to its bound and never lowers it`(delay: String, seconds: Double)
    {
        let rules = rules("User-agent: *\nCrawl-delay: \(delay)\n")
        #expect(pause(rules: rules) == seconds)
        #expect(pause(responseTime: .seconds(100), rules: rules) == max(30, seconds))
    }

    @Test func `a crawl delay can be ignored`() {
        var policy = policy
        policy.maximumCrawlDelay = .zero
        #expect(pause(policy, rules: rules("User-agent: *\nCrawl-delay: 100\n")) == 2)
    }

    @Test func `without delay and load factor there is no pause`() {
        var policy = policy
        policy.minimumDelay = .zero
        policy.loadFactor = 0
        #expect(pause(policy, responseTime: .seconds(100)) == 0)
    }

    @Test(arguments: [Double.infinity, .nan, -1, .greatestFiniteMagnitude])
    func `a load factor that makes no sense leaves the pause within its bounds`(factor: Double) {
        var policy = policy
        policy.loadFactor = factor
        #expect((2...30).contains(pause(policy, responseTime: .seconds(1))))
        #expect((2...30).contains(pause(policy, responseTime: .zero)))
    }

    @Test func `a host can have a delay of its own`() {
        var policy = policy
        policy.hostDelays[HostKey(name: "slow.example")] = .seconds(60)
        policy.hostDelays[HostKey(name: "own.example")] = .zero
        #expect(pause(policy, host: HostKey(name: "slow.example")) == 60)
        #expect(pause(policy, host: HostKey(name: "own.example")) == 0)
        #expect(pause(policy, host: HostKey(name: "other.example")) == 2)
    }

    @Test(arguments: [429, 503])
    func `a refusal blocks the host for what Retry-After asks, up to a day`(status: Int) {
        #expect(pause(status: status, retryAfter: "120") == 120)
        #expect(pause(status: status, retryAfter: "3") == 3)
        #expect(pause(status: status, retryAfter: "0") == 2)
        #expect(pause(status: status, retryAfter: "31536000") == 86_400)
        #expect(pause(status: status, retryAfter: "99999999999999999999999") == 86_400)
        #expect(pause(status: status, retryAfter: "Fri, 15 Jan 2027 08:01:00 GMT") == 60)
        #expect(pause(status: status, retryAfter: "Fri, 15 Jan 1999 08:01:00 GMT") == 2)
    }

    @Test func `a host that keeps refusing is not believed when it asks for less than the back-off`() {
        #expect(pause(status: 503, retryAfter: "1", failures: 3) == 40)
        #expect(pause(status: 503, retryAfter: "100", failures: 3) == 100)
    }

    @Test(arguments: [
        (0, 5.0), (1, 10), (2, 20), (3, 40), (9, 2_560), (10, 3_600), (100, 3_600), (.max, 3_600), (-1, 5),
    ])
    func `without Retry-After the pause doubles with every failure in a row`(failures: Int, seconds: Double) {
        #expect(pause(status: 429, failures: failures) == seconds)
        #expect(pause(status: 503, retryAfter: "soon", failures: failures) == seconds)
        #expect(pause(status: 500, retryAfter: "9999", failures: failures) == seconds)
        #expect(pause(status: nil, failures: failures) == seconds)
    }

    @Test(arguments: [200, 204, 403, 404, 410])
    func `an ordinary answer has the ordinary pause whatever went before`(status: Int) {
        #expect(pause(status: status, retryAfter: "500", failures: 7) == 2)
    }

    @Test func `a refusal never shortens the ordinary pause`() {
        let rules = rules("User-agent: *\nCrawl-delay: 60\n")
        #expect(pause(rules: rules, status: 503, retryAfter: "1") == 60)
        #expect(pause(rules: rules, status: nil) == 60)
    }

    @Test(arguments: [nil, 429, 500, 502, 503, 504, 599])
    func `a URL is tried again until its attempts are used up`(status: Int?) {
        let pauses = (0..<5).map { attempts in
            policy.retryAt(after: end, status: status, attempts: attempts, hostReadyAt: end)?
                .timeIntervalSince(end)
        }
        #expect(pauses == [5, 10, 20, nil, nil])
    }

    @Test(arguments: [200, 301, 304, 400, 403, 404, 408, 410, 451])
    func `an answer that stands is not asked for again`(status: Int) {
        #expect(policy.retryAt(after: end, status: status, attempts: 0, hostReadyAt: end) == nil)
        #expect(!PolitenessPolicy.isRefusal(status))
    }

    @Test func `a URL never comes before its host is ready`() {
        let ready = end.addingTimeInterval(1_000)
        #expect(policy.retryAt(after: end, status: 503, attempts: 0, hostReadyAt: ready) == ready)
    }

    @Test func `attempts beyond all counting are used up`() {
        #expect(policy.retryAt(after: end, status: 503, attempts: .max, hostReadyAt: end) == nil)
        var single = policy
        single.maximumAttempts = 1
        #expect(single.retryAt(after: end, status: 503, attempts: 0, hostReadyAt: end) == nil)
    }
}
