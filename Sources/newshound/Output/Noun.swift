import Foundation

/// A thing that messages count: `1 page`, `5,510 pages`, `1 fetch`, `2 fetches`.
struct Noun {
    let one: String
    let many: String

    init(_ one: String, _ many: String? = nil) {
        self.one = one
        self.many = many ?? one + "s"
    }

    /// The number, its thousands parted, and the word in the form that goes with it.
    func count(_ number: Int) -> String { "\(number.formatted()) \(number == 1 ? one : many)" }

    static let page = Noun("page")
    static let capture = Noun("capture")
    static let file = Noun("file")
    static let record = Noun("record")
    static let fetch = Noun("fetch", "fetches")
    static let attempt = Noun("try", "tries")
    static let failure = Noun("failure")
    static let url = Noun("URL")
    static let violation = Noun("violation")
    static let visit = Noun("visit")
    static let host = Noun("host")
    static let link = Noun("link")
}
