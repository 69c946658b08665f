package import FoundationEssentials
package import WebURLs

/// Why an exchange brought no answer. It ends a visit; `spool` alone ends the run.
package struct FetchError: Error, Sendable, Hashable {
    /// The phase in which it ended. The raw value begins the reason in the ledger.
    package enum Phase: String, Sendable, Hashable {
        /// The host's name has no address.
        case resolve
        /// Its addresses must not be asked.
        case addressPolicy
        case connect
        case tls
        /// Connected, but no head came.
        case response
        /// The head cannot be read.
        case head
        /// The time limit passed before a head came.
        case time
        /// The task was cancelled.
        case cancelled
        /// Something of this machine: memory, a socket, a file of certificates, …
        case local
        /// The disk did not take a body: what the server said is fine, and the next body would fare no better.
        case spool
    }

    package let phase: Phase
    package let url: WebURL
    /// In the engine's own words, without the URL.
    package let reason: String
    /// The request's head if it was sent; empty otherwise.
    package let requestHead: [UInt8]
    /// The peer that was connected; nil if none was.
    package let address: String?
    /// When the exchange began; nil if none was.
    package let startedAt: Date?

    package init(
        phase: Phase, url: WebURL, reason: String, requestHead: [UInt8] = [], address: String? = nil,
        startedAt: Date? = nil
    ) {
        self.phase = phase
        self.url = url
        self.reason = reason
        self.requestHead = requestHead
        self.address = address
        self.startedAt = startedAt
    }

    /// True if the same request may succeed later.
    package var isTransient: Bool {
        switch phase {
        case .resolve, .connect, .tls, .response, .time, .cancelled, .local, .spool: true
        case .addressPolicy, .head: false
        }
    }
}

extension FetchError: CustomStringConvertible {
    package var description: String { "\(url.withoutCredentials.href): \(phase.rawValue): \(reason)" }
}
