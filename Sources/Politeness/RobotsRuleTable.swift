/// The Allow and Disallow lines of a group in two runs of memory, ready to be compared with URLs.
///
/// A file of 500 KiB may hold 60,000 lines, and a crawl keeps the files of thousands of origins: a line takes 24 bytes
/// and its text.
struct RobotsRuleTable: Sendable {
    /// One line.
    struct Rule: Sendable {
        /// Where its pattern lies in `octets`, without a `$` at the end.
        fileprivate let start: UInt32
        fileprivate let count: UInt32
        /// Where its value lies as it is shown; none of it: it is not shown.
        fileprivate let shownStart: UInt32
        fileprivate let shownCount: UInt16
        let isAllowed: Bool
        /// True if the pattern ends in `$`.
        fileprivate let isAnchored: Bool
        /// Of the pattern in octets, wildcards included: what makes one rule more specific than another.
        fileprivate let length: UInt32
    }

    /// The line that named the crawler, or what stands for the whole file.
    let group: String
    /// The most specific first once they are sorted, of equal ones those that allow: the first that matches decides.
    private(set) var rules: [Rule] = []
    private var octets: [UInt8] = []

    /// Of a line's value as much is shown.
    private static let maximumShown = 500
    private static let asterisk = UInt8(ascii: "*")
    private static let dollar = UInt8(ascii: "$")

    init(group: String) { self.group = group }

    var isEmpty: Bool { rules.isEmpty }

    /// Of memory, the group's name left out.
    var bytes: Int { rules.capacity * MemoryLayout<Rule>.stride + octets.capacity }

    /// Adds a line.
    ///
    /// - Parameter value: not empty. `private/` can only mean `/private/`: no path begins otherwise, and a rule that
    ///   matches nothing would open what its author wanted closed.
    mutating func add(isAllowed: Bool, _ value: ArraySlice<UInt8>, isShown: Bool = true) {
        let isAnchored = value.last == Self.dollar
        let start = octets.count
        if let first = value.first, first != UInt8(ascii: "/"), first != Self.asterisk, first != Self.dollar {
            octets.append(UInt8(ascii: "/"))
        }
        var asterisks = 0
        var kept = 0
        var rest = isAnchored ? value.dropLast() : value
        while let asterisk = rest.firstIndex(of: Self.asterisk) {
            RobotsPattern.normalise(rest[..<asterisk], into: &octets)
            asterisks += 1
            // Nothing between two asterisks is nothing to look for.
            if octets.count == start || octets.last != Self.asterisk {
                octets.append(Self.asterisk)
                kept += 1
            }
            rest = rest[(asterisk + 1)...]
        }
        RobotsPattern.normalise(rest, into: &octets)
        let count = octets.count - start
        var shownStart = start
        let shown = value.prefix(Self.maximumShown)
        if isShown {
            if isAnchored { octets.append(Self.dollar) }
            if !octets[start...].elementsEqual(shown) {
                shownStart = octets.count
                octets += shown
            }
        }
        rules.append(
            Rule(
                start: UInt32(start), count: UInt32(count), shownStart: UInt32(shownStart),
                shownCount: isShown ? UInt16(shown.count) : 0, isAllowed: isAllowed, isAnchored: isAnchored,
                length: UInt32(count - kept + asterisks + (isAnchored ? 1 : 0))))
    }

    /// The same in the order in which rules are tried, in no more memory than it needs.
    func sorted() -> RobotsRuleTable {
        var table = RobotsRuleTable(group: group)
        table.octets.reserveCapacity(octets.count)
        table.octets += octets
        table.rules.reserveCapacity(rules.count)
        table.rules += rules
        table.rules.sort { one, other in
            if one.length != other.length { return one.length > other.length }
            if one.isAllowed != other.isAllowed { return one.isAllowed }
            return one.start < other.start
        }
        return table
    }

    /// Whether the pattern of a rule matches; what was looked at is counted in `target`.
    func matches(_ rule: Rule, _ target: inout RobotsTarget) -> Bool {
        let pattern = octets.span.extracting(Int(rule.start)..<Int(rule.start + rule.count))
        return RobotsPattern.matches(pattern, isAnchored: rule.isAnchored, &target)
    }

    /// A rule as it is shown.
    func line(of rule: Rule) -> String {
        guard rule.shownCount > 0 else { return group }
        let value = octets[Int(rule.shownStart)..<(Int(rule.shownStart) + Int(rule.shownCount))]
        return
            "\(group) / \(rule.isAllowed ? "Allow" : "Disallow"): \(String(decoding: value, as: UTF8.self))"
    }
}
