import Foundation
import WebURLs

/// The seeds of a crawl: from arguments and from files, each once, in the order given.
///
/// They are taken without user name and password, which no request carries, so that no file of a crawl has them.
struct SeedList {
    private(set) var urls: [WebURL] = []
    /// Seeds that were given with a user name or a password.
    private(set) var secrets: [WebURL] = []
    private var known: Set<WebURL> = []

    /// Seeds given as arguments.
    mutating func add(arguments: [String]) throws(UserError) {
        for text in arguments { try add(text, place: nil) }
    }

    /// Seeds of a file, one a line; empty lines and those that begin with # are passed over. `-` is standard input.
    mutating func add(file path: String) throws(UserError) {
        let lines: [TextFile.Line]
        do { lines = try TextFile.lines(path) } catch { throw UserError(.usage, error.message(path)) }
        let name = path == "-" ? "standard input" : path
        for line in lines {
            let text = line.text.trimmingCharacters(in: .whitespaces)
            if text.isEmpty || text.hasPrefix("#") { continue }
            try add(text, place: "\(name):\(line.number)")
        }
    }

    private mutating func add(_ text: String, place: String?) throws(UserError) {
        // The rules for URLs drop line ends and tabs (WHATWG URL §4.4): two seeds would become one.
        if let control = text.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            let code = String(control.value, radix: 16, uppercase: true)
            throw UserError(
                .usage,
                "\(place.map { $0 + ": " } ?? "")seed '\(text)' has a control character, "
                    + "U+\(String(repeating: "0", count: 4 - code.count))\(code); give one URL a line")
        }
        guard let url = WebURL(text) else {
            let hint =
                WebURL("https://" + text) != nil && !text.contains("://") && text.contains(".")
                ? "; 'https://\(text)' is meant perhaps" : "; a seed is an absolute http or https URL"
            throw UserError(.usage, "\(place.map { $0 + ": " } ?? "")seed '\(text)' is no URL\(hint)")
        }
        let seed = url.withoutFragment.withoutCredentials
        if url.hasCredentials { secrets.append(seed) }
        if known.insert(seed).inserted { urls.append(seed) }
    }
}
