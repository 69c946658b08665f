import ArgumentParser

// The flags of `crawl`, in groups, so that each command shows those that apply to it. Each flag is a key of the
// configuration and is read by that; groups that a command does not show it still understands, to say why it refuses them.

/// Where a crawl goes: fixed once it has begun.
struct ScopeFlags: ParsableArguments {
    @Option(help: "Links that are followed: related, articles, all or none (default: related).")
    var follow: String?
    @Option(
        name: .customLong("max-hops"), help: "Hops from a seed (default: 4; unlimited with --follow all).")
    var maximumHops: String?
    @Option(help: "Consecutive hops away from the seeds' sites (default: 1).")
    var offSiteHops: String?
    @Option(help: "How far articles and all may stray: site, host, prefix or any (default: site).")
    var scope: String?
    @Option(help: "Only URLs in which REGEX is found; repeatable.")
    var include: [String] = []
    @Option(help: "No URL in which REGEX is found; repeatable.")
    var exclude: [String] = []

    var given: [GivenFlags.Value] {
        GivenFlags.single([
            ("follow", follow), ("max-hops", maximumHops), ("off-site-hops", offSiteHops), ("scope", scope),
        ]) + GivenFlags.lists([("include", include), ("exclude", exclude)])
    }
}

/// What a crawl is called and read from: fixed once it has begun.
struct IdentityFlags: ParsableArguments {
    @Option(help: "Product token of the User-Agent and for robots.txt (default: newshound).")
    var userAgent: String?
    @Option(help: "Configuration file (default: Config/newshound.yaml, if it is there).")
    var config: String?
    @Option(help: "Folder of site hints, or none (default: Config/sites, if it is there).")
    var sites: String?

    var given: [GivenFlags.Value] { GivenFlags.single([("user-agent", userAgent), ("sites", sites)]) }
}

/// How much a run fetches and keeps, and what it says meanwhile.
struct RunFlags: ParsableArguments {
    @Flag(help: "Read the sitemaps that the robots.txt of a seed names.")
    var robotsSitemaps = false
    @Flag(help: "Fetch pictures and style sheets of archived pages too.")
    var requisites = false

    @Option(name: .customLong("max-pages"), help: "Pages of this run.")
    var maximumPages: String?
    @Option(name: .customLong("max-time"), help: "How long this run may take: 90s, 30m, 2h.")
    var maximumTime: String?
    @Option(name: .customLong("max-bytes"), help: "Bytes this run may receive: 500MB, 10GB.")
    var maximumBytes: String?
    @Option(name: .customLong("max-pages-per-host"), help: "Pages of one host in the whole crawl.")
    var maximumPagesPerHost: String?
    @Option(name: .customLong("min-free-disk"), help: "Stop when less is free (default: 1GB).")
    var minimumFreeDisk: String?
    @Option(help: "Fetches in flight (default: 64).")
    var concurrency: String?
    @Option(name: .customLong("max-wait"), help: "End when every host waits longer (default: 1h).")
    var maximumWait: String?

    @Flag(
        name: .customLong("respect-ai-opt-out"), help: "Keep no page that opts out of text and data mining.")
    var respectsAIOptOut = false

    @Option(help: "Cut bodies at this size (default: 10MB); of pages above 10 MB nothing is read.")
    var bodyLimit: String?
    @Option(help: "A CDXJ index of an earlier crawl: payloads that it has are not stored again.")
    var dedupe: String?
    @Flag(help: "No progress and no summary; errors alone.")
    var quiet = false
    @Flag(help: "Progress as JSON lines.")
    var jsonLog = false

    var given: [GivenFlags.Value] {
        GivenFlags.single([
            ("max-pages", maximumPages), ("max-time", maximumTime), ("max-bytes", maximumBytes),
            ("max-pages-per-host", maximumPagesPerHost), ("min-free-disk", minimumFreeDisk),
            ("concurrency", concurrency), ("max-wait", maximumWait), ("body-limit", bodyLimit),
            ("dedupe", dedupe),
        ])
            + GivenFlags.flags([
                ("robots-sitemaps", robotsSitemaps), ("requisites", requisites),
                ("respect-ai-opt-out", respectsAIOptOut), ("quiet", quiet), ("json-log", jsonLog),
            ])
    }
}

/// At what pace and by which means hosts are asked.
struct FetchFlags: ParsableArguments {
    // Taken as it comes, so that -1s is a wrong duration and no missing one.
    @Option(
        parsing: .unconditional,
        help: "Pause between two fetches of a host (default: 2s; 0 for servers of your own).")
    var delay: String?
    @Option(help: "Pause at least so many times as long as the host took to answer (default: 5).")
    var loadFactor: String?
    @Option(help: "Fetches of one host at once (default: 1; more for servers of your own).")
    var connectionsPerHost: String?
    @Option(
        help: "A URL or e-mail address where you can be reached; needed for hosts that are not this machine.")
    var contact: String?
    @Option(help: "A field for every request, 'Name: value'; repeatable.")
    var header: [String] = []
    @Option(
        help: "Connect to another address, HOST:PORT:ADDRESS:PORT; repeatable, empty HOST and PORT map all.")
    var connectTo: [String] = []
    @Option(help: "Certificates to trust, PEM (default: the system's).")
    var caFile: String?
    @Flag(help: "Accept any certificate; the archive says so.")
    var insecure = false
    @Option(help: "Cookies to send, a cookies.txt; new ones are written there.")
    var cookies: String?
    @Option(help: "Proxy, such as http://127.0.0.1:3128 or socks5h://127.0.0.1:1080.")
    var proxy: String?
    @Flag(name: .customLong("ipv4"), help: "Connect over IPv4 alone.")
    var isIPv4Only = false
    @Flag(name: .customLong("ipv6"), help: "Connect over IPv6 alone.")
    var isIPv6Only = false
    @Flag(name: .customLong("http2"), help: "Offer HTTP/2 to servers.")
    var usesHTTP2 = false
    @Flag(help: "Allow addresses of this machine, 127.0.0.1 and the like.")
    var allowLoopback = false

    var given: [GivenFlags.Value] {
        GivenFlags.single([
            ("delay", delay), ("load-factor", loadFactor), ("connections-per-host", connectionsPerHost),
            ("contact", contact), ("ca-file", caFile), ("cookies", cookies), ("proxy", proxy),
            ("addresses", isIPv4Only ? "ipv4" : isIPv6Only ? "ipv6" : nil),
        ]) + GivenFlags.lists([("header", header), ("connect-to", connectTo)])
            + GivenFlags.flags([
                ("insecure", insecure), ("http2", usesHTTP2), ("allow-loopback", allowLoopback),
            ])
    }

    func validate() throws {
        if isIPv4Only, isIPv6Only {
            throw ValidationError("--ipv4 and --ipv6 exclude each other; give one of them")
        }
    }
}

/// What was given of all groups.
struct GivenFlags {
    typealias Value = (key: String, values: [String])

    /// By key of the configuration.
    let values: [Value]
    /// The configuration file that was named.
    let config: String?

    init(_ scope: ScopeFlags, _ identity: IdentityFlags, _ run: RunFlags, _ fetch: FetchFlags) {
        values = scope.given + identity.given + run.given + fetch.given
        config = identity.config
    }

    static func single(_ flags: [(String, String?)]) -> [Value] {
        flags.compactMap { key, value in value.map { (key, [$0]) } }
    }

    static func lists(_ flags: [(String, [String])]) -> [Value] {
        flags.filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
    }

    static func flags(_ flags: [(String, Bool)]) -> [Value] { flags.filter(\.1).map { ($0.0, ["true"]) } }
}

extension SettingKey {
    /// Keys that stand in a configuration alone.
    static let fileOnly: Set<String> = [
        "max-delay", "max-crawl-delay", "max-retry-after", "attempts", "host-key", "connect-timeout",
        "first-byte-timeout", "idle-timeout", "total-timeout", "addresses", "max-url-bytes",
        "max-path-segments", "max-segment-repeats", "max-redirects", "max-candidates-per-page",
        "max-queries-per-path", "max-query-orders", "max-identical-pages", "max-similar-pages",
        "max-urls-per-host", "max-hosts-per-domain", "max-requisites-per-page", "archive-file-size", "digest",
    ]
}

extension SettingsStack {
    /// File and flags together.
    static func load(_ flags: GivenFlags) throws(UserError) -> SettingsStack {
        var stack = try load(configuration: flags.config)
        for (key, values) in flags.values { try stack.apply(flag: key, values) }
        return stack
    }
}
