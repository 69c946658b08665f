package import FoundationEssentials
package import WebURLs

/// The right to ask a host for one URL, until it is completed or runs out.
package struct Lease: Sendable, Hashable {
    /// What tells this lease from a later one of the same URL or host.
    package struct Token: Sendable, Hashable {
        /// The URL's row in the frontier.
        package let url: Int64
        /// Grows with every claim of the frontier: a completion with an older fence changes nothing.
        package let fence: Int64

        package init(url: Int64, fence: Int64) {
            self.url = url
            self.fence = fence
        }
    }

    package let token: Token
    package let candidate: Candidate
    /// How often this URL was tried before and ended in `retry`; 0 the first time.
    package let attempts: Int
    /// What the frontier knows of the host at the time of the claim.
    package let host: HostState
    /// When the lease runs out unless it is renewed.
    package let expiresAt: Date

    package init(token: Token, candidate: Candidate, attempts: Int, host: HostState, expiresAt: Date) {
        self.token = token
        self.candidate = candidate
        self.attempts = attempts
        self.host = host
        self.expiresAt = expiresAt
    }

    package var url: WebURL { candidate.url }
}

/// What a frontier remembers of a host and hands out with each lease.
package struct HostState: Sendable, Hashable {
    package let key: HostKey
    /// Pages of this host in the crawl: archived or revisited, but robots.txt, redirects and requisites.
    package let pages: Int
    /// Fetches in a row that ended in `retry` or `failed`, robots.txt included; 0 after any other fetch. What ends
    /// without an answer and without `retry` or `failed` was no fetch and changes nothing.
    package let consecutiveFailures: Int
    /// URLs of this host that the frontier knows, whatever became of them.
    package let known: Int

    package init(key: HostKey, pages: Int = 0, consecutiveFailures: Int = 0, known: Int = 0) {
        self.key = key
        self.pages = pages
        self.consecutiveFailures = consecutiveFailures
        self.known = known
    }
}
