import FoundationEssentials

/// The files and folders that a walk through folders has met, by their real paths: symbolic links make one be met on many
/// ways, and some lead back to where they lie.
struct SeenPaths {
    private var paths: Set<String> = []

    /// True the first time that a path, or another one to the same file or folder, is met.
    mutating func isNew(_ path: String) -> Bool {
        paths.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted
    }
}
