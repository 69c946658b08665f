import ArchiveTools
import ArgumentParser
import Dashboard
import Foundation

/// `newshound serve`: a crawl in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Browse and replay a crawl on this machine, whether it runs or not.",
        discussion: """
            Prints the address to open; Ctrl-C ends it. Lists pages, shows their text, and shows them as they were, in a \
            sandbox and without scripts. It only reads, answers on the loopback address alone, and has the state of the \
            crawl as JSON at /status.json.

            Example:
              newshound serve mycrawl --port 8080
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @Option(help: "Port to listen on (default: one that is free).")
    var port: String?
    @Flag(help: "Print the address as a JSON object.")
    var json = false

    func run() async throws {
        try await Program.report {
            let port = try listeningPort()
            let description = try CrawlDescription.read(folder: folder)
            let browser = ArchiveBrowser(
                crawl: folder, name: description.name,
                frontier: try await Backends.frontierReader(crawl: folder))
            let server: DashboardServer
            do throws(DashboardError) { server = try DashboardServer(port: port, browser: browser) } catch {
                throw UserError(.usage, "\(error)")
            }
            let address = "http://127.0.0.1:\(server.port)/"
            if json {
                var object = JSONText()
                object.add("url", address)
                Terminal.put(object.finished)
            } else {
                Terminal.put(address)
            }
            Interrupts.program.onFirst { server.stop() }
            await server.run()
            return .finished
        }
    }

    /// 0: any that is free.
    private func listeningPort() throws(UserError) -> UInt16 {
        guard let port else { return 0 }
        guard let number = UInt16(port) else {
            throw UserError(.usage, "--port \(port): is not a port; give a number from 0 to 65535")
        }
        return number
    }
}
