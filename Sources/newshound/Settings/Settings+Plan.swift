import Crawling
import Fetching
import Frontier
import Politeness
import WebURLs

extension Settings {
    /// The plan that these settings make of seeds.
    func plan(seeds: [WebURL]) throws(UserError) -> CrawlPlan {
        var plan = CrawlPlan(seeds: seeds)
        plan.follow = follow
        switch maximumHops {
        case .limited(let hops): plan.maximumHops = hops
        case .unlimited: plan.maximumHops = nil
        case nil: plan.maximumHops = follow == .all ? nil : 4
        }
        plan.offSiteHops = offSiteHops
        plan.scope = scope
        plan.include = try Self.patterns(include, flag: "include")
        plan.exclude = try Self.patterns(exclude, flag: "exclude")
        plan.maximumPagesPerHost = maximumPagesPerHost
        plan.readsRobotsSitemaps = readsRobotsSitemaps
        plan.takesRequisites = takesRequisites
        plan.maximumRequisitesPerPage = maximumRequisitesPerPage
        plan.traps = traps
        plan.hostKeyRule = hostKey == "host" ? .host : .registrableDomain
        plan.politeness = politeness
        plan.fetchLimits = fetchLimits
        plan.robotsToken = userAgent
        plan.respectsAIOptOut = respectsAIOptOut
        plan.limits = limits
        return plan
    }

    private static func patterns(_ sources: [String], flag: String) throws(UserError) -> [URLPattern] {
        var patterns: [URLPattern] = []
        for source in sources {
            do { patterns.append(try URLPattern(source)) } catch {
                throw UserError(.usage, "--\(flag) \(source): is no regular expression")
            }
        }
        return patterns
    }

    private var traps: URLTraps {
        var traps = URLTraps()
        traps.maximumURLBytes = maximumURLBytes
        traps.maximumPathSegments = maximumPathSegments
        traps.maximumSegmentRepeats = maximumSegmentRepeats
        traps.maximumRedirects = maximumRedirects
        traps.maximumCandidatesPerPage = maximumCandidatesPerPage
        traps.maximumQueriesPerPath = maximumQueriesPerPath
        traps.maximumQueryOrders = maximumQueryOrders
        traps.maximumIdenticalPages = maximumIdenticalPages
        traps.maximumSimilarPages = maximumSimilarPages
        traps.maximumURLsPerHost = maximumURLsPerHost
        traps.maximumHostsPerDomain = maximumHostsPerDomain
        return traps
    }

    /// Without any delay the answer's time does not matter either.
    private var politeness: PolitenessPolicy {
        var policy = PolitenessPolicy()
        policy.minimumDelay = delay
        policy.loadFactor = delay == .zero ? 0 : loadFactor
        policy.maximumDelay = max(delay, maximumDelay)
        policy.maximumCrawlDelay = maximumCrawlDelay
        policy.maximumRetryAfter = maximumRetryAfter
        policy.maximumAttempts = attempts
        return policy
    }

    /// The delay, the host's own, or the Crawl-delay of the origin that was being asked, whichever is longest.
    var restartDelay: RestartDelay {
        let (policy, token) = (politeness, userAgent)
        return RestartDelay { host, robots in
            let rules = robots.map { RobotsRules(parsing: $0.body, token: token) } ?? .allowAll
            return policy.delay(responseTime: .zero, rules: rules, host: host)
        }
    }

    private var fetchLimits: FetchLimits {
        var limits = FetchLimits()
        limits.connect = connectTimeout
        limits.firstByte = firstByteTimeout
        limits.idle = idleTimeout
        limits.total = totalTimeout
        limits.maximumBodyBytes = Int(bodyLimit)
        return limits
    }

    private var limits: RunLimits {
        var limits = RunLimits()
        limits.maximumPages = maximumPages
        limits.maximumTime = maximumTime
        limits.maximumBytes = maximumBytes
        limits.concurrency = concurrency
        limits.maximumWait = maximumWait
        limits.minimumFreeDiskBytes = minimumFreeDisk
        return limits
    }
}
