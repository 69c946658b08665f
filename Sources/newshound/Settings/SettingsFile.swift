import Foundation
import Yams

/// A configuration file as it was read: values by key, each with the line it stands on.
struct SettingsFile {
    struct Entry {
        let values: [String]
        let line: Int
    }

    let path: String
    /// Known keys alone; a key without a value is left out.
    private(set) var entries: [String: Entry] = [:]
    /// The keys of `extra`: what a file may hold beside settings (a crawl.yaml's seeds and name).
    private(set) var extra: [String: [String]] = [:]

    /// Reads a file. A wrong key or value is named with file, line, and the key that was probably meant.
    init(path: String, extraKeys: Set<String> = []) throws(UserError) {
        self.path = path
        let text: String
        do { text = try TextFile.read(path) } catch { throw UserError(.usage, error.message(path)) }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
            if case .duplicatedKeysInMapping(let keys, _) = error, let key = keys.first {
                let line = Self.lastLine(of: key, in: text).map { ":\($0)" } ?? ""
                throw UserError(
                    .usage, "\(path)\(line): key '\(key)' stands here a second time; keep one of them")
            }
            throw UserError(.usage, "\(path)\(error.place): is no YAML: \(error.problem); mend the line")
        } catch {
            throw UserError(.usage, "\(path): is no YAML: \(error)")
        }
        guard let root, root.null == nil else { return }
        guard case .mapping(let mapping) = root else {
            throw UserError(.usage, "\(path):1: holds no keys; each line is 'key: value'")
        }
        for (keyNode, valueNode) in mapping {
            try read(key: keyNode, value: valueNode, extraKeys: extraKeys)
        }
    }

    private mutating func read(key keyNode: Node, value: Node, extraKeys: Set<String>) throws(UserError) {
        let line = keyNode.mark?.line ?? 0
        guard let name = keyNode.string else {
            throw UserError(.usage, "\(path):\(line): a key is a word, not a list")
        }
        let values = try values(of: value, key: name, line: line)
        if extraKeys.contains(name) {
            extra[name] = values
            return
        }
        guard let key = SettingKey.named(name) else {
            let hint = SettingKey.nearest(to: name).map { "; '\($0)' is meant perhaps" } ?? ""
            throw UserError(
                .usage,
                "\(path):\(line): unknown key '\(name)'\(hint); newshound config --print lists all keys")
        }
        if values.isEmpty, value.null != nil { return }
        guard key.isList || values.count == 1 else {
            throw UserError(.usage, "\(path):\(line): '\(name)' takes one value: \(key.form)")
        }
        var trial = Settings()
        guard key.read(&trial, values) else {
            let given = values.joined(separator: ", ")
            throw UserError(.usage, "\(path):\(line): '\(name): \(given)' is not \(key.form)")
        }
        entries[name] = Entry(values: values, line: line)
    }

    /// The number of the last line that begins with this key; nil if none does.
    private static func lastLine(of key: String, in text: String) -> Int? {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).lastIndex { line in
            line.hasPrefix(key) && line.dropFirst(key.count).drop { $0 == " " }.first == ":"
        }.map { $0 + 1 }
    }

    private func values(of node: Node, key: String, line: Int) throws(UserError) -> [String] {
        if node.null != nil, node.string?.isEmpty ?? true { return [] }
        switch node {
        case .scalar(let scalar): return [scalar.string]
        case .sequence(let sequence):
            var values: [String] = []
            for element in sequence {
                guard case .scalar(let scalar) = element else {
                    throw UserError(.usage, "\(path):\(line): '\(key)' is a list of plain values")
                }
                values.append(scalar.string)
            }
            return values
        default:
            throw UserError(.usage, "\(path):\(line): '\(key)' is a value or a list, not a group of keys")
        }
    }
}

extension YamlError {
    /// `:line:column` of the error; empty where the parser names none.
    fileprivate var place: String {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            ":\(mark.line):\(mark.column)"
        default: ""
        }
    }

    fileprivate var problem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            problem
        default: "\(self)"
        }
    }
}
