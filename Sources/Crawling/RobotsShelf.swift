import Frontier
import Politeness
import WebURLs

/// The rules of the origins that were asked for last: as many as a number of bytes holds.
///
/// Two halves: what is used moves to the young one, and when that is full the old one goes and it becomes the old one.
struct RobotsShelf {
    /// What is known of an origin; the file itself, which may have 500 KiB, is let go once it is parsed.
    struct Entry: Sendable {
        let snapshot: RobotsSnapshot
        let rules: OriginRules

        init(_ snapshot: RobotsSnapshot, _ rules: OriginRules) {
            self.snapshot = snapshot.withoutBody
            self.rules = rules
        }

        /// Of memory, about; an origin without any rules takes so much.
        fileprivate var bytes: Int { 700 + rules.rules.bytes }
    }

    private struct Half {
        var entries: [Origin: Entry] = [:]
        var bytes = 0

        mutating func take(_ origin: Origin) -> Entry? {
            guard let entry = entries.removeValue(forKey: origin) else { return nil }
            bytes -= entry.bytes
            return entry
        }
    }

    private let maximumBytes: Int
    private var young = Half()
    private var old = Half()

    init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

    /// Of memory, about; more than `maximumBytes` only while a single entry has more than half of them.
    var bytes: Int { young.bytes + old.bytes }

    /// What is known of an origin; nil: nothing, or no longer.
    mutating func entry(of origin: Origin) -> Entry? {
        if let entry = young.entries[origin] { return entry }
        guard let entry = old.take(origin) else { return nil }
        put(entry, of: origin)
        return entry
    }

    /// Puts an entry in the place of an earlier one of its origin.
    mutating func put(_ entry: Entry, of origin: Origin) {
        _ = young.take(origin)
        _ = old.take(origin)
        if young.bytes + entry.bytes > maximumBytes / 2 {
            old = young
            young = Half()
        }
        young.entries[origin] = entry
        young.bytes += entry.bytes
    }
}

extension RobotsSnapshot {
    fileprivate var withoutBody: RobotsSnapshot {
        RobotsSnapshot(
            origin: origin, access: access, fetchedAt: fetchedAt, unreachableSince: unreachableSince,
            unreachableTries: unreachableTries, recordID: recordID)
    }
}
