/// Signatures of media files that take more than a pattern (WHATWG MIME Sniffing §6.2.1 to §6.2.3).
enum MediaSignature {
    /// MP4: a first box "ftyp" that names a brand beginning with "mp4".
    static func isMP4(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12 else { return false }
        let boxSize = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        guard boxSize <= bytes.count, boxSize % 4 == 0, bytes[4..<8].elementsEqual("ftyp".utf8) else {
            return false
        }
        if bytes[8..<11].elementsEqual("mp4".utf8) { return true }
        // Bytes 12 to 15 are the version of the major brand.
        return stride(from: 16, to: boxSize, by: 4).contains { start in
            start + 3 <= bytes.count && bytes[start..<(start + 3)].elementsEqual("mp4".utf8)
        }
    }

    /// WebM: an EBML header whose DocType, within the first 38 bytes, is "webm".
    static func isWebM(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) else { return false }
        var position = 4
        while position + 1 < bytes.count, position < 38 {
            if bytes[position] == 0x42, bytes[position + 1] == 0x82 {
                position += 2
                guard position < bytes.count else { return false }
                // The size of a variable-length integer is the number of leading zero bits and one, at most
                // eight.
                position += min(bytes[position].leadingZeroBitCount + 1, 8)
                guard position < bytes.count - 4 else { return false }
                if bytes[position...].drop(while: { $0 == 0 }).starts(with: "webm".utf8) { return true }
            }
            position += 1
        }
        return false
    }

    /// MP3 without a tag: two frames of layer 3, one after the other.
    static func isMP3(_ bytes: [UInt8]) -> Bool {
        guard isMP3Header(bytes, at: 0) else { return false }
        let size = frameBytes(bytes)
        return size >= 4 && size <= bytes.count && isMP3Header(bytes, at: size)
    }

    private static func isMP3Header(_ bytes: [UInt8], at start: Int) -> Bool {
        guard bytes.count - start >= 4, bytes[start] == 0xFF, bytes[start + 1] & 0xE0 == 0xE0 else {
            return false
        }
        // Layer 1 of the two bits means layer 3.
        let layer = (bytes[start + 1] & 0x06) >> 1
        return layer == 1 && bytes[start + 2] & 0xF0 != 0xF0 && bytes[start + 2] & 0x0C != 0x0C
    }

    private static let rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    private static let lowRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
    private static let sampleRates = [44_100, 48_000, 32_000]

    /// Bytes of the frame that begins the bytes; its header has been checked.
    private static func frameBytes(_ bytes: [UInt8]) -> Int {
        let version = (bytes[1] & 0x18) >> 3
        let rate = (version & 1 != 0 ? lowRates : rates)[Int(bytes[2] >> 4)] * 1000
        var sampleRate = sampleRates[Int((bytes[2] & 0x0C) >> 2)]
        if version == 2 { sampleRate /= 2 }
        if version == 0 { sampleRate /= 4 }
        let padding = (bytes[2] & 0x02) >> 1
        return rate * (version == 1 ? 72 : 144) / sampleRate + Int(padding)
    }
}
