/// What a run was asked for: a part, paths, and `key=value` settings.
struct BenchOptions {
    enum Format: String { case table, tsv }

    let part: String
    let paths: [String]
    private var settings: [String: String] = [:]

    init(_ arguments: [String]) {
        part = arguments.first ?? ""
        var paths: [String] = []
        for argument in arguments.dropFirst() {
            let pieces = argument.split(separator: "=", maxSplits: 1).map(String.init)
            if pieces.count == 2, Self.keys.contains(pieces[0]) {
                settings[pieces[0]] = pieces[1]
            } else {
                paths.append(argument)
            }
        }
        self.paths = paths
    }

    private static let keys: Set<String> = ["every", "rounds", "format", "save", "content"]

    /// Passes over the pages, of which the best counts.
    var rounds: Int { max(settings["rounds"].flatMap(Int.init) ?? 5, 1) }
    /// Each how many-th file of the folder is taken.
    var every: Int { max(settings["every"].flatMap(Int.init) ?? 1, 1) }
    /// Bytes of blocks that are taken from files to be written anew; those of the record that reaches it are whole.
    var contentBytes: Int { max(settings["content"].flatMap(Int.init) ?? 200, 1) * 1_000_000 }
    var format: Format { settings["format"].flatMap(Format.init) ?? .table }
    /// Where references or an archive are written for other programs; nil: nowhere.
    /// One file holds the output of one part.
    var save: String? { part == "all" ? nil : settings["save"] }
}
