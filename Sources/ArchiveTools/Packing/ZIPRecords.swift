/// The records of a ZIP file as bytes (APPNOTE 6.3 §4.3.7, §4.3.12, §4.3.14 to §4.3.16).
enum ZIPRecords {
    /// A field of 32 bits with this value says: the size stands in the ZIP64 field.
    static let maximum32: Int64 = 0xFFFF_FFFF
    private static let maximum16: Int64 = 0xFFFF
    /// Names are UTF-8 (§4.4.4, bit 11).
    private static let flags = 0x0800
    /// The versions that can read entries without and with ZIP64 (§4.4.3.2).
    private static let (plainVersion, largeVersion) = (20, 45)
    /// Made on a Unix system: the mode of the file stands in the external attributes.
    private static let system = 3 << 8
    private static let mode = 0o100644 << 16

    /// Time and date as MS-DOS wrote them, to two seconds.
    struct Stamp {
        let time: Int
        let date: Int

        /// Of `yyyyMMddHHmmss`; 1980 is the first year there is.
        init(digits: String) {
            func number(_ start: Int, _ count: Int) -> Int { Int(digits.dropFirst(start).prefix(count)) ?? 0 }
            time = number(8, 2) << 11 | number(10, 2) << 5 | number(12, 2) / 2
            date = max(0, number(0, 4) - 1980) << 9 | max(1, number(4, 2)) << 5 | max(1, number(6, 2))
        }
    }

    static func localHeader(_ entry: ZIPWriter.Entry, _ stamp: Stamp) -> [UInt8] {
        var bytes: [UInt8] = []
        let name = Array(entry.name.utf8)
        bytes.add32(0x0403_4B50)
        addCommon(entry, stamp, to: &bytes)
        bytes.add32(entry.isLarge ? maximum32 : entry.compressedSize)
        bytes.add32(entry.isLarge ? maximum32 : entry.size)
        bytes.add16(name.count)
        bytes.add16(entry.isLarge ? 20 : 0)
        bytes += name
        if entry.isLarge {
            bytes.add16(1)
            bytes.add16(16)
            bytes.add64(entry.size)
            bytes.add64(entry.compressedSize)
        }
        return bytes
    }

    static func centralHeader(_ entry: ZIPWriter.Entry, _ stamp: Stamp) -> [UInt8] {
        let name = Array(entry.name.utf8)
        var large: [UInt8] = []
        for value in [entry.size, entry.compressedSize, entry.offset] where value >= maximum32 {
            large.add64(value)
        }
        var bytes: [UInt8] = []
        bytes.add32(0x0201_4B50)
        bytes.add16(system | largeVersion)
        addCommon(entry, stamp, to: &bytes)
        bytes.add32(min(entry.compressedSize, maximum32))
        bytes.add32(min(entry.size, maximum32))
        bytes.add16(name.count)
        bytes.add16(large.isEmpty ? 0 : large.count + 4)
        for _ in 0..<3 { bytes.add16(0) }  // no comment, first disk, no internal attributes
        bytes.add32(Int64(mode))
        bytes.add32(min(entry.offset, maximum32))
        bytes += name
        if !large.isEmpty {
            bytes.add16(1)
            bytes.add16(large.count)
            bytes += large
        }
        return bytes
    }

    private static func addCommon(_ entry: ZIPWriter.Entry, _ stamp: Stamp, to bytes: inout [UInt8]) {
        bytes.add16(entry.isLarge || entry.offset >= maximum32 ? largeVersion : plainVersion)
        bytes.add16(flags)
        bytes.add16(entry.method == .stored ? 0 : 8)
        bytes.add16(stamp.time)
        bytes.add16(stamp.date)
        bytes.add32(Int64(entry.checksum))
    }

    /// What ends the file, the ZIP64 records included where they are needed.
    static func end(entries: Int, directory: Range<Int64>) -> [UInt8] {
        let size = directory.upperBound - directory.lowerBound
        var bytes: [UInt8] = []
        if Int64(entries) >= maximum16 || size >= maximum32 || directory.lowerBound >= maximum32 {
            bytes.add32(0x0606_4B50)
            bytes.add64(44)
            bytes.add16(system | largeVersion)
            bytes.add16(largeVersion)
            bytes.add32(0)
            bytes.add32(0)
            bytes.add64(Int64(entries))
            bytes.add64(Int64(entries))
            bytes.add64(size)
            bytes.add64(directory.lowerBound)
            bytes.add32(0x0706_4B50)
            bytes.add32(0)
            bytes.add64(directory.upperBound)
            bytes.add32(1)
        }
        bytes.add32(0x0605_4B50)
        bytes.add16(0)
        bytes.add16(0)
        bytes.add16(Int(min(Int64(entries), maximum16)))
        bytes.add16(Int(min(Int64(entries), maximum16)))
        bytes.add32(min(size, maximum32))
        bytes.add32(min(directory.lowerBound, maximum32))
        bytes.add16(0)
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func add16(_ value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func add32(_ value: Int64) {
        for shift in stride(from: Int64(0), to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    fileprivate mutating func add64(_ value: Int64) {
        for shift in stride(from: Int64(0), to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
