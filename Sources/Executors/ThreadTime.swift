import Glibc

/// The processor time of a thread: what a computation costs, however many others want the processors meanwhile.
package enum ThreadTime {
    /// What the calling thread has had since it began.
    package static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
