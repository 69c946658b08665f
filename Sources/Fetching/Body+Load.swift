import FoundationEssentials

extension Body {
    /// The first `limit` bytes; fewer if there are not as many. A spool file that has gone reads as empty.
    package func load(upTo limit: Int = .max) -> [UInt8] {
        switch self {
        case .bytes(let bytes): bytes.count <= limit ? bytes : Array(bytes.prefix(limit))
        case .spooled(let file):
            Array((FileManager.default.contents(atPath: file.path) ?? Data()).prefix(limit))
        }
    }
}
