/// A block of `application/warc-fields`: lines `name: value` (ISO 28500:2017 §6.2, §6.6).
struct FieldLines {
    private(set) var bytes: [UInt8] = []

    /// Adds a line; nil adds none. Control characters become spaces, so that no value makes a line of its own.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        append(name)
        bytes.append(0x3A)
        bytes.append(0x20)
        append(value)
        endLine()
    }

    /// Adds a line of an outlink: URL, letter of the hop, where the link stands.
    ///
    /// - Parameter url: A serialised URL, which has no control characters (WHATWG URL §4.5).
    mutating func addOutlink(_ url: String, _ letter: String, _ context: String) {
        bytes.append(contentsOf: "outlink: ".utf8)
        bytes.append(contentsOf: url.utf8)
        bytes.append(0x20)
        append(letter)
        bytes.append(0x20)
        append(context)
        endLine()
    }

    private mutating func append(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        var span = bytes.mutableSpan
        for index in start..<span.count where span[index] < 0x20 || span[index] == 0x7F {
            span[index] = 0x20
        }
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
    }
}
