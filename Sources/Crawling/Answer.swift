import Archiving
import Feeds
import Fetching
import Frontier
import HTTPMessages
import Pages
import Politeness
import WARC
import WebURLs

/// What a server said to one visit, as the rules look at it.
struct Answer: Sendable {
    /// The last capture; `before` holds those of redirects to the same URL key, oldest first.
    let capture: Capture
    let before: [Capture]
    let lease: Lease
    let rules: OriginRules
    let verdict: RobotsVerdict
    /// The capture whose validators the request carried; nil: it was unconditional.
    let last: CapturedPayload?
    /// Of the last capture's payload, as in `WARC-Payload-Digest`.
    let digest: String

    init(
        capture: Capture, before: [Capture], lease: Lease, rules: OriginRules, verdict: RobotsVerdict,
        last: CapturedPayload? = nil
    ) {
        self.capture = capture
        self.before = before
        self.lease = lease
        self.rules = rules
        self.verdict = verdict
        self.last = last
        digest = PayloadDigest.of(capture.body)
    }

    var status: Int { capture.head.status }
    var isSuccess: Bool { (200..<300).contains(status) }
    /// True for 304 to a conditional request: the page is what it was.
    var isNotModified: Bool { status == 304 && last != nil }
    /// Answers by which a server says that it cannot serve now: not archived as the page unless tries are used up.
    var isRefusal: Bool { status == 429 || status >= 500 }
    /// Why the URL is given up although an answer came; nil if it is not.
    var failureReason: String? { isRefusal ? "status \(status)" : nil }

    /// True if the body is to be read as a page.
    var isPage: Bool {
        isSuccess && lease.candidate.hopPath.lastButRedirects != .requisite && capture.isHTML
    }

    /// True if the body is to be read as a sitemap or feed, unless it is a page.
    var mayBeFeed: Bool { isSuccess && lease.candidate.hopPath.mayBeManifest }

    /// The sitemap or feed that the body is, at places where one may be met; nil if it is none.
    var feed: Feed? {
        guard mayBeFeed else { return nil }
        let encoded = capture.body.load()
        let decoded = try? ContentCoding.decode(
            encoded, codings: capture.head.contentCodings, limit: FeedLimits().bytes)
        return FeedReader.read(
            decoded?.bytes ?? encoded, url: capture.url, contentType: capture.head.fields["content-type"])
    }

    /// Where the answer sends the visitor; nil if it is no redirect or leads to no http(s) URL.
    var redirectTarget: WebURL? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        return capture.head.location.flatMap { capture.url.resolve($0) }
    }

    /// What the answer, its page and its origin's robots.txt say against use by learning machines, each as it says it:
    /// `noai`, `tdm-reservation`, `content-signal ai-train=no`; empty: nothing.
    func aiOptOuts(page: Page?) -> [String] {
        var found: [String] = []
        var directives = directives(page: page)
        if let value = capture.head.fields["tdm-reservation"] { directives.add(tdmReservation: value) }
        if !directives.ai { found.append("noai") }
        if !directives.tdm { found.append("tdm-reservation") }
        return found + rules.rules.aiOptOuts.map { "content-signal \($0)" }
    }

    /// What the page, or for other media the answer's head, asks robots to do with it.
    func directives(page: Page?) -> RobotsDirectives {
        if let page { return page.directives }
        var directives = RobotsDirectives()
        for value in capture.head.fields.all("x-robots-tag") {
            directives.add(xRobotsTag: value, agent: "newshound")
        }
        return directives
    }

    var receivedBytes: Int { before.reduce(capture.body.count) { $0 + $1.body.count } }

    func records(
        _ content: CaptureRecords.Content, page: Page? = nil, aiOptOuts: [String] = []
    ) -> CaptureRecords {
        CaptureRecords(
            content: content, payloadDigest: payloadDigest(of: content), page: page, via: lease.candidate.via,
            hopPath: lease.candidate.hopPath.letters, robotsRecordID: rules.recordID,
            robotsRule: verdict.rule,
            aiOptOuts: aiOptOuts
        )
    }

    private func payloadDigest(of content: CaptureRecords.Content) -> String? {
        switch content {
        case .response(let other):
            other.url == capture.url && other.startedAt == capture.startedAt ? digest : nil
        case .revisit: digest
        case .withheld, .failure: nil
        }
    }

    /// Without validators if the body is cut: what is not there yet must not be "not modified" ever after.
    func payload(recordID: String) -> CapturedPayload {
        let isWhole = capture.truncation == nil
        return CapturedPayload(
            digest: digest, recordID: recordID, url: capture.url, date: capture.startedAt,
            etag: isWhole ? capture.head.fields["etag"] : nil,
            lastModified: isWhole ? capture.head.fields["last-modified"] : nil)
    }

    func logLine() -> CrawlLogLine {
        CrawlLogLine(
            capture, via: lease.candidate.via, hopPath: lease.candidate.hopPath.letters, payloadDigest: digest
        )
    }
}
