import Archiving
import FoundationEssentials
package import Frontier
import WARC
import WebURLs

/// Something wrong in an archive: where, and what.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// Damage makes `verify` end with status 8; a remark does not.
    package enum Weight: String, Sendable, Hashable {
        case damage, remark
    }

    package let file: String
    /// Nil: it concerns the file as a whole, or none.
    package let offset: Int64?
    package let weight: Weight
    package let reason: String

    package var description: String {
        (offset.map { "\(file), byte \($0): " } ?? "\(file): ") + reason
    }

    /// The finding as one line of JSON, without a line end.
    package var json: String {
        var object = JSONText()
        object.add("file", file)
        if let offset { object.add("offset", offset) }
        object.add("weight", weight.rawValue)
        object.add("reason", reason)
        return object.finished
    }
}

/// What a verification looked at.
package struct VerificationTotals: Sendable, Hashable {
    package var files = 0
    package var records = 0
    package var bytes: Int64 = 0
    package var damages = 0
    package var remarks = 0
}

/// Checks files of records: members, lengths, digests, mandatory fields, pairs; and a crawl's frontier against its
/// archive. Reads files of any tool; what only our own files promise is a remark in others.
package struct Verification {
    private let report: (Finding) -> Void
    package private(set) var totals = VerificationTotals()
    /// Records by place, for the comparison with the frontier: file, offset, length, target.
    private var places: [RecordLocation: String] = [:]

    /// `report` is called for each finding, in the order of the files.
    package init(report: @escaping (Finding) -> Void) { self.report = report }

    /// Checks one file up to its committed end.
    package mutating func check(_ input: ArchiveInput, remembersPlaces: Bool = false) {
        totals.files += 1
        var pairs = PairCheck()
        do throws(WARCError) {
            let reader = try input.reader(options: WARCReader.Options(digests: .blocksAndPayloads))
            while let item = try reader.next() {
                switch item {
                case .damage(let damage):
                    add(damage.file, damage.offset, .damage, "\(damage.reason)")
                case .record(let read):
                    totals.records += 1
                    totals.bytes += read.length ?? 0
                    check(read, file: input.name)
                    pairs.note(read)
                    if remembersPlaces, let uri = read.record.targetURI {
                        places[
                            RecordLocation(file: input.name, offset: read.offset, length: read.length ?? 0)] =
                            uri
                    }
                }
            }
        } catch {
            add(input.name, nil, .damage, "\(error)")
        }
        for (offset, id) in pairs.dangling() {
            add(input.name, offset, .remark, "WARC-Concurrent-To names <\(id)>, which is not in this file")
        }
    }

    private mutating func check(_ read: ReadRecord, file: String) {
        let record = read.record
        if case .differs(let stated, let computed) = read.blockDigest {
            add(file, read.offset, .damage, "block digest is \(computed), the header states \(stated)")
        }
        if case .differs(let stated, let computed) = read.payloadDigest {
            add(file, read.offset, .damage, "payload digest is \(computed), the header states \(stated)")
        }
        for violation in WARCHeaderRules.violations(in: record) {
            add(file, read.offset, .remark, "\(record.type) record: \(violation)")
        }
        for oddity in read.oddities { add(file, read.offset, .remark, "\(oddity)") }
    }

    /// Compares what a frontier says with the records seen by `check`: each committed place must hold a record of that
    /// address, and each page must stand once.
    package mutating func compare(crawl: String, with frontier: any FrontierReading)
        async throws(FrontierError)
    {
        var row: Int64 = 0
        var claimed: Set<RecordLocation> = []
        let identity = CrawlIdentity.standard
        while true {
            let entries = try await frontier.entries(after: row, limit: 5_000)
            guard let last = entries.last else { break }
            row = last.row
            for entry in entries {
                switch entry.state {
                case .archived(let location), .revisited(let location):
                    let url = entry.candidate.url
                    if !claimed.insert(location).inserted {
                        add(
                            location.file, location.offset, .damage,
                            "the frontier has \(url.href) and another URL here")
                    }
                    guard let uri = places[location] else {
                        add(
                            location.file, location.offset, .damage,
                            "the frontier has \(url.href) here, but no record of this length begins")
                        continue
                    }
                    // A visit follows redirects to URLs of the same identity; then the record is of the last one.
                    if uri != url.withoutCredentials.href,
                        WebURL(uri).map({ identity.key(of: $0) }) != entry.candidate.key
                    {
                        add(
                            location.file, location.offset, .damage,
                            "the frontier has \(url.href) here, the record is of \(uri)")
                    }
                default: break
                }
            }
        }
        let counts = try await frontier.counts()
        if counts.archived + counts.revisited < claimed.count {
            add(crawl, nil, .damage, "the ledger counts fewer archived URLs than the frontier has places")
        }
    }

    private mutating func add(_ file: String, _ offset: Int64?, _ weight: Finding.Weight, _ reason: String) {
        switch weight {
        case .damage: totals.damages += 1
        case .remark: totals.remarks += 1
        }
        report(Finding(file: file, offset: offset, weight: weight, reason: reason))
    }
}

/// Finds references within a file that lead nowhere.
private struct PairCheck {
    private var ids: Set<String> = []
    private var references: [(offset: Int64, id: String)] = []

    mutating func note(_ read: ReadRecord) {
        if let id = read.record.recordID { ids.insert(id) }
        for id in read.record.concurrentTo { references.append((read.offset, id)) }
    }

    func dangling() -> [(offset: Int64, id: String)] { references.filter { !ids.contains($0.id) } }
}
