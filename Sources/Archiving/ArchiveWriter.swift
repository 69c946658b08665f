import Executors
package import FoundationEssentials
import Glibc
import Gzip
import Synchronization
package import WARC

/// Appends captures to the files of a crawl folder, synced in groups.
///
/// Owns the open files of pages/ and text/, and the appends that wait for a sync; its blocking calls run on a thread
/// of its own. What is expensive about a record happens on the caller's task before. While one sync runs, further
/// appends are written and then share the next one. After an error nothing more is taken: the files end where they
/// were last synced.
package actor ArchiveWriter: CaptureArchive {
    private let executor = ThreadExecutor(name: "archive")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let crawlPath: String
    private let spoolPath: String
    private let identity: ArchiveIdentity
    private let algorithm: WARCDigest.Algorithm
    private let maximumFileBytes: Int64
    private let disk: any Disk
    private let now: @Sendable () -> Date
    /// Changed by the actor alone, read by the tasks that encode.
    nonisolated let infoIDs: Mutex<InfoIDs>
    private var pages: Output
    private var text: Output
    private var sequence = 0
    private var waiting: [CheckedContinuation<Result<Void, ArchiveError>, Never>] = []
    private var isSyncScheduled = false
    private var failure: ArchiveError?

    /// Identifiers of the warcinfo records that the open files have, or the next ones will have.
    struct InfoIDs: Sendable, Equatable {
        var pages = RecordID.new()
        var text = RecordID.new()
    }

    /// One of the two kinds of file.
    private struct Output {
        let folder: String
        let ending: String
        let infoID: any WritableKeyPath<InfoIDs, String> & Sendable
        var file: RecordFile?
        var serial = 0
    }

    /// `folder` must be recovered; its lock must be held as long as the writer lives.
    package init(
        folder: CrawlFolder, identity: ArchiveIdentity, algorithm: WARCDigest.Algorithm = .sha1,
        maximumFileBytes: Int64 = 1_000_000_000, disk: any Disk = SystemDisk(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        crawlPath = folder.path
        spoolPath = folder.spoolPath
        self.identity = identity
        self.algorithm = algorithm
        self.maximumFileBytes = maximumFileBytes
        self.disk = disk
        self.now = now
        infoIDs = Mutex(InfoIDs())
        pages = Output(folder: CrawlFolder.pages, ending: ".warc.gz", infoID: \.pages)
        text = Output(folder: CrawlFolder.text, ending: ".warc.wet.gz", infoID: \.text)
    }

    @concurrent
    package nonisolated func append(_ batch: [CaptureRecords]) async throws(ArchiveError) -> AppendReceipt {
        // A file may be closed between the encoding and the writing; then the records must name the next one.
        while true {
            let ids = infoIDs.withLock { $0 }
            let encoder = CaptureEncoder(
                pagesInfoID: ids.pages, textInfoID: ids.text, algorithm: algorithm, spoolPath: spoolPath)
            if let receipt = try await keep(try encoder.encode(batch), naming: ids) { return receipt }
        }
    }

    /// Closes the open files under their final names. Appends after it begin new files.
    package func close() throws(ArchiveError) {
        if let failure { throw failure }
        do throws(ArchiveError) {
            try close(&pages)
            try close(&text)
        } catch {
            fail(error)
            throw error
        }
    }

    /// Writes and syncs; nil, and nothing is written, if a file was closed since its identifier was taken.
    func keep(_ encoded: EncodedCapture, naming ids: InfoIDs) async throws(ArchiveError)
        -> AppendReceipt?
    {
        if let failure { throw failure }
        guard infoIDs.withLock({ $0 }) == ids else { return nil }
        let receipt: AppendReceipt
        do throws(ArchiveError) {
            var ends: [FileEnd] = []
            let places = try put(encoded.pages, into: &pages, ends: &ends)
            _ = try put(encoded.text, into: &text, ends: &ends)
            sequence += 1
            receipt = AppendReceipt(placements: places, ends: ends, sequence: sequence)
        } catch {
            fail(error)
            throw error
        }
        try await synced()
        return receipt
    }

    private func put(
        _ members: [EncodedCapture.Member], into output: inout Output, ends: inout [FileEnd]
    ) throws(ArchiveError) -> [AppendReceipt.Placement] {
        guard !members.isEmpty else { return [] }
        let file = try openFile(of: &output)
        var places: [(capture: Int, place: AppendReceipt.Placement)] = []
        for member in members {
            let location = RecordLocation(
                file: file.name, offset: file.size, length: Int64(member.content.count))
            try file.append(member.content)
            if let capture = member.mainOf {
                places.append((capture, .init(location: location, recordID: member.recordID)))
            }
        }
        ends.append(FileEnd(file: file.name, offset: file.size))
        return places.sorted { $0.capture < $1.capture }.map(\.place)
    }

    private func openFile(of output: inout Output) throws(ArchiveError) -> RecordFile {
        if let file = output.file { return file }
        let name = fileName(serial: output.serial, ending: output.ending)
        let file = try RecordFile(crawl: crawlPath, folder: output.folder, fileName: name, disk: disk)
        output.serial += 1
        output.file = file
        let path = output.infoID
        let id = infoIDs.withLock { $0[keyPath: path] }
        var draft = RecordDraft(.warcinfo, date: now(), body: identity.block(), recordID: id)
        draft.add(WARCField.filename, name)
        draft.add(WARCField.contentType, "application/warc-fields")
        try file.append(.bytes(draft.member(level: .archive, algorithm: algorithm)))
        return file
    }

    /// `NHND-yyyyMMddHHmmssSSS-serial-pid~host.warc.gz`.
    private func fileName(serial: Int, ending: String) -> String {
        let number = String(serial)
        let padded = String(repeating: "0", count: max(0, 5 - number.count)) + number
        return "NHND-\(WARCDate.digits(now(), 17))-\(padded)-\(getpid())~\(identity.fileHostname)\(ending)"
    }

    // MARK: - Syncing

    /// Returns when all that was written before the call is on the disk.
    private func synced() async throws(ArchiveError) {
        let result = await withCheckedContinuation { continuation in
            waiting.append(continuation)
            guard !isSyncScheduled else { return }
            isSyncScheduled = true
            // Behind the appends that are queued already: they share this sync.
            Task { self.syncAll() }
        }
        try result.get()
    }

    private func syncAll() {
        isSyncScheduled = false
        guard failure == nil else { return }
        do throws(ArchiveError) {
            try pages.file?.sync()
            try text.file?.sync()
        } catch {
            return fail(error)
        }
        tellWaiting(.success(()))
        do throws(ArchiveError) {
            try rotate(&pages)
            try rotate(&text)
        } catch {
            fail(error)
        }
    }

    private func rotate(_ output: inout Output) throws(ArchiveError) {
        if let file = output.file, file.size >= maximumFileBytes { try close(&output) }
    }

    private func close(_ output: inout Output) throws(ArchiveError) {
        guard let file = output.file else { return }
        try file.close()
        output.file = nil
        let path = output.infoID
        infoIDs.withLock { $0[keyPath: path] = RecordID.new() }
    }

    /// Takes nothing more; all that was not synced is cut off, and those that waited for it are told.
    private func fail(_ error: ArchiveError) {
        if failure == nil { failure = error }
        pages.file?.cutBack()
        text.file?.cutBack()
        tellWaiting(.failure(error))
    }

    private func tellWaiting(_ result: Result<Void, ArchiveError>) {
        let told = waiting
        waiting.removeAll(keepingCapacity: true)
        for continuation in told { continuation.resume(returning: result) }
    }
}
