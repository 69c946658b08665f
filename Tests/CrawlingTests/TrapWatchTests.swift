import Frontier
import Testing
import WebURLs

@testable import Crawling

@Suite struct TrapWatchTests {
    @Test func `hosts that earlier runs met count, and may be asked`() throws {
        var traps = URLTraps()
        traps.maximumHostsPerDomain = 3
        let watch = TrapWatch()
        for host in ["a.farm.example.org", "b.farm.example.org", "[2001:db8::7]", "a.farm.example.org"] {
            watch.meet(host)
        }
        func reason(_ host: String) throws -> SkipReason? {
            watch.reason(againstHostOf: try #require(WebURL("http://\(host)/")), traps)
        }
        #expect(try reason("a.farm.example.org") == nil)
        #expect(try reason("c.farm.example.org") == nil)
        #expect(try reason("d.farm.example.org") == .domainHostLimit)
        #expect(try reason("b.farm.example.org") == nil)
        #expect(try reason("a.other.example") == nil)
    }

    @Test func `what is forgotten for want of room counts once when it is met again`() throws {
        var traps = URLTraps()
        traps.maximumHostsPerDomain = 5
        let watch = TrapWatch(maximum: 8)
        func reason(_ host: String) throws -> SkipReason? {
            watch.reason(againstHostOf: try #require(WebURL("http://\(host)/")), traps)
        }
        for number in 0..<5 { watch.meet("h\(number).farm.example.org") }
        #expect(try reason("h5.farm.example.org") == .domainHostLimit)
        // The fourth of these finds the table full.
        for number in 0..<4 { watch.meet("other-\(number).example") }
        for number in 0..<5 { #expect(try reason("h\(number).farm.example.org") == nil) }
        #expect(try reason("h5.farm.example.org") == .domainHostLimit)
    }
}
