import Foundation
import Pages
import WebURLs

/// Reads a folder of pages, tells what that costs, and writes what was read for the scorers.
///
/// `FOLDER OUT.jsonl` writes a row of file, text, title, authors and published for each page. With `--addresses
/// LABELS.jsonl` (rows with id and url) it writes rows of id and related links instead.
enum PagesBench {
    static func run(arguments: [String]) throws {
        guard arguments.count >= 2 else {
            print("usage: pages FOLDER OUT.jsonl [--addresses LABELS.jsonl]")
            return
        }
        let folder = URL(fileURLWithPath: arguments[0], isDirectory: true)
        let addresses = try arguments.firstIndex(of: "--addresses").map { place in
            try readAddresses(arguments.indices.contains(place + 1) ? arguments[place + 1] : "")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".html")
        }
        .sorted()
        let reader = PageReader(parts: addresses == nil ? [] : .linkRoles)
        var rows = Data()
        var times: [(seconds: Double, file: String)] = []
        var bytes = 0
        for file in files {
            let payload = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
            let name = String(file.dropLast(5))
            let url = addresses?[name].flatMap { WebURL($0) }
            let start = processorSeconds()
            let page = reader.read(payload: payload, head: nil, at: url)
            let text = page.article?.text ?? ""
            times.append((processorSeconds() - start, file))
            bytes += payload.count
            rows.append(try row(file: file, name: name, page: page, text: text, isRelated: addresses != nil))
        }
        try rows.write(to: URL(fileURLWithPath: arguments[1]))
        report(times, bytes: bytes)
    }

    private static func row(file: String, name: String, page: Page, text: String, isRelated: Bool) throws
        -> Data
    {
        var row: [String: Any] = [:]
        if isRelated {
            row["id"] = name
            row["related"] = page.outlinks.filter { $0.role == .related }.map(\.url.href)
        } else {
            row["file"] = file
            row["text"] = text
            row["title"] = page.facts.title
            row["authors"] = page.facts.authors
            row["published"] = page.facts.published
        }
        var line = try JSONSerialization.data(
            withJSONObject: row, options: [.sortedKeys, .withoutEscapingSlashes])
        line.append(0x0A)
        return line
    }

    private static func readAddresses(_ path: String) throws -> [String: String] {
        var addresses: [String: String] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let id = row["id"] as? String, let url = row["url"] as? String
            else { continue }
            addresses[id] = url
        }
        return addresses
    }

    private static func report(_ times: [(seconds: Double, file: String)], bytes: Int) {
        let sorted = times.sorted { $0.seconds < $1.seconds }
        guard let slowest = sorted.last else { return }
        let total = sorted.reduce(0) { $0 + $1.seconds }
        let megabytes = Double(bytes) / 1_000_000
        func milliseconds(_ seconds: Double) -> String { String(format: "%.2f ms", seconds * 1000) }
        print(
            "\(times.count) pages, \(String(format: "%.1f", megabytes)) MB, CPU \(String(format: "%.2f", total)) s"
        )
        print(String(format: "%.3f ms/MB, %.1f MB/s", total * 1000 / megabytes, megabytes / total))
        print(
            "median \(milliseconds(sorted[sorted.count / 2].seconds)), p95 "
                + "\(milliseconds(sorted[min(sorted.count - 1, sorted.count * 95 / 100)].seconds)), worst "
                + "\(milliseconds(slowest.seconds)) \(slowest.file)")
    }

    /// CPU time of this process.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
