import Archiving
import FoundationEssentials
import HTTPMessages
import Politeness
import WARC
import WebURLs

/// Proves how polite a crawl was: every fetch that its crawl.log or its archive tells of, held against what the crawl
/// had promised and what each robots.txt said at the time.
///
/// The log has the fetches that were not archived, the archive those whose log line was lost; a fetch in both counts
/// once. What a killed process had in flight stands in neither.
package struct Audit {
    private let rules: AuditRules
    private var fetches: [String: AuditFetch] = [:]
    /// Texts of robots.txt files by `AuditFetch.key`.
    private var bodies: [String: RobotsText] = [:]
    /// Redirects without a target, or to what is no http(s) URL, by `AuditFetch.key`.
    private var deadEnds: Set<String> = []
    /// Places of the archive that could not be read.
    package private(set) var damages: [String] = []
    /// Fetches that stand in the archive alone.
    package private(set) var unlogged = 0

    /// Times are kept to the millisecond, so a pause may seem shorter by two roundings.
    private static let tolerance: TimeInterval = 0.002
    /// How long a robots.txt may be used (RFC 9309 §2.4), and a fetch that began in time may wait for its turn.
    private static let robotsLife: TimeInterval = 24 * 3600 + 600

    package init(rules: AuditRules) { self.rules = rules }

    /// Reads the lines of a crawl.log.
    package mutating func read(log: [UInt8]) {
        for line in log.split(separator: 0x0A) {
            guard let fetch = AuditFetch(logLine: String(decoding: line, as: UTF8.self)) else { continue }
            fetches[fetch.key] = fetch
        }
    }

    /// Reads the captures of a file of the archive.
    package mutating func read(_ input: ArchiveInput) {
        var last: (key: String, status: Int)?
        do throws(WARCError) {
            let reader = try input.reader()
            while let item = try reader.next() {
                guard case .record(let read) = item else {
                    if case .damage(let damage) = item { damages.append("\(damage)") }
                    continue
                }
                let record = read.record
                guard let target = record.targetURI, let url = WebURL(target), let date = record.date else {
                    continue
                }
                let key = AuditFetch.key(url.href, date)
                switch record.type {
                case .response:
                    guard let response = RecordedResponse(Array(record.block)) else { continue }
                    last = (key, response.head.status)
                    note(
                        response, of: url, key: key, truncation: record.fields[WARCField.truncated])
                case .revisit:
                    let head = RecordedResponse(Array(record.block))?.head
                    last = (key, head?.status ?? 304)
                case .metadata:
                    let status = last.flatMap { $0.key == key ? $0.status : nil } ?? 200
                    guard let fetch = AuditFetch(metadata: record, status: status) else { continue }
                    if fetch.robotsOrigin == nil, url.path != "/robots.txt" { bodies[key] = nil }
                    if fetches[key] == nil {
                        fetches[key] = fetch
                        if last?.key == key { unlogged += 1 }
                    }
                default: break
                }
            }
        } catch { damages.append("\(error)") }
    }

    /// Keeps what may be a robots.txt until its metadata record says whether it is.
    private mutating func note(
        _ response: RecordedResponse, of url: WebURL, key: String, truncation: String?
    ) {
        if response.head.status / 100 == 3, response.head.location.flatMap({ url.resolve($0) }) == nil {
            deadEnds.insert(key)
        }
        guard (200..<300).contains(response.head.status),
            response.body.count <= RobotsRules.maximumBytes + 65_536
        else { return }
        guard let payload = try? response.payload(limit: RobotsText.maximumBodyBytes) else {
            bodies[key] = .unreadable
            return
        }
        bodies[key] = RobotsText(
            body: payload.bytes, codings: response.head.contentCodings,
            truncation: truncation ?? (payload.isComplete ? nil : "unspecified"))
    }

    // MARK: - Judging

    /// Judges all that was read. Hosts come by name, violations by time.
    package func verdict() -> (hosts: [AuditedHost], violations: [AuditViolation]) {
        let all = fetches.values.sorted { ($0.startedAt, $0.finishedAt) < ($1.startedAt, $1.finishedAt) }
        var robots: [Origin: AuditRobots] = [:]
        for fetch in all {
            guard let origin = fetch.robotsOrigin else { continue }
            robots[origin, default: AuditRobots()].add(
                fetch, text: bodies[fetch.key], leadsOn: !deadEnds.contains(fetch.key),
                token: rules.robotsToken)
        }
        for origin in robots.keys { robots[origin]?.sort() }
        var violations: [AuditViolation] = []
        var hosts: [AuditedHost] = []
        let byHost = Dictionary(grouping: all) { HostKey(of: $0.url, by: rules.hostKeyRule) }
        for (host, own) in byHost.sorted(by: { $0.key.name < $1.key.name }) {
            hosts.append(judge(own, of: host, robots: robots, violations: &violations))
            for fetch in own {
                if let violation = robotsViolation(fetch, of: host, robots: robots[fetch.url.origin]) {
                    violations.append(violation)
                }
            }
        }
        violations.sort { ($0.at, $0.url.href, $0.kind.rawValue) < ($1.at, $1.url.href, $1.kind.rawValue) }
        return (hosts, violations)
    }

    /// Gaps and parallelism of one host; its fetches in the order of their beginnings.
    private func judge(
        _ own: [AuditFetch], of host: HostKey, robots: [Origin: AuditRobots],
        violations: inout [AuditViolation]
    ) -> AuditedHost {
        var smallest: (gap: TimeInterval, due: Duration)?
        var underWay: [Date] = []
        var largest = 0
        var lastEnd: Date?
        for fetch in own {
            underWay.removeAll { $0 <= fetch.startedAt.addingTimeInterval(Self.tolerance) }
            underWay.append(fetch.finishedAt)
            largest = max(largest, underWay.count)
            let allowed = rules.connections(at: fetch.startedAt)
            if underWay.count > allowed {
                violations.append(
                    AuditViolation(
                        kind: .parallelism, host: host, url: fetch.url, at: fetch.startedAt,
                        reason:
                            "\(underWay.count) fetches under way, \(allowed) \(allowed == 1 ? "is" : "are") allowed"
                    ))
            }
            defer { lastEnd = max(lastEnd ?? fetch.finishedAt, fetch.finishedAt) }
            guard let lastEnd else { continue }
            let gap = fetch.startedAt.timeIntervalSince(lastEnd)
            let word = robots[fetch.url.origin]?.word(before: lastEnd)
            let due =
                allowed > 1
                ? .zero
                : rules.pause(
                    of: host, under: fetch.robotsOrigin == nil ? word?.rules : nil, from: lastEnd,
                    to: fetch.startedAt)
            if smallest.map({ gap < $0.gap }) ?? true { smallest = (gap, due) }
            if allowed == 1, underWay.count == 1, gap < Self.seconds(due) - Self.tolerance {
                violations.append(
                    AuditViolation(
                        kind: .gap, host: host, url: fetch.url, at: fetch.startedAt,
                        reason:
                            "\(Int((gap * 1_000).rounded())) ms after the fetch before, \(due.milliseconds) ms are due"
                    ))
            }
        }
        return AuditedHost(
            key: host, fetches: own.count,
            smallestGap: smallest.map { .milliseconds(Int64(($0.gap * 1_000).rounded())) },
            requiredGap: smallest?.due ?? loneGap(own, of: host),
            largestParallelism: largest)
    }

    /// The pause that would have been due after the only fetch of a host.
    private func loneGap(_ own: [AuditFetch], of host: HostKey) -> Duration {
        guard let only = own.first, rules.connections(at: only.startedAt) == 1 else { return .zero }
        return rules.pause(of: host, under: nil, from: only.finishedAt, to: only.finishedAt)
    }

    private func robotsViolation(
        _ fetch: AuditFetch, of host: HostKey, robots: AuditRobots?
    ) -> AuditViolation? {
        guard fetch.robotsOrigin == nil, fetch.url.path != "/robots.txt" else { return nil }
        func violation(_ kind: AuditViolation.Kind, _ reason: String) -> AuditViolation {
            AuditViolation(kind: kind, host: host, url: fetch.url, at: fetch.startedAt, reason: reason)
        }
        guard let word = robots?.word(before: fetch.startedAt.addingTimeInterval(Self.tolerance)) else {
            return violation(.robotsNotAsked, "no robots.txt of \(fetch.url.origin) was asked for before")
        }
        guard word.isReachable else {
            return violation(
                .robotsUnreachable, "its robots.txt was unreachable at \(WARCDate.format(word.at))")
        }
        let verdict = word.rules.verdict(for: fetch.url)
        if !verdict.isAllowed { return violation(.robots, verdict.rule ?? "robots.txt forbids it") }
        if fetch.startedAt.timeIntervalSince(word.at) > Self.robotsLife {
            return violation(.robotsStale, "its robots.txt is of \(WARCDate.format(word.at))")
        }
        return nil
    }

    private static func seconds(_ duration: Duration) -> TimeInterval {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }
}
