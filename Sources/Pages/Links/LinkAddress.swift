import WebURLs

/// What an address looks like: stories mostly have a slug of several words, a long number or a date in it.
struct LinkAddress: Sendable {
    /// Hashes (`Span.bytesHash`) of its parts, for comparison: a page may have a hundred thousand addresses, and the parts
    /// of each would be as many strings.
    let host: UInt64
    /// Of the last two labels of the host.
    let site: UInt64
    /// Of the first segment of the path, the section on most news sites; 0 if there is but one.
    let section: UInt64
    /// Of the path without query.
    let path: UInt64
    /// Words of the longest slug, parted by hyphens, underscores or plus signs.
    private(set) var slugWords = 0
    private(set) var longestNumber = 0
    /// The longest run of digits as a number, 0 if there is none: stories are often numbered in the order of time.
    private(set) var number: Float = 0
    /// Days of a date in the address, counted roughly (31 a month); 0 if it has none.
    private(set) var day = 0
    private(set) var hasDate = false
    private(set) var depth = 0
    private(set) var lastLength = 0
    private(set) var hasQuery = false
    private(set) var hasExtension = false

    init(_ url: WebURL) {
        let name = Array(url.host.utf8)
        let bytes = Array(url.path.utf8)
        host = Self.hash(name[...])
        site = Self.hash(Self.site(name))
        path = Self.hash(bytes[...])
        hasQuery = !(url.query ?? "").isEmpty
        var segments: [ArraySlice<UInt8>] = []
        var start = 1
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
            if end > start { segments.append(bytes[start..<end]) }
            start = end + 1
        }
        section = segments.count > 1 ? max(1, Self.hash(segments[0])) : 0
        depth = segments.count
        lastLength = segments.last?.count ?? 0
        for segment in segments { read(segment) }
        hasDate = hasDate || Self.datedFolders(segments)
        if hasDate { day = Self.days(bytes) }
        if let last = segments.last, let dot = last.lastIndex(of: UInt8(ascii: ".")) {
            hasExtension = last.endIndex - dot <= 6
        }
        if let query = url.query { longestNumber = max(longestNumber, Self.digits(Array(query.utf8)[...])) }
    }

    /// Equal for links to one page: host and path.
    var page: UInt64 { host &* 31 ^ path }

    private static func site(_ host: [UInt8]) -> ArraySlice<UInt8> {
        var dots = 0
        for place in host.indices.reversed() where host[place] == UInt8(ascii: ".") {
            dots += 1
            if dots == 2 { return host[(place + 1)...] }
        }
        return host[...]
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { ClassReader.hash(bytes) }

    /// The test that news addresses pass and section pages mostly do not.
    var looksLikeArticle: Bool { slugWords >= 4 || longestNumber >= 5 || hasDate && lastLength > 2 }

    private mutating func read(_ segment: ArraySlice<UInt8>) {
        var words = 0
        var letters = 0
        for byte in segment {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: ","):
                if letters > 0 { words += 1 }
                letters = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"): letters += 1
            default: letters += 1
            }
        }
        if letters > 0 { words += 1 }
        slugWords = max(slugWords, words)
        let digits = Self.digits(segment)
        if digits > longestNumber {
            longestNumber = digits
            number = Self.value(segment, digits: digits)
        }
        if Self.startsWithDate(segment) { hasDate = true }
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int {
        var longest = 0
        var run = 0
        for byte in bytes {
            run = byte &- 0x30 < 10 ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The value of the first run of that many digits.
    private static func value(_ bytes: ArraySlice<UInt8>, digits: Int) -> Float {
        var run: [UInt8] = []
        for byte in bytes {
            if byte &- 0x30 < 10 { run.append(byte - 0x30) } else { run.removeAll(keepingCapacity: true) }
            if run.count == digits { return run.reduce(0) { $0 * 10 + Float($1) } }
        }
        return 0
    }

    /// Year, month and day from the first year (1990 to 2099) in the path on.
    private static func days(_ path: [UInt8]) -> Int {
        var numbers: [Int] = []
        var run = 0
        var length = 0
        for byte in path + [0] {
            if byte &- 0x30 < 10, length < 8 {
                run = run * 10 + Int(byte - 0x30)
                length += 1
                continue
            }
            if length == 8, run > 19_900_101, run < 20_991_231 {
                return run / 10_000 * 372 + run / 100 % 100 * 31 + run % 100
            }
            if length == 4 && run >= 1990 && run < 2100 || !numbers.isEmpty && length > 0 && length <= 2 {
                numbers.append(run)
            }
            if numbers.count == 3 { break }
            (run, length) = (0, 0)
        }
        guard let year = numbers.first, numbers.count > 1, numbers[1] <= 12 else { return 0 }
        return year * 372 + numbers[1] * 31 + (numbers.count > 2 ? numbers[2] : 15)
    }

    /// `2024-05-31…` or `20240531…`.
    private static func startsWithDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.prefix(10).filter { $0 &- 0x30 < 10 }
        guard digits.count >= 8, digits[0] == 0x31 || digits[0] == 0x32 else { return false }
        return digits[0] == 0x32 ? digits[1] == 0x30 : digits[1] == 0x39
    }

    /// `/2024/05/`.
    private static func datedFolders(_ segments: [ArraySlice<UInt8>]) -> Bool {
        for place in segments.indices.dropLast() {
            let year = segments[place]
            guard year.count == 4, year.allSatisfy({ $0 &- 0x30 < 10 }),
                year.first == 0x31 || year.first == 0x32
            else {
                continue
            }
            let month = segments[place + 1]
            if month.count <= 2, month.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
            if month.count == 3 { return true }
        }
        return false
    }
}
