import Glibc

/// What the process has used so far.
struct ProcessCost {
    /// User and system time of all threads.
    let seconds: Double
    /// The most memory that was ever resident, in megabytes.
    let peakMegabytes: Double

    static var now: ProcessCost {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return ProcessCost(
            seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1_000_000)
    }

    /// The least CPU time that one of `rounds` calls took; what `body` returns keeps its work from being optimised away.
    static func best(of rounds: Int, _ body: () throws -> Int) rethrows -> (seconds: Double, result: Int) {
        var best = Double.infinity
        var result = 0
        for _ in 0..<max(rounds, 1) {
            let start = now.seconds
            result = try body()
            best = min(best, now.seconds - start)
        }
        return (best, result)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}
