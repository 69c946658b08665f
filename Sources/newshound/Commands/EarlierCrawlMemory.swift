import Archiving
import FoundationEssentials
import Frontier
import WebURLs

/// A frontier's memory that knows the payloads of an earlier crawl as well: what was captured there is not stored again.
struct EarlierCrawlMemory: HostMemory {
    let memory: any HostMemory
    let index: DedupeIndex

    func robots(of origin: Origin) async throws(FrontierError) -> RobotsSnapshot? {
        try await memory.robots(of: origin)
    }

    func scopeDomains() async throws(FrontierError) -> Set<String> { try await memory.scopeDomains() }

    func forEachLinkedHost(_ body: @Sendable (String) -> Void) async throws(FrontierError) {
        try await memory.forEachLinkedHost(body)
    }

    func readyAt(of host: HostKey) async throws(FrontierError) -> Date? {
        try await memory.readyAt(of: host)
    }

    func lastCapture(ofKey key: String) async throws(FrontierError) -> CapturedPayload? {
        try await memory.lastCapture(ofKey: key)
    }

    /// This crawl's own capture is named first: its record is at hand.
    func capture(withPayloadDigest digest: String) async throws(FrontierError) -> CapturedPayload? {
        if let own = try await memory.capture(withPayloadDigest: digest) { return own }
        return index.capture(withPayloadDigest: digest).map {
            CapturedPayload(digest: digest, recordID: "", url: $0.url, date: $0.date)
        }
    }
}

extension Settings {
    /// The index that `dedupe` names; nil if it names none.
    func dedupeIndex() throws(UserError) -> DedupeIndex? {
        guard let dedupe else { return nil }
        let index: DedupeIndex
        do { index = try DedupeIndex(path: dedupe) } catch {
            throw UserError(.usage, "--dedupe \(OutputPlace.error(error).description)")
        }
        guard index.count > 0 else {
            throw UserError(
                .usage, "--dedupe \(dedupe): has no capture with a digest; make an index with newshound index"
            )
        }
        return index
    }
}
