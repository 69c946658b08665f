/// One article of the demo's newspapers.
struct Story: Sendable {
    let paper: Newspaper
    let title: String
    let author: String
    /// Day of June 2026.
    let day: Int
    let section: String
    let paragraphs: [String]

    /// The title as part of an address.
    var slug: String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.prefix(7).joined(separator: "-")
    }

    var path: String {
        paper == .wire
            ? "/reports/\(slug.split(separator: "-").joined(separator: "_"))_\(100 + day).html"
            : "/\(section)/\(slug)"
    }

    var url: String { "http://\(paper.host)\(path)" }

    var date: String { "2026-06-\(day < 10 ? "0" : "")\(day)" }
}

/// The newspapers of the demo, each with a design of its own.
enum Newspaper: String, CaseIterable, Sendable {
    /// Blocks with telling classes, JSON-LD, cards below the article.
    case herald
    /// Classes that say nothing, a related list beside the article and teasers between its paragraphs.
    case gazette
    /// Nested tables of old, related headlines in rows behind their title's row.
    case wire

    var host: String { "\(rawValue).example" }

    var name: String {
        switch self {
        case .herald: "The Harbour Herald"
        case .gazette: "Hill Gazette"
        case .wire: "Coast Wire"
        }
    }
}
