package import WebURLs

/// What one origin's robots.txt asks of one crawler (RFC 9309).
package struct RobotsRules: Sendable {
    /// Bytes of a file that are parsed (RFC 9309 §2.5: at least 500 KiB).
    package static let maximumBytes = 500 * 1024

    /// No rules: everything may be fetched.
    package static let allowAll = RobotsRules(table: nil, crawlDelay: nil, sitemaps: [])

    /// As if the file said `Disallow: /` to everybody; `/robots.txt` itself stays allowed.
    package static let disallowAll: RobotsRules = {
        var table = RobotsRuleTable(group: "unreachable robots.txt")
        table.add(isAllowed: false, [UInt8(ascii: "/")], isShown: false)
        return RobotsRules(table: table, crawlDelay: nil, sitemaps: [])
    }()

    /// Nil if no group is for the crawler.
    private let table: RobotsRuleTable?

    /// The pause this host asked for in robots.txt; nil if it states none.
    ///
    /// Not part of RFC 9309, honoured all the same; callers cap it at `PolitenessPolicy.maximumCrawlDelay`.
    package let crawlDelay: Duration?

    /// URLs of `Sitemap` lines in order, absolute; they belong to no group (RFC 9309 §2.2.4, sitemaps.org).
    package let sitemaps: [String]

    /// What the group says against use by learning machines: `ai-train=no`, `ai-input=no`, `train-ai=n`,
    /// `train-genai=n`, as it says it; empty: nothing.
    package let aiOptOuts: [String]

    private init(
        table: RobotsRuleTable?, crawlDelay: Duration?, sitemaps: [String], aiOptOuts: [String] = []
    ) {
        self.aiOptOuts = aiOptOuts
        self.table = table
        self.crawlDelay = crawlDelay
        self.sitemaps = sitemaps
    }

    /// Reads a file for the crawler with this product token. Lines that make no sense are passed over; what
    /// lies behind `maximumBytes` is not read.
    ///
    /// - Parameters:
    ///   - token: Compared without regard to case; letters only, since other crawlers' parsers stop at
    ///     anything else.
    ///   - url: Where the file was fetched; nil leaves out sitemaps that are not absolute.
    package init(parsing bytes: [UInt8], token: String, at url: WebURL? = nil) {
        var parser = RobotsParser(token: token)
        parser.read(bytes)
        self.init(
            table: parser.table?.sorted(), crawlDelay: parser.crawlDelay,
            sitemaps: parser.sitemaps.compactMap { WebURL($0, base: url)?.href },
            aiOptOuts: parser.aiOptOuts)
    }

    /// Of memory, about.
    package var bytes: Int {
        (table?.bytes ?? 0) + sitemaps.reduce(0) { $0 + $1.utf8.count + 48 }
    }

    /// True if the URL may be fetched.
    package func allows(_ url: WebURL) -> Bool { verdict(for: url).isAllowed }

    /// What the rules say of a URL: the longest matching rule decides, and of two as long the one that allows
    /// (RFC 9309 §2.2.2). A file whose patterns would have to be compared beyond `RobotsTarget.maximumSteps` forbids the
    /// URL: nobody could say that it may be fetched.
    package func verdict(for url: WebURL) -> RobotsVerdict {
        guard let table, !table.isEmpty, url.path != "/robots.txt" else {
            return RobotsVerdict(isAllowed: true, rule: nil)
        }
        var target = RobotsTarget(url.requestTarget)
        for rule in table.rules {
            if table.matches(rule, &target) {
                return RobotsVerdict(isAllowed: rule.isAllowed, rule: table.line(of: rule))
            }
            if target.isExhausted {
                return RobotsVerdict(isAllowed: false, rule: "robots.txt with too many patterns for this URL")
            }
        }
        return RobotsVerdict(isAllowed: true, rule: nil)
    }
}

/// Whether a URL may be fetched, and why.
package struct RobotsVerdict: Sendable, Hashable {
    package let isAllowed: Bool
    /// The group and the line that decided, as `User-agent: * / Disallow: /private/`; nil: no rule matches.
    package let rule: String?
}
