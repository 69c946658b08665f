/// A refresh, as a meta element or a `Refresh` field declares it (HTML, "shared declarative refresh steps").
package struct RefreshDirective: Sendable, Equatable {
    /// Whole seconds to wait; a fraction is dropped.
    package let delay: Int
    /// Where to go, not resolved; nil if the page is to be loaded again.
    package let url: String?

    /// Reads a value; nil if it is no refresh.
    package init?(_ value: String) {
        var rest = Array(value.utf8)[...]
        rest = rest.drop(while: Self.isWhitespace)
        let digits = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty, rest.first != 0x2E { return nil }
        // More digits than any wait has: the largest number stands for them.
        delay = digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
        rest = rest.drop { $0.isDigit || $0 == 0x2E }
        guard let next = rest.first else {
            url = nil
            return
        }
        guard next == 0x3B || next == 0x2C || Self.isWhitespace(next) else { return nil }
        rest = rest.drop(while: Self.isWhitespace)
        if let byte = rest.first, byte == 0x3B || byte == 0x2C { rest = rest.dropFirst() }
        rest = rest.drop(while: Self.isWhitespace)
        url = rest.isEmpty ? nil : Self.reference(rest)
    }

    /// What stands behind "url=", without its quotes; without "url=" the whole rest.
    private static func reference(_ text: ArraySlice<UInt8>) -> String {
        var rest = text
        if rest.startsIgnoringCase(with: "url".utf8) {
            let afterName = rest.dropFirst(3).drop(while: isWhitespace)
            guard afterName.first == 0x3D else { return String(decoding: text, as: UTF8.self) }
            rest = afterName.dropFirst().drop(while: isWhitespace)
        }
        if let quote = rest.first, quote == 0x22 || quote == 0x27 {
            rest = rest.dropFirst()
            if let end = rest.firstIndex(of: quote) { rest = rest[..<end] }
        }
        return String(decoding: rest, as: UTF8.self)
    }

    /// ASCII whitespace of HTML.
    private static func isWhitespace(_ byte: UInt8) -> Bool { byte.isHTTPWhitespace || byte == 0x0C }
}
