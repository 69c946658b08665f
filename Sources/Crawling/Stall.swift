package import FoundationEssentials

/// Why a run fetches nothing at the moment.
package enum Stall: Sendable, Hashable {
    /// Nobody claims: the run was paused.
    case paused
    /// Every host with work waits; the first may be asked then.
    case hostsWait(count: Int, until: Date)
    /// Fetches are under way, but none has ended for so long.
    case noAnswer(fetches: Int, for: Duration)

    /// How long nothing may come in before it is worth a word: longer than the usual pause of a host.
    static let patience: Duration = .seconds(10)

    /// What the numbers of a run say; nil: all is well.
    ///
    /// - Parameters:
    ///   - quietFor: since the last fetch ended, or the run began.
    ///   - nextWake: as the frontier gives it.
    init?(isPaused: Bool, inFlight: Int, hostsWaiting: Int, quietFor: Duration, nextWake: Date?) {
        if isPaused, inFlight == 0 {
            self = .paused
        } else if quietFor < Self.patience {
            return nil
        } else if inFlight > 0 {
            self = .noAnswer(fetches: inFlight, for: quietFor)
        } else if hostsWaiting > 0, let nextWake {
            self = .hostsWait(count: hostsWaiting, until: nextWake)
        } else {
            return nil
        }
    }
}
