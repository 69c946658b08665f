import Foundation
import HTMLTree
import HTTPMessages
import WebURLs

/// Answers the family "headers".
enum HeaderAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "retry_after": retryAfter(input)
        case "http_date": httpDate(input)
        case "content_type": contentType(input)
        case "sniff": sniff(input)
        case "robots_tags": robotsTags(input)
        case "link_canonical": linkCanonical(input)
        case "redirect": redirect(input)
        case "http_payload": payload(input)
        default: nil
        }
    }

    private static func now(_ input: CaseInput) -> Date {
        Date(timeIntervalSince1970: input.number("now") ?? 0)
    }

    private static func retryAfter(_ input: CaseInput) -> [String: Any] {
        let pause = RetryAfter.parse(input.text("value") ?? "", now: now(input))
        return ["seconds": pause.map { $0.components.seconds }.orNull]
    }

    private static func httpDate(_ input: CaseInput) -> [String: Any] {
        let date = HTTPDate.parse(input.text("value") ?? "", now: now(input))
        return ["epoch": date.map { Int64($0.timeIntervalSince1970) }.orNull]
    }

    private static func contentType(_ input: CaseInput) -> [String: Any] {
        guard let type = input.text("value").flatMap({ MediaType($0) }) else { return ["failure": true] }
        return ["essence": type.essence, "charset": type.charset.orNull]
    }

    private static func sniff(_ input: CaseInput) -> [String: Any] {
        let nosniff = input.fields["nosniff"] as? Bool ?? false
        return [
            "mime": MIMESniffer.sniff(
                input.bytes("body_base64") ?? [], declared: input.text("content_type"), nosniff: nosniff)
        ]
    }

    private static func linkCanonical(_ input: CaseInput) -> [String: Any] {
        let base = input.text("url").flatMap { WebURL($0) }
        let target = LinkHeader.canonical(input.list("values").compactMap { $0 as? String }) { anchor in
            base?.resolve(anchor) == base?.withoutFragment
        }
        return ["canonical": target.flatMap { base?.resolve($0)?.href }.orNull]
    }

    private static func redirect(_ input: CaseInput) -> [String: Any] {
        var fields = HTTPFields()
        if let location = input.text("location") { fields.add("Location", location) }
        let head = HTTPHead(status: Int(input.number("status") ?? 0), fields: fields)
        guard head.isRedirect, let location = head.location else { return ["url": NSNull()] }
        let base = input.text("url").flatMap { WebURL($0) }
        return ["url": (base?.resolve(location)?.href).orNull]
    }

    private static func payload(_ input: CaseInput) -> [String: Any] {
        guard let response = RecordedResponse(input.bytes("response_base64") ?? []),
            let body = try? response.content(limit: 64 << 20)
        else { return ["failure": true] }
        return ["status": response.head.status, "body_base64": Data(body.bytes).base64EncodedString()]
    }

    private static func robotsTags(_ input: CaseInput) -> [String: Any] {
        let agent = (input.text("user_agent") ?? "").lowercased()
        var directives = RobotsDirectives()
        for case let pair as [String] in input.list("headers") where pair.count == 2 {
            guard pair[0].lowercased() == "x-robots-tag" else { continue }
            directives.add(xRobotsTag: pair[1], agent: agent)
        }
        let page = HTMLDocument(parsing: Array((input.text("html") ?? "").utf8))
        for meta in page.elements(.meta) {
            guard let name = page.attributeText(.name, of: meta)?.lowercased(),
                name == "robots" || name == agent,
                let content = page.attributeText(.content, of: meta)
            else { continue }
            directives.add(metaContent: content)
        }
        return ["index": directives.index, "follow": directives.follow, "archive": directives.archive]
    }
}
