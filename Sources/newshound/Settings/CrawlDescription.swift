import ArchiveTools
import Foundation
import WARC
import WebURLs

/// A crawl's own file, `crawl.yaml`: the plan as it runs, without secrets. `resume` reads it back.
struct CrawlDescription {
    /// The file's name in the crawl folder.
    static let fileName = "crawl.yaml"
    private static let extraKeys: Set<String> = ["seeds", "name", "created", "software"]

    var name: String
    var seeds: [WebURL]
    var settings: Settings

    /// The file's text: settings first, so that its seeds, which may be many, do not hide them.
    func yaml(created: Date) -> String {
        var lines = [
            "# The plan of this crawl. `newshound resume` reads it; headers and proxy are not kept, give them again.",
            "# max-pages, max-time and max-bytes were those of the first run.",
            "name: \(YAMLText.quoted(name))", "created: \(created.ISO8601Format())",
            "software: newshound/\(Version.number)",
        ]
        let settings = settings.withAbsolutePaths
        for key in SettingKey.all where key.isPublic {
            let values = key.write(settings)
            guard !values.isEmpty else { continue }
            if key.isList {
                lines.append("\(key.name):")
                lines += values.map { "  - \(YAMLText.quoted($0))" }
            } else {
                lines.append("\(key.name): \(YAMLText.scalar(values[0]))")
            }
        }
        lines.append("seeds:")
        lines += seeds.map { "  - \(YAMLText.quoted($0.withoutCredentials.href))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a user does about a file that is not the crawl's own.
    static let putBack =
        "put the crawl's own file back (meta/ has it as the last run left it), then try again"

    /// Reads the file of a crawl folder. Throws if it is the file of a crawl other than that of the folder's records.
    static func read(folder: String) throws(UserError) -> CrawlDescription {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else {
            let isThere = FileManager.default.fileExists(atPath: folder)
            throw UserError(
                .usage,
                isThere
                    ? "\(folder): is no crawl folder, it has no \(fileName); name the folder that crawl printed"
                    : "\(folder): is not there; name the folder that crawl printed")
        }
        let file = try SettingsFile(path: path, extraKeys: extraKeys)
        var stack = SettingsStack()
        try stack.apply(file)
        var seeds: [WebURL] = []
        for text in file.extra["seeds"] ?? [] {
            guard let url = WebURL(text) else {
                throw UserError(.usage, "\(path): seed '\(text)' is no http(s) URL")
            }
            seeds.append(url)
        }
        if let name = file.extra["name"]?.first, let other = ArchiveInput.otherCrawl(than: name, in: folder) {
            throw UserError(
                .usage,
                "\(path): is the plan of crawl '\(name)', but pages/ has the records of '\(other)'; \(putBack)"
            )
        }
        return CrawlDescription(
            name: file.extra["name"]?.first ?? folder.lastPathPart, seeds: seeds,
            settings: stack.settings)
    }
}

extension Settings {
    /// The same with paths that mean the same file wherever the program is started.
    fileprivate var withAbsolutePaths: Settings {
        var settings = self
        func absolute(_ path: String?) -> String? { path.map { URL(fileURLWithPath: $0).path } }
        settings.caFile = absolute(caFile)
        settings.cookies = absolute(cookies)
        settings.dedupe = absolute(dedupe)
        if sites != SiteHintsFolder.none { settings.sites = absolute(sites) }
        return settings
    }
}
