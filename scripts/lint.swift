// Checks what the compiler does not: the house rules of docs/contributing.md. `make lint` builds and runs it.
// Prints `file:line: rule` for each violation and ends with status 1 if there is one.
import Foundation

struct SourceTarget {
    let name: String
    let path: String
    let dependencies: Set<String>
    let isStrict: Bool
}

/// Modules of the toolchain, which no target declares.
let toolchain: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Dispatch", "Synchronization", "Testing",
    "Darwin", "PackageDescription",
]
/// Targets that hold C handles or files: what the compiler cannot prove may be stated there.
let unsafeTargets: Set<String> = [
    "Gzip", "Executors", "Archiving", "FrontierSQLite", "FrontierPostgres", "FetchingCurl", "LoopbackSite",
]
/// The adapters, and the only places that may name them.
let adapters: Set<String> = ["FrontierSQLite", "FrontierPostgres", "FetchingCurl"]
let forbiddenLastWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Handler", "Info", "Data"]
let maximumLines = 400

nonisolated(unsafe) var violations = 0

func report(_ file: String, _ line: Int, _ rule: String) {
    violations += 1
    print("\(file):\(line): \(rule)")
}

/// Targets with their direct dependencies, as `swift package dump-package` prints them.
func readTargets(_ path: String) throws -> [SourceTarget] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
        let targets = root["targets"] as? [[String: Any]]
    else { return [] }
    return targets.compactMap { target in
        guard let name = target["name"] as? String, let type = target["type"] as? String, type != "system"
        else {
            return nil
        }
        var dependencies: Set<String> = []
        for dependency in target["dependencies"] as? [[String: Any]] ?? [] {
            for value in dependency.values {
                if let first = (value as? [Any])?.first as? String { dependencies.insert(first) }
            }
        }
        let settings = "\(target["settings"] ?? "")"
        let folder = type == "test" ? "Tests" : "Sources"
        return SourceTarget(
            name: name, path: target["path"] as? String ?? "\(folder)/\(name)", dependencies: dependencies,
            isStrict: settings.contains("strictMemorySafety"))
    }
}

func swiftFiles(under path: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { "\(path)/\($0)" }
        .sorted()
}

/// A line without its string literals and line comment, so that words in them are not taken for code.
func code(of line: Substring) -> String {
    var result = ""
    var isInString = false
    var previous: Character = " "
    for character in line {
        if character == "\"", previous != "\\" { isInString.toggle() }
        if !isInString, character == "/", previous == "/" { return String(result.dropLast()) }
        if !isInString { result.append(character) }
        previous = character
    }
    return result
}

func lastWordIsForbidden(_ name: String) -> Bool {
    forbiddenLastWords.contains { word in
        guard name.hasSuffix(word) else { return false }
        return name == word || name.dropLast(word.count).last?.isLowercase ?? false
            || name.dropLast(word.count).last?.isNumber ?? false
            || name.dropLast(word.count).last?.isUppercase ?? false
    }
}

func checkImports(_ line: String, file: String, number: Int, target: SourceTarget) {
    guard
        let match = line.firstMatch(
            of:
                /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)/
        )
    else { return }
    let module = String(match.1).replacingOccurrences(of: "-", with: "_")
    let declared = Set(target.dependencies.map { $0.replacingOccurrences(of: "-", with: "_") })
    if !declared.contains(module), !toolchain.contains(module) {
        report(file, number, "imports \(module), which target \(target.name) does not declare")
    }
    if adapters.contains(module), target.path.hasPrefix("Sources"), target.name != "newshound-bench",
        !file.hasSuffix("newshound/Backends.swift")
    {
        report(file, number, "names the adapter \(module) outside Sources/newshound/Backends.swift")
    }
    if target.path.hasPrefix("Sources"), module == "Foundation", target.isStrict {
        report(file, number, "imports Foundation where FoundationEssentials or nothing will do")
    }
}

func checkUnsafe(_ line: String, file: String, number: Int, target: SourceTarget, base: String) {
    let marks = ["@unchecked Sendable", "nonisolated(unsafe)"]
    let isOwnFile =
        base == "\(target.name)+C.swift" || (target.name == "HTMLTree" && base == "ByteScan.swift")
    let says = marks.contains { line.contains($0) }
    let isUnsafe = line.contains(/\bunsafe\s+[\w.(&{\[]/)
    guard says || isUnsafe else { return }
    if target.path.hasPrefix("Tests") {
        if says { report(file, number, "states what the compiler cannot prove, in a test") }
    } else if !unsafeTargets.contains(target.name), !isOwnFile {
        report(file, number, "unsafe outside \(target.name)+C.swift")
    }
}

func checkNames(_ line: String, file: String, number: Int) {
    if let match = line.firstMatch(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/),
        lastWordIsForbidden(String(match.1))
    {
        report(file, number, "the name \(match.1) says nothing: its last word is forbidden")
    }
    if line.contains(/\bfunc\s+(process|doWork)\b/) {
        report(file, number, "the name says nothing: process, doWork")
    }
}

func checkFile(_ file: String, of target: SourceTarget) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let base = (file as NSString).lastPathComponent
    let isGenerated =
        base.contains("Entities") || base.contains("Tables")
        || lines.first?.hasPrefix("// Generated") ?? false
    if lines.count - 1 > maximumLines, !isGenerated {
        report(file, maximumLines + 1, "has \(lines.count - 1) lines, more than \(maximumLines)")
    }
    if lastWordIsForbidden(String(base.dropLast(".swift".count))) {
        report(file, 1, "the file's name says nothing")
    }
    let isSource = target.path.hasPrefix("Sources")
    var safetyReasons = 0
    var unchecked = 0
    var isInText = false
    for (index, raw) in lines.enumerated() {
        if raw.contains("Safety:") { safetyReasons += 1 }
        let isBorder = raw.contains("\"\"\"")
        if isBorder, raw.components(separatedBy: "\"\"\"").count == 2 { isInText.toggle() }
        if isInText || isBorder { continue }
        let line = code(of: raw)
        let number = index + 1
        if line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") { unchecked += 1 }
        checkImports(line, file: file, number: number, target: target)
        checkUnsafe(line, file: file, number: number, target: target, base: base)
        checkNames(line, file: file, number: number)
        if raw.contains(/\b(TODO|FIXME|XXX|HACK)\b/) { report(file, number, "is unfinished") }
        guard isSource else { continue }
        if line.contains(/\btry!|\bas!|\bfatalError\(/) { report(file, number, "can trap on input") }
        if line.contains(/^\s*public\s/) { report(file, number, "nothing is public; package is") }
    }
    if isSource, unchecked > safetyReasons {
        report(file, 1, "\(unchecked) unchecked places, \(safetyReasons) 'Safety:' reasons")
    }
}

let targets = try readTargets(CommandLine.arguments[1])
for target in targets {
    for folder in FileManager.default.enumerator(atPath: target.path)?.compactMap({ $0 as? String }) ?? []
    where ["utils", "helpers", "misc", "common"].contains((folder as NSString).lastPathComponent.lowercased())
    {
        report("\(target.path)/\(folder)", 1, "a folder named so says nothing")
    }
    for file in swiftFiles(under: target.path) { try checkFile(file, of: target) }
}
print(violations == 0 ? "lint: no violation" : "lint: \(violations) violations")
exit(violations == 0 ? 0 : 1)
