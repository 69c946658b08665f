import Foundation
import Frontier
import WARC
import WebURLs

/// A frontier that says what it was told to say.
struct StubFrontier: FrontierReading {
    var states: [(url: String, state: URLEntry.State)] = []
    var given = FrontierCounts()

    var ends: [FileEnd] = []
    /// Of every URL; nil: none was ever fetched.
    var status: Int? = 404

    func fileEnds() -> [FileEnd] { ends }

    /// Two at a time at most, so that callers must ask again.
    func entries(after row: Int64, limit: Int) -> [URLEntry] {
        states.enumerated().compactMap { index, entry in
            let number = Int64(index + 1)
            guard number > row, let url = WebURL(entry.url) else { return nil }
            return URLEntry(
                row: number,
                candidate: Candidate(
                    url: url, key: url.href, hostKey: HostKey(name: url.host), hopPath: HopPath("KL") ?? .seed
                ),
                state: entry.state, status: status, finishedAt: nil, attempts: 2, isPage: false)
        }.prefix(min(limit, 2)).map { $0 }
    }

    func entry(forKey key: String) -> URLEntry? {
        entries(after: 0, limit: 1).first { $0.candidate.key == key }
    }

    func hosts() -> [HostEntry] { [] }

    func counts() -> FrontierCounts { given }
}
