/// Where the components of a serialised URL lie, as byte offsets.
///
/// `https://user:pass@host:8080/path?query#fragment`: the host ends before the colon of the port, the query's
/// offset is that of `?`, the fragment's that of `#`; a component that is absent starts where the next one
/// does.
struct Layout: Hashable, Sendable {
    var hostStart: UInt16 = 0
    var hostEnd: UInt16 = 0
    var pathStart: UInt16 = 0
    var queryStart: UInt16 = 0
    var fragmentStart: UInt16 = 0
    /// The port that is written out; meaningless without `hasPort`.
    var port: UInt16 = 0
    var hasPort = false
    var isSecure = false
    var hostIsAddress = false

    /// Length of `https://` or `http://`.
    var schemeEnd: Int { isSecure ? 8 : 7 }
    /// Whether a user name or a password stands before the host.
    var hasCredentials: Bool { Int(hostStart) > schemeEnd }
}
