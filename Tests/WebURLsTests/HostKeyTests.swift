import Testing

@testable import WebURLs

@Suite struct HostKeyTests {
    @Test(arguments: [
        ("http://www.news.com/", "news.com"), ("http://news.com/", "news.com"),
        ("http://a.b.news.com:8080/", "news.com"),
        ("http://www.news.co.uk/", "news.co.uk"), ("http://news.com./", "news.com"),
        ("http://www.bücher.de/", "xn--bcher-kva.de"),
    ])
    func `a host key is the registrable domain`(text: String, key: String) throws {
        let url = try #require(WebURL(text))
        #expect(HostKey(of: url).name == key)
        // The second answer comes from those that were kept.
        #expect(HostKey(of: url).description == key)
    }

    @Test func `the tenants of a blog farm are hosts of their own`() {
        #expect(HostKey.registrableDomain(of: "anna.github.io") == "anna.github.io")
        #expect(HostKey.registrableDomain(of: "www.anna.github.io") == "anna.github.io")
        #expect(HostKey.registrableDomain(of: "anna.blogspot.com") == "anna.blogspot.com")
    }

    @Test(arguments: [
        "localhost", "printer.lan", "www.news.example", "127.0.0.1", "[::1]", "com", "co.uk", "github.io", "",
        ".", "a..b",
        ".com",
    ])
    func `addresses, public suffixes and names no rule covers are their own key`(host: String) {
        #expect(HostKey.registrableDomain(of: host) == host)
    }

    @Test func `by the rule for whole hosts each host has its own key`() throws {
        let url = try #require(WebURL("http://www.news.com./"))
        #expect(HostKey(of: url, by: .host).name == "www.news.com")
        let address = try #require(WebURL("http://[::1]:81/"))
        #expect(HostKey(of: address, by: .host).name == "[::1]")
        #expect(HostKey(of: address, by: .registrableDomain).name == "[::1]")
    }

    @Test func `keys are ordered by name`() {
        #expect(HostKey(name: "a.example") < HostKey(name: "b.example"))
        #expect(HostKey(name: "a.example") == HostKey(name: "a.example"))
    }

    @Test func `answers are right when many ask at once for more hosts than are kept`() async {
        await withTaskGroup(of: Bool.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    (0..<1_200).allSatisfy { number in
                        let domain = "n\(number * (worker + 1)).com"
                        return HostKey.registrableDomain(of: "www.\(domain)") == domain
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
