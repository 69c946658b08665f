/// Reads the lines of a robots.txt for one crawler (RFC 9309 §2.2).
struct RobotsParser {
    private let token: String
    private var own: Group?
    private var everybody: Group?
    private(set) var sitemaps: [String] = []
    /// Whether the group that is being read names the crawler, and whether it names everybody.
    private var isOwn = false
    private var isEverybodys = false
    /// True while user-agent lines follow each other: they share one group. Other lines but rules do not end
    /// it.
    private var isInAgents = false

    private struct Group {
        var table: RobotsRuleTable
        var crawlDelay: Duration?
        /// Each once.
        var aiOptOuts: [String] = []

        /// - Parameter agent: The user-agent line that names it, as it stands.
        init(agent: String) { table = RobotsRuleTable(group: agent) }

        mutating func add(aiOptOut: String) {
            if !aiOptOuts.contains(aiOptOut) { aiOptOuts.append(aiOptOut) }
        }

        mutating func raise(crawlDelay pause: Duration) { crawlDelay = max(crawlDelay ?? .zero, pause) }
    }

    /// - Parameter token: Product token of the crawler, in any case.
    init(token: String) { self.token = token.lowercased() }

    /// Rules of all groups that name the crawler; else of those for everybody, in the order of their lines.
    var table: RobotsRuleTable? { (own ?? everybody)?.table }
    var crawlDelay: Duration? { (own ?? everybody)?.crawlDelay }
    var aiOptOuts: [String] { (own ?? everybody)?.aiOptOuts ?? [] }

    mutating func read(_ bytes: [UInt8]) {
        var text = Self.utf8(bytes.prefix(RobotsRules.maximumBytes))
        if bytes.count > RobotsRules.maximumBytes {
            // Half a line could forbid or allow more than the whole.
            let end = text.lastIndex(where: Self.isLineBreak) ?? text.startIndex
            text = text[..<end]
        }
        while !text.isEmpty {
            let end = text.firstIndex(where: Self.isLineBreak) ?? text.endIndex
            if end > text.startIndex { read(line: text[..<end]) }
            text = text[min(end + 1, text.endIndex)...]
        }
    }

    private mutating func read(line: ArraySlice<UInt8>) {
        guard let (key, value) = Self.record(line.prefix { $0 != UInt8(ascii: "#") }) else { return }
        switch key {
        // Spellings that occur in the wild and can mean nothing else.
        case "user-agent", "useragent", "user agent", "useg-agent", "users-agent", "user-agents", "usr-agent":
            agent(value)
        case "allow": rule(isAllowed: true, value)
        case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw", "desallow":
            rule(isAllowed: false, value)
        case "crawl-delay", "crawldelay": delay(value)
        case "content-signal", "content-usage": signals(value)
        case "sitemap", "site-map":
            if !value.isEmpty { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        default: break
        }
    }

    /// Key in lower case and value of a line; nil if it has neither colon nor exactly two words.
    private static func record(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        let key: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
        if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            (key, value) = (line[..<colon], line[(colon + 1)...])
        } else {
            let words = line.split(maxSplits: 2, whereSeparator: isBlank)
            guard words.count == 2 else { return nil }
            (key, value) = (words[0], words[1])
        }
        let name = trimmed(key)
        // No key is longer; a binary file is not worth a string a line.
        guard name.count <= 14 else { return nil }
        return (String(decoding: name, as: UTF8.self).lowercased(), trimmed(value))
    }

    private mutating func agent(_ value: ArraySlice<UInt8>) {
        if !isInAgents {
            isOwn = false
            isEverybodys = false
            isInAgents = true
        }
        let shown = "User-agent: " + String(decoding: value.prefix(100), as: UTF8.self)
        // The product token ends where a version or a comment begins (RFC 9309 §2.2.1).
        let name = String(decoding: value.prefix(while: Self.isTokenByte), as: UTF8.self).lowercased()
        if name == token, !token.isEmpty {
            isOwn = true
            own = own ?? Group(agent: shown)
        } else if value.first == UInt8(ascii: "*"), !(value.dropFirst().first.map(Self.isTokenByte) ?? false)
        {
            isEverybodys = true
            everybody = everybody ?? Group(agent: shown)
        }
    }

    private mutating func rule(isAllowed: Bool, _ value: ArraySlice<UInt8>) {
        isInAgents = false
        // An empty pattern matches nothing: the line is there to say so.
        guard isOwn || isEverybodys, !value.isEmpty else { return }
        if isOwn { own?.table.add(isAllowed: isAllowed, value) }
        if isEverybodys { everybody?.table.add(isAllowed: isAllowed, value) }
    }

    /// Not a rule of the standard: it neither begins nor ends a group. Of several the longest counts.
    private mutating func delay(_ value: ArraySlice<UInt8>) {
        let number = value.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard let seconds = Double(String(decoding: number, as: UTF8.self)), seconds < 1e9 else { return }
        let pause = Duration.milliseconds(Int64((seconds * 1_000).rounded()))
        if isOwn { own?.raise(crawlDelay: pause) }
        if isEverybodys { everybody?.raise(crawlDelay: pause) }
    }

    /// `Content-Signal: search=yes, ai-train=no` (contentsignals.org), `Content-Usage: train-ai=n` (IETF aipref): like a
    /// Crawl-delay they are about a group and neither begin nor end one. Only what says no to learning machines is kept.
    private mutating func signals(_ value: ArraySlice<UInt8>) {
        for part in value.split(separator: UInt8(ascii: ",")) {
            // A path may stand before the first signal.
            let words = part.split(whereSeparator: Self.isBlank)
            guard let signal = words.last.map({ String(decoding: $0, as: UTF8.self).lowercased() }) else {
                continue
            }
            guard ["ai-train=no", "ai-input=no", "train-ai=n", "train-genai=n"].contains(signal) else {
                continue
            }
            if isOwn { own?.add(aiOptOut: signal) }
            if isEverybodys { everybody?.add(aiOptOut: signal) }
        }
    }

    /// Without a byte order mark, or what an editor left of one; UTF-16, which only its mark gives away, in UTF-8.
    private static func utf8(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0xEF]] where bytes.starts(with: mark) {
            return bytes.dropFirst(mark.count)
        }
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
        let units = stride(from: bytes.startIndex + 2, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return ArraySlice(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Letters, `_` and `-` as the standard has it, and digits, which some names have.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            || byte == 0x5F || byte == 0x2D
    }

    /// Without blanks and control characters at both ends.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop(while: { $0 <= 0x20 })
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        return bytes
    }
}
