import Crawling
import Foundation
import Frontier

/// One line that says how a run stands: live on a terminal, every ten seconds elsewhere, JSON if so asked.
struct ProgressLine {
    let progress: CrawlProgress

    /// `1,204 pages  38.2 pages/s  queue 310  hosts 12 ready 40 waiting  in flight 16  54.1 MB  failed 3  0:31`
    var text: String {
        let counts = progress.counts
        var parts = [
            Noun.page.count(progress.pages), String(format: "%.1f pages/s", progress.pagesPerSecond),
            "queue \((counts.queued + counts.waiting).formatted())",
            "hosts \(counts.hostsReady.formatted()) ready \(counts.hostsWaiting.formatted()) waiting",
            "in flight \(progress.inFlight.formatted())",
            Self.size(progress.bytes),
        ]
        let failed = counts.failed.values.reduce(0, +)
        if failed > 0 { parts.append("failed \(failed.formatted())") }
        parts.append(Self.time(progress.elapsed))
        if let stall { parts.append(stall) }
        return parts.joined(separator: "  ")
    }

    /// Why nothing is fetched; nil: something is.
    private var stall: String? {
        switch progress.stall {
        case nil: nil
        case .paused: "paused"
        case .hostsWait(let count, let until):
            "nothing is fetched: \(count.formatted()) host\(count == 1 ? " waits" : "s wait"), the first until "
                + until.formatted(.iso8601)
        case .noAnswer(let fetches, let time):
            "no answer to \(fetches.formatted()) fetch\(fetches == 1 ? "" : "es") for \(Self.time(time))"
        }
    }

    /// What a line of the log has. `pages_per_s` is the rate of the last ten seconds, `pages_per_s_of_run` that since the
    /// run began.
    var fields: [String: Any] {
        let counts = progress.counts
        let elapsed =
            Double(progress.elapsed.components.seconds)
            + Double(progress.elapsed.components.attoseconds) * 1e-18
        var fields: [String: Any] = [
            "elapsed_s": (elapsed * 10).rounded() / 10, "pages": progress.pages,
            "pages_per_s": (progress.pagesPerSecond * 10).rounded() / 10, "queued": counts.queued,
            "pages_per_s_of_run": elapsed > 0 ? (Double(progress.pages) / elapsed * 10).rounded() / 10 : 0,
            "waiting": counts.waiting, "hosts_ready": counts.hostsReady, "hosts_waiting": counts.hostsWaiting,
            "in_flight": progress.inFlight, "bytes": progress.bytes,
            "failed": counts.failed.values.reduce(0, +), "skipped": counts.skipped.values.reduce(0, +),
        ]
        if let stall { fields["stall"] = stall }
        return fields
    }

    static func json(_ fields: [String: Any]) -> String {
        let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
        return String(decoding: data ?? Data("{}".utf8), as: UTF8.self)
    }

    /// `54.1 MB`.
    static func size(_ bytes: Int64) -> String {
        var value = Double(bytes)
        for unit in ["B", "kB", "MB", "GB"] {
            if value < 1000 { return unit == "B" ? "\(bytes) B" : String(format: "%.1f \(unit)", value) }
            value /= 1000
        }
        return String(format: "%.1f TB", value)
    }

    /// `0:31`, `1:02:03`.
    static func time(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        let tail = String(format: "%02d", seconds % 60)
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0 ? String(format: "%d:%02d:", hours, minutes) + tail : "\(minutes):\(tail)"
    }
}
