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

extension PageReader {
    /// Reads the page that a capture brought.
    func page(of capture: Capture) -> Page {
        read(payload: capture.body.load(), head: capture.head, at: capture.url)
    }
}
