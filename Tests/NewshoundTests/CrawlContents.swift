import Archiving
import Foundation
import Frontier
import FrontierSQLite
import Testing
import WARC
import WebURLs

/// What a crawl folder holds, read from its files and its frontier.
struct CrawlContents {
    /// How often each address stands in pages/ as a response or revisit record, and in text/ as a conversion record.
    var pages: [String: Int] = [:]
    var text: [String: Int] = [:]
    /// Addresses that the frontier says are archived or revisited.
    var committed: Set<String> = []
    var counts = FrontierCounts()
    var damages: [String] = []
    /// Committed locations at which no record of that address begins.
    var misplaced: [String] = []
    var openFiles: [String] = []

    static func read(_ crawl: String) async throws -> CrawlContents {
        var contents = CrawlContents()
        var locations: [RecordLocation: String] = [:]
        for part in ["pages", "text"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: crawl + "/" + part).sorted() {
                // Locations name a file as it will be called.
                let isOpen = name.hasSuffix(".open")
                if isOpen { contents.openFiles.append(name) }
                let file = part + "/" + (isOpen ? String(name.dropLast(5)) : name)
                try contents.read(
                    "\(crawl)/\(part)/\(name)", named: file, locations: &locations)
            }
        }
        let reader = try await SQLiteFrontierReader.open(path: crawl + "/frontier.sqlite")
        contents.counts = try await reader.counts()
        for entry in try await reader.entries(after: 0, limit: 100_000) {
            switch entry.state {
            case .archived(let location), .revisited(let location):
                contents.committed.insert(entry.candidate.url.href)
                if locations[location] != entry.candidate.url.href {
                    contents.misplaced.append(entry.candidate.url.href)
                }
            default: break
            }
        }
        return contents
    }

    private mutating func read(
        _ path: String, named file: String, locations: inout [RecordLocation: String]
    ) throws {
        let reader = WARCReader(
            try FileSource(path: path), file: file,
            options: WARCReader.Options(digests: .blocksAndPayloads))
        while let item = try reader.next() {
            switch item {
            case .damage(let damage): damages.append("\(damage)")
            case .record(let read):
                if case .differs = read.blockDigest {
                    damages.append("\(file), byte \(read.offset): block digest")
                }
                guard let uri = read.record.targetURI else { continue }
                switch read.record.type {
                case .response, .revisit: pages[uri, default: 0] += 1
                case .conversion: text[uri, default: 0] += 1
                default: break
                }
                guard read.record.type == .response || read.record.type == .revisit else { continue }
                locations[RecordLocation(file: file, offset: read.offset, length: read.length ?? 0)] = uri
            }
        }
    }
}
