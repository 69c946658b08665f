import Frontier

extension SkipReason {
    /// What stands for the status in crawl.log: the numbers that Heritrix made common.
    var logCode: Int {
        switch self {
        case .robots: -9_998
        case .robotsUnreachable: -61
        case .hopLimit, .redirectLimit: -4_001
        case .offSiteLimit: -4_002
        case .scope, .pattern, .forgotten: -5_000
        case .addressPolicy, .noarchive, .optOut: -5_001
        case .hostLimit, .hostURLLimit, .domainHostLimit: -5_003
        case .urlTooLong, .pathTooDeep, .pathRepeats, .pageLinkLimit, .queryVariants, .identicalPages,
            .similarPages:
            -4_000
        }
    }
}
