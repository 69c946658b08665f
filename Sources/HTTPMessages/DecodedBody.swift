/// A body without its codings.
package struct DecodedBody: Sendable, Equatable {
    package let bytes: [UInt8]
    /// Whether the encoded body was whole; false if it was cut off or broke somewhere, then `bytes` is what
    /// came.
    package let isComplete: Bool
    /// Codings that the head declared and the bytes were not in, or that are not known; they were passed over.
    package let passedOver: [String]

    package init(bytes: [UInt8], isComplete: Bool, passedOver: [String] = []) {
        self.bytes = bytes
        self.isComplete = isComplete
        self.passedOver = passedOver
    }
}
