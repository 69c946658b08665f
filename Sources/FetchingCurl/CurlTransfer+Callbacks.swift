import CCurl
import Fetching
import Glibc
import WebURLs

/// What libcurl tells of an exchange while it goes on.
///
/// The callbacks are C functions without context of their own; each gets the transfer's address back and hands over to a
/// method. They must not call libcurl again, so they only note what is to happen.
extension CurlTransfer {
    /// The transfer at an address that libcurl was given. It lives, because the fetcher holds every transfer under way.
    static func at(_ address: UnsafeMutableRawPointer) -> CurlTransfer {
        Unmanaged<CurlTransfer>.fromOpaque(address).takeUnretainedValue()
    }

    func installCallbacks() {
        let me = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_DEBUGDATA, CURLOPT_PREREQDATA,
            CURLOPT_OPENSOCKETDATA,
        ] {
            easy.set(option, me)
        }
        _ = ccurl_on_body(easy.handle) { bytes, size, count, context in
            guard let context else { return 0 }
            return CurlTransfer.at(context).takeBody(
                UnsafeRawBufferPointer(start: bytes, count: size &* count))
        }
        _ = ccurl_on_header(easy.handle) { bytes, size, count, context in
            guard let context else { return 0 }
            return CurlTransfer.at(context).takeHeader(
                UnsafeRawBufferPointer(start: bytes, count: size &* count))
        }
        _ = ccurl_on_request(easy.handle) { context, peer, _, peerPort, localPort in
            guard let context, let peer else { return Int32(CURL_PREREQFUNC_ABORT) }
            return CurlTransfer.at(context).mayAsk(String(cString: peer), port: peerPort, from: localPort)
                ? Int32(CURL_PREREQFUNC_OK) : Int32(CURL_PREREQFUNC_ABORT)
        }
        _ = ccurl_on_socket(easy.handle) { context, _, address in
            guard let context, let address else { return -1 }
            return CurlTransfer.at(context).openSocket(address)
        }
        ccurl_on_close(
            easy.handle,
            { context, descriptor in
                if let context { SocketWatch.at(context).close(descriptor) }
                return 0
            }, Unmanaged.passUnretained(environment.sockets).toOpaque())
        _ = ccurl_on_debug(easy.handle) { _, type, bytes, count, context in
            if let context, type == CURLINFO_HEADER_OUT || type == CURLINFO_TEXT {
                CurlTransfer.at(context).takeDebug(type, UnsafeRawBufferPointer(start: bytes, count: count))
            }
            return 0
        }
        // Without this the debug callback is never called; see `listen`.
        easy.set(CURLOPT_VERBOSE, true)
    }

    /// Before a connection: the address decides, not the name. -1 lets libcurl try the next address.
    private func openSocket(_ target: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let address = target.pointee
        if environment.options.proxy == nil {
            let bytes = Array(
                UnsafeRawBufferPointer(
                    start: ccurl_socket_address(target), count: Int(min(address.addrlen, 128))))
            if case .refused(let range) = environment.options.addressPolicy.verdict(forSocketAddress: bytes) {
                refused = (
                    IPAddress(socketAddress: bytes)?.description ?? "an address of another family", range
                )
                return -1
            }
        }
        let descriptor = environment.sockets.open(address.family, address.socktype, address.protocol)
        if descriptor < 0 { socketError = SystemError(number: errno, action: "open a socket") }
        hasOpenedSocket = descriptor >= 0 || hasOpenedSocket
        return descriptor
    }

    /// Before each request, over a new connection or a kept one.
    private func mayAsk(_ text: String, port: Int32, from localPort: Int32) -> Bool {
        if clock.sent != nil {
            guard environment.options.sendsAgain || environment.options.offersHTTP2 else {
                stop = .sentBefore
                return false
            }
            // A request that is sent again on another connection starts over.
            forgetAnswer()
        }
        clock.sent = environment.now
        clock.lastByte = nil
        let peer = environment.peer(text)
        if environment.options.proxy == nil {
            if let range = peer.refusal {
                stop = .refused(address: peer.address, range: range)
                return false
            }
            address = peer.address
        }
        if isSecure {
            tls = environment.handshake(
                of: .init(peer: text, peerPort: port, localPort: localPort), new: tls)
        }
        listen(true)
        return true
    }

    private func takeDebug(_ type: curl_infotype, _ text: UnsafeRawBufferPointer) {
        if type == CURLINFO_HEADER_OUT {
            // Through a proxy the first head out is that of the tunnel.
            if clock.sent != nil { requestHead.append(contentsOf: text) }
        } else if isSecure, let facts = TLSFacts(debugText: text) {
            tls = facts
        }
    }

    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
        clock.lastByte = environment.now
        listen(false)
        switch head.append(line, limit: clock.limits.maximumHeadBytes) {
        case .taken: return line.count
        case .tooLarge:
            stop = .headTooLarge
            return 0
        }
    }

    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Int {
        clock.lastByte = environment.now
        guard
            environment.options.offersHTTP2 || share.take(in: environment.turn, of: environment.piecesOfTurn)
        else {
            isResting = true
            environment.resting.append(self)
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        let expected = body.count == 0 ? Int(clamping: easy.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)) : 0
        let step = body.append(
            piece, limit: clock.limits.maximumBodyBytes,
            expected: min(expected, clock.limits.maximumBodyBytes),
            budget: environment.budget, folder: environment.folder)
        switch step {
        case .taken: return piece.count
        case .full: stop = .bodyFull
        case .local(let error): stop = .local(error)
        case .wait:
            clock.pause(at: environment.now)
            environment.paused.append(self)
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        return 0
    }
}
