import ArgumentParser
import Foundation
import Pages

/// A folder of site hints: the `.yaml` files directly in it, each about one site or a group of sites.
struct SiteHintsFolder {
    /// The folder that is read when none is named and it is there.
    static let usualPath = "Config/sites"
    /// What stands for no folder.
    static let none = "none"
    /// What its copy is called in a crawl's folder.
    static let crawlName = "sites"

    let path: String
    private(set) var hints = SiteHints()
    /// Name and text of each file, in the order of their names.
    private let files: [(name: String, text: String)]

    /// Reads every file of a folder. A wrong one, or a host that two files name, is an error.
    init(path: String) throws(UserError) {
        let path = Self.trimmed(path)
        self.path = path
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw UserError(
                .usage,
                isThere
                    ? "\(path): is no folder that can be read; name the folder of the site hints"
                    : "\(path): is not there; name the folder of the site hints, or none")
        }
        var files: [(name: String, text: String)] = []
        for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            let text = try YAMLFile.text(path + "/" + name)
            let file = try SiteHintsFile(text: text, path: path + "/" + name)
            do { try hints.add(file.hint, hosts: file.hosts.map(\.host)) } catch {
                let line = file.hosts.first { $0.host == error.host }?.line ?? 1
                throw UserError(
                    .usage,
                    "\(path)/\(name):\(line): host '\(error.host)' stands in \(error.name) already; keep one of them"
                )
            }
            files.append((name, text))
        }
        self.files = files
    }

    /// The folder that a configuration names; the usual one if it names none; nil if there is no hint.
    static func load(_ setting: String?) throws(UserError) -> SiteHintsFolder? {
        if setting == none { return nil }
        if let setting { return try SiteHintsFolder(path: setting) }
        guard FileManager.default.fileExists(atPath: usualPath) else { return nil }
        let folder = try SiteHintsFolder(path: usualPath)
        return folder.files.isEmpty ? nil : folder
    }

    /// The copy that a crawl was begun with; nil if it was begun without hints.
    static func load(_ setting: String?, ofCrawl crawl: String) throws(UserError) -> SiteHintsFolder? {
        guard let setting, setting != none else { return nil }
        let path = crawl + "/" + crawlName
        guard FileManager.default.fileExists(atPath: path) else {
            throw UserError(
                .usage,
                "\(path): is not there, and the crawl was begun with the site hints of \(setting); copy them there, "
                    + "or write 'sites: none' into \(crawl)/\(CrawlDescription.fileName)")
        }
        return try SiteHintsFolder(path: path)
    }

    /// What pages of archives and files are read with: the hints of the folder named, or else those of each crawl among
    /// the paths, and for other hosts those of the usual folder.
    static func hints(_ setting: String?, forReading paths: [String]) throws(UserError) -> SiteHints {
        if let setting { return try load(setting)?.hints ?? SiteHints() }
        var hints = SiteHints()
        for path in paths {
            let own = trimmed(path) + "/" + crawlName
            guard FileManager.default.fileExists(atPath: path + "/" + CrawlDescription.fileName),
                FileManager.default.fileExists(atPath: own)
            else { continue }
            hints.fill(from: try SiteHintsFolder(path: own).hints)
        }
        if let usual = try load(nil) { hints.fill(from: usual.hints) }
        return hints
    }

    /// Without slashes at the end, so that messages name files as users write them.
    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    static let flagHelp: ArgumentHelp =
        "Folder of site hints, or none (default: those of the crawl, then Config/sites, if it is there)."

    /// Writes the files as they were read into a new crawl's folder.
    func copy(intoCrawl crawl: String) throws(UserError) {
        let folder = crawl + "/" + Self.crawlName
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            for file in files {
                try file.text.write(toFile: folder + "/" + file.name, atomically: true, encoding: .utf8)
            }
        } catch {
            throw UserError(.archive, "\(folder): cannot be written: \(error.systemReason)")
        }
    }

    /// The path of the file by which pages of a host are read; nil if there is none for it.
    func file(forHost host: String) -> String? { hints.hint(for: host)?.name }

    /// `site hints for 3 hosts in 2 files of Config/sites`.
    var summary: String {
        "site hints for \(Noun("host").count(hints.hostCount)) in \(Noun.file.count(files.count)) of \(path)"
    }
}
