import Foundation

/// Answers conformance cases: JSON lines in, JSON lines out, one family a process.
///
/// It ends with status 0 at the end of input, with 2 for a family it lacks.
@main
enum NewshoundConformance {
    static func main() {
        guard CommandLine.arguments.count == 2, let answer = families[CommandLine.arguments[1]] else {
            let names = families.keys.sorted().joined(separator: "|")
            FileHandle.standardError.write(Data("usage: newshound-conformance \(names)\n".utf8))
            exit(2)
        }
        while let line = readLine() {
            guard let reply = reply(to: Data(line.utf8), by: answer) else { continue }
            FileHandle.standardOutput.write(reply + Data("\n".utf8))
        }
    }

    /// The line that answers a line `{"id", "kind", "input"}`: `{"id", "output"}`, or `{"id", "unsupported": true}`
    /// for a kind nobody answers. Nil for a line that is no case, and for an answer that cannot be written.
    static func reply(to line: Data, by answer: CaseAnswer) -> Data? {
        guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
            let id = object["id"], let kind = object["kind"] as? String,
            let input = object["input"] as? [String: Any]
        else { return nil }
        var reply: [String: Any] = ["id": id]
        if let output = answer(kind, CaseInput(fields: input)) {
            reply["output"] = output
        } else {
            reply["unsupported"] = true
        }
        return try? JSONSerialization.data(withJSONObject: reply, options: [.sortedKeys])
    }
}
