import Testing

@testable import Archiving

@Suite struct RecordIDTests {
    @Test func `a record's identifier is a random UUID as a URN`() throws {
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        for _ in 0..<100 {
            let id = RecordID.new()
            #expect(try form.wholeMatch(in: id) != nil, "\(id)")
        }
    }

    @Test func `many threads get identifiers of their own`() async {
        let all = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { (0..<2000).map { _ in RecordID.new() } } }
            return await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(all.count == 16_000)
    }

    @Test func `each digit of an identifier that is no mark takes every value`() {
        var seen = Array(repeating: Set<Character>(), count: 36)
        for _ in 0..<2000 {
            for (place, digit) in RecordID.new().dropFirst(RecordID.prefix.count).enumerated() {
                seen[place].insert(digit)
            }
        }
        for (place, digits) in seen.enumerated() {
            switch place {
            case 8, 13, 18, 23: #expect(digits == ["-"])
            case 14: #expect(digits == ["4"])
            case 19: #expect(digits.count == 4)
            default: #expect(digits.count == 16, "digit \(place)")
            }
        }
    }
}
