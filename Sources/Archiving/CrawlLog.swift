import Glibc

/// Where visits note each fetch.
package protocol CrawlLogging: Sendable {
    /// Appends one line; never waits for a disk, never throws.
    func append(_ line: CrawlLogLine)
}

/// The file crawl.log: one line a fetch, in the order in which they ended.
///
/// Each line is one `write` to a file opened for appending, so lines of several tasks never mix and a killed process
/// loses none. It tells what was asked of servers and is no part of recovery: a line that a full disk refuses is lost,
/// and the archive ends the run for the same reason.
package final class CrawlLog: CrawlLogging {
    private let descriptor: Int32

    /// Opens the file, or makes it.
    package init(path: String) throws(ArchiveError) {
        descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.error(path, "open the log") }
    }

    deinit { close(descriptor) }

    package func append(_ line: CrawlLogLine) {
        let bytes = Array(line.text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }
}
