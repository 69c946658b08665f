/// What came of comparing a stated digest with the bytes.
package enum DigestCheck: Sendable, Hashable {
    /// The header states none, or nobody asked for a comparison.
    case absent
    /// It cannot be compared: an unknown algorithm, a value that is none, a payload that is not there.
    case unverifiable(stated: String)
    case matches
    case differs(stated: String, computed: String)
}
