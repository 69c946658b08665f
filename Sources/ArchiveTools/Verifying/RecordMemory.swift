import Archiving
import FoundationEssentials
import WARC
import WebURLs

/// What a verification remembers of the records it has seen, by hashes: places, identifiers, payloads.
struct RecordMemory {
    /// A record that names another one.
    struct Reference {
        let file: String
        let offset: Int64
        let isOurs: Bool
        let reason: String
    }

    private struct Pending {
        let file: String
        let offset: Int64
        let isOurs: Bool
        let type: WARCRecordType
        /// `WARC-Refers-To`, and target and time; nil if the record has none.
        let id: Int?
        let target: Int?
        /// Of the payload that both should have; nil: it need not be the same.
        let digest: Int?
        let name: String
    }

    /// Address of the record at a place; both hashed.
    private var places: [Int: Int] = [:]
    /// Captures that have a line in an index.
    private(set) var captures = 0
    /// Payload of a capture by its identifier, and by target and time.
    private var payloads: [Int: Int] = [:]
    private var pending: [Pending] = []
    /// The last capture of each URL of ours, by the hash of its key.
    private var newest: [Int: NumberedPlace] = [:]
    private var fileNames: [String] = []

    /// A place whose file stands in `fileNames`.
    private struct NumberedPlace {
        let file: Int
        let offset: Int64
        let length: Int64
    }

    mutating func note(_ read: ReadRecord, file: String, isOurs: Bool) {
        let record = read.record
        if CDXJLine.isIndexed(record.type) { captures += 1 }
        if isOurs, let uri = record.targetURI {
            places[Self.hash(RecordLocation(file: file, offset: read.offset, length: read.length ?? 0))] =
                uri.hashValue
            if record.type == .response || record.type == .revisit {
                if fileNames.last != file { fileNames.append(file) }
                newest[Self.key(of: uri)] = NumberedPlace(
                    file: fileNames.count - 1, offset: read.offset, length: read.length ?? 0)
            }
        }
        switch record.type {
        case .response, .resource:
            let digest = record.payloadDigest?.hashValue ?? 0
            if let id = record.recordID { payloads[id.hashValue] = digest }
            if let uri = record.targetURI, let date = record.date { payloads[Self.hash(uri, date)] = digest }
        case .revisit: expect(read, file: file, isOurs: isOurs, field: WARCField.refersTo)
        case .conversion: expect(read, file: file, isOurs: isOurs, field: WARCField.refersTo)
        default: break
        }
    }

    private mutating func expect(_ read: ReadRecord, file: String, isOurs: Bool, field: String) {
        let record = read.record
        let uri = record.fields[WARCField.refersToTargetURI].map(WARCRecord.unbracketed)
        let date = record.fields[WARCField.refersToDate].flatMap(WARCDate.parse)
        let target: Int? = if let uri, let date { Self.hash(uri, date) } else { nil }
        guard record.refersTo != nil || target != nil else { return }
        let isSame = record.fields[WARCField.profile]?.hasSuffix("identical-payload-digest") ?? false
        let digest = isSame ? record.payloadDigest?.hashValue : nil
        // A target that stands before it need not be remembered.
        if isFound(record.refersTo?.hashValue, target, digest) == true { return }
        pending.append(
            Pending(
                file: file, offset: read.offset, isOurs: isOurs, type: record.type,
                id: record.refersTo?.hashValue,
                target: target, digest: digest,
                name: record.refersTo.map { "<\($0)>" }
                    ?? "\(uri ?? "") of \(date.map { WARCDate.format($0) } ?? "")"))
    }

    /// False if the target's payload is another; nil if there is no target.
    private func isFound(_ id: Int?, _ target: Int?, _ digest: Int?) -> Bool? {
        guard let found = id.flatMap({ payloads[$0] }) ?? target.flatMap({ payloads[$0] }) else { return nil }
        guard let digest, found != 0 else { return true }
        return found == digest
    }

    /// The references that lead nowhere, in the order of the files.
    func broken() -> [Reference] {
        pending.compactMap { record in
            let what = record.type == .revisit ? "the revisit's target" : "the page of this text,"
            switch isFound(record.id, record.target, record.digest) {
            case true?: return nil
            case false?:
                return Reference(
                    file: record.file, offset: record.offset, isOurs: true,
                    reason: "\(what) \(record.name) has another payload")
            case nil:
                // A revisit that names its target by address alone may mean an earlier crawl's capture.
                return Reference(
                    file: record.file, offset: record.offset, isOurs: record.isOurs && record.id != nil,
                    reason: "\(what) \(record.name) is in none of the files")
            }
        }
    }

    mutating func forgetReferences() {
        pending = []
        payloads = [:]
    }

    /// Whether a record begins at a place and fills it.
    func hasRecord(at place: RecordLocation) -> Bool { places[Self.hash(place)] != nil }

    /// Whether the record at a place is of that address.
    func hasRecord(of uri: String, at place: RecordLocation) -> Bool {
        places[Self.hash(place)] == uri.hashValue
    }

    /// The last capture of a URL, which is then forgotten; nil if no record is of it.
    mutating func takeNewest(of url: WebURL) -> RecordLocation? {
        newest.removeValue(forKey: CrawlIdentity.standard.key(of: url.withoutCredentials).hashValue).map(
            place)
    }

    /// The captures that were not taken, in the order of the files; they are then forgotten.
    mutating func takeRest() -> [RecordLocation] {
        defer { newest = [:] }
        return newest.values.sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }.map(place)
    }

    private func place(_ place: NumberedPlace) -> RecordLocation {
        RecordLocation(file: fileNames[place.file], offset: place.offset, length: place.length)
    }

    /// Of URLs that are one to a crawl.
    private static func key(of uri: String) -> Int {
        (WebURL(uri).map { CrawlIdentity.standard.key(of: $0) } ?? uri).hashValue
    }

    private static func hash(_ place: RecordLocation) -> Int { place.hashValue }

    private static func hash(_ uri: String, _ date: Date) -> Int {
        var hasher = Hasher()
        hasher.combine(uri)
        // Many tools know whole seconds alone.
        hasher.combine(Int(date.timeIntervalSince1970.rounded(.down)))
        return hasher.finalize()
    }
}
