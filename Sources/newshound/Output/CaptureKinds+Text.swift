import Frontier

extension CaptureKinds {
    /// `37 pages, 3 not found, 2 redirects, 2 robots.txt`: the parts of which archived and revisited are the sum.
    var text: String {
        var parts: [String] = []
        func add(_ count: Int, _ noun: Noun) { if count > 0 { parts.append(noun.count(count)) } }
        add(pages, .page)
        add(notFound, Noun("not found", "not found"))
        add(errors, Noun("with an error", "with errors"))
        add(redirects, Noun("redirect"))
        add(robots, Noun("robots.txt", "robots.txt"))
        add(requisites, Noun("requisite"))
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
