import Fetching
import FoundationEssentials
import Gzip
import HTTPMessages
import Pages
import WARC
import WebURLs

/// The records of one visit, compressed and ready to be written.
struct EncodedCapture: Sendable {
    struct Member: Sendable {
        let content: MemberContent
        let recordID: String
        /// The index of the capture in the batch whose main record this is; nil if it is none.
        let mainOf: Int?
    }

    var pages: [Member] = []
    var text: [Member] = []
}

/// Makes records of captures: serialising, digests and compression run on the visit's own task.
struct CaptureEncoder: Sendable {
    /// `WARC-Warcinfo-ID` of the file's warcinfo record, for pages/ and for text/.
    let pagesInfoID: String
    let textInfoID: String
    let algorithm: WARCDigest.Algorithm
    /// Where members of bodies lie that are too large for memory.
    let spoolPath: String

    /// Media types whose payload is compressed already: the member stores it as it is.
    private static let compressedTypes: Set<String> = ["image", "audio", "video"]
    private static let compressedSubtypes: Set<String> = [
        "zip", "gzip", "x-gzip", "x-bzip2", "x-xz", "x-7z-compressed", "zstd", "pdf", "epub+zip", "font-woff",
        "woff", "woff2",
    ]

    func encode(_ batch: [CaptureRecords]) throws(ArchiveError) -> EncodedCapture {
        var encoded = EncodedCapture()
        for (index, records) in batch.enumerated() {
            switch records.content {
            case .response(let capture):
                try response(capture, records, index: index, into: &encoded)
            case .revisit(let capture, let earlier):
                revisit(capture, of: earlier, records, index: index, into: &encoded)
            case .withheld(let capture):
                followers(of: nil, capture, records, mainIndex: index, into: &encoded)
            case .failure(let error, let time):
                failure(error, at: time, records, index: index, into: &encoded)
            }
        }
        return encoded
    }

    private func response(
        _ capture: Capture, _ records: CaptureRecords, index: Int, into encoded: inout EncodedCapture
    ) throws(ArchiveError) {
        let head = StoredHead.response(capture, bodyCount: capture.body.count)
        let level = level(for: capture.head)
        var draft: RecordDraft
        let content: MemberContent
        if case .spooled(let file) = capture.body, file.count > SpooledMember.threshold {
            draft = RecordDraft(.response, date: capture.startedAt, head: head)
            describe(&draft, capture, payloadDigest: records.payloadDigest)
            let spooled = SpooledMember(folder: spoolPath, level: level, algorithm: algorithm)
            content = try spooled.make(draft, body: file)
        } else {
            let body = try FileSystem.bytes(of: capture.body)
            draft = RecordDraft(.response, date: capture.startedAt, head: head, body: body)
            let digest = records.payloadDigest ?? PayloadDigest.of(body, algorithm: algorithm)
            describe(&draft, capture, payloadDigest: digest)
            content = .bytes(draft.member(level: level, algorithm: algorithm))
        }
        encoded.pages.append(.init(content: content, recordID: draft.recordID, mainOf: index))
        followers(of: draft.recordID, capture, records, mainIndex: nil, into: &encoded)
        if (200..<300).contains(capture.head.status), let page = records.page, let article = page.article {
            conversion(of: draft.recordID, capture, article: article, into: &encoded)
        }
    }

    private func describe(_ draft: inout RecordDraft, _ capture: Capture, payloadDigest: String?) {
        identify(&draft, capture, infoID: pagesInfoID)
        draft.add(WARCField.contentType, "application/http;msgtype=response")
        draft.add(WARCField.payloadDigest, payloadDigest)
        addConnection(&draft, capture)
        draft.add(WARCField.truncated, capture.truncation?.rawValue)
    }

    private func revisit(
        _ capture: Capture, of earlier: CaptureRecords.EarlierCapture, _ records: CaptureRecords, index: Int,
        into encoded: inout EncodedCapture
    ) {
        let isNotModified = capture.head.status == 304
        let head = isNotModified ? [] : StoredHead.response(capture, bodyCount: capture.body.count)
        var draft = RecordDraft(.revisit, date: capture.startedAt, head: head)
        identify(&draft, capture, infoID: pagesInfoID)
        draft.add(
            WARCField.profile, isNotModified ? RevisitProfile.notModified : RevisitProfile.identicalPayload)
        draft.add(WARCField.refersTo, id: earlier.recordID.isEmpty ? nil : earlier.recordID)
        draft.add(WARCField.refersToTargetURI, earlier.url.withoutCredentials.withoutFragment.href)
        draft.add(WARCField.refersToDate, WARCDate.format(earlier.date))
        if !isNotModified {
            draft.add(WARCField.contentType, "application/http;msgtype=response")
            draft.add(
                WARCField.payloadDigest,
                records.payloadDigest ?? PayloadDigest.of(capture.body, algorithm: algorithm))
        }
        addConnection(&draft, capture)
        if !isNotModified { draft.add(WARCField.truncated, "length") }
        let member = draft.member(level: .archive, algorithm: algorithm)
        encoded.pages.append(.init(content: .bytes(member), recordID: draft.recordID, mainOf: index))
        followers(of: draft.recordID, capture, records, mainIndex: nil, into: &encoded)
    }

    /// Request and metadata of an exchange that brought an answer; `main` is the record they stand beside.
    private func followers(
        of main: String?, _ capture: Capture, _ records: CaptureRecords, mainIndex: Int?,
        into encoded: inout EncodedCapture
    ) {
        var request = RecordDraft(
            .request, date: capture.startedAt, head: StoredHead.request(capture.requestHead))
        identify(&request, capture, infoID: pagesInfoID)
        request.add(WARCField.concurrentTo, id: main)
        request.add(WARCField.contentType, "application/http;msgtype=request")
        addConnection(&request, capture)
        encoded.pages.append(member(request, mainOf: mainIndex))

        let metadata = CaptureMetadata(records: records)
        var draft = RecordDraft(.metadata, date: capture.startedAt, body: metadata.block(of: capture))
        identify(&draft, capture, infoID: pagesInfoID)
        draft.add(WARCField.concurrentTo, id: main ?? request.recordID)
        draft.add(WARCField.contentType, "application/warc-fields")
        encoded.pages.append(member(draft))
    }

    private func failure(
        _ error: FetchError, at time: Date, _ records: CaptureRecords, index: Int,
        into encoded: inout EncodedCapture
    ) {
        let uri = error.url.withoutCredentials.withoutFragment.href
        let time = error.startedAt ?? time
        var requestID: String?
        if !error.requestHead.isEmpty {
            var request = RecordDraft(.request, date: time, head: StoredHead.request(error.requestHead))
            request.add(WARCField.targetURI, uri)
            request.add(WARCField.warcinfoID, id: pagesInfoID)
            request.add(WARCField.address, error.address)
            request.add(WARCField.contentType, "application/http;msgtype=request")
            requestID = request.recordID
            encoded.pages.append(member(request, mainOf: index))
        }
        let metadata = CaptureMetadata(records: records)
        var draft = RecordDraft(.metadata, date: time, body: metadata.block(of: error))
        draft.add(WARCField.targetURI, uri)
        draft.add(WARCField.warcinfoID, id: pagesInfoID)
        draft.add(WARCField.concurrentTo, id: requestID)
        draft.add(WARCField.contentType, "application/warc-fields")
        encoded.pages.append(member(draft, mainOf: requestID == nil ? index : nil))
    }

    /// The cleaned text and what the page says of itself, for text/.
    private func conversion(
        of responseID: String, _ capture: Capture, article: Article, into encoded: inout EncodedCapture
    ) {
        let text = article.text
        guard !text.isEmpty else { return }
        let uri = capture.url.withoutCredentials.withoutFragment.href
        var draft = RecordDraft(.conversion, date: capture.startedAt, body: Array(text.utf8))
        draft.add(WARCField.targetURI, uri)
        draft.add(WARCField.warcinfoID, id: textInfoID)
        draft.add(WARCField.refersTo, id: responseID)
        draft.add(WARCField.contentType, "text/plain; charset=utf-8")
        draft.add(WARCField.identifiedLanguage, article.language.flatMap(LanguageCode.threeLetters))
        encoded.text.append(member(draft, level: .text))

        var facts = RecordDraft(.metadata, date: capture.startedAt, body: ArticleFields.block(of: article))
        facts.add(WARCField.targetURI, uri)
        facts.add(WARCField.warcinfoID, id: textInfoID)
        facts.add(WARCField.refersTo, id: draft.recordID)
        facts.add(WARCField.contentType, "application/warc-fields")
        encoded.text.append(member(facts))
    }

    /// A record of our own making. It is small beside the page, and compressing harder takes longer than fetching it did.
    private func member(
        _ draft: RecordDraft, mainOf: Int? = nil, level: Gzip.Level = .fast
    ) -> EncodedCapture.Member {
        let bytes = draft.member(level: level, algorithm: algorithm)
        return .init(content: .bytes(bytes), recordID: draft.recordID, mainOf: mainOf)
    }

    private func identify(_ draft: inout RecordDraft, _ capture: Capture, infoID: String) {
        draft.add(WARCField.targetURI, capture.url.withoutCredentials.withoutFragment.href)
        draft.add(WARCField.warcinfoID, id: infoID)
        draft.add(WARCField.address, capture.address)
    }

    private func addConnection(_ draft: inout RecordDraft, _ capture: Capture) {
        for name in capture.protocols { draft.add(WARCField.protocolName, name) }
        draft.add(WARCField.cipherSuite, capture.cipherSuite)
    }

    private func level(for head: HTTPHead) -> Gzip.Level {
        if !head.contentCodings.isEmpty { return .stored }
        guard let type = head.mediaType else { return .archive }
        let isCompressed =
            (Self.compressedTypes.contains(type.type) && type.subtype != "svg+xml" && type.subtype != "bmp")
            || Self.compressedSubtypes.contains(type.subtype)
        return isCompressed ? .stored : .archive
    }
}

/// Profiles of revisit records (ISO 28500:2017 §6.7).
package enum RevisitProfile {
    package static let identicalPayload =
        "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    package static let notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
}
