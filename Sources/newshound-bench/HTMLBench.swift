import HTMLTree

/// Bytes to a document, and a walk over its links.
enum HTMLBench {
    static func run(_ sample: PageSample, _ options: BenchOptions, into table: inout BenchTable) {
        let parsing = ProcessCost.best(of: options.rounds) {
            sample.pages.reduce(0) { $0 + HTMLDocument(parsing: $1.bytes).nodeCount }
        }
        table.add(
            "html: parse", seconds: parsing.seconds, bytes: sample.byteCount, count: sample.pages.count,
            remark: "\(parsing.result) nodes")
        let linking = ProcessCost.best(of: options.rounds) {
            sample.pages.reduce(0) { $0 + references(of: HTMLDocument(parsing: $1.bytes)).count }
        }
        table.add(
            "html: parse, every a[href]", seconds: linking.seconds, bytes: sample.byteCount,
            count: sample.pages.count, remark: "\(linking.result) links")
    }

    /// The values of all `a[href]`, in the order of the page.
    static func references(of document: HTMLDocument) -> [ArraySlice<UInt8>] {
        document.elements(.a).compactMap { document.attribute(.href, of: $0) }
    }
}
