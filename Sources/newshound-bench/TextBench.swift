import TextEncodings

/// What text costs before it is parsed.
enum TextBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) {
        func add(_ name: String, _ what: String, _ body: ([UInt8]) -> Int) {
            let cost = ProcessCost.best(of: options.rounds) { sample.pages.reduce(0) { $0 + body($1.bytes) } }
            table.add(
                name, seconds: cost.seconds, bytes: sample.byteCount, count: sample.pages.count,
                remark: "\(cost.result) \(what)")
        }
        add("utf8: validity", "valid") { EncodingDetection.isUTF8($0.span) ? 1 : 0 }
        add("utf8: detect a page's encoding", "UTF-8") {
            EncodingDetection.detectPage($0, contentType: nil).encoding == .utf8 ? 1 : 0
        }
        add("utf8: decode", "bytes") { TextEncoding.utf8.decode($0).count }
        add("utf8: decode windows-1252", "bytes") { TextEncoding.windows1252.decode($0).count }
    }
}
