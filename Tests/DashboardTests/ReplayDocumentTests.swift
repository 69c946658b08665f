import Foundation
import Testing
import WebURLs

@testable import Dashboard

@Suite struct ReplayDocumentTests {
    private func replay(_ html: String, at url: String = "http://news.example/a/b") throws -> String {
        String(decoding: ReplayDocument(Array(html.utf8), at: try #require(WebURL(url))).bytes, as: UTF8.self)
    }

    @Test func `addresses lead back into the archive`() throws {
        let text = try replay("<a href=\"c?x=1&amp;y=2#z\">c</a><img src=/i.png srcset=\"/j.png 2x\">")
        #expect(
            text.contains("<a href=\"/raw?url=http%3A%2F%2Fnews.example%2Fa%2Fc%3Fx%3D1%26y%3D2#z\">c</a>"))
        #expect(text.contains("<img src=\"/raw?url=http%3A%2F%2Fnews.example%2Fi.png\">"))
    }

    @Test func `a base element moves addresses and goes`() throws {
        let text = try replay("<base href=\"http://other.example/\"><a href=c>c</a>")
        #expect(!text.contains("<base"))
        #expect(text.contains("/raw?url=http%3A%2F%2Fother.example%2Fc"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<iframe src=x></iframe>", "<object data=x></object>", "<embed src=x>",
        "<meta http-equiv=refresh content='0;url=http://x.example/'>", "<link rel=preload href=x>",
        "<svg><script>alert(1)</script></svg>", "<template><img src=x onerror=alert(1)></template>",
        "<noscript><iframe src=x></iframe></noscript>",
    ])
    func `what runs, embeds or leads away is left out`(html: String) throws {
        let text = try replay("<p>before</p>" + html + "<p>after</p>").lowercased()
        #expect(text.contains("<p>before</p>") && text.contains("<p>after</p>"))
        for word in ["<script", "<iframe", "<object", "<embed", "refresh", "preload", "alert"] {
            #expect(!text.contains(word), "\(text)")
        }
    }

    @Test(arguments: [
        "<p onclick=alert(1)>x", "<a href=\"javascript:alert(1)\">x</a>",
        "<form action=\"http://x.example/\">x</form>",
        "<a href=\" java\nscript:alert(1)\">x</a>", "<img src=data:text/html,alert>",
        "<svg><use href=\"#x\" xlink:href=\"http://x.example/\"/></svg>",
        "<a href=x ping=http://x.example/ target=_top>x</a>",
    ])
    func `attributes that run or send are left out`(html: String) throws {
        let text = try replay(html).lowercased()
        for word in ["onclick", "javascript", "alert", "http://x.example", "ping", "_top", "action"] {
            #expect(!text.contains(word), "\(text)")
        }
    }

    @Test func `text and values are escaped`() throws {
        let text = try replay("<p title='&quot;>&lt;b>'>a &lt;script&gt; &amp; b</p>")
        #expect(text.contains("<p title=\"&quot;&gt;&lt;b&gt;\">a &lt;script&gt; &amp; b</p>"))
        let style = try replay("<style>p > a { color: red } </style>")
        #expect(style.contains("p > a { color: red }"))
    }

    @Test func `every beginning of a page gives a page`() throws {
        let page = Array(
            "<html><head><title>x</title><style>a{}</style></head><body><p class='a b'>é<br><table><tr><td>x"
                .utf8)
        let url = try #require(WebURL("http://news.example/"))
        for count in 0...page.count {
            #expect(!ReplayDocument(Array(page.prefix(count)), at: url).bytes.isEmpty)
        }
    }
}
