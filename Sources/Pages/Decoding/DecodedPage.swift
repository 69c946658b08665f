package import HTTPMessages
package import TextEncodings

/// A page's bytes as the parser wants them: content codings undone, in UTF-8.
package struct DecodedPage: Sendable {
    /// Most bytes a payload may have without its content codings.
    package static let maximumDecodedBytes = 32 << 20
    /// Longer pages are not read: no story is a tenth as long.
    package static let maximumPageBytes = 10 << 20
    /// How many times its size a payload may have without its codings.
    package static let maximumRatio = 200
    /// Bytes from the start of a page that tell whether it is text.
    private static let textProbe = 512

    /// UTF-8, without byte order mark; empty if the page is not read.
    package let bytes: [UInt8]
    /// The encoding the page was in.
    package let encoding: TextEncoding
    /// What was wrong with it, and limits that were hit; empty: nothing to say.
    package let remarks: [String]
    /// Why nothing of the page is read; nil: it is.
    package let unreadReason: String?
}

extension DecodedPage {
    /// Decodes a payload.
    ///
    /// Damage is no error: of a body that breaks off the page has what came; one that cannot be decoded, or is larger
    /// than the limits, is empty. The remarks say so.
    ///
    /// - Parameters:
    ///   - payload: Without transfer codings, still in its content codings.
    ///   - head: The head of the answer; nil: no codings, and nothing is known of the encoding.
    package init(payload: [UInt8], head: HTTPHead?) {
        do throws(ContentCodingError) {
            let body = try ContentCoding.decode(
                payload, codings: head?.contentCodings ?? [], limit: Self.maximumDecodedBytes,
                ratio: Self.maximumRatio)
            self.init(body, head: head)
        } catch {
            self.init(unread: "page is not read: \(error)")
        }
    }

    /// The same; nil if the payload has more than `limit` bytes with or without its codings, or they cannot be undone. No
    /// more than `limit` bytes are made of it.
    package init?(payload: [UInt8], head: HTTPHead?, upTo limit: Int) {
        guard payload.count <= limit else { return nil }
        let body = try? ContentCoding.decode(
            payload, codings: head?.contentCodings ?? [], limit: limit, ratio: Self.maximumRatio)
        guard let body else { return nil }
        self.init(body, head: head)
    }

    private init(_ body: DecodedBody, head: HTTPHead?) {
        var remarks = Self.remarks(on: body, codings: head?.contentCodings ?? [])
        let plain = body.bytes
        guard plain.count <= Self.maximumPageBytes else {
            self.init(
                unread: "page of \(plain.count) bytes is not read; the limit is \(Self.maximumPageBytes)",
                after: remarks)
            return
        }
        let charset = head?.mediaType?.charset
        let detected = EncodingDetection.detectPage(plain, contentType: charset)
        if let charset, let declared = TextEncoding(label: charset), declared != detected.encoding {
            remarks.append(
                "Content-Type names \(declared.name), the page is read as \(detected.encoding.name)")
        }
        let text = detected.encoding.decode(plain)
        let unknown = body.passedOver.filter { !ContentCoding.isKnown($0) }
        if !unknown.isEmpty, Self.isBinary(text.prefix(Self.textProbe)) {
            let names = unknown.joined(separator: ", ")
            self.init(
                unread: "page is not read: it is no text, and content coding \(names) cannot be undone",
                after: remarks, encoding: detected.encoding)
            return
        }
        self.init(bytes: text, encoding: detected.encoding, remarks: remarks, unreadReason: nil)
    }

    private init(unread reason: String, after remarks: [String] = [], encoding: TextEncoding = .utf8) {
        self.init(bytes: [], encoding: encoding, remarks: remarks + [reason], unreadReason: reason)
    }

    /// Whether more than one byte in fifty is a control character: packed bytes have one in ten, pages a stray one at most.
    private static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count { MIMESniffer.hasBinaryBytes(CollectionOfOne($0)) } * 50 > bytes.count
    }

    /// WHATWG name of the encoding.
    package var encodingName: String { encoding.name }

    /// How a query is encoded on this page (WHATWG URL §4.4); nil for the encodings whose output encoding is UTF-8.
    package var queryEncoding: ((String) -> [UInt8])? {
        let encoding = encoding
        if encoding == .utf8 || encoding == .replacement || encoding.isUTF16 { return nil }
        return { encoding.encode($0) }
    }

    /// What was wrong with the codings of a body.
    private static func remarks(on body: DecodedBody, codings: [String]) -> [String] {
        var remarks: [String] = []
        if !body.isComplete {
            let names = codings.joined(separator: ", ")
            remarks.append("content coding \(names) breaks off; the page has what came before")
        }
        for name in body.passedOver {
            remarks.append(
                ContentCoding.isKnown(name)
                    ? "body is not in the content coding \(name) it declares"
                    : "content coding \(name) is not known; the body is read without it")
        }
        return remarks
    }
}
