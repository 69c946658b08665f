package import FoundationEssentials
package import WARC
package import WebURLs

/// How a lease ended, with all that the frontier must remember of it.
///
/// Committed in one transaction: the URL's state, the record location, the file ends, the discovered URLs and the
/// time at which the host may be asked again. If the lease was lost, nothing of it is committed.
package struct Completion: Sendable {
    /// What became of the URL.
    package enum Outcome: Sendable, Hashable {
        /// A capture of it lies in the archive.
        case archived(RecordLocation)
        /// A revisit record lies in the archive: the payload is that of an earlier capture.
        case revisited(RecordLocation)
        /// Not fetched, or not kept, because of a rule.
        case skipped(SkipReason)
        /// Something had to be fetched first (robots.txt); the URL is queued again, in front, and waits for its host.
        /// No attempt: status, time and attempts of the entry stay.
        case deferred
        /// To be tried again, not before this time; the attempt is counted.
        case retry(at: Date, reason: String)
        /// Given up.
        case failed(reason: String)
    }

    package let lease: Lease
    package let outcome: Outcome
    /// When the exchange ended; when the rule was applied, where there was none.
    package let finishedAt: Date
    /// The HTTP status; nil where no answer came.
    package let status: Int?
    /// True if it counts as a page: archived or revisited, and neither robots.txt, redirect nor requisite. Without
    /// meaning for any other outcome.
    package let isPage: Bool
    /// Of the capture, as in the record's header; nil if nothing was captured or it must not be found again.
    package let payload: CapturedPayload?
    /// Ends of all files that this visit wrote to, each at least as far as its own records.
    package let written: [FileEnd]
    package let discoveries: [Candidate]
    /// The host may not be asked before this time, nor before any later one that another completion named.
    package let hostReadyAt: Date
    /// robots.txt captures made on the way, each an entry of its own (hop P). Committed before the outcome.
    package let prerequisites: [Prerequisite]
    /// What was learned on the way and must survive.
    package let learned: [Fact]

    package init(
        lease: Lease, outcome: Outcome, finishedAt: Date, status: Int? = nil, isPage: Bool = false,
        payload: CapturedPayload? = nil, written: [FileEnd] = [], discoveries: [Candidate] = [],
        hostReadyAt: Date,
        prerequisites: [Prerequisite] = [], learned: [Fact] = []
    ) {
        self.lease = lease
        self.outcome = outcome
        self.finishedAt = finishedAt
        self.status = status
        self.isPage = isPage
        self.payload = payload
        self.written = written
        self.discoveries = discoveries
        self.hostReadyAt = hostReadyAt
        self.prerequisites = prerequisites
        self.learned = learned
    }
}

extension Completion.Outcome {
    /// The reason of a URL that failed without being asked for, since its host had been given up.
    package static let hostSilence = "hostSilent"

    /// True if the URL was asked for: it is not for a deferral, for a rule that kept it out, and of a host that was given up.
    ///
    /// - Parameter status: Of the completion: a rule that an answer was held against has one.
    package func isTry(status: Int?) -> Bool {
        switch self {
        case .archived, .revisited, .retry: true
        case .failed(let reason): reason != Self.hostSilence
        case .skipped: status != nil
        case .deferred: false
        }
    }
}

/// A URL that was fetched within another's lease because that needed it.
///
/// A key that is not known becomes an entry; one that is known takes this outcome, whatever it was before, unless it
/// is leased: then its own lease decides.
package struct Prerequisite: Sendable, Hashable {
    package let candidate: Candidate
    /// archived, revisited, failed or skipped; any other is ignored.
    package let outcome: Completion.Outcome
    package let finishedAt: Date
    package let status: Int?

    package init(candidate: Candidate, outcome: Completion.Outcome, finishedAt: Date, status: Int?) {
        self.candidate = candidate
        self.outcome = outcome
        self.finishedAt = finishedAt
        self.status = status
    }
}

/// What identifies a capture's payload, so that the same payload need not be stored twice.
package struct CapturedPayload: Sendable, Hashable {
    /// Algorithm and value as in `WARC-Payload-Digest`: `sha1:…` in Base32.
    package let digest: String
    /// `WARC-Record-ID` of the response record, without brackets.
    package let recordID: String
    /// `WARC-Target-URI` of the response record.
    package let url: WebURL
    /// `WARC-Date` of the response record.
    package let date: Date
    /// `ETag` and `Last-Modified` of the response, for conditional requests; nil if absent.
    package let etag: String?
    package let lastModified: String?

    package init(
        digest: String, recordID: String, url: WebURL, date: Date, etag: String? = nil,
        lastModified: String? = nil
    ) {
        self.digest = digest
        self.recordID = recordID
        self.url = url
        self.date = date
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// Something a visit learned that outlives it.
package enum Fact: Sendable, Hashable {
    /// What an origin's robots.txt says.
    case robots(RobotsSnapshot)
    /// A registrable domain that a seed's redirect led to: part of the scope from now on.
    case scopeDomain(String)
}

/// An origin's robots.txt as it was when it was fetched.
package struct RobotsSnapshot: Sendable, Hashable {
    /// How the answer is to be read (RFC 9309 §2.3.1).
    package enum Access: String, Sendable, Hashable {
        /// By its rules.
        case parse
        /// No rules: everything may be fetched.
        case allowAll
        /// Unreachable: nothing may be fetched.
        case disallowAll
    }

    package let origin: Origin
    package let access: Access
    /// The file's first 500 KiB, decoded; empty unless `access` is `parse`.
    package let body: [UInt8]
    package let fetchedAt: Date
    /// Since when the file has been unreachable without a break; nil while it is reachable.
    package let unreachableSince: Date?
    /// Unreachable tries in a row of this run and those before; 0 while it is reachable.
    package let unreachableTries: Int
    /// Record of the capture, without brackets; nil if there is none.
    package let recordID: String?

    package init(
        origin: Origin, access: Access, body: [UInt8] = [], fetchedAt: Date, unreachableSince: Date? = nil,
        unreachableTries: Int = 0, recordID: String? = nil
    ) {
        self.origin = origin
        self.access = access
        self.body = body
        self.fetchedAt = fetchedAt
        self.unreachableSince = unreachableSince
        self.unreachableTries = unreachableTries
        self.recordID = recordID
    }
}
