import Foundation

/// The settings in force, and where each value comes from: a flag wins over the file, the file over the default.
struct SettingsStack {
    enum Source: CustomStringConvertible {
        case builtIn
        case file(path: String, line: Int)
        case flag

        var description: String {
            switch self {
            case .builtIn: "default"
            case .file(let path, let line): "\(path):\(line)"
            case .flag: "command line"
            }
        }
    }

    private(set) var settings = Settings()
    private var sources: [String: Source] = [:]

    /// The file that is read when none is named and it is there.
    static let usualPath = "Config/newshound.yaml"

    /// Reads the file named, or the usual one.
    static func load(configuration path: String?) throws(UserError) -> SettingsStack {
        var stack = SettingsStack()
        if let path {
            try stack.apply(SettingsFile(path: path))
        } else if FileManager.default.fileExists(atPath: usualPath) {
            try stack.apply(SettingsFile(path: usualPath))
        }
        return stack
    }

    mutating func apply(_ file: SettingsFile) throws(UserError) {
        for key in SettingKey.all {
            guard let entry = file.entries[key.name] else { continue }
            _ = key.read(&settings, entry.values)
            sources[key.name] = .file(path: file.path, line: entry.line)
        }
    }

    /// Takes in a flag's values; the flag is named in the error if they have not its form.
    mutating func apply(flag name: String, _ values: [String]) throws(UserError) {
        guard let key = SettingKey.named(name) else { return }
        if let wrong = key.wrongPart(of: values) {
            throw UserError(.usage, "--\(name) \(wrong): is not \(key.form)")
        }
        _ = key.read(&settings, values)
        sources[name] = .flag
    }

    func source(of key: SettingKey) -> Source { sources[key.name] ?? .builtIn }
}
