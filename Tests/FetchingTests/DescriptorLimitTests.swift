import Glibc
import Testing

@testable import FetchingCurl

@Suite struct DescriptorLimitTests {
    @Test(arguments: [
        (0, 0), (64, 0), (65, 0), (66, 1), (256, 96), (1024, 480), (Int.max, (Int.max - 64) / 2),
    ])
    func `an exchange needs two descriptors, and the rest of the program some`(count: Int, exchanges: Int) {
        #expect(DescriptorLimit(count: count).maximumExchanges == exchanges)
    }

    @Test(arguments: [
        (20_000, 64, 1000), (20_000, 5000, 5000), (1024, 64, 896), (1024, 480, 480), (256, 96, 96),
    ])
    func `idle connections are kept as far as descriptors allow`(count: Int, exchanges: Int, kept: Int) {
        #expect(DescriptorLimit(count: count).keptConnections(besides: exchanges) == kept)
    }

    @Test func `the soft limit is raised to the hard one`() {
        let limit = DescriptorLimit.raised()
        var limits = rlimit()
        #expect(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0)
        #expect(limits.rlim_cur == limits.rlim_max)
        #expect(limit.count == Int(clamping: limits.rlim_cur))
    }

    @Test func `more exchanges than descriptors allow are told at start`() throws {
        let limit = DescriptorLimit.raised()
        let error = #expect(throws: CurlSetupError.self) {
            try FetchBench { $0.maximumConnections = limit.maximumExchanges + 1 }
        }
        #expect(error == .descriptors(wanted: limit.maximumExchanges + 1, limit: limit))
        #expect("\(try #require(error))".contains("at most \(limit.maximumExchanges) at once"))
    }
}
