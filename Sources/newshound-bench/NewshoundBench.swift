import Foundation

/// Speed of the parts, each on one thread: CPU time and memory, of a folder of pages or of generated ones.
@main
enum NewshoundBench {
    private static let usage = """
        usage: newshound-bench PART [FOLDER] [KEY=VALUE...]

          html      bytes to a document, and its links by their elements
          urls      every href of the pages resolved; save=FILE writes base and reference, a JSON array a line
          utf8      validity, detection and decoding of text
          gzip      members written and read, at each level
          warc      archives written and read, with and without digests; save=FILE keeps one;
                    FILE.warc.gz... reads those instead, and writes their first content=N MB (200) anew
          read      bytes to outlinks and article, as a crawl does
          all       each of these
          pages     FOLDER OUT.jsonl [--addresses LABELS.jsonl]: what was read of each page, for a scorer
          growth    hostile pages of 1, 10 and 50 MB: ends with 1 if time grows by more than 1 : 12 : 70
          fetch     port=N [hosts=500] [fetches=5000]: many hosts at once, all of them a server of this machine
          frontier  [urls=1000000] [batch=20] [links=100] [hosts=2000] [folder=PATH]: a frontier that grows

        FOLDER holds .html or .html.gz files; without it the pages are generated.
        every=N takes each N-th file (1), rounds=N the best of N passes (5), format=tsv prints rows for programs.
        Times are CPU time of the process; "MB" is 1,000,000 bytes.
        """

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "pages": try PagesBench.run(arguments: Array(arguments.dropFirst()))
        case "fetch": try await FetchBench.run(arguments: Array(arguments.dropFirst()))
        case "frontier": try await FrontierBench.run(arguments: Array(arguments.dropFirst()))
        case "growth":
            if !GrowthBench.run(rounds: BenchOptions(arguments).rounds) { exit(1) }
        case "html", "urls", "utf8", "gzip", "warc", "read", "all":
            try measure(BenchOptions(arguments))
        case nil:
            print(usage, "\n")
            try measure(BenchOptions(["all", "rounds=3"]))
            print("\nfrontier: claim and complete, 100 links a page")
            try await FrontierBench.run(arguments: ["urls=200000"])
        default: print(usage)
        }
    }

    private static func measure(_ options: BenchOptions) throws {
        var table = BenchTable(format: options.format)
        let archives = options.paths.filter { $0.hasSuffix(".warc") || $0.hasSuffix(".warc.gz") }
        if options.part == "warc", !archives.isEmpty {
            try WARCBench.measureFiles(archives, options: options, into: &table)
            return
        }
        let sample =
            try options.paths.first.map { try PageSample(folder: $0, every: options.every) } ?? .generated()
        table.begin(sample)
        for (part, run) in parts where options.part == part || options.part == "all" {
            try run(sample, options, &table)
        }
        table.end()
    }

    private typealias Part =
        @Sendable (_ sample: PageSample, _ options: BenchOptions, _ table: inout BenchTable) throws
        -> Void

    private static let parts: KeyValuePairs<String, Part> = [
        "html": HTMLBench.run, "urls": URLBench.run, "utf8": TextBench.run, "gzip": GzipBench.run,
        "warc": WARCBench.run, "read": ReadBench.run,
    ]
}
