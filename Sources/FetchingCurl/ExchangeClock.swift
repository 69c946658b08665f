import Fetching

/// The time limits of one exchange: which of them is the next to pass, and when.
///
/// It holds instants and no clock, so that the fetcher sees all of them with one look at the time a turn.
struct ExchangeClock {
    typealias Instant = ContinuousClock.Instant

    enum Limit: Sendable, Hashable {
        case connect, firstByte, idle, total
        /// A pause for want of memory: when it is over the body goes to a file.
        case pause
    }

    /// How long a transfer waits for memory before its body goes to a file. Long enough for captures on their way to the
    /// archive to go, short enough that the server does not give up.
    static let patience: Duration = .seconds(2)
    /// libcurl ends a slow connect by itself, with a better reason; this is for the case that it does not.
    private static let connectGrace: Duration = .seconds(1)

    let limits: FetchLimits
    let begun: Instant
    /// When a connection was ready for the request; nil before.
    var sent: Instant?
    /// When bytes last came; nil before the first. Those of a head count once their line is complete.
    var lastByte: Instant?
    private(set) var pausedSince: Instant?
    private var pausedFor: Duration = .zero

    init(limits: FetchLimits, begun: Instant) {
        self.limits = limits
        self.begun = begun
    }

    /// The limit that passes first if nothing more comes.
    var next: (limit: Limit, at: Instant) {
        if let pausedSince { return (.pause, pausedSince + Self.patience) }
        let end = begun + limits.total + pausedFor
        let phase: (limit: Limit, at: Instant) =
            if let lastByte { (.idle, lastByte + limits.idle) } else if let sent {
                (.firstByte, sent + limits.firstByte)
            } else {
                (.connect, begun + limits.connect + Self.connectGrace)
            }
        return phase.at < end ? phase : (.total, end)
    }

    /// The clock of the total limit stands still from here to `resume`: that we lack memory is not the server's fault.
    mutating func pause(at now: Instant) { pausedSince = pausedSince ?? now }

    mutating func resume(at now: Instant) {
        guard let since = pausedSince else { return }
        pausedFor += since.duration(to: now)
        pausedSince = nil
        lastByte = now
    }
}
