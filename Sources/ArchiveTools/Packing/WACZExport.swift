import Archiving
package import FoundationEssentials
import WARC

/// Packs an archive into one WACZ file, version 1.1.1: records, index, pages with their text, and what lists them.
///
/// The records are copied as they are, up to their committed ends, so a running crawl can be packed; its later records
/// are not in the package. Memory stays flat: everything is streamed, and what must be sorted or counted first lies in
/// the work folder.
package struct WACZExport: Sendable {
    /// Files of captures.
    package let pages: [ArchiveInput]
    /// Files of cleaned text; they stand in a folder of their own, since replay would show them for the pages.
    package let text: [ArchiveInput]
    package let title: String
    package let software: String
    package let created: Date
    /// Tasks that read pages at once.
    package let jobs: Int
    /// Called for each place that cannot be read.
    package let report: @Sendable (String) -> Void
    /// Called for each page that is read, on any task.
    package let onPage: @Sendable () -> Void

    package init(
        inputs: [ArchiveInput], text: [ArchiveInput], title: String, software: String, created: Date,
        jobs: Int, onPage: @escaping @Sendable () -> Void = {},
        report: @escaping @Sendable (String) -> Void
    ) {
        let isText = { (input: ArchiveInput) in
            input.name.hasSuffix(".wet.gz") || input.name.hasSuffix(".wet")
        }
        pages = inputs.filter { !isText($0) }
        self.text = text + inputs.filter(isText)
        self.title = title
        self.software = software
        self.created = created
        self.jobs = jobs
        self.report = report
        self.onPage = onPage
    }

    /// What a package holds.
    package struct Totals: Sendable, Hashable {
        package var pages = 0
        package var captures = 0
        package var files = 0
        /// Of the package.
        package var bytes: Int64 = 0
        package var damages = 0
    }

    /// Two files would have one name in the package.
    package struct NameClash: Error, CustomStringConvertible {
        let one: String
        let other: String

        package var description: String {
            "\(one) and \(other): have the same name, and a package has no folders for them; export one of them alone"
        }
    }

    /// Writes the package; nothing of it stays if that is not possible.
    package func write(to path: String, workFolder: String) async throws -> Totals {
        try checkNames()
        for input in pages + text { if let loss = input.loss { throw loss } }
        var totals = Totals()
        let indexPath = workFolder + "/index.cdxj"
        var index = try CDXJIndex(folder: workFolder)
        let indexed = try IndexJob(inputs: pages, report: report).run(into: &index)
        _ = try index.write(to: indexPath)
        totals.captures = indexed.lines
        totals.damages = indexed.damages

        var list = PageList()
        var choice = CaptureChoice()
        choice.givesRevisits = indexed.revisits > 0
        // What it cannot read was reported by the index already.
        let job = ArchiveJob(inputs: pages, choice: choice, jobs: jobs, onPage: onPage, report: { _ in })
        try await list.write(job, to: workFolder + "/pages.jsonl")
        totals.pages = list.count

        var package = try ZIPWriter(path, stamp: WARCDate.digits(created))
        var contents: [ZIPWriter.Contents] = []
        for input in pages { contents.append(try copy(input, to: "archive/", of: &package)) }
        for input in text { contents.append(try copy(input, to: "text/", of: &package)) }
        contents += try addIndex(indexPath, to: &package)
        contents.append(try addFile(workFolder + "/pages.jsonl", as: "pages/pages.jsonl", to: &package))
        let description = Array(description(of: contents, first: list.first).utf8)
        let described = try package.add("datapackage.json", .deflated, description)
        var digest = JSONText()
        digest.add("path", described.name)
        digest.add("hash", described.digest)
        _ = try package.add("datapackage-digest.json", .deflated, Array(digest.finished.utf8))
        try package.finish()
        totals.files = pages.count + text.count
        totals.bytes = package.count
        return totals
    }

    private func checkNames() throws {
        for part in [pages, text] {
            var names: [String: String] = [:]
            for input in part {
                if let other = names.updateValue(input.name, forKey: input.baseName) {
                    throw NameClash(one: other, other: input.name)
                }
            }
        }
    }

    private static let pieceBytes = 256 << 10

    private func copy(
        _ input: ArchiveInput, to folder: String, of package: inout ZIPWriter
    ) throws -> ZIPWriter.Contents {
        var source = try input.source()
        let size = source.size ?? .max
        let added = try package.add(folder + input.baseName, .stored, maximumBytes: size) { append in
            var piece: [UInt8] = []
            while try source.read(Self.pieceBytes, into: &piece) > 0 {
                try append(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        if let committed = input.committedEnd, added.bytes < committed {
            throw ArchiveError.lost(path: input.path, committed: committed, found: added.bytes)
        }
        return added
    }

    private func addIndex(_ path: String, to package: inout ZIPWriter) throws -> [ZIPWriter.Contents] {
        var index = CompressedIndex(fileName: "index.cdx.gz")
        let blocks = try package.add("indexes/index.cdx.gz", .stored, maximumBytes: try Self.size(of: path)) {
            append in
            let lines = try LineReader(path)
            while let line = try lines.next() {
                if let block = index.add(line) { try append(block) }
            }
            if let block = index.finish() { try append(block) }
        }
        return [blocks, try package.add("indexes/index.idx", .deflated, Array(index.list.utf8))]
    }

    private func addFile(
        _ path: String, as name: String, to package: inout ZIPWriter
    ) throws -> ZIPWriter.Contents {
        try package.add(name, .deflated, maximumBytes: try Self.size(of: path)) { append in
            let lines = try LineReader(path)
            while let line = try lines.next() { try append(Array(line)) }
        }
    }

    private static func size(of path: String) throws -> Int64 {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? Int).map { Int64($0) } ?? 0
    }

    /// Data packages allow lower-case letters, digits, dots, hyphens, underscores and slashes in the name of a resource.
    private static func resourceName(of path: String) -> String {
        let bytes = path.lastPathPart.lowercased().utf8.map { byte in
            (0x61...0x7A).contains(byte) || (0x2D...0x39).contains(byte) || byte == 0x5F ? byte : 0x2D
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `datapackage.json`.
    private func description(of contents: [ZIPWriter.Contents], first: PageList.Row?) -> String {
        var object = JSONText()
        object.add("profile", "data-package")
        object.add(
            "resources",
            contents.map { entry in
                var row = JSONText()
                row.add("name", Self.resourceName(of: entry.name))
                row.add("path", entry.name)
                row.add("hash", entry.digest)
                row.add("bytes", entry.bytes)
                return row
            })
        object.add("wacz_version", "1.1.1")
        object.add("title", title)
        // Readers of this version know dates without fractions alone.
        object.add("created", String(WARCDate.format(created).prefix(19)) + "Z")
        object.add("software", software)
        if let first {
            object.add("mainPageUrl", first.url)
            object.add("mainPageDate", first.captured)
        }
        return object.finished
    }
}
