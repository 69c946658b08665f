import Yams

/// A YAML file that the user writes by hand: keys, each with a value.
enum YAMLFile {
    /// The keys of the text of a file in their order; nil if it holds nothing but comments. What is no YAML, or no keys,
    /// is named with file and line.
    static func mapping(_ text: String, path: String) throws(UserError) -> Node.Mapping? {
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
            if case .duplicatedKeysInMapping(let keys, _) = error, let key = keys.first {
                let line = lastLine(of: key, in: text).map { ":\($0)" } ?? ""
                throw UserError(
                    .usage, "\(path)\(line): key '\(key)' stands here a second time; keep one of them")
            }
            throw UserError(.usage, "\(path)\(error.place): is no YAML: \(error.problem); mend the line")
        } catch {
            throw UserError(.usage, "\(path): is no YAML: \(error)")
        }
        guard let root, root.null == nil else { return nil }
        guard case .mapping(let mapping) = root else {
            throw UserError(.usage, "\(path):1: holds no keys; each line is 'key: value'")
        }
        return mapping
    }

    /// The text of a file.
    static func text(_ path: String) throws(UserError) -> String {
        do { return try TextFile.read(path) } catch { throw UserError(.usage, error.message(path)) }
    }

    /// The number of the last line that begins with this key; nil if none does.
    private static func lastLine(of key: String, in text: String) -> Int? {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).lastIndex { line in
            line.hasPrefix(key) && line.dropFirst(key.count).drop { $0 == " " }.first == ":"
        }.map { $0 + 1 }
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
