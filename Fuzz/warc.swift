import WARC

/// Any bytes are an archive: the reader ends, goes forward only, and names what it skips.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        let options = WARCReader.Options(digests: .blocksAndPayloads, maximumBlockBytes: 1 << 20)
        // A packed file holds more records than it has bytes: deflate packs 1,032 to 1.
        let most = 1_032 * bytes.count + 2
        let reader = WARCReader(ArraySource(bytes), file: "fuzz.warc.gz", options: options)
        var last: Int64 = -1
        var items = 0
        do throws(WARCError) {
            while let item = try reader.next() {
                items += 1
                FuzzRun.check(items <= most, "\(items) records and gaps in \(bytes.count) bytes")
                guard case .record(let found) = item else { continue }
                FuzzRun.check(Int64(found.offset) >= last, "a record lies before the last one")
                last = Int64(found.offset)
                _ = (found.record.targetURI, found.record.fields.all, found.blockDigest, found.payloadDigest)
                let header = WARCSerialiser.header(
                    found.record.fields, blockLength: Int64(found.record.blockLength))
                FuzzRun.check(!header.isEmpty, "a record without a header")
            }
        } catch {
            _ = "\(error)"
        }
    }
}
