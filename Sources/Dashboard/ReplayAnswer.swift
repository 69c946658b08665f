import Frontier
import HTTPMessages
import Pages
import WebURLs

/// What a browser gets of an archived answer: shown, but without any right.
///
/// The policy makes the answer a document of its own origin in a sandbox even if somebody opens it outside of our page,
/// and lets it load nothing but what lies in this archive.
struct ReplayAnswer {
    /// Of this server, as the browser calls it.
    let host: String

    private var policy: String {
        let own = "http://\(host)"
        return "sandbox; default-src 'none'; img-src \(own) data:; style-src \(own) 'unsafe-inline'; "
            + "font-src \(own); media-src \(own); form-action 'none'; base-uri 'none'; frame-ancestors \(own)"
    }

    func response(of found: ArchiveLookup.Found) -> DashboardResponse {
        let url = found.entry.candidate.url
        if found.head.isRedirect, let target = found.head.location.flatMap({ url.resolve($0) }) {
            return DashboardResponse(
                302, "Found", mediaType: "text/plain; charset=utf-8", body: [], policy: policy,
                fields: ["Location: " + ReplayDocument.address(of: target.withoutFragment.href)])
        }
        let type = found.head.mediaType
        if found.head.declaresOrBeginsHTML({ _ in found.payload }) {
            let page = DecodedPage(payload: found.payload, head: found.head)
            return answer("text/html; charset=utf-8", ReplayDocument(page.bytes, at: url).bytes)
        }
        guard let type, Self.isShown(type) else {
            // What a browser might run or open elsewhere is shown as what it is: bytes.
            return answer("text/plain; charset=utf-8", found.content)
        }
        return answer(type.essence, found.content)
    }

    private func answer(_ mediaType: String, _ body: [UInt8]) -> DashboardResponse {
        DashboardResponse(200, "OK", mediaType: mediaType, body: body, policy: policy)
    }

    private static func isShown(_ type: MediaType) -> Bool {
        guard type.essence.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        return ["image", "font", "audio", "video"].contains(type.type) || type.essence == "text/css"
    }
}
