import Glibc

/// A folder for one test; it goes with everything in it when it is let go.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var name = Array("/tmp/fetching-tests-XXXXXX".utf8CString)
        precondition(mkdtemp(&name) != nil, "no temporary folder can be made")
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        Self.delete(spool)
        Self.delete(path)
    }

    /// Deletes a folder with the files in it.
    static func delete(_ path: String) {
        for name in names(in: path) { remove(path + "/" + name) }
        rmdir(path)
    }

    var spool: String { path + "/spool" }

    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    func write(_ text: String, to name: String) -> String {
        let file = path + "/" + name
        if let stream = fopen(file, "w") {
            fputs(text, stream)
            fclose(stream)
        }
        return file
    }

    static func read(_ path: String) -> [UInt8] {
        guard let stream = fopen(path, "r") else { return [] }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, stream)
            if count <= 0 { return bytes }
            bytes += piece.prefix(count)
        }
    }
}
