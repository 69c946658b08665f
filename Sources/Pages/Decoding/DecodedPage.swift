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

    /// UTF-8, without byte order mark; empty if the page is not read.
    package let bytes: [UInt8]
    /// The encoding the page was in.
    package let encoding: TextEncoding
    /// What was wrong with it, and limits that were hit; empty: nothing to say.
    package let remarks: [String]
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
        var remarks: [String] = []
        var plain: [UInt8] = []
        do throws(ContentCodingError) {
            plain = try Self.plain(
                payload, codings: head?.contentCodings ?? [], limit: Self.maximumDecodedBytes,
                remarks: &remarks)
        } catch {
            remarks.append("page is not read: \(error)")
        }
        self.init(plain: plain, head: head, remarks: remarks)
    }

    /// The same; nil if the payload has more than `limit` bytes with or without its codings, or they cannot be undone. No
    /// more than `limit` bytes are made of it.
    package init?(payload: [UInt8], head: HTTPHead?, upTo limit: Int) {
        guard payload.count <= limit else { return nil }
        var remarks: [String] = []
        guard
            let plain = try? Self.plain(
                payload, codings: head?.contentCodings ?? [], limit: limit, remarks: &remarks)
        else { return nil }
        self.init(plain: plain, head: head, remarks: remarks)
    }

    private init(plain: [UInt8], head: HTTPHead?, remarks: [String]) {
        var remarks = remarks
        guard plain.count <= Self.maximumPageBytes else {
            remarks.append("page of \(plain.count) bytes is not read; the limit is \(Self.maximumPageBytes)")
            self.init(bytes: [], encoding: .utf8, remarks: remarks)
            return
        }
        let charset = head?.mediaType?.charset
        let detected = EncodingDetection.detectPage(plain, contentType: charset)
        if let charset, let declared = TextEncoding(label: charset), declared != detected.encoding {
            remarks.append(
                "Content-Type names \(declared.name), the page is read as \(detected.encoding.name)")
        }
        self.init(bytes: detected.encoding.decode(plain), encoding: detected.encoding, remarks: remarks)
    }

    /// WHATWG name of the encoding.
    package var encodingName: String { encoding.name }

    /// How a query is encoded on this page (WHATWG URL §4.4); nil for the encodings whose output encoding is UTF-8.
    package var queryEncoding: ((String) -> [UInt8])? {
        let encoding = encoding
        if encoding == .utf8 || encoding == .replacement || encoding.isUTF16 { return nil }
        return { encoding.encode($0) }
    }

    /// The payload without its content codings.
    private static func plain(
        _ payload: [UInt8], codings: [String], limit: Int, remarks: inout [String]
    ) throws(ContentCodingError) -> [UInt8] {
        guard !codings.isEmpty else { return payload }
        let body = try ContentCoding.decode(payload, codings: codings, limit: limit, ratio: maximumRatio)
        let names = codings.joined(separator: ", ")
        if !body.isComplete {
            remarks.append("content coding \(names) breaks off; the page has what came before")
        }
        if !body.passedOver.isEmpty {
            remarks.append(
                "body is not in the content coding \(body.passedOver.joined(separator: ", ")) it declares")
        }
        return body.bytes
    }
}
