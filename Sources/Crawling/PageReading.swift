import Fetching
import HTTPMessages
import Pages

extension Capture {
    /// True if the body is an HTML page: as declared, or as it begins where nothing is declared.
    var isHTML: Bool {
        if let type = head.mediaType { return type.isHTML }
        return MIMESniffer.sniff(body.load(upTo: MIMESniffer.headerBytes), declared: nil, nosniff: false)
            == "text/html"
    }
}

extension Capture {
    /// Bodies that are read without waiting for a turn; hardly any page of people is larger.
    private static let smallBytes = 512 << 10
    /// The same for bodies in a content coding, which may grow two hundredfold.
    private static let smallEncodedBytes = 128 << 10

    /// Longer pages are not read.
    private static let maximumPageBytes = 10_000_000

    /// True if the body was cut at a limit of at least `maximumPageBytes`: the page is longer, who knows how much.
    var isBeyondReading: Bool { truncation == .length && body.count >= Self.maximumPageBytes }

    /// True if reading it may take so much memory and time that only one is read at a time.
    var isLarge: Bool {
        body.count > (head.contentCodings.isEmpty ? Self.smallBytes : Self.smallEncodedBytes)
    }
}

extension Page {
    /// What stands for a page that is not read.
    static func unread(_ capture: Capture, directives: RobotsDirectives) -> Page {
        Page(
            url: capture.url, encoding: "utf-8", outlinks: [], article: nil, directives: directives,
            canonical: nil, refresh: nil,
            remarks: ["page of more than \(capture.body.count) bytes is not read"])
    }
}

extension PageReader {
    /// Reads the page that a capture brought.
    func page(of capture: Capture) -> Page {
        read(payload: capture.body.load(), head: capture.head, at: capture.url)
    }
}
