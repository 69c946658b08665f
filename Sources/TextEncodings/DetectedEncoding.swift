/// The encoding of some bytes, and what it was told by.
package struct DetectedEncoding: Sendable, Equatable {
    /// What told the encoding.
    package enum Source: String, Sendable {
        /// A byte order mark.
        case byteOrderMark
        /// The charset parameter of `Content-Type`.
        case header
        /// A meta element.
        case meta
        /// The declaration at the start of an XML document.
        case xmlDeclaration
        /// The bytes are UTF-8, and not by chance.
        case utf8Test
        /// Nothing; it is the default of browsers for most languages.
        case fallback
    }

    package let encoding: TextEncoding
    package let source: Source

    package init(_ encoding: TextEncoding, by source: Source) {
        self.encoding = encoding
        self.source = source
    }
}
