import Testing

@testable import Pages

@Suite struct TopicWordsTests {
    private func shared(_ one: String, _ other: String) -> Int {
        TopicWords(Array(one.utf8)[...]).shared(with: TopicWords(Array(other.utf8)[...]))
    }

    @Test(arguments: [
        ("strikes", "Striking"), ("Steuer", "Steuerreform"), ("talvella", "talvet"),
        ("забастовка", "Забастовки"),
        ("élection", "élections"), ("απεργία", "απεργίας"),
    ])
    func `words that begin with the same five letters are one`(_ one: String, _ other: String) {
        #expect(shared(one, other) == 1)
    }

    @Test(arguments: [
        ("strange", "strike"), ("забота", "забастовка"), ("Zoll", "Zollstreit"), ("élections", "elections"),
    ])
    func `words that part before their sixth letter are two`(_ one: String, _ other: String) {
        #expect(shared(one, other) == 0)
    }

    @Test func `short words do not count, and a word that is repeated counts once`() {
        #expect(TopicWords(Array("the tax on tea".utf8)[...]).hashes.isEmpty)
        #expect(TopicWords(Array("strikes, striking, strike".utf8)[...]).hashes.count == 1)
        #expect(shared("A strike over taxes", "Taxes rise, strikes spread") == 2)
    }

    @Test func `in a script without spaces pairs of characters count`() {
        #expect(shared("南海トラフ", "南海地震") == 1)
        #expect(shared("南海", "海南") == 0)
    }

    @Test func `every prefix of a text is read to its end`() {
        let text = Array("Straße забастовка 南海トラフ élection \u{0301} 한국어 ".utf8)
        for end in text.indices {
            let words = TopicWords(text[..<end])
            #expect(words.hashes.count <= end)
        }
    }
}
