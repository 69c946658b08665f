import Pages
import Testing
import WebURLs

struct DeclaredListsTests {
    /// A story at an address, with `aside` below it.
    private func related(at address: String, _ aside: String) -> [String] {
        let paragraph =
            "<p>The harbour bridge was opened to traffic again on Monday, the mayor said, after works.</p>"
        let html = """
            <title>Bridge reopens</title><nav><a href="/">Home</a> <a href="/news">News</a></nav>
            <article><h1>Bridge reopens</h1>\(String(repeating: paragraph, count: 6))</article>\(aside)
            <footer><a href="/about">About us</a> <a href="/story/99">Terms</a></footer>
            """
        let page = PageReader().read(payload: Array(html.utf8), head: nil, at: WebURL(address))
        return page.outlinks.filter { $0.role == .related }.map(\.url.path)
    }

    private func list(_ opening: String, _ links: String...) -> String {
        opening + "<ul>" + links.map { "<li><a href=\"\($0)\">Storm hits coast</a></li>" }.joined()
            + "</ul></aside>"
    }

    @Test(arguments: [
        ("https://courier.example/story/2", "/story/1", "/story/17"),
        ("https://courier.example/bridge", "/storm", "/a-flood"),
        ("https://courier.example/news/story-2.html", "/news/story-5.html", "/news/flood.html"),
        (
            "https://courier.example/news/articles/cx2p5yq9ddgo", "/news/articles/c0rl9k2dj1o",
            "/news/articles/c1e3d"
        ),
        (
            "https://courier.example/nachrichten/bruecke.html", "/nachrichten/sturm.html",
            "/nachrichten/flut.html"
        ),
    ])
    func `where addresses tell nothing, a list is what its title or its class says`(
        address: String, one: String, other: String
    ) {
        #expect(related(at: address, list("<aside><h3>Related stories</h3>", one, other)) == [one, other])
        #expect(related(at: address, list("<aside class=related>", one, other)) == [one, other])
    }

    @Test(arguments: ["<aside><h3>Most read</h3>", "<aside>", "<aside class=\"related popular\">"])
    func `a list that says something else, or nothing, holds no related stories`(opening: String) {
        #expect(related(at: "https://courier.example/story/2", list(opening, "/story/1", "/story/17")) == [])
    }

    @Test(arguments: ["/tag/storms", "/news", "/story/1/comments", "/"])
    func `what is made unlike the page's own address is no story`(link: String) {
        let aside = list("<aside><h3>Related stories</h3>", "/story/1", link)
        #expect(related(at: "https://courier.example/story/2", aside) == ["/story/1"])
    }
}
