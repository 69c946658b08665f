/// A row of the tables of WHATWG MIME Sniffing §6 and §7: bytes, which of their bits count, and the type they
/// mean.
struct BytePattern: Sendable {
    /// What may stand at a place.
    private enum Place: Sendable {
        case byte(UInt8)
        /// This letter in either case.
        case letter(UInt8)
        case anything
        /// A blank or ">".
        case tagEnd
    }

    private let places: [Place]
    private let skipsWhitespace: Bool
    let type: String

    /// A pattern of exact bytes; nil among them stands for any byte.
    init(_ bytes: [UInt8?], _ type: String) {
        places = bytes.map { byte in byte.map { .byte($0) } ?? .anything }
        skipsWhitespace = false
        self.type = type
    }

    /// A pattern of exact characters; "." stands for any byte.
    init(_ text: String, _ type: String, afterWhitespace: Bool = false) {
        places = text.utf8.map { $0 == 0x2E ? .anything : .byte($0) }
        skipsWhitespace = afterWhitespace
        self.type = type
    }

    /// A start tag in either case, after whitespace, and a byte that ends its name.
    init(tag: String) {
        places = tag.utf8.map { $0.isLetter ? .letter($0.asciiLowercased) : .byte($0) } + [.tagEnd]
        skipsWhitespace = true
        type = "text/html"
    }

    func matches(_ header: [UInt8]) -> Bool {
        var position = 0
        if skipsWhitespace {
            position = header.firstIndex { !$0.isHTTPWhitespace && $0 != 0x0C } ?? header.count
        }
        guard header.count - position >= places.count else { return false }
        for place in places {
            let byte = header[position]
            let fits =
                switch place {
                case .byte(let expected): byte == expected
                case .letter(let expected): byte | 0x20 == expected
                case .anything: true
                case .tagEnd: byte == 0x20 || byte == 0x3E
                }
            guard fits else { return false }
            position += 1
        }
        return true
    }
}

extension [BytePattern] {
    /// The type of the first row that matches.
    func type(of header: [UInt8]) -> String? {
        first { $0.matches(header) }?.type
    }
}
