import Frontier
import WARC

/// All that can be read of a frontier at one moment, to be compared.
struct Picture: Equatable {
    let counts: FrontierCounts
    let entries: [URLEntry]
    let hosts: [HostEntry]
    let fileEnds: [FileEnd]
    let kinds: CaptureKinds

    init(_ frontier: any FrontierReading) async throws {
        counts = try await frontier.counts()
        hosts = try await frontier.hosts()
        fileEnds = try await frontier.fileEnds()
        var entries: [URLEntry] = []
        while true {
            // A small page, so that paging itself is tried.
            let more = try await frontier.entries(after: entries.last?.row ?? 0, limit: 1_000)
            if more.isEmpty { break }
            entries += more
        }
        self.entries = entries
        kinds = try await frontier.captureKinds()
    }

    /// Law 8: what is counted is what there is.
    func audit(line: Int, in file: String) throws {
        var counted = FrontierCounts()
        for entry in entries {
            switch entry.state {
            case .queued: counted.queued += 1
            case .leased: counted.leased += 1
            case .waiting: counted.waiting += 1
            case .archived: counted.archived += 1
            case .revisited: counted.revisited += 1
            case .skipped(let reason): counted.skipped[reason, default: 0] += 1
            case .failed(let reason): counted.failed[reason, default: 0] += 1
            }
            if entry.isPage { counted.pages += 1 }
        }
        var kinds = CaptureKinds()
        for entry in entries { kinds.add(entry) }
        guard kinds == self.kinds else {
            throw LawBroken("the kinds are\n  \(self.kinds), the entries say\n  \(kinds)", at: line, in: file)
        }
        let working = hosts.filter { $0.queued > 0 }.count
        counted.hostsReady = counts.hostsReady
        counted.hostsWaiting = working - counts.hostsReady
        guard counted == counts else {
            throw LawBroken("the ledger says\n  \(counts), the entries say\n  \(counted)", at: line, in: file)
        }
        let sums = (
            hosts.map(\.queued).reduce(0, +), hosts.map(\.leased).reduce(0, +),
            hosts.map(\.state.pages).reduce(0, +)
        )
        guard sums == (counts.queued + counts.waiting, counts.leased, counts.pages) else {
            throw LawBroken("the ledger says\n  \(counts), the hosts say\n  \(sums)", at: line, in: file)
        }
        guard entries.map(\.row) == entries.indices.map({ Int64($0) + 1 }) else {
            throw LawBroken("the rows have gaps: \(entries.map(\.row))", at: line, in: file)
        }
    }
}
