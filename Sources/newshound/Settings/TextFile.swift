import Foundation

/// A file of text that the user names: a configuration, a list of seeds or of addresses. Pipes will do as well.
enum TextFile {
    /// Why it cannot be read, in the system's words.
    struct Unreadable: Error {
        let reason: String
    }

    /// Larger files are no lists of a person's making.
    private static let maximumBytes = 1 << 30
    private static let pieceBytes = 1 << 16

    /// The text, its invalid UTF-8 replaced. `-` is standard input.
    static func read(_ path: String) throws(Unreadable) -> String {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = Foundation.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += piece[..<count]
            guard bytes.count <= maximumBytes else {
                throw Unreadable(reason: "it has more than \(maximumBytes) bytes")
            }
        }
    }
}
