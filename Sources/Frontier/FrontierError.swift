/// Why a frontier could not do what it was asked. Each ends the run; `resume` continues once the cause is gone.
package enum FrontierError: Error, Sendable, Hashable {
    /// The database could not be opened, read or written.
    case storage(path: String, operation: String, reason: String)
    /// The database's disk has no space left. It is the archive's disk too, so the run ends as if the archive had met it.
    case diskFull(path: String, operation: String)
    /// The database was made by a newer version.
    case schema(path: String, found: Int, supported: Int)
    /// What the database holds contradicts itself.
    case corrupt(path: String, reason: String)
    /// The database of a crawl that has archived is gone.
    case missing(path: String)

    /// Where the frontier was and what became of it, if no crawl can go on with it but its files can be read; else nil.
    package var lostFrontier: (path: String, reason: String)? {
        switch self {
        case .corrupt(let path, let reason): (path, reason)
        case .missing(let path): (path, "is gone")
        case .storage, .diskFull, .schema: nil
        }
    }
}

extension FrontierError: CustomStringConvertible {
    package var description: String { sentence(ofRun: false) }

    /// The error in one line. `ofRun`: it ended a run of a crawl, which `resume` continues; else the same command is to
    /// be given again.
    package func sentence(ofRun isOfRun: Bool) -> String {
        let next = isOfRun ? "newshound resume continues" : "try again"
        return switch self {
        case .storage(let path, let operation, let reason):
            "\(path): cannot \(operation): \(reason); \(next) once the cause is gone"
        case .diskFull(let path, let operation):
            "\(path): cannot \(operation): no space is left; free some, then \(next)"
        case .schema(let path, let found, let supported):
            "\(path): has schema version \(found), this newshound reads up to \(supported); use a newer newshound"
        case .missing(let path): "\(FrontierError.corrupt(path: path, reason: "is gone"))"
        case .corrupt(let path, let reason):
            "\(path): \(reason); newshound extract, links, index, export, audit and verify read the WARC files without it"
        }
    }
}
