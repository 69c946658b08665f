/// The parts of a path, by its text alone.
///
/// Foundation's own (`NSString.deletingLastPathComponent`, `lastPathComponent`) trap on a path of one character.
extension String {
    /// The path of the folder that the last part stands in; empty for a part alone, "/" for one right below the root.
    var parentPath: String {
        let path = withoutEndingSlashes
        guard let slash = path.lastIndex(of: "/") else { return "" }
        let parent = String(path[..<slash]).withoutEndingSlashes
        return parent.isEmpty ? "/" : parent
    }

    /// The last part of the path; "/" for the root.
    var lastPathPart: String {
        let path = withoutEndingSlashes
        guard path != "/", let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// The root keeps its slash.
    private var withoutEndingSlashes: String {
        var path = self
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
