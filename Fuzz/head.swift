import Foundation
import HTTPMessages

/// A whole response, and every field value that is read anywhere.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        readValue(bytes.text)
        if let request = HTTPRequestHead(bytes) { _ = request.fields.serialized }
        guard let response = RecordedResponse(bytes) else { return }
        let head = response.head
        FuzzRun.check(head.bytes.count <= bytes.count, "a head longer than its message")
        FuzzRun.check((100...999).contains(head.status), "status \(head.status)")
        _ = (head.mediaType, head.contentCodings, head.transferCodings, head.location, head.contentLength)
        _ = LinkHeader.canonical(head.fields.all("Link"))
        for field in head.fields.fields { readValue(field.value) }
        let again = HTTPHead(
            status: head.status, reason: head.reason, version: head.version, fields: head.fields)
        FuzzRun.check(HTTPHead(again.bytes)?.status == head.status, "a head written is not the one read")
        let limit = 1 << 20
        if let content = try? response.content(limit: limit) {
            FuzzRun.check(content.bytes.count <= limit, "\(content.bytes.count) bytes of content")
        }
    }
}

/// Reads one field value in every way there is.
private func readValue(_ value: String) {
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    if let type = MediaType(value) {
        FuzzRun.check(MediaType(type.description) == type, "\(type) is another when parsed again")
    }
    _ = MediaType(extractedFrom: [value, value])
    if let date = HTTPDate.parse(value, now: now) {
        FuzzRun.check(
            HTTPDate.parse(HTTPDate.format(date), now: now) == date, "\(date) is another when written")
    }
    _ = W3CDateTime.parse(value)
    if let pause = RetryAfter.parse(value, now: now) { FuzzRun.check(pause >= .zero, "a pause of \(pause)") }
    _ = RefreshDirective(value)
    _ = LinkHeader.links([value])
    var directives = RobotsDirectives()
    directives.add(xRobotsTag: value, agent: "newshound")
    directives.add(metaContent: value)
    _ = MIMESniffer.sniff(Array(value.utf8), declared: value, nosniff: false)
    _ = MIMESniffer.sniff(Array(value.utf8), declared: nil, nosniff: true)
}
