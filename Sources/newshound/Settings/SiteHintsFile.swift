import Pages
import WebURLs
import Yams

/// One file of site hints as it was read: the hosts it is about, and what it says of their pages.
struct SiteHintsFile {
    /// Hosts as in URLs, or `*.` and a host, each with the line it stands on.
    private(set) var hosts: [(host: String, line: Int)] = []
    private(set) var hint: SiteHint

    private let path: String
    private let lines: [Substring]

    private static let hostsKey = "hosts"
    private static let keys = [hostsKey] + SiteHint.Rule.allCases.map(\.rawValue)

    /// Reads the text of a file. What is wrong is named with file and line, a wrong key with the one that is meant, a
    /// wrong selector with the place in it.
    init(text: String, path: String) throws(UserError) {
        self.path = path
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        hint = SiteHint(name: path)
        guard let mapping = try YAMLFile.mapping(text, path: path) else {
            throw UserError(.usage, "\(path): is empty; it needs 'hosts' and one of \(Self.rules)")
        }
        for (keyNode, value) in mapping {
            let line = keyNode.mark?.line ?? 1
            let key = try key(keyNode, line: line)
            for one in try values(of: value, key: key, line: line) {
                if let rule = SiteHint.Rule(rawValue: key) {
                    try add(rule, one)
                } else {
                    hosts.append((try host(one), one.line))
                }
            }
        }
        guard !hosts.isEmpty else {
            throw UserError(
                .usage,
                "\(path): has no 'hosts'; write whose pages it is about, such as 'hosts: www.example.org'")
        }
        guard !hint.isEmpty else {
            throw UserError(.usage, "\(path): says nothing of the pages; write one of \(Self.rules)")
        }
    }

    private static let rules = "'body', 'related', 'dateline' and 'drop'"

    private struct Value {
        let text: String
        let line: Int
        /// It stands between brackets, which YAML reads as a list.
        let isBracketed: Bool
    }

    private func key(_ node: Node, line: Int) throws(UserError) -> String {
        guard let name = node.string else {
            throw UserError(.usage, "\(path):\(line): a key is a word, not a list")
        }
        if Self.keys.contains(name) { return name }
        let near = Self.keys.map { (name: $0, distance: $0.editDistance(to: name)) }
            .filter { $0.distance <= max(2, name.count / 3) }.min {
                ($0.distance, $0.name) < ($1.distance, $1.name)
            }
        let meant = near.map { "'\($0.name)' is meant perhaps" } ?? "it has none but 'hosts', \(Self.rules)"
        throw UserError(.usage, "\(path):\(line): unknown key '\(name)'; \(meant)")
    }

    private func values(of node: Node, key: String, line: Int) throws(UserError) -> [Value] {
        var values: [Value] = []
        switch node {
        case .scalar(let scalar) where node.null == nil || !scalar.string.isEmpty:
            values.append(Value(text: scalar.string, line: node.mark?.line ?? line, isBracketed: false))
        case .sequence(let sequence):
            for element in sequence {
                guard case .scalar(let scalar) = element, !scalar.string.isEmpty else {
                    let line = element.mark?.line ?? line
                    throw UserError(
                        .usage, "\(path):\(line): '\(key)' is a list of plain values\(Self.quoting)")
                }
                values.append(
                    Value(
                        text: scalar.string, line: element.mark?.line ?? line,
                        isBracketed: isBracketed(sequence)))
            }
        case .scalar: break
        default:
            throw UserError(.usage, "\(path):\(line): '\(key)' is a value or a list, not a group of keys")
        }
        guard !values.isEmpty else {
            throw UserError(
                .usage, "\(path):\(line): '\(key)' has no value\(key == Self.hostsKey ? "" : Self.quoting)")
        }
        return values
    }

    /// Whether a list stands between brackets. Yams leaves the style of a list it has read open.
    private func isBracketed(_ sequence: Node.Sequence) -> Bool {
        guard let mark = sequence.mark, lines.indices.contains(mark.line - 1) else { return false }
        return lines[mark.line - 1].dropFirst(mark.column - 1).first == "["
    }

    private static let quoting = "; what begins with #, [, * or > needs quotes: \"#story\""

    private func host(_ value: Value) throws(UserError) -> String {
        let isBelow = value.text.hasPrefix("*.")
        let name = isBelow ? String(value.text.dropFirst(2)) : value.text
        let isPlain = !name.isEmpty && !name.contains { "/:@?#*\\".contains($0) || $0.isWhitespace }
        guard isPlain, let url = WebURL("http://\(name)/") else {
            throw UserError(
                .usage,
                "\(path):\(value.line): '\(value.text)' is no host; write one such as www.example.org, or *.example.org "
                    + "for all below it")
        }
        return (isBelow ? "*." : "") + url.host
    }

    private mutating func add(_ rule: SiteHint.Rule, _ value: Value) throws(UserError) {
        do { try hint.add(rule, value.text) } catch {
            throw UserError(.usage, "\(path):\(value.line): \(error)\(value.isBracketed ? Self.quoting : "")")
        }
    }
}
