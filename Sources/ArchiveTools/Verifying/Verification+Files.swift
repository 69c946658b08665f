package import Archiving
import FoundationEssentials
import WARC

/// What lies in a crawl's folders of records and is not committed.
extension Verification {
    /// Names the plan of a crawl if it is gone: records are sound without it, but no run goes on.
    package mutating func notePlan(_ name: String, ofCrawl crawl: String) {
        guard !FileManager.default.fileExists(atPath: crawl + "/" + name) else { return }
        add(
            name, nil, .notice,
            "is not there, and newshound resume refuses the crawl without it; put it back (meta/ has it as the last "
                + "run left it)")
    }

    /// Names the bytes on disk that nothing committed covers, and files that are none of the crawl's. `isRunning`: a process
    /// is at work on the crawl.
    package mutating func noteSurplus(of archive: CommittedArchive, isRunning: Bool) {
        let weight = isRunning ? Finding.Weight.remark : .notice
        let missing = Dictionary(
            archive.missing.map { ($0.lastPathPart, $0) }, uniquingKeysWith: { first, _ in first })
        // A file that is written and was moved keeps its ending.
        func place(of file: String) -> String? {
            let name = file.lastPathPart
            return missing[name] ?? (name.hasSuffix(".open") ? missing[String(name.dropLast(5))] : nil)
        }
        func noteMoved(_ file: String, to place: String) {
            add(
                file, nil, weight,
                "the frontier has the file of this name as \(place), where none is; move it back")
        }
        do throws(ArchiveError) {
            for surplus in try archive.surplus() {
                if surplus.offset == 0, let place = place(of: surplus.file) {
                    noteMoved(surplus.file, to: place)
                    continue
                }
                add(
                    surplus.file, surplus.offset, weight,
                    "\(surplus.bytes) bytes from here on are not committed; "
                        + (isRunning ? "the run that writes them goes on" : "newshound resume removes them"))
            }
        } catch { add(archive.path, nil, .damage, "\(error)") }
        for file in ArchiveInput.strays(ofCrawl: archive.path) {
            if let place = place(of: file) {
                noteMoved(file, to: place)
            } else {
                add(
                    file, nil, weight,
                    "is none of the crawl's files: no command that is given the crawl reads it")
            }
        }
    }
}
