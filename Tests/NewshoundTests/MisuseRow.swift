import Foundation
import Testing

/// One row of the table of misuse: a command line, and how it must end.
struct MisuseRow: Sendable, CustomTestStringConvertible {
    /// What is wrong, for people.
    let name: String
    /// `{x}` stands for the file or folder x of the scene, as in `{empty}`.
    let arguments: [String]
    let status: Int32
    /// Each must stand in the one line on standard error.
    let says: [String]
    /// Must not be there afterwards, below the scene's folder.
    let leaves: [String]

    init(
        _ name: String, _ arguments: String..., status: Int32 = 2, says: String...,
        leaves: [String] = ["crawl", "Archive"]
    ) {
        self.name = name
        self.arguments = arguments
        self.status = status
        self.says = says
        self.leaves = leaves
    }

    var testDescription: String { name }
}

/// A folder with all that the rows of the table name.
final class MisuseScene: Sendable {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    private static let files: [String: String] = [
        "junk/notes.txt": "no record\n", "html/page.html": "<p>Hello</p>",
        "unknown.yaml": "# A comment\ncolour: blue\n",
        "near.yaml": "delay: 1s\nmax-pagse: 10\n", "value.yaml": "delay: 2s\nmax-pages: many\n",
        "huge.yaml": "delay: 2s\nmax-candidates-per-page: 9223372036854775807\n", "syntax.yaml": "delay: [\n",
        "list.yaml": "- delay\n",
        "twice.yaml": "delay: 1s\nscope: host\ndelay: 2s\n",
        "onelist.yaml": "max-pages: 5\ndelay:\n  - 1s\n", "patterns.yaml": "include: [abc, \"d(\", e]\n",
        "nested.yaml": "delay:\n  pages: 2s\n", "seeds.txt": "# Seeds\nhttps://a.example/\nnot a url\n",
        "comments.txt": "# Nothing yet\n", "addresses.txt": "page.html https://a.example/\n",
        "brokencrawl/crawl.yaml": "delay: soon\n", "planless/crawl.yaml": "",
    ]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["empty"] {
            try FileManager.default.createDirectory(
                atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        for (name, text) in Self.files {
            let url = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    /// A row's arguments with the scene's paths in them.
    func arguments(of row: MisuseRow) -> [String] {
        row.arguments.map { argument in
            guard let open = argument.firstIndex(of: "{"), let close = argument.firstIndex(of: "}") else {
                return argument
            }
            return argument[..<open] + path + "/" + argument[argument.index(after: open)..<close]
                + argument[argument.index(after: close)...]
        }
    }

    /// Whatever lies in the scene's folder that ends in `.part` or `.open`.
    var leftovers: [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".part") || $0.hasSuffix(".open") }
    }
}
