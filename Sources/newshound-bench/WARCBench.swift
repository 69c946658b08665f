import Archiving
import Foundation
import Gzip
import WARC
import WebURLs

/// Archives in memory, a response record a page, written and read; or archives on disk, read.
enum WARCBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8)
        func add(_ name: String, remark: (Int) -> String, _ body: () throws -> Int) rethrows {
            let cost = try ProcessCost.best(of: options.rounds, body)
            table.add(
                name, seconds: cost.seconds, bytes: sample.byteCount, count: sample.pages.count,
                remark: remark(cost.result))
        }
        let ratio = { (size: Int) in BenchTable.ratio(sample.byteCount, size) }
        let records = { (count: Int) in "\(count) records" }
        for level in [Gzip.Level.stored, .fast, .archive] {
            add("warc: write, level \(level)", remark: ratio) {
                archive(sample, head: head, level: level).count
            }
        }
        add("warc: write, no gzip", remark: ratio) { archive(sample, head: head, level: nil).count }
        let plain = archive(sample, head: head, level: nil)
        let compressed = archive(sample, head: head, level: .archive)
        if let path = options.save { try Data(compressed).write(to: URL(fileURLWithPath: path)) }
        let levels: KeyValuePairs<String, WARCReader.Options.Digests> = [
            "": .none, ", block digests": .blocks, ", all digests": .blocksAndPayloads,
        ]
        for (name, digests) in levels {
            try add("warc: read\(name)", remark: records) {
                try read(ArraySource(compressed), digests).records
            }
        }
        try add("warc: read, no gzip, all digests", remark: records) {
            try read(ArraySource(plain), .blocksAndPayloads).records
        }
    }

    /// Reads files with and without digests, and writes what their first records hold anew; the rows are of their
    /// content, not of their bytes on disk.
    static func measureFiles(_ files: [String], options: BenchOptions, into table: inout BenchTable) throws {
        table.printHeading()
        let levels: KeyValuePairs<String, WARCReader.Options.Digests> = [
            "": .none, ", all digests": .blocksAndPayloads,
        ]
        for (name, digests) in levels {
            var records = 0
            let cost = try ProcessCost.best(of: options.rounds) {
                records = 0
                return try files.reduce(0) { sum, file in
                    let found = try read(FileSource(path: file), digests, file: file)
                    records += found.records
                    return sum + found.bytes
                }
            }
            table.add(
                "warc: read\(name)", seconds: cost.seconds, bytes: cost.result, count: records,
                remark: "\(records) records")
        }
        let records = try FileRecords(files, maximumBytes: options.contentBytes)
        for level in [Gzip.Level.archive, .fast] {
            let cost = ProcessCost.best(of: options.rounds) { records.written(level: level) }
            table.add(
                "warc: write, level \(level), all digests", seconds: cost.seconds, bytes: records.blockBytes,
                count: records.count, remark: "\(cost.result) bytes")
        }
        table.end()
    }

    private static func archive(_ sample: PageSample, head: [UInt8], level: Gzip.Level?) -> [UInt8] {
        var file: [UInt8] = []
        for (index, page) in sample.pages.enumerated() {
            let payload = PayloadDigest.calculator(.sha1)
            let block = PayloadDigest.calculator(.sha1)
            payload.update(page.bytes.span)
            block.update(head.span)
            block.update(page.bytes.span)
            let fields = WARCFields([
                (WARCField.type, "response"), (WARCField.recordID, "<urn:uuid:\(index)>"),
                (WARCField.date, "2024-03-10T08:00:00Z"), (WARCField.targetURI, page.url.href),
                (WARCField.contentType, "application/http;msgtype=response"),
                (WARCField.payloadDigest, payload.finish().description),
                (WARCField.blockDigest, block.finish().description),
            ])
            let record = WARCSerialiser.record(fields, head: head[...], body: page.bytes[...])
            file += level.map { Gzip.member(record, level: $0) } ?? record
        }
        return file
    }

    /// How many records a source has, and how long their blocks are together.
    private static func read(
        _ source: consuming any ByteSource, _ digests: WARCReader.Options.Digests, file: String = "memory"
    ) throws -> (records: Int, bytes: Int) {
        let reader = WARCReader(source, file: file, options: WARCReader.Options(digests: digests))
        var (records, bytes) = (0, 0)
        while let item = try reader.next() {
            guard case .record(let found) = item else { continue }
            records += 1
            bytes += Int(found.record.blockLength)
        }
        return (records, bytes)
    }
}
