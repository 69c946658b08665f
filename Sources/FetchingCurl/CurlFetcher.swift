import CCurl
package import Fetching
import WebURLs

/// Makes exchanges with libcurl: up to hundreds at once, on one thread.
///
/// The actor owns the multi handle, the transfers under way and the idle handles. Its executor is the thread that waits
/// for the sockets, so libcurl's callbacks run in its isolation. `fetch` is no job of the actor: it leaves an order, which the
/// next turn takes, and suspends until the transfer has ended; its answer goes straight to whoever asked. Each way through
/// the actor would cost a fetch another turn of the loop. A fetcher that is let go ends its thread; it is not let go while
/// a fetch is under way, as its caller holds it.
package actor CurlFetcher: Fetcher {
    private let loop: CurlLoop
    private let budget: BodyBudget
    private let environment: TransferEnvironment
    private let orders: FetchOrders
    private var active: [ObjectIdentifier: CurlTransfer] = [:]
    private var idle: [CurlTransfer] = []
    private var backlog = Backlog()
    /// No limit passes before this instant; nil: there is none to watch.
    private var nextLimit: ContinuousClock.Instant?
    private var isShutDown = false
    /// What `takeOrders` is at, and then its storage.
    private var taken: [FetchOrders.Order] = []
    /// What ended in this turn, not told yet: whoever is told wakes up, and several wake up as fast as one.
    private var replies: [CheckedContinuation<ExchangeOutcome, Never>] = []
    /// By the same numbers.
    private var outcomes: [ExchangeOutcome] = []

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Starts the thread. For the whole process it raises the limit of open file descriptors as far as it may, and limits
    /// what the allocator keeps. `spoolFolder` is made if need be and must belong to this fetcher alone: what lies in it
    /// from an earlier run is deleted.
    package init(_ options: CurlOptions, spoolFolder: String) throws(CurlSetupError) {
        guard CurlLibrary.isReady else { throw .engine(reason: "its global state cannot be set up") }
        _ = AllocatorLimits.areSet
        let descriptors = DescriptorLimit.raised()
        guard options.maximumConnections <= descriptors.maximumExchanges else {
            throw .descriptors(wanted: options.maximumConnections, limit: descriptors)
        }
        var options = options
        options.maximumConnections = min(
            options.maximumConnections + options.spareConnections, descriptors.maximumExchanges)
        let doorbell = try Doorbell()
        let sockets = try SocketWatch(doorbell: doorbell)
        let multi = try CurlMulti(
            keptConnections: descriptors.keptConnections(besides: options.maximumConnections),
            sockets: sockets)
        let folder = try SpoolFolder(path: spoolFolder)
        budget = BodyBudget(limit: options.maximumBodyMemory) { doorbell.ring() }
        environment = try TransferEnvironment(
            options: options, folder: folder, budget: budget, sockets: sockets)
        orders = FetchOrders(doorbell: doorbell)
        loop = CurlLoop(name: "curl", multi: multi, doorbell: doorbell)
        loop.attach(self)
    }

    /// A cancelled task ends its transfer and closes its connection.
    package nonisolated func fetch(_ request: FetchRequest) async throws(FetchError) -> Capture {
        let ticket = FetchTicket(request)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { reply in
                orders.post(.start(Backlog.Entry(ticket: ticket, reply: reply)))
            }
        } onCancel: {
            // Whichever of the two comes first: the start sees the mark, or the order finds the transfer.
            ticket.cancel()
            orders.post(.cancel(ticket))
        }
        return try outcome.capture()
    }

    /// Does what was asked for since the last turn.
    private func takeOrders() {
        orders.take(into: &taken)
        for order in taken {
            switch order {
            case .cancel(let ticket): cancel(ticket)
            case .start(let entry):
                if isShutDown || entry.ticket.isCancelled {
                    let reason = isShutDown ? Self.isDown : Self.isCancelled
                    entry.reply.resume(returning: .ended(Self.cancelled(entry.request, reason)))
                } else if active.count < environment.options.maximumConnections {
                    start(entry)
                } else {
                    backlog.append(entry)
                }
            }
        }
        taken.removeAll(keepingCapacity: true)
    }

    private static let isCancelled = "the task was cancelled"
    private static let isDown = "the fetcher was shut down"

    private static func cancelled(_ request: FetchRequest, _ reason: String) -> FetchError {
        FetchError(phase: .cancelled, url: request.url, reason: reason)
    }

    private func start(_ entry: Backlog.Entry) {
        guard let transfer = idle.popLast() ?? CurlTransfer(environment: environment) else {
            entry.reply.resume(
                returning: .ended(
                    FetchError(
                        phase: .local, url: entry.request.url, reason: "no memory for another transfer")))
            return
        }
        transfer.begin(entry.ticket, reply: entry.reply)
        active[ObjectIdentifier(entry.ticket)] = transfer
        if environment.options.proxy != nil {
            let url = entry.request.url
            if let reason = environment.refusal(ofHost: url.host, isAddress: url.hostIsAddress) {
                return end(transfer, by: .refused(reason))
            }
        }
        guard loop.multi.add(transfer.easy) else { return end(transfer, by: .engine(CURLE_FAILED_INIT)) }
        watch(transfer)
    }

    private func cancel(_ ticket: FetchTicket) {
        if let transfer = active[ObjectIdentifier(ticket)] {
            stop(transfer, by: .cancelled(Self.isCancelled))
        } else if let entry = backlog.remove(ticket) {
            entry.reply.resume(returning: .ended(Self.cancelled(entry.request, Self.isCancelled)))
        }
    }

    /// Ends every fetch with `FetchError.cancelled`, closes all connections and writes the cookies. Later fetches end at once.
    ///
    /// A program that ends must have called it: OpenSSL tidies up when a process exits, and a thread that still closes
    /// connections, as that of a fetcher just let go does, would then use what is gone. False if the cookies could not be
    /// written.
    @discardableResult
    package func shutdown() -> Bool {
        guard !isShutDown else { return true }
        isShutDown = true
        for entry in backlog.removeAll() {
            entry.reply.resume(returning: .ended(Self.cancelled(entry.request, Self.isDown)))
        }
        for transfer in Array(active.values) { stop(transfer, by: .cancelled(Self.isDown)) }
        tell()
        idle.removeAll()
        loop.multi.close()
        guard let cookies = environment.cookies, let file = environment.options.cookiesTo else { return true }
        return cookies.write(to: file)
    }

    /// Bytes of bodies in memory, those of captures not yet let go included.
    package nonisolated var bodyMemoryInUse: Int { budget.inUse }
}

// MARK: - Turns

extension CurlFetcher: CurlLoop.Turning {
    /// One turn of the loop, on its thread.
    nonisolated func turn() -> Duration { assumeIsolated { $0.advance() } }

    /// Lets libcurl go on, takes what ended, and looks after memory and time; returns how long there is nothing to do.
    private func advance() -> Duration {
        environment.now = .now
        environment.turn += 1
        takeOrders()
        wakeResting()
        loop.multi.advance()
        while let ended = loop.multi.nextEnded() {
            if let context = ended.context { stop(CurlTransfer.at(context), by: .engine(ended.code)) }
        }
        if !active.isEmpty {
            resumePaused()
            checkLimits()
        }
        tell()
        loop.multi.newsInterval = LookRhythm.interval(with: active.count)
        // The limits of exchanges that have ended are no reason to wake up.
        if active.isEmpty { nextLimit = nil }
        guard orders.isEmpty, environment.resting.isEmpty else { return .zero }
        return nextLimit.map { environment.now.duration(to: $0) } ?? .seconds(3600)
    }

    private func tell() {
        // First come, first told. An outcome is given away with the telling: a body counts as long as somebody has it.
        outcomes.reverse()
        for reply in replies { reply.resume(returning: outcomes.removeLast()) }
        replies.removeAll(keepingCapacity: true)
    }

    /// Takes a transfer from libcurl and ends it.
    private func stop(_ transfer: CurlTransfer, by cause: TransferEnding.Cause) {
        loop.multi.remove(transfer.easy)
        end(transfer, by: cause)
    }

    private func end(_ transfer: CurlTransfer, by cause: TransferEnding.Cause) {
        if transfer.clock.pausedSince != nil { environment.paused.removeAll { $0 === transfer } }
        if transfer.isResting { environment.resting.removeAll { $0 === transfer } }
        if let ticket = transfer.ticket {
            active[ObjectIdentifier(ticket)] = nil
            if let reply = transfer.reply {
                replies.append(reply)
                outcomes.append(TransferEnding(cause: cause).outcome(of: transfer, request: ticket.request))
            }
        }
        transfer.end()
        if !isShutDown { idle.append(transfer) }
        if let next = backlog.popFirst() { start(next) }
    }

    /// Lets transfers go on that had their share of the last turn.
    private func wakeResting() {
        environment.piecesOfTurn = TurnShare.pieces(among: environment.resting.count)
        guard !environment.resting.isEmpty else { return }
        var resting: [CurlTransfer] = []
        swap(&resting, &environment.resting)
        for transfer in resting where transfer.isResting {
            transfer.isResting = false
            // Bytes that waited are taken in this call.
            let code = transfer.easy.goOn()
            if code != CURLE_OK { stop(transfer, by: .engine(code)) }
        }
    }

    /// Lets transfers go on that wait for memory, oldest first, as far as there is some.
    private func resumePaused() {
        while let first = environment.paused.first, environment.budget.hasRoom(for: Self.pieceBytes) {
            environment.paused.removeFirst()
            resume(first)
            if first.clock.pausedSince != nil { return }
        }
    }

    private func resume(_ transfer: CurlTransfer) {
        transfer.clock.resume(at: environment.now)
        // The piece that waits is taken in this call; what it comes to is not told again.
        let code = transfer.easy.goOn()
        if code != CURLE_OK { return stop(transfer, by: .engine(code)) }
        watch(transfer)
    }

    /// The largest piece of a body that libcurl hands over.
    private static let pieceBytes = Int(CURL_MAX_WRITE_SIZE)

    private func watch(_ transfer: CurlTransfer) {
        let at = transfer.clock.next.at
        nextLimit = nextLimit.map { min($0, at) } ?? at
    }

    /// Ends what took too long. All transfers are looked at only when one of them may have: their limits move away as
    /// bytes come, so the nearest of the last look is a lower bound.
    private func checkLimits() {
        for transfer in environment.paused { watch(transfer) }
        guard let due = nextLimit, due <= environment.now else { return }
        nextLimit = nil
        for transfer in Array(active.values) {
            let (limit, at) = transfer.clock.next
            if at > environment.now {
                watch(transfer)
            } else if limit == .pause {
                spool(transfer)
            } else {
                stop(transfer, by: .limit(limit))
            }
        }
    }

    /// Moves the body of a transfer that waits for memory to a file and lets it go on.
    private func spool(_ transfer: CurlTransfer) {
        do throws(SystemError) {
            try transfer.body.spool(budget: environment.budget, folder: environment.folder)
            environment.paused.removeAll { $0 === transfer }
            resume(transfer)
        } catch {
            transfer.stop = .local(error)
            stop(transfer, by: .engine(CURLE_WRITE_ERROR))
        }
    }
}

/// libcurl's global state, set up once in a process and never given back.
private enum CurlLibrary {
    static let isReady = ccurl_global_init() == CURLE_OK
}
