import Foundation
import Testing

struct ScorerTests {
    /// A kind, an answer, what is expected, and whether the answer is right.
    private static let rows: [(String, String, String, Bool)] = [
        ("allowed", #"{"allowed": true, "extra": 1}"#, #"{"allowed": true}"#, true),
        ("allowed", #"{"allowed": false}"#, #"{"allowed": true}"#, false),
        ("canonical", "{}", #"{"url": null}"#, true),
        ("crawl_delay", "{}", #"{"crawl_delay": null}"#, false),
        ("crawl_delay", #"{"crawl_delay": null}"#, #"{"crawl_delay": null}"#, true),
        ("crawl_delay", #"{"crawl_delay": 2.00000001}"#, #"{"crawl_delay": 2}"#, true),
        ("parse", #"{"failure": true}"#, #"{"failure": true}"#, true),
        ("parse", #"{"href": "http://a/", "failure": true}"#, #"{"href": "http://a/"}"#, false),
        ("decode", #"{"text": "e\u0301"}"#, #"{"text": "\u00e9"}"#, false),
        ("sitemap", #"{"failure": true}"#, #"{"urls": [], "type": "rss", "or_failure": true}"#, true),
        ("sitemap", #"{"urls": ["a"], "type": "rss"}"#, #"{"urls": ["a"], "type": "urlset"}"#, true),
        ("sitemap", #"{"urls": ["a"], "type": "rss"}"#, #"{"urls": ["a"], "type": "sitemapindex"}"#, false),
        ("sitemap", #"{"urls": ["abc"]}"#, #"{"max_url_length": 2}"#, false),
        ("label", #"{"encoding": "UTF-8"}"#, #"{"encoding": "utf-8"}"#, true),
        ("label", #"{"encoding": "utf-8"}"#, #"{"encoding": null}"#, false),
        ("links", #"{"links": ["a", "b", "a"]}"#, #"{"links": ["a", "b"]}"#, true),
        ("links", "{}", #"{"links": []}"#, false),
        (
            "meta_refresh", #"{"refresh": {"delay": 5.9, "url": "u"}}"#,
            #"{"refresh": {"delay": 5, "url": "u"}}"#, true
        ),
        ("meta_refresh", #"{"refresh": null}"#, #"{"refresh": {"delay": 5, "url": "u"}}"#, false),
        (
            "content_type", #"{"essence": "a/b", "charset": "UTF-8"}"#,
            #"{"essence": "a/b", "charset": "utf-8"}"#, true
        ),
        ("tree", #"{"tree": "| <html>\n\n"}"#, #"{"tree": "| <html>"}"#, true),
        (
            "http_payload", #"{"status": 200, "body_base64": "YQ=="}"#,
            #"{"status": 200, "body_base64": "YQ=="}"#, true
        ),
        ("http_payload", #"{"status": 200, "body_base64": "YQ=="}"#, #"{"failure": true}"#, false),
        (
            "http_payload", #"{"status": 200, "body_base64": "YWJj"}"#,
            #"{"status": 200, "body_length": 3, "body_sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}"#,
            true
        ),
        (
            "http_payload", #"{"status": 200, "body_base64": "YWI="}"#,
            #"{"status": 200, "body_length": 3, "body_sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}"#,
            false
        ),
        ("warc_list", #"{"records": [{"uri": "<a b>"}]}"#, #"{"records": [{"uri": "a%20b"}]}"#, true),
        ("warc_list", #"{"records": [{}, {}]}"#, #"{"records": [{}]}"#, false),
        ("warc_list", #"{"records": [{}, {}]}"#, #"{"records": [{}], "prefix": true}"#, true),
        ("warc_list", #"{"records": [{}]}"#, #"{"records": [{"block_digest": "pass"}]}"#, true),
        ("warc_list", #"{"records": [{}]}"#, #"{"records": [{"block_digest": "fail"}]}"#, false),
        ("warc_list", #"{"records": [], "complete": true}"#, #"{"records": [], "complete": false}"#, false),
        ("nothing", #"{"a": 1}"#, #"{"a": 1}"#, false),
    ]

    @Test(arguments: rows)
    func `an answer counts as the shared scorer counts it`(
        kind: String, answer: String, expected: String, isRight: Bool
    ) throws {
        let answer = try #require(CaseValue(parsing: Data(answer.utf8)))
        let expected = try #require(CaseValue(parsing: Data(expected.utf8)))
        #expect(Scorer.isRight(answer, to: expected, kind: kind) == isRight)
    }
}
