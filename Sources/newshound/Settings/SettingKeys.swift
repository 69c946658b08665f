import Crawling
import WebURLs

extension SettingKey {
    /// Every key, in the order of `Config/newshound.yaml`.
    static let all: [SettingKey] =
        scopeKeys + limitKeys + politenessKeys + fetchingKeys + trapKeys + outputKeys

    private static let scopeKeys: [SettingKey] = [
        choice("follow", \.follow, isChangeable: false),
        SettingKey(
            name: "max-hops", form: "a whole number or unlimited", isPublic: true, isChangeable: false,
            read: { settings, values in
                guard let text = values.first else { return false }
                if text == "unlimited" {
                    settings.maximumHops = .unlimited
                } else if let number = Int(text), number >= 0 {
                    settings.maximumHops = .limited(number)
                } else {
                    return false
                }
                return true
            },
            write: { settings in
                switch settings.maximumHops {
                case nil: []
                case .limited(let number): ["\(number)"]
                case .unlimited: ["unlimited"]
                }
            }),
        count("off-site-hops", \.offSiteHops, isChangeable: false),
        choice("scope", \.scope, isChangeable: false),
        pattern("include", \.include),
        pattern("exclude", \.exclude),
        flag("robots-sitemaps", \.readsRobotsSitemaps),
        flag("requisites", \.takesRequisites),
        optionalText(
            "sites", \.sites, form: "the path of a folder of site hints, or none", isChangeable: false),
    ]

    private static let limitKeys: [SettingKey] = [
        optionalCount("max-pages", \.maximumPages),
        optionalDuration("max-time", \.maximumTime),
        optionalSize("max-bytes", \.maximumBytes),
        optionalCount("max-pages-per-host", \.maximumPagesPerHost),
        size("min-free-disk", \.minimumFreeDisk),
        count("concurrency", \.concurrency, from: 1),
        duration("max-wait", \.maximumWait),
    ]

    private static let politenessKeys: [SettingKey] = [
        duration("delay", \.delay),
        SettingKey(
            name: "load-factor", form: "a number from 0 on", isPublic: true, isChangeable: true,
            read: { settings, values in
                guard let number = values.first.flatMap(Double.init), number >= 0, number.isFinite else {
                    return false
                }
                settings.loadFactor = number
                return true
            }, write: { ["\($0.loadFactor)"] }),
        duration("max-delay", \.maximumDelay),
        duration("max-crawl-delay", \.maximumCrawlDelay),
        duration("max-retry-after", \.maximumRetryAfter),
        count("attempts", \.attempts, from: 1),
        count("connections-per-host", \.connectionsPerHost, from: 1),
        word("host-key", \.hostKey, of: ["domain", "host"], isChangeable: false),
        optionalText("contact", \.contact, form: "a URL or an e-mail address", isValid: isContact),
        SettingKey(
            name: "user-agent", form: "a product token of letters, - and _", isPublic: true,
            isChangeable: false,
            read: { settings, values in
                guard let token = values.first, !token.isEmpty,
                    token.utf8.allSatisfy({ isTokenByte($0) })
                else { return false }
                settings.userAgent = token
                return true
            }, write: { [$0.userAgent] }),
        flag("respect-ai-opt-out", \.respectsAIOptOut),
    ]

    private static let fetchingKeys: [SettingKey] = [
        duration("connect-timeout", \.connectTimeout),
        duration("first-byte-timeout", \.firstByteTimeout),
        duration("idle-timeout", \.idleTimeout),
        duration("total-timeout", \.totalTimeout),
        size("body-limit", \.bodyLimit, from: 1),
        list("header", \.headers, form: "'Name: value'", isPublic: false) { $0.contains(":") },
        list("connect-to", \.connectTo, form: "HOST:PORT:ADDRESS:PORT", isPublic: true) {
            $0.split(separator: ":", omittingEmptySubsequences: false).count >= 4
        },
        optionalText("ca-file", \.caFile, form: "the path of a PEM file"),
        flag("insecure", \.isInsecure),
        optionalText("cookies", \.cookies, form: "the path of a cookies.txt"),
        optionalText(
            "proxy", \.proxy, form: "a URL such as http://127.0.0.1:3128 or socks5h://127.0.0.1:1080",
            isPublic: false, isValid: isProxy),
        word("addresses", \.addresses, of: ["any", "ipv4", "ipv6"]),
        flag("http2", \.usesHTTP2),
        flag("allow-loopback", \.allowsLoopback),
    ]

    private static let trapKeys: [SettingKey] = [
        count("max-url-bytes", \.maximumURLBytes, from: 1, isChangeable: false),
        count("max-path-segments", \.maximumPathSegments, from: 1, isChangeable: false),
        count("max-segment-repeats", \.maximumSegmentRepeats, from: 1, isChangeable: false),
        count("max-redirects", \.maximumRedirects, isChangeable: false),
        count("max-candidates-per-page", \.maximumCandidatesPerPage, from: 1, isChangeable: false),
        count("max-queries-per-path", \.maximumQueriesPerPath, from: 1, isChangeable: false),
        count("max-query-orders", \.maximumQueryOrders, from: 1, isChangeable: false),
        count("max-identical-pages", \.maximumIdenticalPages, from: 1, isChangeable: false),
        count("max-similar-pages", \.maximumSimilarPages, from: 1, isChangeable: false),
        count("max-urls-per-host", \.maximumURLsPerHost, from: 1, isChangeable: false),
        count("max-hosts-per-domain", \.maximumHostsPerDomain, from: 1, isChangeable: false),
        count("max-requisites-per-page", \.maximumRequisitesPerPage, isChangeable: false),
    ]

    private static let outputKeys: [SettingKey] = [
        size("archive-file-size", \.archiveFileSize, from: 1),
        word("digest", \.digest, of: ["sha1", "sha256"]),
        optionalText("dedupe", \.dedupe, form: "the path of a CDXJ index"),
        flag("quiet", \.isQuiet),
        flag("json-log", \.logsJSON),
    ]

    /// It stands in the User-Agent in parentheses, so neither they nor spaces can be part of it.
    @Sendable private static func isContact(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x28 && $0 != 0x29 }) else {
            return false
        }
        if WebURL(text) != nil { return true }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".")
    }

    @Sendable private static func isProxy(_ text: String) -> Bool {
        let parts = text.split(separator: "://", omittingEmptySubsequences: false)
        guard parts.count == 2, ["http", "https", "socks5", "socks5h"].contains(parts[0].lowercased()) else {
            return false
        }
        // The rules for hosts and ports are those of any URL.
        return WebURL("http://" + parts[1]) != nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}
