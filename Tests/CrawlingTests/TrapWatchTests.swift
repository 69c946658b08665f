import Frontier
import Testing
import WebURLs

@testable import Crawling

@Suite struct TrapWatchTests {
    @Test func `hosts that earlier runs met count, and may be asked`() throws {
        var traps = URLTraps()
        traps.maximumHostsPerDomain = 3
        let watch = TrapWatch(meeting: [
            "a.farm.example.org", "b.farm.example.org", "[2001:db8::7]", "192.0.2.7",
        ])
        func reason(_ host: String) throws -> SkipReason? {
            watch.reason(againstHostOf: try #require(WebURL("http://\(host)/")), traps)
        }
        #expect(try reason("a.farm.example.org") == nil)
        #expect(try reason("c.farm.example.org") == nil)
        #expect(try reason("d.farm.example.org") == .domainHostLimit)
        #expect(try reason("b.farm.example.org") == nil)
        #expect(try reason("a.other.example") == nil)
    }
}
