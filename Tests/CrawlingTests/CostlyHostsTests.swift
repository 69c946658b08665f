import Testing
import WebURLs

@testable import Crawling

@Suite struct CostlyHostsTests {
    private static func host(_ name: String) throws -> HostKey {
        HostKey(of: try #require(WebURL("http://\(name)/")), by: .host)
    }

    @Test func `the last page of a host decides, and of no other`() throws {
        let costly = CostlyHosts()
        let (slow, quick) = (try Self.host("slow.example"), try Self.host("quick.example"))
        #expect(!costly.contains(slow))
        costly.note(CostlyHosts.threshold * 2, of: slow)
        costly.note(CostlyHosts.threshold, of: quick)
        #expect(costly.contains(slow))
        #expect(!costly.contains(quick))
        costly.note(.milliseconds(1), of: slow)
        #expect(!costly.contains(slow))
    }

    @Test func `so many hosts that they are forgotten count as quick again`() throws {
        let costly = CostlyHosts()
        for number in 0...10_000 { costly.note(.seconds(1), of: try Self.host("h\(number).example")) }
        #expect(!costly.contains(try Self.host("h0.example")))
        #expect(costly.contains(try Self.host("h10000.example")))
    }
}
