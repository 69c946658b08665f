package import FoundationEssentials
package import Frontier
package import WARC
package import WebURLs

extension MemoryFrontier: HostMemory {
    package func robots(of origin: Origin) -> RobotsSnapshot? { snapshots[origin] }

    package func readyAt(of host: HostKey) -> Date? { hostStates[host]?.readyAt }

    package func scopeDomains() -> Set<String> { domains }

    package func forEachLinkedHost(_ body: @Sendable (String) -> Void) {
        let found = pages.filter { $0.candidate.skip == nil }.map(\.candidate)
        let seeds = Set(found.filter { $0.hopPath.letters.isEmpty }.map(\.url.host))
        for candidate in found where !candidate.hopPath.letters.contains("P") {
            if !seeds.contains(candidate.url.host) { body(candidate.url.host) }
        }
    }

    package func capture(withPayloadDigest digest: String) -> CapturedPayload? { payloads[digest] }

    package func lastCapture(ofKey key: String) -> CapturedPayload? { rows[key].flatMap { lastCaptures[$0] } }
}

extension MemoryFrontier: FrontierRevisiting {
    package func requeue(where isWanted: @Sendable (URLEntry) -> Bool) -> Int {
        let now = advance()
        var count = 0
        for row in pages.indices.map({ $0 + 1 }) {
            let entry = entry(of: row)
            guard entry.mayBeRequeued || entry.isHeldBack, isWanted(entry) else { continue }
            let key = self[row].candidate.hostKey
            if !hasRow(of: key, where: { $0 == .queued }) { delay(key, until: now) }
            if self[row].isPage { hostStates[key]?.pages -= 1 }
            self[row].earlierIsPage = self[row].isPage || self[row].earlierIsPage
            self[row].isPage = false
            self[row].attempts = 0
            self[row].state = .queued
            count += 1
        }
        return count
    }
}

extension MemoryFrontier: FrontierReading {
    package func fileEnds() -> [FileEnd] {
        files.map { FileEnd(file: $0.key, offset: $0.value) }.sorted { $0.file < $1.file }
    }

    package func entries(after row: Int64, limit: Int) -> [URLEntry] {
        _ = advance()
        return pages.indices.dropFirst(Int(max(row, 0))).prefix(max(limit, 0)).map { entry(of: $0 + 1) }
    }

    package func entry(forKey key: String) -> URLEntry? {
        _ = advance()
        return rows[key].map { entry(of: $0) }
    }

    package func hosts() -> [HostEntry] {
        _ = advance()
        return hostStates.map { key, host in
            HostEntry(
                state: HostState(
                    key: key, pages: host.pages, consecutiveFailures: host.failures, known: host.known),
                readyAt: host.readyAt,
                queued: rows(of: key) { $0 == .queued || $0.waitsUntil != nil }.count,
                leased: rows(of: key) { $0 == .leased }.count)
        }.sorted { $0.state.key < $1.state.key }
    }

    private func entry(of row: Int) -> URLEntry {
        let page = self[row]
        return URLEntry(
            row: Int64(row), candidate: page.candidate, state: state(of: row), status: page.status,
            finishedAt: page.finishedAt, attempts: page.attempts, isPage: page.isPage,
            earlierCapture: state(of: row).location == nil ? page.capture : nil,
            earlierIsPage: state(of: row).location == nil && page.earlierIsPage)
    }
}
