import Gzip
import HTTPMessages

/// Gzip members and the other content codings: whole and streamed readers agree, and no limit is passed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        let limit = 1 << 20
        let member = try? Gzip.inflateMember(bytes, at: 0, limit: limit)
        let streamed = stream(bytes, limit: limit)
        // Whole members are read by another library, which takes two length symbols that zlib does not.
        if let member, case .failure(.corrupt) = streamed {
            FuzzRun.check(member.consumed <= bytes.count, "a member ends behind the bytes")
        } else {
            FuzzRun.check(member?.bytes == (try? streamed.get()), "whole and streamed members differ")
        }
        _ = try? Gzip.inflateAll(bytes, limit: limit)
        _ = Gzip.inflatePrefix(bytes.span, at: 0, limit: limit)
        let unpacked = ContentCoding.unpack(bytes, limit: limit)
        FuzzRun.check(
            unpacked.bytes.count <= max(limit, bytes.count), "\(unpacked.bytes.count) bytes unpacked")
        for codings in [["gzip"], ["deflate"], ["br"], ["zstd"], ["gzip", "deflate"]] {
            guard let body = try? ContentCoding.decode(bytes, codings: codings, limit: limit) else {
                continue
            }
            FuzzRun.check(body.bytes.count <= limit, "\(body.bytes.count) bytes of \(codings)")
        }
        let packed = Gzip.member(bytes)
        FuzzRun.check(
            (try? Gzip.inflateAll(packed, limit: limit)) == bytes, "what was packed is not unpacked")
    }
}

/// The content of the first member, read in pieces.
private func stream(_ bytes: [UInt8], limit: Int) -> Result<[UInt8], GzipError> {
    let reader = GzipStreamReader(limit: limit)
    var content: [UInt8] = []
    var position = 0
    do throws(GzipError) {
        while true {
            let piece = Array(bytes[position..<min(position + 777, bytes.count)])
            let step = try reader.inflate(piece.span, into: &content)
            position += step.consumed
            if step.isMemberEnd { return .success(content) }
            guard step.consumed > 0 else { return .failure(.truncated(offset: 0)) }
        }
    } catch {
        return .failure(error)
    }
}
