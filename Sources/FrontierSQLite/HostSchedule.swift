/// Which host may be asked next: those that are ready by the time since when, the others by the time from when on.
///
/// Only hosts that have work and a free connection stand in it.
struct HostSchedule {
    private var ready = HostHeap()
    private var later = HostHeap()
    private var lastSeen: Microseconds = .min

    var readyCount: Int { ready.count }

    /// The earliest time of any host; nil if there is none.
    var next: Microseconds? {
        switch (ready.first?.time, later.first?.time) {
        case (let one?, let other?): min(one, other)
        case (let one, let other): one ?? other
        }
    }

    /// Sets when a host is ready; nil takes it out.
    mutating func set(_ host: Int, to time: Microseconds?, names: [String]) {
        if let time, time <= lastSeen {
            later.remove(host, names: names)
            ready.set(host, to: time, names: names)
        } else if let time {
            ready.remove(host, names: names)
            later.set(host, to: time, names: names)
        } else {
            ready.remove(host, names: names)
            later.remove(host, names: names)
        }
    }

    /// Counts those as ready whose time has come.
    ///
    /// Should the clock have been set back, those that are not ready any more are sorted anew.
    mutating func advance(to now: Microseconds, names: [String]) {
        let wasSetBack = now < lastSeen
        lastSeen = now
        if wasSetBack {
            for host in ready.hosts { set(host, to: ready.time(of: host), names: names) }
        }
        while let (host, time) = later.first, time <= now { set(host, to: time, names: names) }
    }

    /// Takes the host that has been ready longest; nil if none is.
    mutating func popReady(names: [String]) -> Int? {
        guard let host = ready.first?.host else { return nil }
        ready.remove(host, names: names)
        return host
    }
}
