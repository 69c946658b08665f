/// Why a text is no selector that is understood.
package struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text as it was given.
    package let selector: String
    /// Bytes of the text before the place where reading it ended.
    package let offset: Int
    /// What is wrong there, and what can be written instead.
    package let reason: String

    package var description: String { "selector '\(selector)', character \(character): \(reason)" }

    /// The place as people count, from 1.
    private var character: Int { String(decoding: selector.utf8.prefix(offset), as: UTF8.self).count + 1 }
}
