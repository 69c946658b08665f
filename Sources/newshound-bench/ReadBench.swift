import Pages

/// Bytes to text, and to outlinks with what they are for: all that a crawl does with a page before it is archived.
enum ReadBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) {
        for (name, parts) in [("read: article", []), ("read: links and article", .linkRoles)]
            as [(String, PageReader.Parts)]
        {
            let reader = PageReader(parts: parts)
            let cost = ProcessCost.best(of: options.rounds) {
                sample.pages.reduce(0) { sum, page in
                    let read = reader.read(payload: page.bytes, head: nil, at: page.url)
                    return sum + read.outlinks.count + (read.article?.text.utf8.count ?? 0)
                }
            }
            table.add(
                name, seconds: cost.seconds, bytes: sample.byteCount, count: sample.pages.count,
                remark: "\(cost.result) links and bytes")
        }
    }
}
