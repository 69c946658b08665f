import Archiving
import FoundationEssentials
import WARC

/// Follows references between all files: revisits to their targets, text to its pages.
///
/// Targets and references are sorted by what names the target, on disk if they are many, so memory stays flat.
struct ReferenceCheck {
    /// A reference that leads nowhere, or to another payload.
    struct Broken {
        let file: String
        let offset: Int64
        let isDamage: Bool
        let reason: String
    }

    /// By what a reference names its target; the identifier counts more.
    private enum Naming { static let id = false, place = true }

    private let space: SortSpace
    private var lines: LineSorter
    private var references = 0
    private var fileNames: [String] = []

    init(space: SortSpace) {
        self.space = space
        lines = space.sorter()
    }

    mutating func note(_ read: ReadRecord, file: String, isOurs: Bool) throws(ArchiveError) {
        let record = read.record
        switch record.type {
        case .response, .resource:
            let digest = record.payloadDigest?.hashValue ?? 0
            if let id = record.recordID { try addTarget(id.hashValue, digest) }
            if let uri = record.targetURI, let date = record.date {
                try addTarget(Self.hash(uri, date), digest)
            }
        case .revisit, .conversion: try addReference(read, file: file, isOurs: isOurs)
        default: break
        }
    }

    private mutating func addTarget(_ key: Int, _ digest: Int) throws(ArchiveError) {
        var line = SortLine(key)
        line.add(.record)
        line.add(digest)
        try lines.add(line.bytes)
    }

    private mutating func addReference(
        _ read: ReadRecord, file: String, isOurs: Bool
    ) throws(ArchiveError) {
        let record = read.record
        let uri = record.fields[WARCField.refersToTargetURI].map(WARCRecord.unbracketed)
        let date = record.fields[WARCField.refersToDate].flatMap(WARCDate.parse)
        let place: Int? = if let uri, let date { Self.hash(uri, date) } else { nil }
        let id = record.refersTo
        let isSame = record.fields[WARCField.profile]?.hasSuffix("identical-payload-digest") ?? false
        if fileNames.last != file { fileNames.append(file) }
        references += 1
        for (key, naming) in [(id?.hashValue, Naming.id), (place, Naming.place)] {
            guard let key else { continue }
            var line = SortLine(key)
            line.add(.reference)
            line.add(isSame ? record.payloadDigest?.hashValue ?? 0 : 0)
            line.add(references)
            line.add(naming)
            line.add(id != nil && place != nil)
            line.add(record.type == .revisit)
            line.add(isOurs && id != nil)
            line.add(fileNames.count - 1)
            line.add(Int(read.offset))
            line.add(
                text: id.map { "<\($0)>" } ?? "\(uri ?? "") of \(date.map { WARCDate.format($0) } ?? "")")
            try lines.add(line.bytes)
        }
    }

    /// Hands over what is broken, in the order of the files, and forgets all.
    mutating func end(_ report: (Broken) -> Void) throws(ArchiveError) {
        defer {
            lines.removeAll()
            fileNames = []
            references = 0
        }
        guard references > 0 else { return }
        var failures = try failures()
        let sorted = try failures.reader()
        // An identifier that leads nowhere is no harm if address and time lead somewhere.
        var missingID: Int?
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            let reference = columns.number()
            let naming = columns.flag()
            let isMissing = columns.flag()
            let hasBoth = columns.flag()
            if naming == Naming.id {
                missingID = isMissing ? reference : nil
                if isMissing, hasBoth { continue }
            } else if hasBoth, missingID != reference {
                continue
            }
            let what = columns.flag() ? "the revisit's target" : "the page of this text,"
            let isDamage = columns.flag() || !isMissing
            let file = fileNames[min(columns.number(), fileNames.count - 1)]
            let offset = Int64(columns.number())
            report(
                Broken(
                    file: file, offset: offset, isDamage: isDamage,
                    reason: "\(what) \(columns.text()) "
                        + (isMissing ? "is in none of the files" : "has another payload")))
        }
    }

    /// The references whose one name leads nowhere or to another payload, by their number.
    private mutating func failures() throws(ArchiveError) -> LineSorter {
        var failures = space.sorter()
        let sorted = try lines.reader()
        var target: Int?
        // Of all records that bear the target's name; 0 for one without.
        var digests: Set<Int> = []
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            let key = columns.number()
            if key != target {
                target = key
                digests.removeAll(keepingCapacity: true)
            }
            guard columns.mark() == .reference else {
                digests.insert(columns.number())
                continue
            }
            let wanted = columns.number()
            let isSound = wanted == 0 || digests.contains(wanted) || digests.contains(0)
            guard digests.isEmpty || !isSound else { continue }
            var failure = SortLine(columns.number())
            failure.add(columns.flag())
            failure.add(digests.isEmpty)
            failure.add(text: columns.text())
            try failures.add(failure.bytes)
        }
        return failures
    }

    private static func hash(_ uri: String, _ date: Date) -> Int {
        var hasher = Hasher()
        hasher.combine(uri)
        // Many tools know whole seconds alone.
        hasher.combine(Int(date.timeIntervalSince1970.rounded(.down)))
        return hasher.finalize()
    }
}
