import Glibc

/// A detached POSIX thread with a name, for code that may block and so must stay off the cooperative pool.
package struct DedicatedThread: Sendable {
    private let identity: pthread_t

    /// Starts a thread that runs `body` once and then ends.
    ///
    /// `name` is shown by `top -H` and debuggers; the kernel keeps its first 15 bytes. `stackBytes` nil means the
    /// system's default. That the system has no thread left to give is treated as our own mistake: threads of this
    /// type are few and are made at start.
    package init(name: String, stackBytes: Int? = nil, body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        if let stackBytes { pthread_attr_setstacksize(&attributes, stackBytes) }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument {
                    // Safety: the pointer is the one retained above, and only this thread takes it.
                    let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                    DedicatedThread.name(start.name)
                    DedicatedThread.holdBrokenPipes()
                    start.body()
                }
                return nil
            }, start.toOpaque())
        pthread_attr_destroy(&attributes)
        precondition(code == 0, "the system refused thread \(name): \(String(cString: strerror(code)))")
        identity = thread
    }

    /// True if the caller runs on this thread.
    ///
    /// Only meaningful until `body` has returned: the system gives the identity of an ended thread to another one.
    package var isCurrent: Bool { pthread_equal(pthread_self(), identity) != 0 }

    /// Lets the calling thread come after the others of this machine, by so many steps of niceness; where the system has none
    /// for single threads nothing changes.
    static func giveWay(by niceness: Int32) {
        // Of a process that is 0 Linux takes the calling thread.
        let which = __priority_which_t(PRIO_PROCESS.rawValue)
        _ = setpriority(which, 0, min(19, getpriority(which, 0) + niceness))
    }

    /// Names the calling thread. (`pthread_setname_np` is hidden behind a macro that Swift does not set.)
    private static func name(_ name: String) {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        let bytes = Array(name.utf8.prefix(15))
        _ = write(file, bytes, bytes.count)
        close(file)
    }

    /// A write to a connection or pipe whose reader has left returns an error here, where the system would otherwise end
    /// the process.
    private static func holdBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}
