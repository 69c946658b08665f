package import Archiving
package import Frontier

/// What ends a run in the middle of a visit. Everything else that can go wrong ends the visit alone.
package enum VisitError: Error, Sendable {
    case archive(ArchiveError)
    case frontier(FrontierError)
}

extension VisitError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .archive(let error): error.sentence(ofRun: true)
        case .frontier(let error): error.sentence(ofRun: true)
        }
    }
}
