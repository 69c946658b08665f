/// One thing in which two URLs may differ and still name the same page.
package enum IdentityRule: String, Sendable, CaseIterable {
    /// `#section` is dropped: it never reaches the server.
    case dropFragment = "drop-fragment"
    /// `%c3%a9` is `%C3%A9` (RFC 3986 §6.2.2.1).
    case uppercaseEscapes = "uppercase-escapes"
    /// `%7E` is `~`: escapes of letters, digits, `-`, `.`, `_`, `~` are undone (RFC 3986 §6.2.2.2).
    case decodeUnreserved = "decode-unreserved"
    /// `/page?` is `/page`.
    case dropEmptyQuery = "drop-empty-query"
    /// Parameters that only say where a reader came from (`utm_source`, `fbclid`) are dropped.
    case dropTracking = "drop-tracking"
    /// Parameters and path parts that only name a visit (`PHPSESSID`, `;jsessionid=`) are dropped.
    case dropSessionID = "drop-session-id"
    /// Parameters are sorted by name, then value, empty ones dropped. Off by default: order matters to some
    /// servers.
    case sortQuery = "sort-query"
    /// `/a//b` is `/a/b`. Off by default: some archives' paths hold whole URLs.
    case collapseSlashes = "collapse-slashes"
    /// `example.com.` is `example.com`. Off by default: rare, and servers may know only one of them.
    case dropTrailingDot = "drop-trailing-dot"
    /// `user:password@` is dropped: it never reaches the server (`requestHref`).
    case dropUserinfo = "drop-userinfo"
    /// `a=` is `a`. Off by default: servers differ.
    case dropBlankValue = "drop-blank-value"
    /// A `%` that begins no escape becomes `%25`, and `%u00e9` the escapes of that character's UTF-8. Off by
    /// default: requests are sent as the page wrote them.
    case escapeBarePercent = "escape-bare-percent"
    /// What RFC 3986 does not allow, though WHATWG leaves it (`|`, `^`, `[`, `]`, `{`, `}`, `\` and the grave
    /// accent), is escaped. Off by default, as above.
    case escapeIllegal = "escape-illegal"

    /// The rule's bit in a set.
    var bit: UInt32 {
        switch self {
        case .dropFragment: 1 << 0
        case .uppercaseEscapes: 1 << 1
        case .decodeUnreserved: 1 << 2
        case .dropEmptyQuery: 1 << 3
        case .dropTracking: 1 << 4
        case .dropSessionID: 1 << 5
        case .sortQuery: 1 << 6
        case .collapseSlashes: 1 << 7
        case .dropTrailingDot: 1 << 8
        case .dropUserinfo: 1 << 9
        case .dropBlankValue: 1 << 10
        case .escapeBarePercent: 1 << 11
        case .escapeIllegal: 1 << 12
        }
    }
}
