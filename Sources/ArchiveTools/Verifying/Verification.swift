import Archiving
import Frontier
import WARC
import WebURLs

/// What a verification looked at.
package struct VerificationTotals: Sendable, Hashable {
    package var files = 0
    package var records = 0
    package var bytes: Int64 = 0
    package var damages = 0
    package var notices = 0
    package var remarks = 0
}

/// Checks files of records: members, lengths, digests, mandatory fields, pairs, targets of revisits; and a crawl's
/// index and frontier against its archive. Reads files of any tool; what only our own files promise is a remark in
/// others.
///
/// Remembers some dozen bytes a capture, so that archives of many millions of pages fit.
package struct Verification {
    private let report: (Finding) -> Void
    package private(set) var totals = VerificationTotals()
    var memory = RecordMemory()

    /// `report` is called for each finding, in the order of the files.
    package init(report: @escaping (Finding) -> Void) { self.report = report }

    /// What came of one file.
    package struct FileVerdict: Sendable, Hashable {
        package var damages = 0
        /// Records that have not a gzip member each.
        package var sharing = 0

        package var needsRepair: Bool { damages > 0 || sharing > 0 }
    }

    /// Checks one file up to its committed end. `isOurs`: it is of a crawl, so that its records must be whole.
    @discardableResult
    package mutating func check(_ input: ArchiveInput, isOurs: Bool = false) -> FileVerdict {
        totals.files += 1
        let before = totals.damages
        var verdict = FileVerdict()
        var pairs = PairCheck()
        do throws(WARCError) {
            let source = try input.source()
            let reader = WARCReader(
                source, file: input.name, options: WARCReader.Options(digests: .blocksAndPayloads))
            while let item = try reader.next() {
                switch item {
                case .damage(let damage):
                    add(damage.file, damage.offset, .damage, "\(damage.reason)")
                case .record(let read):
                    totals.records += 1
                    totals.bytes += read.length ?? 0
                    if read.oddities.contains(.sharesMember) { verdict.sharing += 1 }
                    check(read, file: input.name)
                    pairs.note(read)
                    memory.note(read, file: input.name, isOurs: isOurs)
                }
            }
            if let end = input.committedEnd, let size = source.size, size < end {
                add(input.name, nil, .damage, "has \(size) bytes, \(end) were committed")
            }
        } catch {
            add(input.name, nil, .damage, "\(error)")
        }
        for (offset, id) in pairs.dangling() {
            let reason = "WARC-Concurrent-To names <\(id)>, which is not in this file"
            add(input.name, offset, isOurs ? .damage : .remark, reason)
        }
        if isOurs {
            for offset in pairs.alone() {
                add(input.name, offset, .damage, "no request record stands beside this capture")
            }
        }
        verdict.damages = totals.damages - before
        return verdict
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
            var weight = Finding.Weight.remark
            if case .missing = violation { weight = .damage }
            add(file, read.offset, weight, "\(record.type) record: \(violation)")
        }
        for oddity in read.oddities { add(file, read.offset, .remark, "\(oddity)") }
    }

    /// Follows the references between all files checked so far: revisits to their targets, text to its pages.
    package mutating func checkReferences() {
        for reference in memory.broken() {
            add(reference.file, reference.offset, reference.isOurs ? .damage : .remark, reference.reason)
        }
        memory.forgetReferences()
    }

    mutating func add(_ file: String, _ offset: Int64?, _ weight: Finding.Weight, _ reason: String) {
        switch weight {
        case .damage: totals.damages += 1
        case .notice: totals.notices += 1
        case .remark: totals.remarks += 1
        }
        report(Finding(file: file, offset: offset, weight: weight, reason: reason))
    }
}

/// Finds references within a file that lead nowhere, and captures that nothing refers to.
private struct PairCheck {
    private var ids: Set<Int> = []
    private var references: [Int: (offset: Int64, id: String)] = [:]
    private var mains: [Int: Int64] = [:]

    mutating func note(_ read: ReadRecord) {
        let record = read.record
        if let id = record.recordID {
            ids.insert(id.hashValue)
            if record.type == .response || record.type == .revisit { mains[id.hashValue] = read.offset }
        }
        for id in record.concurrentTo {
            if record.type == .request { mains[id.hashValue] = nil }
            // Ours stand behind what they name; then nothing need be kept of them.
            if !ids.contains(id.hashValue) { references[id.hashValue] = (read.offset, id) }
        }
    }

    func dangling() -> [(offset: Int64, id: String)] {
        references.filter { !ids.contains($0.key) }.values.sorted { $0.offset < $1.offset }
    }

    func alone() -> [Int64] { mains.values.sorted() }
}
