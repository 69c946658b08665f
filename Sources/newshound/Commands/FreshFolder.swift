import Archiving
import Foundation
import WARC

/// The folder of a crawl that is about to begin, and its undoing should the beginning end in an error.
struct FreshFolder {
    private let path: String
    /// Folders above it that are not there yet, the topmost first.
    private let missingParents: [String]

    /// Throws if something of that name is there.
    init(_ path: String) throws(UserError) {
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard !FileManager.default.fileExists(atPath: path) else {
            let isCrawl = FileManager.default.fileExists(atPath: "\(trimmed)/\(CrawlDescription.fileName)")
            throw UserError(
                .usage,
                "\(path): is there already; "
                    + (isCrawl
                        ? "continue it with newshound resume \(path)" : "name another folder with --into"))
        }
        self.path = trimmed
        var missing: [String] = []
        var parent = trimmed.parentPath
        while !parent.isEmpty, parent != "/", !FileManager.default.fileExists(atPath: parent) {
            missing.insert(parent, at: 0)
            parent = parent.parentPath
        }
        missingParents = missing
    }

    /// Makes it and takes its lock; on an error nothing of it stays.
    func create() throws(UserError) -> CrawlFolder {
        let isThere = FileManager.default.fileExists(atPath: path)
        do { return try CrawlFolder.create(path) } catch {
            // Somebody else's folder, made a moment ago, is not ours to remove.
            if !isThere, error.status == .archive { remove() }
            switch error {
            case .file(let path, let operation, let reason):
                throw UserError(
                    .archive, "\(path): cannot \(operation): \(reason); name another folder with --into")
            case .diskFull(let path, let operation):
                throw UserError(
                    .archive,
                    "\(path): cannot \(operation): no space is left; free some, or name another folder with --into"
                )
            default: throw UserError(error.status, "\(error)")
            }
        }
    }

    /// Removes it with all that lies in it, and the folders that were made for it.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
        for parent in missingParents.reversed() { rmdir(parent) }
    }
}
