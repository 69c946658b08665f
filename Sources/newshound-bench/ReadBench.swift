import Pages

/// Bytes to outlinks and article: all that a crawl does with a page before it is archived.
enum ReadBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) {
        let reader = PageReader()
        let cost = ProcessCost.best(of: options.rounds) {
            sample.pages.reduce(0) { sum, page in
                let read = reader.read(payload: page.bytes, head: nil, at: page.url)
                return sum + read.outlinks.count + (read.article?.text.utf8.count ?? 0)
            }
        }
        table.add(
            "read: links and article", seconds: cost.seconds, bytes: sample.byteCount,
            count: sample.pages.count,
            remark: "\(cost.result) links and bytes")
    }
}
