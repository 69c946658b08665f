import Testing

@testable import ArchiveTools

@Suite struct ZIPRecordsTests {
    private let stamp = ZIPRecords.Stamp(digits: "20260102030405")

    private func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int64 {
        (0..<count).reduce(0) { $0 | Int64(bytes[at + $1]) << (8 * Int64($1)) }
    }

    @Test func `a small entry has no field of 64 bits`() {
        let entry = ZIPWriter.Entry(
            name: "a", method: .stored, offset: 7, isLarge: false, checksum: 9, size: 5, compressedSize: 5)
        let local = ZIPRecords.localHeader(entry, stamp)
        #expect(local.count == 31)
        #expect(number(local, 4, 2) == 20)
        #expect(number(local, 10, 2) == 3 << 11 | 4 << 5 | 2)
        #expect(number(local, 12, 2) == 46 << 9 | 1 << 5 | 2)
        #expect(number(local, 18, 4) == 5 && number(local, 22, 4) == 5)
        let central = ZIPRecords.centralHeader(entry, stamp)
        #expect(central.count == 47)
        #expect(number(central, 42, 4) == 7)
    }

    @Test func `sizes and places of 4 GiB and more stand in the field of 64 bits`() {
        let size: Int64 = 5 << 30
        let entry = ZIPWriter.Entry(
            name: "a", method: .stored, offset: 6 << 30, isLarge: true, checksum: 9, size: size,
            compressedSize: size)
        let local = ZIPRecords.localHeader(entry, stamp)
        #expect(number(local, 4, 2) == 45)
        #expect(number(local, 18, 4) == 0xFFFF_FFFF && number(local, 22, 4) == 0xFFFF_FFFF)
        #expect(number(local, 31, 2) == 1 && number(local, 33, 2) == 16)
        #expect(number(local, 35, 8) == size && number(local, 43, 8) == size)
        let central = ZIPRecords.centralHeader(entry, stamp)
        #expect(number(central, 42, 4) == 0xFFFF_FFFF)
        #expect(number(central, 47, 2) == 1 && number(central, 49, 2) == 24)
        #expect(number(central, 51, 8) == size && number(central, 67, 8) == 6 << 30)
    }

    @Test func `a file that is large by its place alone has that alone in the field`() {
        let entry = ZIPWriter.Entry(
            name: "a", method: .deflated, offset: 6 << 30, isLarge: false, checksum: 9, size: 5,
            compressedSize: 7)
        let central = ZIPRecords.centralHeader(entry, stamp)
        #expect(number(central, 49, 2) == 8)
        #expect(number(central, 51, 8) == 6 << 30)
    }

    @Test(arguments: [(3, Int64(100)), (70_000, 100), (3, 5 << 30)])
    func `the end has the ZIP64 records only where they are needed`(entries: Int, start: Int64) {
        let end = ZIPRecords.end(entries: entries, directory: start..<(start + 50))
        let isLarge = entries > 0xFFFE || start >= 0xFFFF_FFFF
        #expect(end.count == (isLarge ? 56 + 20 + 22 : 22))
        #expect(number(end, end.count - 22, 4) == 0x0605_4B50)
        if isLarge {
            #expect(number(end, 32, 8) == Int64(entries))
            #expect(number(end, 48, 8) == start)
            #expect(number(end, 64, 8) == start + 50)
        }
    }
}
