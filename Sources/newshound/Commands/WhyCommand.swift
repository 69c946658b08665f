import ArchiveTools
import ArgumentParser
import Crawling
import Foundation
import Frontier
import Politeness
import WARC
import WebURLs

/// `newshound why`: one URL's story.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "One URL's story: found where, tried how, kept where, or why it was skipped.",
        discussion: """
            Example:
              newshound why mycrawl https://news.example.org/story
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @Argument(help: "The URL.")
    var url: String
    @Flag(help: "As one JSON object.")
    var json = false

    func run() async throws {
        try await Program.report {
            let description = try CrawlDescription.read(folder: folder)
            guard let target = WebURL(url) else {
                throw UserError(.usage, "'\(url)' is no URL; give an absolute http or https URL")
            }
            let plan = try description.settings.plan(seeds: description.seeds)
            let address = target.withoutFragment.withoutCredentials
            let story = try await URLStory.read(
                crawl: folder, url: address.href, key: plan.identity.key(of: address),
                frontier: try await Backends.frontierReader(crawl: folder),
                keyOf: { plan.identity.key(of: $0) })
            if json { Terminal.put(object(story, of: address)) } else { tell(story, of: address) }
            return .finished
        }
    }

    private func tell(_ story: URLStory, of address: WebURL) {
        guard let entry = story.entry else {
            Terminal.put("\(address.href): the crawl does not know it")
            if story.seenOn.isEmpty {
                Terminal.put("no archived page links to it")
            } else {
                Terminal.put("linked, but not followed (its role is not one that the crawl follows), on:")
                for page in story.seenOn { Terminal.put("  \(page)") }
            }
            return
        }
        Terminal.put(entry.candidate.url.withoutCredentials.href)
        Terminal.put("  \(Self.sentence(entry))")
        if entry.isGivenUp { Terminal.put("  newshound recrawl \(folder) tries it again") }
        if let target = story.redirectTarget { Terminal.put("  it redirects to \(target)") }
        if let damage = story.damage {
            Terminal.put("  its record cannot be read: \(damage); newshound verify names all that is damaged")
        }
        Terminal.put("  found by:")
        for step in story.path {
            let hop = step.candidate.hopPath.last.map { "\($0.letter)" } ?? "seed"
            let place = step.candidate.url.withoutCredentials.href
            Terminal.put("    \(hop.padding(toLength: 5, withPad: " ", startingAt: 0)) \(place)")
        }
        if !story.metadata.isEmpty {
            Terminal.put("  recorded:")
            for line in story.metadata { Terminal.put("    \(line)") }
        }
        if !story.attempts.isEmpty {
            Terminal.put("  fetches (crawl.log):")
            for line in story.attempts { Terminal.put("    \(line)") }
        }
    }

    private static func sentence(_ entry: URLEntry) -> String {
        let status = entry.status.map { " with status \($0)" } ?? ""
        let when = entry.finishedAt.map { " at \($0.formatted(.iso8601))" } ?? ""
        let next: String
        switch entry.state {
        case .queued: next = "queued for another"
        case .leased: next = "in flight for another"
        default:
            let last = Self.sentence(entry.state, of: entry)
            // Status and time are those of the visit that brought nothing.
            return entry.earlierCapture.map { "archived \(Self.text($0)); then \(last)" } ?? last
        }
        // A refusal is never archived: with one, or without a status, the last try was in vain.
        let wasInVain = entry.finishedAt != nil && PolitenessPolicy.isRefusal(entry.status)
        let inVain = "tried in vain\(when)\(status); \(next) try"
        guard let place = entry.earlierCapture else {
            if wasInVain { return inVain }
            guard entry.finishedAt != nil else { return Self.sentence(entry.state, of: entry) }
            // Nothing else takes a capture away.
            return "archived\(status)\(when); newshound forget took that out with another URL's; "
                + "\(next) visit"
        }
        return wasInVain
            ? "archived \(Self.text(place)); then \(inVain)"
            : "archived\(status)\(when) \(Self.text(place)); \(next) visit"
    }

    private static func text(_ place: RecordLocation) -> String {
        "in \(place.file) at byte \(place.offset), \(place.length) bytes"
    }

    private static func sentence(_ state: URLEntry.State, of entry: URLEntry) -> String {
        let status = entry.status.map { " with status \($0)" } ?? ""
        return switch state {
        case .queued: "queued: not yet fetched"
        case .leased: "in flight"
        case .waiting(let until, let reason):
            "waiting until \(until.formatted(.iso8601)) for another try: \(reason), \(entry.attempts) so far"
        case .archived(let place):
            "archived\(status) \(text(place))"
        case .revisited(let place):
            "its payload is that of an earlier capture: revisit record in \(place.file) at byte \(place.offset)"
        case .skipped(let reason): "skipped: \(reason.rawValue)"
        case .failed(Completion.Outcome.hostSilence):
            "given up without a request: its host had left several in a row unanswered while others answered"
        case .failed(let reason): "failed after \(Noun.attempt.count(max(1, entry.attempts))): \(reason)"
        }
    }

    private func object(_ story: URLStory, of address: WebURL) -> String {
        var object = JSONText()
        object.add("url", story.entry?.candidate.url.withoutCredentials.href ?? address.href)
        object.add("known", story.entry != nil)
        object.add("outcome", story.entry.map(Self.sentence))
        object.add("redirects_to", story.redirectTarget)
        object.add("damage", story.damage)
        object.add("hop_path", story.entry?.candidate.hopPath.letters)
        object.add("path", story.path.map(\.candidate.url.withoutCredentials.href))
        object.add("recorded", story.metadata)
        object.add("attempts", story.attempts)
        object.add("seen_on", story.seenOn)
        return object.finished
    }
}
