import HTMLTree
import WebURLs

/// What an address looks like: stories mostly have a slug of several words, a long number or a date in it.
///
/// Parts of addresses are compared by the hashes of their bytes; 0 stands for a part that is not there.
struct LinkAddress: Sendable {
    /// The serialisation of the address.
    private let href: String
    /// Where host and path stand in it.
    let hostRange: Range<Int>
    private let pathRange: Range<Int>
    private(set) var host: UInt64 = 0
    /// The last two labels of the host.
    private(set) var site: UInt64 = 0
    /// First segment of a path of several: the section on most news sites.
    private(set) var section: UInt64 = 0
    private(set) var path: UInt64 = 0
    /// Words of the longest slug, parted by hyphens, underscores, plus signs, full stops or commas.
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
        href = url.href
        let bytes = href.utf8.span
        let places = Places(bytes)
        hostRange = places.host
        pathRange = places.path
        host = bytes.bytesHash(hostRange)
        path = bytes.bytesHash(pathRange)
        site = bytes.bytesHash(Self.site(hostRange, bytes))
        hasQuery = places.query.count > 1
        readSegments(bytes)
        if hasDate { day = Self.days(bytes, pathRange) }
        longestNumber = max(longestNumber, Self.digits(bytes, places.query))
    }

    /// Equal for addresses of one page, whatever query and fragment say.
    var key: UInt64 { host &* 31 ^ path }

    /// The test that news addresses pass and section pages mostly do not.
    var looksLikeArticle: Bool { slugWords >= 4 || longestNumber >= 5 || hasDate && lastLength > 2 }

    /// Where the parts of a serialised address stand (WHATWG URL §4.5): `scheme://user@host:port/path?query#fragment`.
    private struct Places {
        var host = 0..<0
        var path = 0..<0
        var query = 0..<0

        init(_ bytes: Span<UInt8>) {
            var start = 0
            while start < bytes.count, bytes[start] != UInt8(ascii: ":") { start += 1 }
            start = min(start + 3, bytes.count)
            var slash = start
            var end = -1
            while slash < bytes.count, bytes[slash] != UInt8(ascii: "/") {
                if bytes[slash] == UInt8(ascii: "@") { (start, end) = (slash + 1, -1) }
                if bytes[slash] == UInt8(ascii: ":") { end = slash }
                if bytes[slash] == UInt8(ascii: "]") { end = -1 }
                slash += 1
            }
            host = start..<(end >= start ? end : slash)
            var mark = slash
            while mark < bytes.count, bytes[mark] != UInt8(ascii: "?"), bytes[mark] != UInt8(ascii: "#") {
                mark += 1
            }
            path = slash..<mark
            var stop = mark
            while stop < bytes.count, bytes[stop] != UInt8(ascii: "#") { stop += 1 }
            query = mark..<stop
        }
    }

    private static func site(_ host: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
        var dots = 0
        for place in host.reversed() where bytes[place] == UInt8(ascii: ".") {
            dots += 1
            if dots == 2 { return place + 1..<host.upperBound }
        }
        return host
    }

    private mutating func readSegments(_ bytes: Span<UInt8>) {
        var last = 0..<0
        var first = 0..<0
        Self.eachSegment(bytes, pathRange) { segment in
            if depth == 0 { first = segment }
            if depth > 0, !hasDate { hasDate = Self.isDatedFolder(bytes, last, segment) }
            depth += 1
            last = segment
            read(bytes, segment)
        }
        if depth > 1 { section = bytes.bytesHash(first) }
        lastLength = last.count
        var dot = last.upperBound - 1
        while dot >= last.lowerBound, bytes[dot] != UInt8(ascii: ".") { dot -= 1 }
        hasExtension = dot >= last.lowerBound && last.upperBound - dot <= 6
    }

    /// Calls `visit` with each part of a path that is not empty.
    private static func eachSegment(_ bytes: Span<UInt8>, _ path: Range<Int>, _ visit: (Range<Int>) -> Void) {
        var start = path.lowerBound + 1
        while start < path.upperBound {
            var end = start
            while end < path.upperBound, bytes[end] != UInt8(ascii: "/") { end += 1 }
            if end > start { visit(start..<end) }
            start = end + 1
        }
    }

    private mutating func read(_ bytes: Span<UInt8>, _ segment: Range<Int>) {
        var words = 0
        var letters = 0
        for place in segment {
            switch bytes[place] {
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: ","):
                if letters > 0 { words += 1 }
                letters = 0
            default: letters += 1
            }
        }
        if letters > 0 { words += 1 }
        slugWords = max(slugWords, words)
        let digits = Self.digits(bytes, segment)
        if digits > longestNumber {
            longestNumber = digits
            number = Self.value(bytes, segment, digits: digits)
        }
        if Self.startsWithDate(bytes, segment) { hasDate = true }
    }

    private static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var longest = 0
        var run = 0
        for place in range {
            run = bytes[place] &- 0x30 < 10 ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The value of the first run of that many digits.
    private static func value(_ bytes: Span<UInt8>, _ range: Range<Int>, digits: Int) -> Float {
        var run = 0
        var value: Float = 0
        for place in range {
            let digit = bytes[place] &- 0x30
            value = digit < 10 ? value * 10 + Float(digit) : 0
            run = digit < 10 ? run + 1 : 0
            if run == digits { return value }
        }
        return 0
    }

    /// Year, month and day from the first year (1990 to 2099) in the path on.
    private static func days(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Int {
        var year = 0
        var month = 0
        var run = 0
        var length = 0
        for place in path.lowerBound...path.upperBound {
            let digit = place < path.upperBound ? bytes[place] &- 0x30 : 10
            if digit < 10, length < 8 {
                run = run * 10 + Int(digit)
                length += 1
                continue
            }
            if length == 8, run > 19_900_101, run < 20_991_231 {
                return run / 10_000 * 372 + run / 100 % 100 * 31 + run % 100
            }
            if year == 0 {
                if length == 4, run >= 1990, run < 2100 { year = run }
            } else if length > 0, length <= 2 || length == 4 && run >= 1990 && run < 2100 {
                guard month == 0 else {
                    return year * 372 + month * 31 + run
                }
                month = run
                guard month <= 12 else { return 0 }
            }
            (run, length) = (0, 0)
        }
        return month > 0 ? year * 372 + month * 31 + 15 : 0
    }

    /// `2024-05-31…` or `20240531…`.
    private static func startsWithDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var digits = 0
        var first: UInt8 = 0
        var second: UInt8 = 0
        for place in range.prefix(10) where bytes[place] &- 0x30 < 10 {
            digits += 1
            if digits == 1 { first = bytes[place] }
            if digits == 2 { second = bytes[place] }
        }
        return digits >= 8 && (first == 0x32 && second == 0x30 || first == 0x31 && second == 0x39)
    }

    /// `/2024/05/` or `/2024/may/`.
    private static func isDatedFolder(_ bytes: Span<UInt8>, _ year: Range<Int>, _ month: Range<Int>) -> Bool {
        guard year.count == 4, bytes[year.lowerBound] == 0x31 || bytes[year.lowerBound] == 0x32 else {
            return false
        }
        for place in year where bytes[place] &- 0x30 >= 10 { return false }
        if month.count == 3 { return true }
        for place in month where bytes[place] &- 0x30 >= 10 { return false }
        return month.count <= 2
    }
}

extension LinkAddress {
    /// The hashes of the paths of the folders that the address stands in, each with and without a slash at its end; not
    /// of the root.
    var folders: [UInt64] {
        let bytes = href.utf8.span
        var hashes: [UInt64] = []
        var place = pathRange.lowerBound + 1
        while place < pathRange.upperBound - 1 {
            if bytes[place] == UInt8(ascii: "/") {
                hashes.append(bytes.bytesHash(pathRange.lowerBound..<place))
                hashes.append(bytes.bytesHash(pathRange.lowerBound..<place + 1))
            }
            place += 1
        }
        return hashes
    }

    /// The parts of the path, in order, without empty ones.
    var segments: [String] {
        let bytes = href.utf8.span
        var segments: [String] = []
        Self.eachSegment(bytes, pathRange) { segment in
            segments.append(String(decoding: segment.map { bytes[$0] }, as: UTF8.self))
        }
        return segments
    }

    /// How many bytes of the paths are the same from the start on.
    func commonPrefix(with other: LinkAddress) -> Int {
        let bytes = href.utf8.span
        let others = other.href.utf8.span
        var count = 0
        while count < min(pathRange.count, other.pathRange.count),
            bytes[pathRange.lowerBound + count] == others[other.pathRange.lowerBound + count]
        { count += 1 }
        return count
    }

    /// How many folders of the paths are the same from the start on.
    func commonFolders(with other: LinkAddress) -> Int {
        let bytes = href.utf8.span
        let same = pathRange.lowerBound..<pathRange.lowerBound + commonPrefix(with: other)
        var count = 0
        for place in same.dropFirst()
        where bytes[place] == UInt8(ascii: "/") && bytes[place - 1] != bytes[place] {
            count += 1
        }
        return count
    }

    /// Whether the path names the section that a title names: one of its folders, of four letters or more, stands in
    /// the title ("More Science and Technology" and `/science/2024/…`).
    func hasFolder(in title: ArraySlice<UInt8>) -> Bool {
        let bytes = href.utf8.span
        let letters = Self.letters(title.span, 0..<title.count)
        var found = false
        var previous = 0..<0
        Self.eachSegment(bytes, pathRange) { segment in
            if !previous.isEmpty, !found { found = Self.names(bytes, previous, letters) }
            previous = segment
        }
        return found
    }

    private static func names(_ bytes: Span<UInt8>, _ folder: Range<Int>, _ title: [UInt8]) -> Bool {
        guard folder.count >= 4, folder.count <= 24 else { return false }
        let name = letters(bytes, folder)
        guard name.count >= 4, name.count <= title.count, !isGeneral(name) else { return false }
        for start in 0...title.count - name.count
        where title[start..<start + name.count].elementsEqual(name) { return true }
        return false
    }

    /// Folders that name no section.
    private static func isGeneral(_ name: [UInt8]) -> Bool {
        let general = [
            "news", "article", "articles", "story", "stories", "post", "posts", "blog", "blogs", "latest",
        ]
        return general.contains { name.elementsEqual($0.utf8) }
    }

    /// ASCII letters in lower case, whatever stands between them.
    private static func letters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var letters: [UInt8] = []
        for place in range {
            let lower = bytes[place] | 0x20
            if lower &- 0x61 < 26 { letters.append(lower) }
        }
        return letters
    }
}
