import Frontier
import WARC

/// What a crawl of ours says beside a capture: in the records that follow it, and of the file they lie in.
extension WARCRecord {
    /// True for the warcinfo record of a file that this program wrote (ISO 28500:2017 §6.2).
    var isOurInfo: Bool {
        type == .warcinfo
            && block.split(separator: 0x0A).contains { $0.starts(with: "software: newshound/".utf8) }
    }

    /// True for the request and the metadata record of a capture.
    func stands(beside page: ArchivedPage) -> Bool {
        guard type == .request || type == .metadata, let id = page.source.recordID else { return false }
        return concurrentTo.contains(id)
    }

    /// True for the metadata record of a capture that was made for others' sake: of a robots.txt, a picture or a style
    /// sheet, or of what one of them redirects to. Such a capture is no page, even if HTML came.
    var saysNoPage: Bool {
        guard type == .metadata else { return false }
        // Only `via` stands before it.
        for line in block.split(separator: 0x0A, maxSplits: 2).prefix(2) where line.starts(with: Self.hops) {
            let letters = String(decoding: line.dropFirst(Self.hops.count), as: UTF8.self)
            guard let path = HopPath(letters.filter { !$0.isWhitespace }) else { return false }
            return path.lastButRedirects == .prerequisite || path.lastButRedirects == .requisite
        }
        return false
    }

    private static var hops: [UInt8] { Array("hopsFromSeed:".utf8) }
}
