/// How often a loop looks at its sockets while hundreds of transfers are under way.
///
/// Each look costs a wake-up of its thread, more than most of what the news lead to, and each answer that is handed on
/// costs another one elsewhere. News that come closer than an interval are therefore looked at together: the thread sleeps
/// until the interval has passed instead of until the next piece of news. What a server answers in tens of milliseconds
/// comes four later at most, and eight among hundreds.
struct LookRhythm {
    typealias Instant = ContinuousClock.Instant

    /// How long news may wait for each other with so many transfers under way: as long as the wait costs no throughput. Zero:
    /// they do not wait.
    static func interval(with transfers: Int) -> Duration {
        switch transfers {
        case ..<48: .zero
        case ..<300: .milliseconds(4)
        default: .milliseconds(8)
        }
    }

    private var last: Instant?
    /// Between the last look and the one before; nil: there was none.
    private var gap: Duration?
    private var news = 0
    private var hasPaused = false

    /// A look that brought this many pieces of news.
    mutating func look(at now: Instant, news: Int) {
        gap = last?.duration(to: now)
        last = now
        self.news = news
    }

    /// How long to wait before the next look; 0: until there are news.
    ///
    /// After a wait the next is as long if it brought any news.
    mutating func pause(at now: Instant, interval: Duration) -> Duration {
        guard let last, let gap, hasPaused ? news > 0 : gap < interval else { return .zero }
        hasPaused = true
        return max(.zero, interval - last.duration(to: now))
    }

    /// Says that there is no wait before the next look.
    mutating func goOn() { hasPaused = false }
}
