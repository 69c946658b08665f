import Foundation
import WebURLs

/// The seeds of a crawl: from arguments and from files, each once, in the order given.
struct SeedList {
    private(set) var urls: [WebURL] = []
    private var known: Set<WebURL> = []

    /// Seeds given as arguments.
    mutating func add(arguments: [String]) throws(UserError) {
        for text in arguments { try add(text, place: nil) }
    }

    /// Seeds of a file, one a line; empty lines and those that begin with # are passed over. `-` is standard input.
    mutating func add(file path: String) throws(UserError) {
        let text: String
        do { text = try TextFile.read(path) } catch {
            throw UserError(.usage, "\(path): the seed file cannot be read: \(error.reason); check the path")
        }
        let name = path == "-" ? "standard input" : path
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if line.isEmpty || line.hasPrefix("#") { continue }
            try add(line, place: "\(name):\(index + 1)")
        }
    }

    private mutating func add(_ text: String, place: String?) throws(UserError) {
        guard let url = WebURL(text) else {
            let hint =
                WebURL("https://" + text) != nil && !text.contains("://") && text.contains(".")
                ? "; 'https://\(text)' is meant perhaps" : "; a seed is an absolute http or https URL"
            throw UserError(.usage, "\(place.map { $0 + ": " } ?? "")seed '\(text)' is no URL\(hint)")
        }
        if known.insert(url.withoutFragment).inserted { urls.append(url.withoutFragment) }
    }
}
