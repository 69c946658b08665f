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
        guard let mapping = try YAMLFile.mapping(YAMLFile.text(path), path: path) else { return }
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
        guard key.isList || value.sequence == nil else {
            throw UserError(.usage, "\(path):\(line): '\(name)' takes one value and no list: \(key.form)")
        }
        if let wrong = key.wrongPart(of: values) {
            throw UserError(.usage, "\(path):\(line): '\(name): \(wrong)' is not \(key.form)")
        }
        entries[name] = Entry(values: values, line: line)
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
