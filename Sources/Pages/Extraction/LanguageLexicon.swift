/// The words and letters by which `LanguageDetector` tells languages, each with the languages that have it.
struct LanguageLexicon: Sendable {
    static let news = LanguageLexicon()

    /// A word of more languages tells nothing.
    private static let mostLanguages = 8
    /// What a letter is worth by the number of languages that have it; one of more is worth nothing. That is less than a
    /// word's worth: a text has many more letters than words of the lists.
    private static let letterWorth = [0, 3, 2, 1, 1]

    /// By the number of a language; none has the number 0.
    private(set) var tags = [""]
    /// The places of their scripts in `LanguageLetters.scripts`.
    private(set) var scripts = [-1]
    /// By the hash of a word, the numbers of the languages that have it, a byte each from the lowest.
    private(set) var words = HashMemo()
    /// Letters that few languages have, and what each of them in a text is worth to those.
    private(set) var letters: [(letter: Int, languages: [Int], worth: Int)] = []

    private init() {
        addWords()
        addLetters()
    }

    private mutating func addWords() {
        var common: [UInt64] = []
        let nothing = HashMemo()
        var count = LanguageCount(languages: 0)
        for list in [LanguageWords.latin, LanguageWords.otherScripts] {
            for token in Self.tokens(list) {
                if token.last == ":" {
                    tags.append(String(token.dropLast()))
                    scripts.append(0)
                    count = LanguageCount(languages: 0)
                    continue
                }
                count.read(Array(token.utf8).span, languages: nothing)
                if count.plainLetters == 0, let block = count.blocks.firstIndex(where: { $0 > 0 }) {
                    scripts[tags.count - 1] = Int(LanguageLetters.scriptOfBlock[block])
                }
                let language = UInt64(tags.count - 1)
                let languages = words[count.lastWord] ?? 0
                if languages & 0xFF == language { continue }
                if languages >> (8 * (Self.mostLanguages - 1)) != 0 { common.append(count.lastWord) }
                words[count.lastWord] = languages << 8 | language
            }
        }
        for word in common { words[word] = 0 }
    }

    private mutating func addLetters() {
        var languages: [Int: [Int]] = [:]
        var language = 0
        for token in Self.tokens(LanguageWords.letters) {
            if token.last == ":" {
                language = tags.firstIndex(of: String(token.dropLast())) ?? 0
                continue
            }
            for letter in token.unicodeScalars {
                languages[Int(LanguageLetters.folded[Int(letter.value)]), default: []].append(language)
            }
        }
        letters = languages.filter { $0.value.count < Self.letterWorth.count }
            .map { ($0.key, $0.value, Self.letterWorth[$0.value.count]) }
    }

    private static func tokens(_ list: StaticString) -> [String] {
        list.description.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A })
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
