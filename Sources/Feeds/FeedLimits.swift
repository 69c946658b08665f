/// How much of a feed is read.
package struct FeedLimits: Sendable {
    /// Most entries; sitemaps.org allows as many.
    package var entries = 50_000
    /// Most bytes of the unpacked file. sitemaps.org allows half as many again; a file in another encoding than UTF-8 takes
    /// three times its size while it is read.
    package var bytes = 32 << 20
    /// Longest URL; sitemaps.org wants them shorter than this.
    package var urlBytes = 2048
    /// Deepest nesting of elements; feeds have less than ten.
    package var depth = 200
    /// Longest text of a title or a date; what is behind is dropped.
    package var textBytes = 8192

    package init() {}

    /// Characters that expat may deliver for a file of so many bytes before entities must be to blame.
    func characters(of byteCount: Int) -> Int { byteCount + (64 << 10) }
}
