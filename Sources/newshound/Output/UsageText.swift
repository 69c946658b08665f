import Foundation

/// What the parser of arguments has to say, in one line of the form that all messages of the program have.
enum UsageText {
    /// `message` is the parser's own: an error line, the usage, and where to get help. `arguments` are what it parsed.
    static func line(of message: String, arguments: [String] = CommandLine.arguments) -> String {
        let lines = message.split(separator: "\n").map(String.init)
        var text = lines.first ?? message
        if text.hasPrefix("Error: ") { text.removeFirst("Error: ".count) }
        if let answer = fileOnlyKey(in: text, lines) { return answer }
        text = withNearHint(text)
        text = text.replacing(". Please provide one of ", with: "; it is one of ")
        while text.hasSuffix(".") { text.removeLast() }
        if let match = text.firstMatch(of: /Missing value for '(--[a-z0-9-]+)/),
            let place = arguments.firstIndex(of: String(match.1)),
            let next = arguments[(place + 1)...].first, !next.hasPrefix("--")
        {
            text += "; one that begins with - is written \(match.1)=\(next)"
        }
        if let first = text.first, first.isUppercase { text = first.lowercased() + text.dropFirst() }
        return text + "; see " + help(named: lines)
    }

    /// The parser's guess at what was meant, as a hint; without it if it is far from what was given.
    private static func withNearHint(_ text: String) -> String {
        guard let match = text.firstMatch(of: /'-*([^']*)'(\. Did you mean '-*([^']*)'\?)/) else {
            return text
        }
        let isNear = match.1.editDistance(to: match.3) <= max(1, match.1.count / 3)
        return text.replacing(match.2, with: isNear ? "; '--\(match.3)' is meant perhaps" : "")
    }

    /// What is said of a flag that is a key of the configuration alone; nil: it is none.
    private static func fileOnlyKey(in text: String, _ lines: [String]) -> String? {
        guard let match = text.firstMatch(of: /Unknown option '--([a-z0-9-]+)'/),
            SettingKey.fileOnly.contains(String(match.1))
        else { return nil }
        let key = String(match.1)
        let command = help(named: lines)
        if key == "addresses" { return "'--addresses' is no flag, --ipv4 and --ipv6 are; see \(command)" }
        let isBegun = command.contains(" resume ") || command.contains(" recrawl ")
        return "'--\(key)' is a key of the configuration file and no flag; "
            + (isBegun
                ? "change it in the crawl's crawl.yaml"
                : "write '\(key): …' into a file and name that with --config")
    }

    /// The help that the parser points at: that of the command if there is one.
    private static func help(named lines: [String]) -> String {
        for line in lines {
            guard let start = line.range(of: "See '"), let end = line.range(of: "' for more") else {
                continue
            }
            return String(line[start.upperBound..<end.lowerBound]).replacing(" help ", with: " ")
        }
        return "newshound --help"
    }
}
