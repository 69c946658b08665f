import CCurl
import Fetching
import FoundationEssentials
import WebURLs

/// What an ended transfer means: a capture, whole or cut, or an error.
///
/// The rule: once the final head has come there is a capture, whatever happened then. Only what this machine did wrong
/// makes an error of it.
struct TransferEnding {
    /// Who ended it.
    enum Cause {
        /// libcurl, with its code; a callback's wish to stop comes this way, too.
        case engine(CURLcode)
        case limit(ExchangeClock.Limit)
        /// The task or the whole fetcher; with the reason.
        case cancelled(String)
        /// No exchange was begun; with the reason.
        case refused(String)
    }

    let cause: Cause

    func outcome(of transfer: CurlTransfer, request: FetchRequest) -> ExchangeOutcome {
        let (phase, reason, truncation) = judge(transfer)
        if let phase { return .ended(error(phase, reason, of: transfer, request: request)) }
        let body: Body
        let memory: MemoryShare?
        do throws(SystemError) {
            (body, memory) = try transfer.body.finish(budget: transfer.environment.budget)
        } catch {
            return .ended(self.error(.spool, "\(error)", of: transfer, request: request))
        }
        let easy = transfer.easy
        // The time between the request and the first byte by libcurl's own clock, which looks at each event.
        let wait = easy.offset(CURLINFO_STARTTRANSFER_TIME_T) - easy.offset(CURLINFO_PRETRANSFER_TIME_T)
        return .answered(
            Exchange(
                url: request.url, startedAt: transfer.startedAt, finishedAt: Date(),
                responseTime: .microseconds(max(0, wait)), requestHead: transfer.requestHead,
                head: transfer.head.bytes,
                body: body, memory: memory, truncation: truncation, address: transfer.address,
                tls: request.url.isSecure ? transfer.tls : nil))
    }

    private func error(
        _ phase: FetchError.Phase, _ reason: String, of transfer: CurlTransfer, request: FetchRequest
    ) -> FetchError {
        FetchError(
            phase: phase, url: request.url, reason: reason, requestHead: transfer.requestHead,
            address: transfer.address, startedAt: transfer.startedAt)
    }

    private typealias Judgement = (phase: FetchError.Phase?, reason: String, truncation: Capture.Truncation?)

    private func judge(_ transfer: CurlTransfer) -> Judgement {
        switch cause {
        case .cancelled(let reason): return (.cancelled, reason, nil)
        case .refused(let reason): return (.addressPolicy, reason, nil)
        case .limit(let limit):
            if transfer.head.isComplete { return (nil, "", .time) }
            return (.time, timeReason(limit, transfer), nil)
        case .engine(let code):
            if let stop = transfer.stop { return judge(stop, transfer) }
            if transfer.head.isComplete { return (nil, "", truncation(by: code, transfer)) }
            if code == CURLE_OK { return (.response, "the head is cut off", nil) }
            return (phase(of: code, transfer), reason(of: code, transfer), nil)
        }
    }

    private func judge(_ stop: CurlTransfer.Stop, _ transfer: CurlTransfer) -> Judgement {
        switch stop {
        case .refused(let address, let range): (.addressPolicy, "\(address) is in range \(range)", nil)
        case .local(let error): (.spool, "\(error)", nil)
        case .bodyFull: (nil, "", .length)
        case .sentBefore: (.response, "the kept connection ended without an answer", nil)
        case .headTooLarge where transfer.head.isComplete: (nil, "", .unspecified)
        case .headTooLarge:
            (
                .head,
                "the head has more than \(transfer.clock.limits.maximumHeadBytes) bytes or "
                    + "\(AnswerHead.maximumLines) lines", nil
            )
        }
    }

    /// Nil: the body is whole.
    private func truncation(by code: CURLcode, _ transfer: CurlTransfer) -> Capture.Truncation? {
        switch code {
        case CURLE_OK: nil
        case CURLE_OPERATION_TIMEDOUT: .time
        case CURLE_PARTIAL_FILE: .disconnect
        // A chunk size that is none has the same code as a connection reset.
        case CURLE_RECV_ERROR: transfer.easy.reason(of: code).contains("chunk") ? .unspecified : .disconnect
        case CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM: .disconnect
        default: .unspecified
        }
    }

    private func phase(of code: CURLcode, _ transfer: CurlTransfer) -> FetchError.Phase {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_URL_MALFORMAT: return .resolve
        case CURLE_OPERATION_TIMEDOUT: return .time
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            return .tls
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ENGINE_INITFAILED, CURLE_FAILED_INIT: return .local
        case CURLE_OUT_OF_MEMORY:
            // libcurl's answer to a header line of more than 100 KB.
            return transfer.clock.sent == nil ? .local : .head
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .head
        case CURLE_COULDNT_CONNECT:
            if let error = transfer.socketError, !error.isOfTheNetwork { return .local }
            return transfer.refused != nil && !transfer.hasOpenedSocket ? .addressPolicy : .connect
        default: return transfer.clock.sent == nil ? .connect : .response
        }
    }

    private func reason(of code: CURLcode, _ transfer: CurlTransfer) -> String {
        if code == CURLE_COULDNT_CONNECT, !transfer.hasOpenedSocket, let refused = transfer.refused {
            return "\(refused.address) is in range \(refused.range)"
        }
        if code == CURLE_COULDNT_CONNECT, !transfer.hasOpenedSocket, let error = transfer.socketError {
            return "\(error)"
        }
        if code == CURLE_OUT_OF_MEMORY, transfer.clock.sent != nil {
            return "a header line has more than 100 KB"
        }
        if code == CURLE_OPERATION_TIMEDOUT { return timeReason(.connect, transfer) }
        let reason = transfer.easy.reason(of: code)
        // What OpenSSL makes of the first bytes of an HTTP answer.
        let isPlain = code == CURLE_SSL_CONNECT_ERROR && reason.contains("wrong version number")
        return isPlain ? "the server does not speak TLS; http:// is meant perhaps" : reason
    }

    /// Which part of the exchange took too long.
    private func timeReason(_ limit: ExchangeClock.Limit, _ transfer: CurlTransfer) -> String {
        let limits = transfer.clock.limits
        switch limit {
        case .connect:
            if transfer.easy.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 {
                return "no address of the host's name after \(limits.connect)"
            }
            // The time of the connection stays 0 until TLS is done, too.
            if transfer.easy.long(CURLINFO_LOCAL_PORT) == 0 { return "no connection after \(limits.connect)" }
            return "no TLS connection after \(limits.connect)"
        case .firstByte: return "no byte of an answer \(limits.firstByte) after the request"
        case .idle: return "no further byte of the head for \(limits.idle)"
        case .total, .pause: return "no whole head after \(limits.total)"
        }
    }
}
