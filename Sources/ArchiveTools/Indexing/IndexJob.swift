package import Archiving
import WARC

/// Reads archive files and gives each capture's line to an index.
///
/// What cannot be indexed is reported and passed over, so that an index names only what a reader can open.
package struct IndexJob {
    package let inputs: [ArchiveInput]
    /// Called for each place that has no line although a capture should be there.
    package let report: (String) -> Void

    package init(inputs: [ArchiveInput], report: @escaping (String) -> Void) {
        self.inputs = inputs
        self.report = report
    }

    /// What an index was made of.
    package struct Totals: Sendable, Hashable {
        package var files = 0
        package var lines = 0
        /// Lines of revisit records among them.
        package var revisits = 0
        /// Places that were reported, and captures that share their gzip member with others.
        package var damages = 0

        package init() {}
    }

    /// Adds the lines of all inputs.
    package func run(into index: inout CDXJIndex) throws(ArchiveError) -> Totals {
        var totals = Totals()
        for input in inputs {
            totals.files += 1
            try add(input, to: &index, totals: &totals)
        }
        return totals
    }

    private func add(
        _ input: ArchiveInput, to index: inout CDXJIndex, totals: inout Totals
    ) throws(ArchiveError) {
        var sharing = 0
        var items: WARCReader?
        do throws(WARCError) {
            items = try input.reader(options: WARCReader.Options(maximumBlockBytes: CDXJLine.headBytes))
        } catch { damage("\(error)", &totals) }
        while let reader = items {
            let item: WARCReader.Item?
            do throws(WARCError) { item = try reader.next() } catch {
                damage("\(error)", &totals)
                break
            }
            guard let item else { break }
            switch item {
            case .damage(let damage): self.damage("\(damage)", &totals)
            case .record(let read):
                guard CDXJLine.isIndexed(read.record.type) else { continue }
                guard read.length != nil else {
                    sharing += 1
                    continue
                }
                guard try index.add(read, file: input.name) else {
                    damage(
                        "\(input.name), byte \(read.offset): the record has no WARC-Target-URI or no WARC-Date that "
                            + "can be read, so it has no place in an index; it is skipped", &totals)
                    continue
                }
                totals.lines += 1
                if read.record.type == .revisit { totals.revisits += 1 }
            }
        }
        if let loss = input.loss { damage("\(loss)", &totals) }
        guard sharing > 0 else { return }
        damage(
            "\(input.name): \(sharing) captures share a gzip member, where no index can point to them; "
                + "newshound verify --repair writes one member a record", &totals)
    }

    private func damage(_ reason: String, _ totals: inout Totals) {
        totals.damages += 1
        report(reason)
    }
}
