import Glibc

/// A call to the system that was refused.
struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The value of `errno`.
    let number: Int32
    /// What was to be done, with its object: "write /crawl/spool/1.body".
    let action: String

    /// True for what says that a kind of address is not to be had here, rather than that something has run out.
    var isOfTheNetwork: Bool { number == EAFNOSUPPORT || number == EPROTONOSUPPORT }

    var description: String { "\(action): \(Self.text(number))" }

    static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
