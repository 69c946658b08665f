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

    /// True if reading it may take so much memory and time that only one is read at a time.
    var isLarge: Bool {
        body.count > (head.contentCodings.isEmpty ? Self.smallBytes : Self.smallEncodedBytes)
    }
}

extension PageReader {
    /// Reads the page that a capture brought.
    func page(of capture: Capture) -> Page {
        read(payload: capture.body.load(), head: capture.head, at: capture.url)
    }
}
