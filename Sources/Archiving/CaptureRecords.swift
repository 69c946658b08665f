package import Fetching
package import FoundationEssentials
package import Pages
package import WebURLs

/// What is to be kept of one visit: the records made of it stand together in the archive.
package struct CaptureRecords: Sendable {
    /// What came of the exchange.
    package enum Content: Sendable {
        /// response, request, metadata; a conversion if `page` has an article.
        case response(Capture)
        /// revisit, request, metadata: the payload is that of an earlier capture.
        case revisit(Capture, of: EarlierCapture)
        /// request, metadata: a page that must not be kept (`noarchive`).
        case withheld(Capture)
        /// request, metadata: no answer came. The time is that of the end; the records have that of the start, if it is
        /// known, as those of an answer do.
        case failure(FetchError, at: Date)
    }

    /// The capture that a revisit refers to.
    package struct EarlierCapture: Sendable, Hashable {
        /// `WARC-Record-ID`, without brackets; empty if only address and time are known, as from an index.
        package let recordID: String
        package let url: WebURL
        package let date: Date

        package init(recordID: String, url: WebURL, date: Date) {
            self.recordID = recordID
            self.url = url
            self.date = date
        }
    }

    package let content: Content
    /// Of the capture's payload, computed by `PayloadDigest.of`; nil: the archive computes it.
    package let payloadDigest: String?
    /// Nil if the answer was no page.
    package let page: Page?
    /// The page on which the URL was found; nil for a seed.
    package let via: WebURL?
    /// Letters of the hop path; empty for a seed.
    package let hopPath: String
    /// Record of the robots.txt that allowed the fetch, without brackets; nil if there is none.
    package let robotsRecordID: String?
    /// The rule that allowed it, as in `RobotsVerdict`; nil if no rule matched.
    package let robotsRule: String?
    /// What was said against use by learning machines, each as it was said; empty: nothing.
    package let aiOptOuts: [String]

    package init(
        content: Content, payloadDigest: String? = nil, page: Page? = nil, via: WebURL? = nil,
        hopPath: String,
        robotsRecordID: String? = nil, robotsRule: String? = nil, aiOptOuts: [String] = []
    ) {
        self.content = content
        self.payloadDigest = payloadDigest
        self.page = page
        self.via = via
        self.hopPath = hopPath
        self.robotsRecordID = robotsRecordID
        self.robotsRule = robotsRule
        self.aiOptOuts = aiOptOuts
    }
}
