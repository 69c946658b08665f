import Foundation
import LoopbackSite

/// `newshound-demo-site --address-file FILE` serves the demo's newspapers on a free port of 127.0.0.1 and writes
/// ADDRESS:PORT to the file; one line a request on standard output. `--show FILE` prints one article of extracted JSON
/// lines beside what the server had sent.
@main
enum DemoSiteCommand {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            end("usage: newshound-demo-site --address-file FILE | --show FILE")
        }
        switch arguments[1] {
        case "--address-file": try serve(addressFile: arguments[2])
        case "--show": try show(arguments[2])
        default: end("unknown option \(arguments[1])")
        }
    }

    private static func serve(addressFile: String) throws {
        let hosts = DemoSite.hosts.mapValues { respond in
            { (request: SiteRequest) in
                FileHandle.standardOutput.write(Data("\(request.host)\(request.target)\n".utf8))
                return respond(request)
            } as LoopbackServer.Responder
        }
        let server = try LoopbackServer(hosts: hosts)
        try "\(server.address):\(server.port)\n".write(toFile: addressFile, atomically: true, encoding: .utf8)
        while true { sleep(3_600) }
    }

    /// The fields of a row that are shown.
    private struct Row: Decodable {
        let url: String
        let title: String?
        let authors: [String]
        let published: String?
        let text: String
    }

    private static func show(_ path: String) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        guard let story = Stories.wire.first(where: { story in rows.contains { $0.url == story.url } }),
            let row = rows.first(where: { $0.url == story.url })
        else { end("\(path): has no article of the demo") }
        let sent = DemoSite.page(of: story).utf8.count
        print(row.url)
        print("the server sent \(sent) bytes; the article has \(row.text.utf8.count):\n")
        print(
            "title:     \(row.title ?? "-")\nauthors:   \(row.authors.joined(separator: ", "))\npublished: \(row.published ?? "-")\n"
        )
        print(row.text)
    }

    private static func end(_ message: String) -> Never {
        FileHandle.standardError.write(Data("newshound-demo-site: \(message)\n".utf8))
        exit(2)
    }
}
