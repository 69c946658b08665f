/// Tells the language of a text by its script, its most frequent words, and letters that few languages have.
///
/// Each word and letter speaks for the languages that have it, the less the more of them there are. A text that fits two
/// languages about equally, or none well, is in none, unless its script has a language that is assumed (Bengali, Hebrew).
enum LanguageDetector {
    /// More text tells nothing more.
    private static let maximumBytes = 60_000
    /// Fewer letters than this tell no script.
    private static let leastLetters = 20

    /// Three words that are one language's own, or more of others.
    private static let leastScore = 36
    /// For so many words one point of score is asked: one word of twenty-four may be enough, if it is one language's own.
    /// Running text has far more; menus and lists of names have not.
    private static let mostWordsPerPoint = 2
    /// By so much, one word of its own, the best language must be better than the next, and by the root of its score, as
    /// chance gives longer texts more stray words.
    private static let leastLead = 12

    /// A BCP 47 tag; nil if the text is too short or in none of the languages.
    static func language(of text: [UInt8]) -> String? {
        let lexicon = LanguageLexicon.news
        var count = LanguageCount(languages: lexicon.tags.count)
        count.read(text.span.extracting(first: maximumBytes), languages: lexicon.words)
        return language(of: count, lexicon)
    }

    private static func language(of count: LanguageCount, _ lexicon: LanguageLexicon) -> String? {
        var letters = [Int](repeating: 0, count: LanguageLetters.scripts.count)
        letters[0] = count.plainLetters
        for (block, script) in LanguageLetters.scriptOfBlock.enumerated() where script != 255 {
            letters[Int(script)] += count.blocks[block] * LanguageLetters.scripts[Int(script)].letters
        }
        let all = letters.reduce(0, +)
        guard let most = letters.max(), most >= leastLetters, most * 2 > all,
            let script = letters.firstIndex(of: most)
        else { return nil }
        let assumed = LanguageLetters.scripts[script].language
        if assumed == "zh" {
            // Chinese uses a kana or two in names; Japanese cannot do without.
            let kana = LanguageLetters.kana.reduce(0) { $0 + count.blocks[$1] }
            return kana * 16 > most ? "ja" : "zh"
        }
        return byWords(count, lexicon, script: script) ?? assumed
    }

    private static func byWords(_ count: LanguageCount, _ lexicon: LanguageLexicon, script: Int) -> String? {
        var scores = count.scores
        for letter in lexicon.letters {
            for language in letter.languages {
                scores[language] += count.letters[letter.letter] * letter.worth
            }
        }
        var best = 0
        var next = 0
        for language in scores.indices where lexicon.scripts[language] == script {
            if scores[language] > scores[best] || best == 0 {
                (best, next) = (language, best)
            } else if scores[language] > scores[next] || next == 0 {
                next = language
            }
        }
        let score = scores[best]
        let lead = score - (next == 0 ? 0 : scores[next])
        guard best != 0, score >= leastScore, lead >= leastLead, lead * lead >= score,
            score * mostWordsPerPoint >= count.words
        else { return nil }
        return lexicon.tags[best]
    }
}
