import Frontier
import Synchronization
import WebURLs

/// URLs that this run has already offered to the frontier, so that they need not be weighed and offered again.
///
/// The pages of a site link to each other over and over: nine links of ten are known, and finding that out in the
/// frontier costs more than here. Holds 64-bit keyed hashes of URLs whose discovery is committed; forgetting some only
/// costs another offer. May be asked by any task.
package final class OfferedURLs: Sendable {
    private let known = Mutex<Set<Int>>([])
    /// Those that the frontier skips because of the path there: only a better path is worth an offer.
    private let keptOut = Mutex<Set<Int>>([])

    /// About 20 MB; beyond it everything is forgotten and learned anew.
    private static let maximum = 1_000_000

    package init() {}

    /// For each of these, whether it was offered before.
    func contains(_ urls: some Collection<WebURL>) -> [Bool] {
        let hashes = urls.map(\.hashValue)
        return known.withLock { known in hashes.map { known.contains($0) } }
    }

    /// True if this URL was offered before, and skipped because of its path.
    func isKeptOut(_ url: WebURL) -> Bool { keptOut.withLock { $0.contains(url.hashValue) } }

    /// Takes note of candidates that the frontier has committed.
    func insert(_ candidates: [Candidate]) {
        guard !candidates.isEmpty else { return }
        let skipped = candidates.filter { $0.skip?.dependsOnPath == true }
        Self.add(skipped, to: keptOut)
        let settled = skipped.isEmpty ? candidates : candidates.filter { $0.skip?.dependsOnPath != true }
        Self.add(settled, to: known)
    }

    private static func add(_ candidates: [Candidate], to set: borrowing Mutex<Set<Int>>) {
        guard !candidates.isEmpty else { return }
        let hashes = candidates.map(\.url.hashValue)
        set.withLock { set in
            if set.count + hashes.count > maximum { set.removeAll(keepingCapacity: true) }
            set.formUnion(hashes)
        }
    }
}
