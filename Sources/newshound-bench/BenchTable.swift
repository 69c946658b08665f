import Foundation

/// The figures of a run, printed as they come: what was done, at what cost, and something to check it by.
struct BenchTable {
    let format: BenchOptions.Format
    private var sample: PageSample?

    init(format: BenchOptions.Format) { self.format = format }

    mutating func begin(_ sample: PageSample) {
        self.sample = sample
        guard format == .table else { return }
        print(
            "\(sample.name): \(sample.pages.count) pages,",
            String(format: "%.1f MB", Double(sample.byteCount) / 1e6))
        printHeading()
    }

    func printHeading() {
        guard format == .table else { return }
        print(pad("", 34) + "     ms/MB      MB/s   us each")
    }

    /// A row of work that went over `bytes` in `count` pieces.
    ///
    /// - Parameter remark: What came out, so that runs can be compared; empty: nothing to say.
    func add(_ name: String, seconds: Double, bytes: Int, count: Int, remark: String = "") {
        let megabytes = max(Double(bytes), 1) / 1_000_000
        let each = seconds * 1_000_000 / Double(max(count, 1))
        switch format {
        case .table:
            let figures = [seconds * 1000 / megabytes, megabytes / max(seconds, 1e-9), each]
            print(
                pad(name, 34) + String(format: "%10.3f%10.1f%10.2f", figures[0], figures[1], figures[2])
                    + (remark.isEmpty ? "" : "   \(remark)"))
        case .tsv:
            print([name, "\(seconds)", "\(bytes)", "\(count)", remark].joined(separator: "\t"))
        }
    }

    func end() {
        guard format == .table else { return }
        print(String(format: "memory: %.0f MB resident at most", ProcessCost.now.peakMegabytes))
    }

    /// How many times smaller the outcome is.
    static func ratio(_ bytes: Int, _ outcome: Int) -> String {
        String(format: "ratio %.2f", Double(bytes) / Double(max(outcome, 1)))
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 1))
    }
}
