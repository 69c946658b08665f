import Gzip

/// A member a page, written at each level and read again.
enum GzipBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) throws {
        for level in Gzip.Level.allCases {
            let cost = ProcessCost.best(of: options.rounds) {
                sample.pages.reduce(0) { $0 + Gzip.member($1.bytes, level: level).count }
            }
            table.add(
                "gzip: write, level \(level)", seconds: cost.seconds, bytes: sample.byteCount,
                count: sample.pages.count, remark: BenchTable.ratio(sample.byteCount, cost.result))
        }
        let members = sample.pages.map { Gzip.member($0.bytes, level: .archive) }
        let limit = sample.pages.reduce(1) { max($0, $1.bytes.count) }
        let whole = try ProcessCost.best(of: options.rounds) {
            try members.reduce(0) { try $0 + Gzip.inflateMember($1, limit: limit).bytes.count }
        }
        table.add(
            "gzip: read", seconds: whole.seconds, bytes: sample.byteCount, count: members.count,
            remark: "\(whole.result) bytes")
        let streamed = ProcessCost.best(of: options.rounds) {
            members.reduce(0) { $0 + Gzip.inflatePrefix($1.span, limit: limit).bytes.count }
        }
        table.add(
            "gzip: read, streamed", seconds: streamed.seconds, bytes: sample.byteCount, count: members.count,
            remark: "\(streamed.result) bytes")
    }
}
