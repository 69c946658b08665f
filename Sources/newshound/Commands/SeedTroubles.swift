import ArchiveTools
import Archiving
import Foundation
import Frontier
import WebURLs

/// Why the seeds of a crawl brought no page: what is said when a run has nothing to show.
struct SeedTroubles {
    /// A seed, or what its redirects led to, and why it gave no page.
    struct Trouble {
        let url: WebURL
        let reason: String
    }

    let all: [Trouble]

    /// Rows that are looked at: seeds are the first of a crawl.
    private static let rows = 20
    /// Troubles that are told.
    private static let told = 3

    /// What the frontier, and `notes` of the run's fetches, know of the first seeds.
    static func read(
        _ frontier: any FrontierReading, crawl: String, notes: FailureNotes
    ) async throws -> SeedTroubles {
        let archive = CommittedArchive(crawl: crawl, ends: try await frontier.fileEnds())
        let hosts = Dictionary(
            try await frontier.hosts().map { ($0.state.key, $0.readyAt) }, uniquingKeysWith: max)
        var found: [Trouble] = []
        for entry in try await frontier.entries(after: 0, limit: rows) {
            guard entry.candidate.hopPath.isSeedOrItsRedirect,
                let reason = reason(of: entry, archive: archive, notes: notes)
                    ?? turn(of: entry, readyAt: hosts[entry.candidate.hostKey])
            else { continue }
            found.append(Trouble(url: entry.candidate.url, reason: reason))
        }
        return SeedTroubles(all: found)
    }

    private static func reason(
        of entry: URLEntry, archive: CommittedArchive, notes: FailureNotes
    ) -> String? {
        let url = entry.candidate.url
        switch entry.state {
        case .archived, .revisited:
            guard let status = entry.status, status >= 300, status != 304 else { return nil }
            if status >= 400 { return "is answered with status \(status)" }
            guard let target = URLStory.redirectTarget(of: entry, in: archive) else {
                return "redirects to nowhere (status \(status) without a Location)"
            }
            return target == url.withoutCredentials.href ? "redirects to itself" : "redirects to \(target)"
        case .failed(let reason): return notes.reason(of: url) ?? reason
        case .skipped(.forgotten): return "was taken out by newshound forget"
        case .skipped(let reason): return notes.reason(of: url) ?? "skipped, \(reason.rawValue)"
        case .waiting(_, let reason): return "\(notes.reason(of: url) ?? reason), to be tried again"
        case .queued, .leased: return notes.reason(of: url)
        }
    }

    /// Why a seed was not asked for until now; nil: it was.
    private static func turn(of entry: URLEntry, readyAt: Date?) -> String? {
        switch entry.state {
        case .queued, .leased: break
        default: return nil
        }
        guard let readyAt, readyAt > Date() else { return "its turn has not come" }
        return "its turn comes when the pause of its host is over, at \(readyAt.formatted(.iso8601))"
    }

    /// The first of them in one line; nil if there are none.
    var text: String? {
        guard !all.isEmpty else { return nil }
        return all.prefix(Self.told).map { "\($0.url.withoutCredentials.href): \($0.reason)" }.joined(
            separator: "; ")
    }
}
