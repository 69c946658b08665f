import ArgumentParser

/// `newshound config`: the configuration in force.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "The configuration in force, and where each value comes from.",
        discussion: """
            Example:
              newshound config --print
            """)

    @Option(help: "Configuration file (default: Config/newshound.yaml, if it is there).")
    var config: String?
    @Flag(help: "Every key, as a file that can be used; without it only what differs from the default.")
    var print = false

    func run() async throws {
        try await Program.report {
            let stack = try SettingsStack.load(configuration: config)
            var shown = 0
            for key in SettingKey.all {
                let source = stack.source(of: key)
                let differs = key.write(stack.settings) != key.write(Settings())
                guard print || differs else { continue }
                shown += 1
                let values = key.write(stack.settings)
                let value =
                    key.isList
                    ? "[\(values.map(YAMLText.quoted).joined(separator: ", "))]"
                    : values.first.map(YAMLText.scalar) ?? ""
                let line = "\(key.name): \(value)"
                Terminal.put(line + String(repeating: " ", count: max(1, 44 - line.count)) + "# \(source)")
            }
            let hints = try SiteHintsFolder.load(stack.settings.sites)
            if shown == 0 { Terminal.put("every key has its default; newshound config --print lists them") }
            if let hints { Terminal.put("# \(hints.summary)") }
            return .finished
        }
    }
}
