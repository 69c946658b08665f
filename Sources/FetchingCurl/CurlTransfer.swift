import CCurl
import Fetching
import FoundationEssentials
import Glibc
import WebURLs

/// One exchange and the easy handle that makes it; afterwards both serve another exchange.
///
/// Not thread-safe: the fetcher and libcurl's callbacks use it on the loop's thread. The fetcher holds it as long as
/// libcurl may call back, because libcurl only has its address.
///
/// What callbacks change is not checked for overlapping accesses at run time, a hundred times a fetch: a callback ends
/// before libcurl makes the next.
final class CurlTransfer {
    /// Why a callback of ours told libcurl to stop.
    enum Stop {
        case refused(address: String, range: AddressRange)
        case headTooLarge, bodyFull
        /// The connection ended without an answer, and the request was to go out a second time.
        case sentBefore
        case local(SystemError)
    }

    let easy: CurlEasy
    let environment: TransferEnvironment
    /// Names the exchange within its fetcher; nil between two of them.
    private(set) var ticket: FetchTicket?
    var reply: CheckedContinuation<ExchangeOutcome, Never>?
    private(set) var startedAt = Date()
    /// Whether it is asked for over TLS; false between two exchanges.
    private(set) var isSecure = false
    private var addressLife = 0
    @exclusivity(unchecked) private var isListening = true
    private var connectLimit: Duration?
    private var ownFields: CurlList?
    private var hasCommonFields = false

    @exclusivity(unchecked) var clock: ExchangeClock
    @exclusivity(unchecked) var share = TurnShare()
    /// True from the end of its share to the next turn.
    var isResting = false
    @exclusivity(unchecked) var requestHead: [UInt8] = []
    @exclusivity(unchecked) var head = AnswerHead()
    @exclusivity(unchecked) var body = BodyCollector()
    var stop: Stop?
    /// Set when an address was refused before it was connected; another address of the host may still do.
    var refused: (address: String, range: AddressRange)?
    var hasOpenedSocket = false
    /// Set when the system gave no socket.
    var socketError: SystemError?
    /// The peer in RFC 5952 form, once a request goes to it.
    var address: String?
    /// Of the connection just made; kept for it when the request goes out.
    var tls: TLSFacts?

    /// Nil if memory is short.
    init?(environment: TransferEnvironment) {
        guard let easy = CurlEasy(cookies: environment.cookies) else { return nil }
        self.easy = easy
        self.environment = environment
        clock = ExchangeClock(limits: FetchLimits(), begun: environment.now)
        configure(environment.options)
        installCallbacks()
    }

    deinit {
        // Freeing a handle may have something to say, and this object is no longer there to hear it.
        easy.set(CURLOPT_VERBOSE, false)
    }

    /// What is the same for all exchanges.
    private func configure(_ options: CurlOptions) {
        easy.set(CURLOPT_PRIVATE, Unmanaged.passUnretained(self).toOpaque())
        easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
        easy.set(CURLOPT_NOSIGNAL, true)
        // Otherwise the end of a transfer whose name is still being looked up waits for the resolver, and all others with it.
        easy.set(CURLOPT_QUICK_EXIT, true)
        easy.set(CURLOPT_FOLLOWLOCATION, false)
        // The WHATWG parser has removed the dot segments; libcurl is to send the path as it is.
        easy.set(CURLOPT_PATH_AS_IS, true)
        // The body stays in its content coding; transfer codings are removed.
        easy.set(CURLOPT_HTTP_CONTENT_DECODING, false)
        easy.set(CURLOPT_HTTP09_ALLOWED, false)
        easy.set(CURLOPT_HTTP_VERSION, options.offersHTTP2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        easy.set(CURLOPT_BUFFERSIZE, Self.receiveBytes)
        environment.certificates.apply(to: easy)
        // A kept connection serves a host longer than a resumed session, and sessions are kept for each handle.
        easy.set(CURLOPT_SSL_SESSIONID_CACHE, false)
        easy.set(CURLOPT_SSL_VERIFYPEER, options.verifiesTLS)
        easy.set(CURLOPT_SSL_VERIFYHOST, options.verifiesTLS ? 2 : 0)
        // An empty text, unlike none, keeps libcurl from the environment variables.
        easy.set(CURLOPT_PROXY, options.proxy ?? "")
        easy.set(CURLOPT_NOPROXY, "")
        easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        // The share brings the cookies, and this, though it names no file, the wish to send them.
        if environment.cookies != nil { easy.set(CURLOPT_COOKIEFILE, "") }
        if !options.connectTo.isEmpty { easy.set(CURLOPT_CONNECT_TO, environment.connectTo) }
        switch options.family {
        case nil: easy.set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_WHATEVER))
        case .v4: easy.set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V4))
        case .v6: easy.set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V6))
        }
    }

    /// libcurl's receive buffer. Twice its default saves calls on long bodies; more gains nothing, as it hands bodies over
    /// in pieces of 16 KB.
    private static let receiveBytes = 32_768

    /// Takes up an exchange; the handle can then be given to the multi handle.
    func begin(_ ticket: FetchTicket, reply: CheckedContinuation<ExchangeOutcome, Never>) {
        self.ticket = ticket
        self.reply = reply
        let request = ticket.request
        startedAt = Date()
        clock = ExchangeClock(limits: request.limits, begun: environment.now)
        stop = nil
        refused = nil
        hasOpenedSocket = false
        socketError = nil
        address = nil
        tls = nil
        forgetAnswer()
        easy.forgetError()
        easy.set(CURLOPT_URL, request.url.requestHref)
        isSecure = request.url.isSecure
        let life = environment.addressLife
        listen(isSecure)
        if life != addressLife {
            easy.set(CURLOPT_DNS_CACHE_TIMEOUT, life)
            addressLife = life
        }
        // What the handle was told for its last exchange it still knows.
        if request.limits.connect != connectLimit {
            easy.set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.wholeMilliseconds)
            connectLimit = request.limits.connect
        }
        if let list = environment.fields.list(for: request) {
            easy.set(CURLOPT_HTTPHEADER, list)
            ownFields = consume list
            hasCommonFields = false
        } else if !hasCommonFields {
            easy.set(CURLOPT_HTTPHEADER, environment.fields.common)
            ownFields = nil
            hasCommonFields = true
        }
    }

    /// Switches the debug callback on or off.
    ///
    /// libcurl puts a dozen remarks on each exchange into words once somebody listens, a tenth of what a fetch costs. Only
    /// the handshake's and the request head are of use.
    func listen(_ wanted: Bool) {
        guard wanted != isListening else { return }
        easy.set(CURLOPT_VERBOSE, wanted)
        isListening = wanted
    }

    /// Before each request, because libcurl sends it again if a kept connection turns out to be closed.
    func forgetAnswer() {
        requestHead.removeAll(keepingCapacity: true)
        head.reset()
        body.reset(budget: environment.budget)
    }

    /// Lets everything of the exchange go; the handle waits for the next one.
    func end() {
        forgetAnswer()
        ticket = nil
        isSecure = false
        reply = nil
        stop = nil
        isResting = false
    }
}

extension Duration {
    /// Rounded up, at least 1: libcurl takes 0 for its own default.
    var wholeMilliseconds: Int {
        let parts = components
        let (seconds, overflow) = parts.seconds.multipliedReportingOverflow(by: 1000)
        if overflow || seconds > Int64(Int32.max) { return Int(Int32.max) }
        return max(1, Int(seconds) + Int((parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
