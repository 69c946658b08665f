import Frontier
import Pages
import Synchronization
import WebURLs

/// What a run has seen of the hosts' URLs and pages, as far as endless spaces are told by their number.
///
/// Holds hashes alone. Hosts that earlier runs met are given to it; all else is of this run alone: a resumed run counts
/// it anew and finds the same traps again. May be asked by any task.
package final class TrapWatch: Sendable {
    private struct State {
        /// URLs with a query, so that none counts twice.
        var urls: Set<Int> = []
        /// How many queries each host and path had.
        var queries: [Int: Int] = [:]
        /// In how many orders each host, path and set of parameters came.
        var orders: [Int: Int] = [:]
        /// Hosts, so that none counts twice, and how many each registrable domain has.
        var hosts: Set<Int> = []
        var hostsOfDomain: [Int: Int] = [:]
        /// How many pages of a domain had each payload, and each text but for its numbers.
        var payloads: [Int: Int] = [:]
        var texts: [Int: Int] = [:]
    }

    private let state = Mutex(State())

    /// K and L hops from which on similar pages are a trap: people's sites are broad, machines' are deep.
    private static let deepFrom = 20

    /// Entries of each table. One that is full begins anew; that of hosts takes the sums of their domains with it.
    private let maximum: Int

    /// - Parameter maximum: A table of a million has some 20 MB.
    package init(maximum: Int = 1_000_000) { self.maximum = maximum }

    /// Takes note of a host that an earlier run of the crawl was led to.
    package func meet(_ host: String) {
        state.withLock { state in
            // Most are named again and again.
            guard !state.hosts.contains(host.hashValue), let url = WebURL("http://\(host)/"),
                !url.hostIsAddress
            else { return }
            meet(url.host, in: &state)
        }
    }

    private func meet(_ host: String, in state: inout State) {
        // A host that was forgotten counts when it is met again; with the old sums it would count twice.
        if state.hosts.count >= maximum {
            state.hosts.removeAll(keepingCapacity: true)
            state.hostsOfDomain.removeAll(keepingCapacity: true)
        }
        guard state.hosts.insert(host.hashValue).inserted else { return }
        state.hostsOfDomain[HostKey.registrableDomain(of: host).hashValue, default: 0] += 1
    }

    /// `queryVariants` if the URL is one variant too many; nil if it may be followed.
    func reason(against url: WebURL, _ traps: URLTraps) -> SkipReason? {
        guard let query = url.query, !query.isEmpty else { return nil }
        let path = Self.hash(url.host, url.path)
        let parameters = query.utf8.split(separator: UInt8(ascii: "&"))
        let sorted = parameters.map { String(Substring($0)) }.sorted()
        var set = Hasher()
        set.combine(path)
        set.combine(sorted)
        let order = set.finalize()
        return state.withLock { state in
            guard insert(url.hashValue, into: &state.urls) else { return nil }
            let queries = count(path, in: &state.queries)
            let orders = parameters.count > 1 ? count(order, in: &state.orders) : 1
            return queries > traps.maximumQueriesPerPath || orders > traps.maximumQueryOrders
                ? .queryVariants : nil
        }
    }

    /// `domainHostLimit` if the host is one too many of its domain; nil if it may be asked. Those that were met before the
    /// limit always may.
    func reason(againstHostOf url: WebURL, _ traps: URLTraps) -> SkipReason? {
        guard !url.hostIsAddress else { return nil }
        let host = url.host.hashValue
        return state.withLock { state in
            guard !state.hosts.contains(host) else { return nil }
            let domain = HostKey.registrableDomain(of: url.host).hashValue
            guard state.hostsOfDomain[domain, default: 0] < traps.maximumHostsPerDomain else {
                return .domainHostLimit
            }
            meet(url.host, in: &state)
            return nil
        }
    }

    /// Why links on a page should not be followed; nil if they may be. Counts the page.
    func reason(
        againstLinksOf page: Page, payloadDigest: String, of candidate: Candidate, _ traps: URLTraps
    ) -> SkipReason? {
        // By the domain, whatever the unit of politeness is: a domain may answer for any number of hosts.
        let domain = HostKey.registrableDomain(of: candidate.url.host)
        let payload = Self.hash(domain, payloadDigest)
        let text = Self.text(of: page, domain: domain)
        let isDeep = candidate.hopPath.depth > Self.deepFrom
        return state.withLock { state in
            let identical = count(payload, in: &state.payloads)
            let similar = count(text, in: &state.texts)
            if identical > traps.maximumIdenticalPages { return .identicalPages }
            return isDeep && similar > traps.maximumSimilarPages ? .similarPages : nil
        }
    }

    // MARK: - Counting

    private func count(_ key: Int, in table: inout [Int: Int]) -> Int {
        if table.count >= maximum { table.removeAll(keepingCapacity: true) }
        let sum = table[key, default: 0] + 1
        table[key] = sum
        return sum
    }

    private func insert(_ key: Int, into set: inout Set<Int>) -> Bool {
        if set.count >= maximum { set.removeAll(keepingCapacity: true) }
        return set.insert(key).inserted
    }

    private static func hash(_ host: String, _ text: String) -> Int {
        var hasher = Hasher()
        hasher.combine(host)
        hasher.combine(text)
        return hasher.finalize()
    }

    /// Bytes of an article and links of a page that are compared: those in front tell pages apart as well as all.
    private static let comparedBytes = 4_096
    private static let comparedLinks = 64

    /// What a page says, without its numbers: its text as far as it has one, and the words of its links.
    private static func text(of page: Page, domain: String) -> Int {
        // FNV-1a from a start that nobody outside knows: a hash that is keyed byte by byte costs a tenth of a visit.
        var hash = UInt64(truncatingIfNeeded: domain.hashValue)
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        func add(_ text: some Sequence<UInt8>) {
            for byte in text where byte &- 0x30 >= 10 { add(byte) }
            // No text has this byte.
            add(0xFF)
        }
        var rest = comparedBytes
        for block in page.article?.blocks ?? [] where rest > 0 {
            add(block.text.utf8.prefix(rest))
            rest -= block.text.utf8.count
        }
        for link in page.outlinks.prefix(comparedLinks) { add(link.text.utf8) }
        return Int(truncatingIfNeeded: hash)
    }
}
