/// What in the options keeps a fetcher from being made. Ends the start of a run.
package enum CurlSetupError: Error, Sendable, Hashable {
    /// libcurl could not be started; in its own words.
    case engine(reason: String)
    /// More exchanges at once are wanted than the process may open file descriptors for.
    case descriptors(wanted: Int, limit: DescriptorLimit)
    /// The folder for large bodies cannot be made or read.
    case spoolFolder(path: String, reason: String)
    /// The file with the trusted certificates cannot be read.
    case certificates(path: String, reason: String)
    /// The file with the cookies cannot be read.
    case cookies(path: String, reason: String)
    /// A mapping of `connectTo` that is not HOST:PORT:ADDRESS:PORT.
    case mapping(String)
    /// A header field that no request can carry: an empty name, a colon or space in it, a line end in name or value.
    case field(name: String)
    /// A proxy that is not a URL of a known scheme.
    case proxy(scheme: String)
}

extension CurlSetupError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .engine(let reason): "libcurl does not start: \(reason)"
        case .descriptors(let wanted, let limit):
            """
            \(wanted) pages at once need more than the \(limit.count) file descriptors that this process may open; ask for \
            at most \(limit.maximumExchanges) at once, or raise the hard limit (ulimit -Hn)
            """
        case .spoolFolder(let path, let reason):
            "the folder for large bodies, \(path): \(reason); name a folder that this user may write"
        case .certificates(let path, let reason): "trusted certificates, \(path): \(reason); name a PEM file"
        case .cookies(let path, let reason): "cookies, \(path): \(reason); name a file in the Netscape format"
        case .mapping(let text):
            "connect-to \"\(text)\" is not HOST:PORT:ADDRESS:PORT, where each part may be empty"
        case .field(let name):
            "header field \"\(name)\": name or value has characters that no request can carry"
        case .proxy(let scheme):
            "proxy scheme \"\(scheme)\" is not one of http, https, socks4, socks4a, socks5, socks5h"
        }
    }
}
