import Archiving
import Synchronization
import WARC

/// Keeps what it is given, in order; an archive without files.
final class RecordingArchive: CaptureArchive {
    private let state = Mutex<[[CaptureRecords]]>([])

    var batches: [[CaptureRecords]] { state.withLock { $0 } }
    var records: [CaptureRecords] { batches.flatMap { $0 } }

    func append(_ batch: [CaptureRecords]) async throws(ArchiveError) -> AppendReceipt {
        let sequence = state.withLock { batches in
            batches.append(batch)
            return batches.count
        }
        let end = Int64(sequence * 100)
        let places = batch.indices.map { index in
            AppendReceipt.Placement(
                location: RecordLocation(
                    file: "pages/a.warc.gz", offset: end - 100 + Int64(index), length: 10),
                recordID: "urn:uuid:\(sequence)-\(index)")
        }
        return AppendReceipt(
            placements: places, ends: [FileEnd(file: "pages/a.warc.gz", offset: end)], sequence: sequence)
    }
}

/// Keeps every line.
final class RecordingLog: CrawlLogging {
    private let state = Mutex<[CrawlLogLine]>([])

    var lines: [CrawlLogLine] { state.withLock { $0 } }

    func append(_ line: CrawlLogLine) { state.withLock { $0.append(line) } }
}
