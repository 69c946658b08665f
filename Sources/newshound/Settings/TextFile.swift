import Foundation

/// A file of text that the user names: a configuration, a list of seeds or of addresses. Pipes will do as well.
enum TextFile {
    /// Why it cannot be read.
    enum Unreadable: Error {
        /// In the system's words.
        case file(reason: String)
        /// This line, counted from 1, is in another encoding.
        case notUTF8(line: Int)

        /// What is said of a file of that name.
        func message(_ path: String) -> String {
            let name = path == "-" ? "standard input" : path
            return switch self {
            case .file(let reason): "\(name): cannot be read: \(reason); check the path"
            case .notUTF8(let line): "\(name):\(line): is no UTF-8 text; save the file as UTF-8"
            }
        }
    }

    /// Larger files are no lists of a person's making.
    private static let maximumBytes = 1 << 30
    private static let pieceBytes = 1 << 16

    /// A line of a file without its line end.
    struct Line {
        /// From 1.
        let number: Int
        let text: String
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The lines of a file, ended by LF or CR LF. `-` is standard input. A byte order mark at the beginning is left out.
    static func lines(_ path: String) throws(Unreadable) -> [Line] {
        var lines: [Line] = []
        let bytes = try bytes(path)
        // Bytes, because CR LF is one Character.
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let content = line.last == 0x0D ? line.dropLast() : line
            guard let text = String(validating: content, as: UTF8.self) else {
                throw .notUTF8(line: index + 1)
            }
            lines.append(Line(number: index + 1, text: text))
        }
        return lines
    }

    /// The text of a file. `-` is standard input. A byte order mark at the beginning is left out.
    static func read(_ path: String) throws(Unreadable) -> String {
        let bytes = try bytes(path)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw .notUTF8(line: line + 1)
    }

    private static func bytes(_ path: String) throws(Unreadable) -> ArraySlice<UInt8> {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = Foundation.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(reason: String(cString: strerror(errno))) }
            if count == 0 { return bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...] }
            bytes += piece[..<count]
            guard bytes.count <= maximumBytes else {
                throw .file(reason: "it has more than \(maximumBytes) bytes")
            }
        }
    }
}
