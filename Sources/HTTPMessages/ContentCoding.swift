import Gzip

/// The content codings (RFC 9110 §8.4.1, RFC 7932, RFC 8878), for reading only.
package enum ContentCoding {
    /// Most codings undone on one body; servers that stack two by mistake exist, more are an attack.
    package static let maximumCodings = 8
    /// How many times its encoded size a body may have unless the caller says otherwise.
    package static let usualRatio = 200
    /// Bodies up to this size are never suspicious: a page of blanks packs 1000 to 1.
    static let unsuspiciousBytes = 1 << 20

    /// The body without its codings, the last applied being undone first.
    ///
    /// What servers get wrong is read all the same: deflate without the zlib wrapper, several gzip members,
    /// rubbish behind the end, a body that is not in the coding it declares, or a coding nobody knows (both are
    /// passed over, as the Fetch standard's "handle content codings" has it), a body that breaks off
    /// (`isComplete` is false).
    ///
    /// - Parameters:
    ///   - codings: In the order they were applied, as `HTTPHead.contentCodings` gives them.
    ///   - limit: Most bytes of the decoded body, and of each stage between.
    ///   - ratio: How many times the encoded size the decoded body may have, once it is larger than 1 MiB.
    package static func decode(
        _ body: [UInt8], codings: [String], limit: Int, ratio: Int = usualRatio
    ) throws(ContentCodingError) -> DecodedBody {
        let applied = codings.map(\.asciiLowercased).filter { !$0.isEmpty && $0 != "identity" }
        guard applied.count <= maximumCodings else {
            throw .tooManyCodings(applied.count, limit: maximumCodings)
        }
        let (product, overflow) = body.count.multipliedReportingOverflow(by: max(ratio, 1))
        let mostByRatio = overflow ? Int.max : max(product, unsuspiciousBytes)
        var bytes = body
        var isComplete = true
        var passedOver: [String] = []
        for name in applied.reversed() {
            if bytes.isEmpty { break }
            guard let coding = Coding(name) else {
                passedOver.append(name)
                continue
            }
            let stage = coding.decode(bytes, limit: min(limit, mostByRatio))
            switch stage.end {
            case .complete: bytes = stage.bytes
            case .cutOff:
                bytes = stage.bytes
                isComplete = false
            case .corrupt where stage.bytes.isEmpty || !MIMESniffer.hasBinaryBytes(bytes.prefix(512)):
                passedOver.append(name)
            case .corrupt:
                bytes = stage.bytes
                isComplete = false
            case .tooLarge:
                if mostByRatio < limit { throw .suspiciousRatio(limit: ratio) }
                throw .tooLarge(limit: limit)
            }
        }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return DecodedBody(bytes: bytes, isComplete: isComplete, passedOver: passedOver)
    }

    /// How much of an encoded body `beginning` is given: zstd has blocks of up to 128 KiB, of which nothing can be read
    /// before they are whole (RFC 8878 §3.1.1.2).
    package static let probeBytes = 130 << 10
    /// Most bytes of a body's beginning, and of each stage between.
    static let beginningBytes = 16 << 10

    /// The first bytes of a body without its codings, as far as they can be read from its first encoded bytes; at most
    /// `beginningBytes` of what is encoded.
    static func beginning(of body: [UInt8], codings: [String]) -> [UInt8] {
        var bytes = body
        for name in codings.suffix(maximumCodings).reversed() {
            guard let coding = Coding(name) else { continue }
            let stage = coding.decode(bytes, limit: beginningBytes)
            // What is not in its coding is passed over, as `decode` does.
            if stage.end != .corrupt || !stage.bytes.isEmpty { bytes = stage.bytes }
        }
        return bytes
    }

    /// Whether a coding of that name, lower case, can be undone. Others are no codings at all more often than new ones:
    /// servers write `UTF-8` or `none` here.
    package static func isKnown(_ name: String) -> Bool { Coding(name) != nil }

    /// What a gzip file holds, such as a sitemap that lies packed on its server: at most `limit` bytes of it,
    /// and `isComplete` is false if there is more, or if it breaks off. Bytes that are no gzip file are
    /// returned as they are.
    package static func unpack(_ file: [UInt8], limit: Int) -> DecodedBody {
        guard Gzip.isMember(file.span) else {
            return DecodedBody(bytes: file, isComplete: true, passedOver: ["gzip"])
        }
        let stage = Coding.gunzip(file, limit: limit)
        return DecodedBody(bytes: stage.bytes, isComplete: stage.end == .complete)
    }
}

/// A content coding that can be undone.
enum Coding {
    case gzip
    case deflate
    case brotli
    case zstandard

    /// The coding of that name, lower case; nil if it is not known.
    init?(_ name: String) {
        switch name {
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        case "br": self = .brotli
        case "zstd": self = .zstandard
        default: return nil
        }
    }

    func decode(_ bytes: [UInt8], limit: Int) -> DecodedStage {
        switch self {
        case .gzip: return Self.gunzip(bytes, limit: limit)
        case .brotli: return StreamDecoding.brotli(bytes, limit: limit)
        case .zstandard: return StreamDecoding.zstandard(bytes, limit: limit)
        case .deflate:
            if Gzip.isMember(bytes.span) { return Self.gunzip(bytes, limit: limit) }
            // The name means zlib's wrapper (RFC 9110 §8.4.1.2); many servers leave it out.
            if Self.hasZlibHeader(bytes) {
                let wrapped = StreamDecoding.deflate(bytes, isWrapped: true, limit: limit)
                if wrapped.end != .corrupt || !wrapped.bytes.isEmpty { return wrapped }
            }
            return StreamDecoding.deflate(bytes, isWrapped: false, limit: limit)
        }
    }

    /// All members, one after the other; what follows the last member and is none is left alone.
    static func gunzip(_ bytes: [UInt8], limit: Int) -> DecodedStage {
        var stage = DecodedStage(bytes: [], end: .corrupt)
        var position = 0
        while Gzip.isMember(bytes.span, at: position) {
            let room = limit - stage.bytes.count
            do throws(GzipError) {
                let member = try Gzip.inflateMember(bytes, at: position, limit: room)
                if stage.bytes.isEmpty { stage.bytes = member.bytes } else { stage.bytes += member.bytes }
                position += member.consumed
                stage.end = .complete
            } catch {
                stage.bytes += Gzip.inflatePrefix(bytes.span, at: position, limit: room).bytes
                if case .tooLarge = error { stage.end = .tooLarge } else { stage.end = .cutOff }
                return stage
            }
        }
        return stage
    }

    /// RFC 1950 §2.2: method deflate, and the two bytes a multiple of 31.
    private static func hasZlibHeader(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        return bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    }
}
