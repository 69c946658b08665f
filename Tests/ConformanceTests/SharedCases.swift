import Foundation

@testable import newshound_conformance

/// A conformance case: what is asked, how much it matters, and what is right.
struct SharedCase {
    let id: String
    let kind: String
    /// `must`: a standard decides; `should`: most programs do it; `may`: programs differ.
    let level: String
    /// The case as a line for the program, which reads id, kind and input of it.
    let line: Data
    let expected: CaseValue

    /// Nil if the line is no case.
    ///
    /// - Parameter folder: Where the files lie that inputs name by their path.
    init?(_ line: Data, in folder: URL) throws {
        guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
            let id = object["id"] as? String, let kind = object["kind"] as? String,
            let level = object["level"] as? String, var input = object["input"] as? [String: Any],
            let expected = object["expect"]
        else { return nil }
        self.id = id
        self.kind = kind
        self.level = level
        self.expected = CaseValue(expected)
        if let rules = object["rules"] { input["rules"] = rules }
        if let path = input["path"] as? String { input["path"] = folder.appending(path: path).path }
        guard input["rules"] != nil || input["path"] != nil else {
            // As it stands in the file: written again, a byte order mark is not escaped, and the reader drops it.
            self.line = line
            return
        }
        self.line = try JSONSerialization.data(withJSONObject: ["id": id, "kind": kind, "input": input])
    }

    /// Whether the program's answer to this case is right.
    func passes(_ answer: CaseAnswer) -> Bool {
        guard let reply = NewshoundConformance.reply(to: line, by: answer),
            let output = CaseValue(parsing: reply), output.has("output")
        else { return false }
        return Scorer.isRight(output["output"], to: expected, kind: kind)
    }
}

/// The cases that lie outside of the repository: JSON lines, a file a family.
enum SharedCases {
    /// `conformance` in the folder that `NEWSHOUND_SHARED` names, else in `shared` beside the repository; nil if it
    /// is not there.
    static let folder: URL? = {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["NEWSHOUND_SHARED"].map {
                URL(fileURLWithPath: $0, isDirectory: true)
            }
            ?? repository.deletingLastPathComponent().appending(path: "shared")
        let folder = shared.appending(path: "conformance")
        return FileManager.default.fileExists(atPath: folder.appending(path: "urls.jsonl").path)
            ? folder : nil
    }()

    /// The cases of a family, in the order of the file.
    static func read(_ family: String) throws -> [SharedCase] {
        guard let folder else { return [] }
        let file = try Data(contentsOf: folder.appending(path: "\(family).jsonl"))
        return try file.split(separator: 0x0A).compactMap { try SharedCase(Data($0), in: folder) }
    }
}
