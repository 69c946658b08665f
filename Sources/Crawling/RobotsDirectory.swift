package import FoundationEssentials
package import Frontier
package import Politeness
package import WebURLs

/// What an origin's robots.txt says, and where it is archived.
package struct OriginRules: Sendable {
    package let rules: RobotsRules
    /// Record of the robots.txt, without brackets; nil if there is none.
    package let recordID: String?
    /// False if the file could not be reached: then the rules forbid everything.
    package let isReachable: Bool
}

/// Knows each origin's rules: from memory, from the frontier, or not yet.
///
/// Owns the parsed rules and the turns of those who fetch one. Calls interleave only while the frontier is asked or
/// a turn is waited for; what is stored after such a wait never replaces something newer.
package actor RobotsDirectory {
    /// Where the fetching of an origin's robots.txt has got to: a redirect on the way waits for its host's delay.
    struct Chain: Sendable {
        let next: WebURL
        let redirects: Int
    }

    private let memory: any HostMemory
    private nonisolated let token: String
    /// When the run began: unreachable tries of earlier runs do not count.
    nonisolated let startedAt: Date
    private let now: @Sendable () -> Date
    private var known: RobotsShelf
    private var chains: [Origin: Chain] = [:]
    private var turns: [Origin: [CheckedContinuation<Void, Never>]] = [:]
    /// Files of the frontier that are being read, and those who wait to read one.
    private var readings = 0
    private var waitingReaders: [CheckedContinuation<Void, Never>] = []

    /// RFC 9309 §2.4: no longer than 24 hours.
    private static let maximumAge: TimeInterval = 24 * 3600
    /// Of memory for parsed rules: those of ten thousand usual origins, or of twenty whose files are all rules. Others
    /// are asked of the frontier again.
    package static let maximumBytes = 32 << 20

    /// Files of the frontier that are read at once: each may have 500 KiB until it is parsed.
    private static let maximumReadings = 4

    /// `startedAt` tells unreachable tries of this run from those of earlier ones.
    package init(
        memory: any HostMemory, token: String, startedAt: Date,
        maximumBytes: Int = RobotsDirectory.maximumBytes,
        now: @escaping @Sendable () -> Date
    ) {
        known = RobotsShelf(maximumBytes: maximumBytes)
        self.memory = memory
        self.token = token
        self.startedAt = startedAt
        self.now = now
    }

    /// The rules in force; nil: robots.txt must be fetched first.
    package func rules(for origin: Origin) async throws(FrontierError) -> OriginRules? {
        if let entry = known.entry(of: origin) { return isFresh(entry.snapshot) ? entry.rules : nil }
        await takeReading()
        defer { endReading() }
        if let entry = known.entry(of: origin) { return isFresh(entry.snapshot) ? entry.rules : nil }
        guard let snapshot = try await memory.robots(of: origin) else { return nil }
        let rules = await parsed(snapshot)
        // Another caller may have learned something newer while the frontier was asked.
        if let entry = known.entry(of: origin) { return isFresh(entry.snapshot) ? entry.rules : nil }
        let entry = remember(snapshot, rules)
        return isFresh(snapshot) ? entry.rules : nil
    }

    private func takeReading() async {
        guard readings == Self.maximumReadings else {
            readings += 1
            return
        }
        await withCheckedContinuation { waitingReaders.append($0) }
    }

    private func endReading() {
        // Whoever waited longest takes over.
        if waitingReaders.isEmpty { readings -= 1 } else { waitingReaders.removeFirst().resume() }
    }

    /// Of memory for parsed rules, about.
    package var heldBytes: Int { known.bytes }

    /// The last snapshot without its body, fresh or not; nil if there is none.
    func snapshot(of origin: Origin) -> RobotsSnapshot? { known.entry(of: origin)?.snapshot }

    /// True: the caller is to fetch and must call `endTurn`. False: somebody else did meanwhile; ask again.
    func takeTurn(for origin: Origin) async -> Bool {
        guard turns[origin] != nil else {
            turns[origin] = []
            return true
        }
        await withCheckedContinuation { turns[origin, default: []].append($0) }
        return false
    }

    /// Ends the caller's turn with what it learned.
    func endTurn(for origin: Origin, _ step: RobotsFetch.Step) {
        switch step {
        case .nothing: break
        case .redirect(let chain): chains[origin] = chain
        case .learned(let snapshot, let rules): remember(snapshot, rules)
        }
        for waiting in turns.removeValue(forKey: origin) ?? [] { waiting.resume() }
    }

    /// True if the rules are in memory and fresh.
    func hasRules(for origin: Origin) -> Bool {
        known.entry(of: origin).map { isFresh($0.snapshot) } ?? false
    }

    /// The redirect at which the fetching of this origin's robots.txt stands; nil: at its beginning.
    func chain(of origin: Origin) -> Chain? { chains[origin] }

    /// Takes in what was learned elsewhere: a robots.txt that another host's queue brought.
    func learn(_ snapshot: RobotsSnapshot, _ rules: RobotsRules) { remember(snapshot, rules) }

    /// What a snapshot's file asks of this crawler.
    nonisolated func rules(in snapshot: RobotsSnapshot) -> RobotsRules {
        switch snapshot.access {
        case .parse: RobotsRules(parsing: snapshot.body, token: token, at: snapshot.origin.robotsURL)
        case .allowAll: .allowAll
        case .disallowAll: .disallowAll
        }
    }

    /// Parses outside the actor: others need not wait for the largest file.
    @concurrent
    private nonisolated func parsed(_ snapshot: RobotsSnapshot) async -> RobotsRules { rules(in: snapshot) }

    @discardableResult
    private func remember(_ snapshot: RobotsSnapshot, _ rules: RobotsRules) -> RobotsShelf.Entry {
        chains[snapshot.origin] = nil
        let entry = RobotsShelf.Entry(
            snapshot,
            OriginRules(
                rules: rules, recordID: snapshot.recordID, isReachable: snapshot.access != .disallowAll))
        known.put(entry, of: snapshot.origin)
        return entry
    }

    /// An unreachable file is asked for again on every visit until the tries of this run are used up.
    private func isFresh(_ snapshot: RobotsSnapshot) -> Bool {
        if snapshot.access == .disallowAll {
            return snapshot.fetchedAt >= startedAt && snapshot.unreachableTries >= RobotsFetch.maximumTries
        }
        return now().timeIntervalSince(snapshot.fetchedAt) < Self.maximumAge
    }
}
