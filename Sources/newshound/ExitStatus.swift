import ArgumentParser

/// How the program ended, for scripts; the table stands in the README.
enum ExitStatus: Int32 {
    /// Nothing is left to do.
    case finished = 0
    /// An error the program did not foresee.
    case unforeseen = 1
    case usage = 2
    /// Stopped before the end; `resume` continues.
    case stopped = 3
    /// The archive could not be written.
    case archive = 4
    /// The frontier could not be read or written.
    case frontier = 5
    /// Another process holds the crawl folder.
    case locked = 6
    /// Nothing was ever fetched.
    case nothingFetched = 7
    /// Damage or a violation was found.
    case damage = 8

    var code: ExitCode { ExitCode(rawValue) }
}

/// An error for the user: one line, and the status it ends the program with.
struct UserError: Error, CustomStringConvertible {
    let status: ExitStatus
    /// What, where, why and the next step; no trailing period.
    let description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
