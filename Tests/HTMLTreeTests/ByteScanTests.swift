import Testing

@testable import HTMLTree

struct ByteScanTests {
    private let bytes = (0..<100).map { UInt8($0) }

    @Test func `a byte is found at any place`() {
        for place in 0..<100 {
            #expect(bytes.span.index(of: UInt8(place), from: 0) == place)
            #expect(bytes.span.index(of: UInt8(place), from: place) == place)
            #expect(bytes.span.index(of: UInt8(place), from: place + 1) == 100)
            #expect(bytes.span.index(of: UInt8(place), from: 0, to: place) == place)
            #expect(bytes.span.index(ofAny: UInt8(place), 200, 201, from: 0) == place)
            #expect(bytes.span.index(ofAny: 200, UInt8(place), 201, from: place) == place)
            #expect(bytes.span.index(ofAny: 200, 201, UInt8(place), from: place + 1) == 100)
        }
    }

    @Test func `nothing is found outside of the bytes`() {
        for start in [-1, 100, 101, Int.max] {
            #expect(bytes.span.index(of: 5, from: start) == 100)
            #expect(bytes.span.index(ofAny: 5, 6, 7, from: start) == 100)
        }
        #expect(bytes.span.index(of: 5, from: 0, to: 1_000) == 1_000)
        #expect([UInt8]().span.index(of: 0, from: 0) == 0)
    }

    @Test func `words are padded with zeros`() {
        #expect(bytes.span.word(at: 1) == 0x08_07_06_05_04_03_02_01)
        #expect(bytes.span.word(at: 97) == 0x63_62_61)
        #expect(bytes.span.word(at: 100) == 0)
    }

    @Test func `the census counts tags and sees controls`() {
        for count in [0, 1, 15, 16, 17, 5_000] {
            let page = [UInt8](repeating: 0x3C, count: count)
            #expect(page.span.census() == (count, 0, false))
            #expect([UInt8](repeating: 0x3D, count: count).span.census() == (0, count, false))
            for control: UInt8 in [0, 0x0D] { #expect(([control] + page).span.census() == (count, 0, true)) }
            #expect((page + [0x0D]).span.census() == (count, 0, true))
        }
    }

    @Test func `only the part of a range that exists is copied`() {
        var copy: [UInt8] = [9]
        bytes.span.append(98..<200, to: &copy)
        #expect(copy == [9, 98, 99])
    }

    @Test(arguments: [
        ("abc>", 3), ("a", 1), ("abcdefgh", 8), ("=x", 0), ("a/b", 1), ("a b", 1), ("\u{e9}\u{e9}z\n", 5),
    ])
    func `names end at spaces, slashes and signs`(text: String, length: Int) {
        #expect(NameWords.length(Array(text.utf8).span.word(at: 0)) == length)
    }

    @Test func `only ASCII letters are lowered`() {
        let word = Array("aZ[@`\u{c9}A".utf8).span.word(at: 0)
        #expect(NameWords.lowercased(word, length: 8) == Array("az[@`\u{c9}a".utf8).span.word(at: 0))
        #expect(NameWords.lowercased(word, length: 2) == Array("az".utf8).span.word(at: 0))
        #expect(NameWords.lowercased(word, length: 0) == 0)
    }
}
