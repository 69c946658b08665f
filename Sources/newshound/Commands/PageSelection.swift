import ArchiveTools
import Foundation
import WebURLs

/// The flags by which `extract` and `links` choose pages.
struct PageFilterFlags {
    let hosts: [String]
    let since: String?
    let until: String?

    func filter() throws(UserError) -> PageFilter {
        var filter = PageFilter()
        filter.hosts = try hosts.map { text throws(UserError) in try Self.host(text) }
        filter.since = try since.map { text throws(UserError) in try Self.date(text, flag: "since") }
        filter.until = try until.map { text throws(UserError) in try Self.date(text, flag: "until") }
        return filter
    }

    /// The flags as they were given.
    var given: [String] {
        hosts.map { "--host \($0)" }
            + [since.map { "--since \($0)" }, until.map { "--until \($0)" }].compactMap(\.self)
    }

    /// A host as URLs have it; throws if there is more than one, or less.
    private static func host(_ text: String) throws(UserError) -> String {
        let isAddress = text.hasPrefix("[") && text.hasSuffix("]")
        guard !text.contains(where: { "/\\?#@".contains($0) || $0 == ":" && !isAddress }),
            let url = WebURL("http://\(text)/"), !url.host.isEmpty
        else {
            throw UserError(
                .usage,
                "--host \(text): is no name of a host; give it without scheme, port and path, as in news.example.org"
            )
        }
        return url.host
    }

    /// Throws if a flag was given that has no effect on what is read.
    ///
    /// - Parameters:
    ///   - isHTML: HTML files are read, of which nobody knows host, time and captures.
    ///   - archiveFlags: further flags that choose captures of an archive, as they were given.
    func check(isHTML: Bool, urls: String?, archiveFlags: [String] = []) throws(UserError) {
        if !isHTML, let urls {
            throw UserError(
                .usage,
                "--urls \(urls): names the addresses of HTML files; it needs --html, records have theirs")
        }
        guard isHTML, let flag = (given + archiveFlags).first else { return }
        throw UserError(
            .usage, "\(flag): chooses captures of an archive; HTML files have none, leave it out with --html")
    }

    private static func date(_ text: String, flag: String) throws(UserError) -> Date {
        let full = text.count == 10 ? text + "T00:00:00Z" : text
        guard let date = try? Date(full, strategy: .iso8601) else {
            throw UserError(
                .usage, "--\(flag) \(text): is no date such as 2026-01-02 or 2026-01-02T03:04:05Z")
        }
        return date
    }
}

/// Pages that are read at once.
enum JobCount {
    /// Nil: one for each core.
    static func read(_ count: Int?) throws(UserError) -> Int {
        guard let count else { return ProcessInfo.processInfo.activeProcessorCount }
        guard (1...SettingKey.mostOfACount).contains(count) else {
            throw UserError(
                .usage, "--jobs \(count): is not a whole number from 1 to \(SettingKey.mostOfACount)")
        }
        return count
    }
}

extension HTMLFiles {
    /// The HTML files that paths name; throws if a path is not there or none of them has one.
    static func named(_ paths: [String]) throws(UserError) -> [Entry] {
        let files = HTMLFiles(paths: paths)
        if let missing = files.missing.first {
            throw UserError(.usage, "\(missing): is not there; check the path")
        }
        guard !files.entries.isEmpty else {
            throw UserError(
                .usage,
                "\(paths[0]): holds no HTML file; name .html, .htm or .xhtml files, or a folder of them")
        }
        return files.entries
    }
}

/// A file that names pages' addresses: lines `file name<TAB>URL`.
struct AddressList {
    private(set) var addresses: [String: WebURL] = [:]

    init(path: String) throws(UserError) {
        let lines: [TextFile.Line]
        do { lines = try TextFile.lines(path) } catch { throw UserError(.usage, error.message(path)) }
        for line in lines where !line.text.isEmpty && !line.text.hasPrefix("#") {
            let parts = line.text.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, let url = WebURL(parts[1].trimmingCharacters(in: .whitespaces)) else {
                throw UserError(.usage, "\(path):\(line.number): is not 'file name<TAB>URL'")
            }
            addresses[String(parts[0])] = url
        }
    }
}
