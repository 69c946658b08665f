package import FoundationEssentials
import Glibc
import WARC

/// The pace that one run of a crawl had promised the hosts.
package struct RunPace: Sendable, Hashable {
    package let startedAt: Date
    /// The least pause between two fetches of a host.
    package var delay: Duration
    /// Fetches of one host at once.
    package var connectionsPerHost: Int

    package init(startedAt: Date, delay: Duration, connectionsPerHost: Int) {
        self.startedAt = startedAt
        self.delay = delay
        self.connectionsPerHost = connectionsPerHost
    }
}

/// The file runs.jsonl: one line a run, for audits. A crawl may be resumed at another pace than it began with.
package enum RunLog {
    package static let fileName = "runs.jsonl"

    /// A line as it stands in the file.
    private struct Line: Decodable {
        let started: String
        let delay: Int64
        let connections: Int

        enum CodingKeys: String, CodingKey {
            case started
            case delay = "delay_ms"
            case connections = "connections_per_host"
        }
    }

    /// Appends a line; never throws. Like crawl.log it is no part of recovery: a line that a full disk refuses is lost.
    package static func append(_ pace: RunPace, toCrawl crawl: String) {
        let milliseconds =
            pace.delay.components.seconds * 1_000
            + pace.delay.components.attoseconds / 1_000_000_000_000_000
        let text =
            "{\"started\":\"\(WARCDate.format(pace.startedAt))\",\"delay_ms\":\(milliseconds),"
            + "\"connections_per_host\":\(pace.connectionsPerHost)}\n"
        let descriptor = Glibc.open(
            crawl + "/" + fileName, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    /// The runs in the order of their beginning; empty if the file is not there. Lines that are none are passed over.
    package static func read(crawl: String) -> [RunPace] {
        guard let reader = try? LineReader(crawl + "/" + fileName) else { return [] }
        var runs: [RunPace] = []
        while let line = try? reader.next() {
            if let pace = pace(of: line) { runs.append(pace) }
        }
        return runs.sorted { $0.startedAt < $1.startedAt }
    }

    /// The run that a line tells of, with its line end or without; nil if it is no line of this file.
    package static func pace(of line: ArraySlice<UInt8>) -> RunPace? {
        guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)),
            let date = WARCDate.parse(read.started), read.delay >= 0
        else { return nil }
        return RunPace(
            startedAt: date, delay: .milliseconds(read.delay), connectionsPerHost: max(1, read.connections))
    }
}
