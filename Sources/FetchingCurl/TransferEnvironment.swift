import Fetching

/// What all transfers of one fetcher share: options, the time, memory, known peers.
///
/// Not thread-safe; everything happens on the loop's thread.
final class TransferEnvironment {
    let options: CurlOptions
    let fields: RequestFields
    let connectTo: CurlList
    let budget: BodyBudget
    let sockets: SocketWatch
    let folder: SpoolFolder
    let certificates: SystemCertificates
    let cookies: CookieStore?
    /// The time at the beginning of this turn; good enough for limits of seconds.
    @exclusivity(unchecked) var now = ContinuousClock.now
    /// Transfers that wait for memory, in the order in which they began to.
    var paused: [CurlTransfer] = []
    /// Numbers the turns of the loop.
    var turn = 0
    /// The share of a transfer in this turn.
    var piecesOfTurn = TurnShare.pieces
    /// Transfers that have had their share of this turn.
    var resting: [CurlTransfer] = []

    private var lastSweep = ContinuousClock.now

    /// libcurl looks through all names that it knows at the end of every transfer for those that are too old: with five
    /// hundred names that is a twentieth of what a fetch costs. Here one transfer in ten seconds does so.
    private static let sweepInterval: Duration = .seconds(10)

    /// Seconds after which the next transfer finds a name's addresses too old; -1: it does not look.
    var addressLife: Int {
        guard lastSweep.duration(to: now) >= Self.sweepInterval else { return -1 }
        lastSweep = now
        return Self.addressLifeSeconds
    }

    /// libcurl's own default.
    private static let addressLifeSeconds = 60

    private var peers: [String: Peer] = [:]
    private var handshakes: [Connection: TLSFacts] = [:]
    /// A bound for what is remembered of peers and connections; forgetting costs little.
    private static let maximumRemembered = 20_000

    init(options: CurlOptions, folder: SpoolFolder, budget: BodyBudget, sockets: SocketWatch)
        throws(CurlSetupError)
    {
        try options.check()
        self.options = options
        self.folder = folder
        self.budget = budget
        self.sockets = sockets
        fields = RequestFields(options)
        connectTo = CurlList(options.connectTo)
        certificates = try SystemCertificates(named: options.caFile)
        cookies = options.keepsCookies ? try CookieStore(reading: options.cookiesFrom) : nil
    }

    /// A peer as libcurl writes it, read and judged once.
    struct Peer {
        /// RFC 5952 form for IPv6.
        let address: String
        /// Nil: it may be asked.
        let refusal: AddressRange?
    }

    func peer(_ text: String) -> Peer {
        if let known = peers[text] { return known }
        let verdict = options.addressPolicy.verdict(forText: text)
        let refusal: AddressRange? = if case .refused(let range) = verdict { range } else { nil }
        let peer = Peer(address: IPAddress(text)?.description ?? text, refusal: refusal)
        if peers.count >= Self.maximumRemembered { peers.removeAll() }
        peers[text] = peer
        return peer
    }

    /// A connection, as long as it is open.
    struct Connection: Hashable {
        let peer: String
        let peerPort: Int32
        let localPort: Int32
    }

    /// What is known of the handshake of a connection; `new` replaces it.
    func handshake(of connection: Connection, new: TLSFacts?) -> TLSFacts? {
        guard let new else { return handshakes[connection] }
        if handshakes.count >= Self.maximumRemembered { handshakes.removeAll() }
        handshakes[connection] = new
        return new
    }

    /// Why a host written as an address, or this machine's name, must not be asked through a proxy, which would connect it
    /// out of our sight; nil: it may.
    func refusal(ofHost host: String, isAddress: Bool) -> String? {
        if isAddress {
            guard case .refused(let range) = options.addressPolicy.verdict(forText: host) else { return nil }
            return "\(host) is in range \(range)"
        }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        guard !options.addressPolicy.allowsLoopback, name == "localhost" || name.hasSuffix(".localhost")
        else { return nil }
        return "\(host) is a name of this machine (RFC 6761 §6.3)"
    }
}
