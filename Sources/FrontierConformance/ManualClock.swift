package import FoundationEssentials
import Synchronization

/// A clock that stands still until it is told to move. May be read and moved from anywhere.
package final class ManualClock: Sendable {
    private let time: Mutex<Date>

    /// - Parameter start: with a fraction that binary numbers can hold, so that no frontier rounds it.
    package init(_ start: Date = Date(timeIntervalSince1970: 1_700_000_000)) { time = Mutex(start) }

    package var now: Date { time.withLock { $0 } }

    package func advance(by duration: Duration) { time.withLock { $0 += duration.seconds } }

    /// Moves on to that time; it never moves back.
    package func advance(to date: Date) { time.withLock { $0 = max($0, date) } }
}

extension Duration {
    /// In seconds; exact for whole and half, quarter, eighth … seconds.
    package var seconds: TimeInterval {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
