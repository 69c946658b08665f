/// A set of parameter names, whole or by prefix, that compares bytes without making strings.
struct ParameterNames: Sendable {
    private struct Entry {
        let name: [UInt8]
        let isPrefix: Bool
    }

    /// By the first byte of the name.
    private let entries: [[Entry]]

    /// - Parameters:
    ///   - names: lower case, not empty.
    ///   - prefixes: what names may begin with; lower case, not empty.
    init(names: [String], prefixes: [String] = []) {
        var entries: [[Entry]] = Array(repeating: [], count: 128)
        for (list, isPrefix) in [(names, false), (prefixes, true)] {
            for name in list {
                guard let first = name.utf8.first, first < 128 else { continue }
                entries[Int(first)].append(Entry(name: Array(name.utf8), isPrefix: isPrefix))
            }
        }
        self.entries = entries
    }

    /// Whether `text[range]`, in upper or lower case, is one of the names.
    func contains(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, text[range.lowerBound] < 128 else { return false }
        for entry in entries[Int(lowercased(text[range.lowerBound]))] {
            let length = entry.name.count
            guard entry.isPrefix ? range.count >= length : range.count == length else { continue }
            var matched = 1
            while matched < length, lowercased(text[range.lowerBound &+ matched]) == entry.name[matched] {
                matched &+= 1
            }
            if matched == length { return true }
        }
        return false
    }
}
