import Archiving
import ArgumentParser
import Crawling
import Foundation
import Frontier
import WARC

/// The program: its commands, and how each of their ends becomes one line and one exit status.
@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newshound",
        abstract: "A polite, crash-proof crawler and archiver for news.",
        discussion: """
            Start a crawl, stop it with Ctrl-C or lose it with the power, resume it, and read its text:
              newshound crawl https://example.org/story --contact me@example.org --into c1
              newshound resume c1
              newshound extract c1 --format text
            """,
        version: "newshound \(Version.number)",
        subcommands: [
            CrawlCommand.self, ResumeCommand.self, RecrawlCommand.self, ExtractCommand.self,
            LinksCommand.self, StatusCommand.self, WhyCommand.self, CheckCommand.self, VerifyCommand.self,
            AuditCommand.self, IndexCommand.self, ExportCommand.self, ForgetCommand.self, ServeCommand.self,
            ConfigCommand.self,
        ])

    static func main() async {
        Terminal.ignoreClosedPipes()
        Terminal.ignoreFileSizeSignals()
        let words = CommandLine.arguments.dropFirst()
        let isHelp = words.first == "help"
        let word = (isHelp ? words.dropFirst().first : words.first) ?? "-"
        guard word.hasPrefix("-") || word == "help" || commands[word] != nil else {
            let near = commands.keys.map { (name: $0, distance: $0.editDistance(to: word)) }
                .filter { $0.distance <= 2 }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
            let hint = near.map { "; '\($0.name)' is meant perhaps" } ?? ""
            Terminal.complain("'\(word)' is no command\(hint); see newshound --help")
            Foundation.exit(ExitStatus.usage.rawValue)
        }
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            end(with: error)
        }
    }

    private static let commands = Dictionary(
        configuration.subcommands.compactMap { command in
            command.configuration.commandName.map { ($0, command) }
        },
        uniquingKeysWith: { first, _ in first })

    /// Help and version are no errors; anything else here is bad usage: one line, status 2.
    private static func end(with error: any Error) -> Never {
        let message = fullMessage(for: error)
        if exitCode(for: error) == .success {
            Terminal.put(message)
            Foundation.exit((isOutputLost() ? ExitStatus.archive : .finished).rawValue)
        }
        Terminal.complain(UsageText.line(of: message))
        Foundation.exit(ExitStatus.usage.rawValue)
    }

    /// Runs a command's work and ends the program with its status; an error becomes one line.
    ///
    /// Results that standard output did not take (a full disk, not a reader that went away) make status 4.
    ///
    /// - Parameter isRun: the command is a run of a crawl, so that `resume` is the next step after an error of the disk.
    static func report(isRun: Bool = false, _ work: () async throws -> ExitStatus) async throws {
        var status: ExitStatus
        do {
            status = try await work()
            if isOutputLost() { status = .archive }
        } catch let error as UserError {
            Terminal.complain(error.description)
            status = error.status
        } catch let error as VisitError {
            Terminal.complain(error.description)
            status = error.status
        } catch let error as ArchiveError {
            Terminal.complain(error.sentence(ofRun: isRun))
            status = error.status
        } catch let error as FrontierError {
            Terminal.complain(error.sentence(ofRun: isRun))
            status = error.status
        } catch let error as WARCError {
            Terminal.complain("\(error); newshound verify names all that is damaged")
            status = .damage
        } catch let error as CocoaError {
            Terminal.complain(
                "\(error.filePath ?? "a file"): cannot be read or written: \(error.systemReason); "
                    + "\(isRun ? "newshound resume continues" : "try again") once the cause is gone")
            status = .archive
        } catch {
            Terminal.complain("\(error)")
            status = .unforeseen
        }
        throw status.code
    }

    /// True, and said, if standard output did not take all that was written to it.
    private static func isOutputLost() -> Bool {
        guard let reason = Terminal.outputFailure else { return false }
        Terminal.complain(
            "standard output: cannot be written: \(reason); send it to where there is room")
        return true
    }
}

extension VisitError {
    var status: ExitStatus {
        switch self {
        case .archive(let error): error.status
        case .frontier(let error): error.status
        }
    }
}

extension FrontierError {
    /// A full disk is the archive's as much as the frontier's, whichever of them met it first.
    var status: ExitStatus {
        switch self {
        case .diskFull: .archive
        case .storage, .schema, .corrupt, .missing: .frontier
        }
    }
}

extension ArchiveError {
    var status: ExitStatus {
        switch self {
        case .locked: .locked
        case .notACrawl: .usage
        default: .archive
        }
    }
}
