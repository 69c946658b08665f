import Crawling

/// One key of the configuration: how its value is read from text and written back.
///
/// The same text comes from a flag and from a YAML file, so that both are understood alike and refused alike.
struct SettingKey {
    /// As in the file; the flag is `--` and this.
    let name: String
    /// What a value looks like, for messages: `a duration such as 500ms, 2s or 5m`.
    let form: String
    /// True if it can stand in a file and a crawl.yaml without giving away a secret.
    let isPublic: Bool
    /// May be changed when a crawl is resumed: limits and means, but not where the crawl goes.
    let isChangeable: Bool
    /// Reads the values; false if one has not the form.
    let read: @Sendable (inout Settings, [String]) -> Bool
    /// The values as they would be written in a file; empty: not set.
    let write: @Sendable (Settings) -> [String]
    /// True if several values may be given.
    var isList = false
}

extension SettingKey {
    /// The key of that name; nil if there is none.
    static func named(_ name: String) -> SettingKey? { byName[name] }

    /// What of these values has not the key's form: the first that has not, or all of them together; nil: they have it.
    func wrongPart(of values: [String]) -> String? {
        var trial = Settings()
        guard !read(&trial, values) else { return nil }
        return (isList ? values.first { !read(&trial, [$0]) } : nil) ?? values.joined(separator: " ")
    }

    /// The known key that is spelled most like `name`; nil if none is near.
    static func nearest(to name: String) -> String? {
        all.map { (name: $0.name, distance: $0.name.editDistance(to: name)) }
            .filter { $0.distance <= max(2, name.count / 3) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension StringProtocol {
    /// Letters to insert, delete, change or swap with a neighbour until both are equal.
    func editDistance(to other: some StringProtocol) -> Int {
        let a = Array(utf8), b = Array(other.utf8)
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var best = Swift.min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = Swift.min(best, before[j - 1] + 1)
                }
                row.append(best)
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }
}
