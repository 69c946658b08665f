package import Archiving
import FoundationEssentials
package import Frontier
import HTTPMessages
import WARC
package import WebURLs

/// One URL's story: how it was found, what was tried, where it lies, or why it was skipped.
package struct URLStory: Sendable {
    /// From the seed to the URL itself; empty if the frontier does not know it.
    package let path: [URLEntry]
    /// Lines of crawl.log that tell of it.
    package let attempts: [String]
    /// Fields of its metadata record: via, hops, the robots rule that allowed it.
    package let metadata: [String]
    /// Pages whose metadata name it as an outlink although it is not known: links that were not followed.
    package let seenOn: [String]
    /// Where its archived answer redirects to; nil if that is no redirect.
    package let redirectTarget: String?
    /// Why the record of its capture cannot be read; nil: it can, or there is none.
    package let damage: String?

    package var entry: URLEntry? { path.last }

    /// Longest chain of pages that is followed back.
    private static let maximumPath = 300
    /// Pages that are named for a URL that is not known.
    private static let maximumSightings = 5

    /// `key` is the URL's crawl identity, `keyOf` makes that of others.
    package static func read(
        crawl: String, url: String, key: String, frontier: any FrontierReading,
        keyOf: (WebURL) -> String
    ) async throws -> URLStory {
        let ends = try await frontier.fileEnds()
        let archive = CommittedArchive(crawl: crawl, ends: ends)
        guard let entry = try await frontier.entry(forKey: key) else {
            return URLStory(
                path: [], attempts: [], metadata: [], seenOn: try sightings(of: url, in: archive),
                redirectTarget: nil, damage: nil)
        }
        var path = [entry]
        while path.count < maximumPath, let via = path.first?.candidate.via,
            let parent = try await frontier.entry(forKey: keyOf(via)),
            !path.contains(where: { $0.row == parent.row })
        {
            path.insert(parent, at: 0)
        }
        let capture = Capture(of: entry, in: archive)
        return URLStory(
            path: path, attempts: logLines(of: entry.candidate.url.withoutCredentials.href, crawl: crawl),
            metadata: capture.metadata(of: entry, in: archive), seenOn: [],
            redirectTarget: capture.redirectTarget(from: entry.candidate.url), damage: capture.damage)
    }

    /// Where the archived answer of an entry redirects to; nil if it is no redirect, or cannot be read.
    package static func redirectTarget(of entry: URLEntry, in archive: CommittedArchive) -> String? {
        Capture(of: entry, in: archive).redirectTarget(from: entry.candidate.url)
    }

    /// The record of an entry's last capture, read once.
    private struct Capture {
        /// Nil if there is none, or if it cannot be read.
        private let record: WARCRecord?
        /// Why it cannot be read; nil: it can, or there is none.
        let damage: String?

        init(of entry: URLEntry, in archive: CommittedArchive) {
            guard let location = entry.lastCapture else {
                (record, damage) = (nil, nil)
                return
            }
            do throws(WARCError) {
                (record, damage) = (try archive.record(at: location).record, nil)
            } catch {
                (record, damage) = (nil, "\(error)")
            }
        }

        func redirectTarget(from url: WebURL) -> String? {
            guard let record, let head = RecordedResponse(Array(record.block))?.head, head.isRedirect,
                let target = head.location
            else { return nil }
            return url.resolve(target)?.withoutCredentials.href ?? target
        }

        /// The metadata record stands behind its response and request; links are left out. Empty if there is none.
        func metadata(of entry: URLEntry, in archive: CommittedArchive) -> [String] {
            guard let location = entry.lastCapture, let reader = try? archive.reader(behind: location) else {
                return []
            }
            // A visit follows redirects to URLs of the same identity; then the records are of the last one.
            let uri = record?.targetURI ?? entry.candidate.url.withoutCredentials.href
            while let item = try? reader.next() {
                guard case .record(let read) = item else { continue }
                guard read.record.targetURI == uri else { return [] }
                guard read.record.type == .metadata else { continue }
                return String(decoding: read.record.block, as: UTF8.self).split(whereSeparator: \.isNewline)
                    .map(String.init).filter { !$0.hasPrefix("outlink: ") }
            }
            return []
        }
    }

    private static func logLines(of url: String, crawl: String) -> [String] {
        guard let bytes = FileManager.default.contents(atPath: crawl + "/crawl.log") else { return [] }
        let needle = Array((" " + url + " ").utf8)
        return bytes.split(separator: 0x0A).filter { line in
            line.count > needle.count && line.firstRange(of: needle) != nil
        }.map { String(decoding: $0, as: UTF8.self) }.filter {
            let columns = $0.split(separator: " ", omittingEmptySubsequences: true)
            return columns.count > 3 && columns[3] == url
        }
    }

    private static func sightings(of url: String, in archive: CommittedArchive) throws -> [String] {
        let needle = Array("outlink: \(url) ".utf8)
        var pages: [String] = []
        for file in archive.files(in: .pages) {
            let reader = try archive.reader(of: file)
            while pages.count < maximumSightings, let item = try reader.next() {
                guard case .record(let read) = item, read.record.type == .metadata,
                    read.record.block.firstRange(of: needle) != nil, let page = read.record.targetURI
                else { continue }
                pages.append(page)
            }
        }
        return pages
    }
}
