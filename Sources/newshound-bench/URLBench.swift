import Foundation
import HTMLTree
import WebURLs

/// Every reference of the pages made absolute, and the parts of the frontier's key.
enum URLBench {
    private struct Reference {
        let base: WebURL
        let bytes: [UInt8]
    }

    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) throws {
        let references = sample.pages.flatMap { page in
            HTMLBench.references(of: HTMLDocument(parsing: page.bytes)).map {
                Reference(base: page.url, bytes: Array($0))
            }
        }
        if let path = options.save { try write(references, to: path) }
        let bytes = references.reduce(0) { $0 + $1.bytes.count }
        func add(_ name: String, _ what: String, count: Int, _ body: () -> Int) {
            let cost = ProcessCost.best(of: options.rounds, body)
            table.add(
                name, seconds: cost.seconds, bytes: bytes, count: count, remark: "\(cost.result) \(what)")
        }
        add("urls: resolve", "http(s)", count: references.count) {
            references.reduce(0) { $0 + ($1.base.resolve($1.bytes.span) == nil ? 0 : 1) }
        }
        let urls = references.compactMap { $0.base.resolve($0.bytes.span) }
        let identity = CrawlIdentity.standard
        add("urls: crawl identity", "bytes", count: urls.count) {
            urls.reduce(0) { $0 + identity.key(of: $1).utf8.count }
        }
        add("urls: host key", "bytes", count: urls.count) {
            urls.reduce(0) { $0 + HostKey(of: $1).name.utf8.count }
        }
        add("urls: SURT", "bytes", count: urls.count) { urls.reduce(0) { $0 + $1.surt.utf8.count } }
    }

    /// A JSON array of base and reference a line, for other parsers.
    private static func write(_ references: [Reference], to path: String) throws {
        var lines = Data()
        for reference in references {
            let pair = [reference.base.href, String(decoding: reference.bytes, as: UTF8.self)]
            lines.append(try JSONSerialization.data(withJSONObject: pair, options: [.withoutEscapingSlashes]))
            lines.append(0x0A)
        }
        try lines.write(to: URL(fileURLWithPath: path))
    }
}
