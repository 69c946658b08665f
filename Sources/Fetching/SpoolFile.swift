/// A body in a file of the crawl folder; the file goes when the last reference to it goes.
package final class SpoolFile: Sendable {
    /// Bodies above this many bytes are spooled.
    package static let threshold = 1_000_000

    /// Absolute path of the file.
    package let path: String
    package let count: Int
    private let remove: @Sendable (String) -> Void

    /// `remove` deletes the file; called once.
    package init(path: String, count: Int, remove: @escaping @Sendable (String) -> Void) {
        self.path = path
        self.count = count
        self.remove = remove
    }

    deinit { remove(path) }
}
