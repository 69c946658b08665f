/// The parts of a path, by its text alone: of files of records, of folders, of databases beside them.
///
/// Foundation's own (`NSString.deletingLastPathComponent`, `lastPathComponent`) trap on a path of one character.
extension String {
    /// The path of the folder that the last part stands in; empty for a part alone, "/" for one right below the root.
    package var parentPath: String {
        let path = withoutEndingSlashes
        guard let slash = path.lastIndex(of: "/") else { return "" }
        let parent = String(path[..<slash]).withoutEndingSlashes
        return parent.isEmpty ? "/" : parent
    }

    /// The same folder as the system takes it: "." for a part alone.
    package var parentFolder: String {
        let parent = parentPath
        return parent.isEmpty ? "." : parent
    }

    /// The last part of the path; "/" for the root.
    package var lastPathPart: String {
        let path = withoutEndingSlashes
        guard path != "/", let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// The root keeps its slash.
    package var withoutEndingSlashes: String {
        var path = self
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
