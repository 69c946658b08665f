package import Archiving
import FoundationEssentials
import WARC

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
/// Memory stays flat: what has to be found again is sorted, in files of the work folder if it is much.
package struct Verification {
    private let space: SortSpace
    private let report: (Finding) -> Void
    package private(set) var totals = VerificationTotals()
    private var references: ReferenceCheck
    var memory: CrawlMemory

    /// - Parameters:
    ///   - workFolder: Where files lie for a while, some 500 bytes a capture.
    ///   - maximumBytes: Of memory for each of the few lists that are sorted.
    ///   - report: Called for each finding, in the order of the files.
    package init(
        workFolder: String = FileManager.default.temporaryDirectory.path, maximumBytes: Int = 8 << 20,
        report: @escaping (Finding) -> Void
    ) {
        space = SortSpace(folder: workFolder, maximumBytes: maximumBytes)
        self.report = report
        references = ReferenceCheck(space: space)
        memory = CrawlMemory(space: space)
    }

    /// What came of one file.
    package struct FileVerdict: Sendable, Hashable {
        package var damages = 0
        /// Records that have not a gzip member each.
        package var sharing = 0

        package var needsRepair: Bool { damages > 0 || sharing > 0 }
    }

    /// Checks one file up to its committed end. `isOurs`: it is of a crawl, so that its records must be whole.
    ///
    /// - Throws: `ArchiveError` if the work folder cannot be written; what is wrong with the file is a finding.
    @discardableResult
    package mutating func check(
        _ input: ArchiveInput, isOurs: Bool = false
    ) throws(ArchiveError) -> FileVerdict {
        totals.files += 1
        let before = totals.damages
        var verdict = FileVerdict()
        var pairs = PairCheck(isOurs: isOurs, space: space)
        do {
            let source = try input.source()
            var memberBytes: Int64 = 0
            defer { totals.bytes += source.size ?? memberBytes }
            let reader = WARCReader(
                source, file: input.name, options: WARCReader.Options(digests: .blocksAndPayloads))
            while let item = try reader.next() {
                switch item {
                case .damage(let damage):
                    add(damage.file, damage.offset, .damage, "\(damage.reason)")
                case .record(let read):
                    totals.records += 1
                    memberBytes += read.length ?? 0
                    if read.oddities.contains(.sharesMember) { verdict.sharing += 1 }
                    check(read, file: input.name)
                    try pairs.note(read)
                    try references.note(read, file: input.name, isOurs: isOurs)
                    if isOurs { try memory.note(read, file: input.name) }
                }
            }
            if input.committedEnd == nil, source.size == 0 {
                add(input.name, nil, .remark, "is empty: it has no record")
            }
            if let end = input.committedEnd, let size = source.size, size < end {
                add(input.name, nil, .damage, "has \(size) bytes, \(end) were committed")
            }
        } catch let error as ArchiveError {
            throw error
        } catch WARCError.unreadable(_, let offset, let reason) {
            // Of a file that cannot be opened no byte is at fault.
            add(input.name, offset > 0 ? offset : nil, .damage, "cannot be read: \(reason)")
        } catch {
            add(input.name, nil, .damage, "\(error)")
        }
        try pairs.dangling { offset, id in
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
    package mutating func checkReferences() throws(ArchiveError) {
        var references = references
        self.references = ReferenceCheck(space: space)
        try references.end { broken in
            add(broken.file, broken.offset, broken.isDamage ? .damage : .remark, broken.reason)
        }
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
