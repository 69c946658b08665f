package import FoundationEssentials

/// Why a run ended.
package enum RunEnd: Sendable, Hashable {
    package enum Stop: Sendable, Hashable {
        case signal
        case pageLimit(Int)
        case timeLimit(Duration)
        case byteLimit(Int64)
        /// Every host with work waits at least until then.
        case waiting(until: Date)
    }

    /// Nothing is left to do.
    case finished
    /// Work is left; `resume` continues.
    case stopped(Stop)
    /// Less is free on the archive's disk than `minimumFreeDiskBytes`.
    case lowDisk(freeBytes: Int64)
    /// No server ever answered.
    case nothingFetched
    /// An error of the archive or the frontier, which the run throws.
    case failed
}
