import HTMLTree

/// Tells the language of a text by its script and its most frequent short words.
enum LanguageDetector {
    /// More text tells nothing more.
    private static let maximumBytes = 60_000
    /// Fewer hits than this tell nothing.
    private static let leastHits = 6

    /// Words that are frequent in one of the languages; a word of several counts for each.
    private static let words: [(language: String, words: StaticString)] = [
        ("en", "the and of to in is that for with was are this from have not by it on as be"),
        (
            "de",
            "der die und das den von ist nicht mit sich des auf für dem ein eine auch wird zu im bei nach"
        ),
        ("es", "el la de que los las una por con para del se su como más pero fue y en un"),
        ("fr", "le la les des et est une dans que pour qui sur avec pas au du ce sont il en un"),
        ("it", "il di che della per una sono con nel non alla gli dei più anche è del si da i"),
        ("pt", "o que de do da em um uma para com não os as dos no na mais por foi ao se"),
        ("nl", "de het een van en is dat op te zijn voor met niet aan er ook door bij naar uit"),
        ("sv", "och att det som en på är av för med den till inte har ett om från var men"),
        ("da", "og at det er en på til af for med den der som ikke har et om fra var men ved blev"),
        ("no", "og det er på til av for med som en ikke har et om fra var den at men sier etter ble"),
        ("fi", "ja on ei että oli se joka ovat myös mutta hän kuin niin sekä ole mukaan kun"),
        ("pl", "i w na z się nie do że jest to o jak po za od przez oraz dla ale już był"),
        ("cs", "a v se na je že s z o do ve pro by jsou jako za po ale podle který od už"),
        ("hu", "a az és hogy nem is egy meg volt de ezt csak azt már szerint el ki"),
        ("tr", "ve bir bu için ile da de olarak çok daha olan gibi sonra kadar dedi en"),
        ("lt", "ir kad yra į su iš tai ne buvo kaip apie bet už per dėl nuo po jis"),
        ("id", "yang dan di dengan untuk ini itu dari pada dalam tidak akan juga ke oleh ada"),
        ("vi", "và của là có trong cho được với các không này đã một người từ khi đến"),
        ("sw", "na ya wa kwa ni katika la za kuwa hiyo huo alisema hii yake wake cha"),
        ("zu", "ukuthi futhi kanye uma kodwa ngoba noma lokhu ngesikhathi abantu uthe ukuba nge"),
        ("xh", "ukuba kwaye kunye ukuze kodwa okanye abantu uthi into xa kuba ngexesha ukuya"),
        ("ru", "и в не на что с по как это из за от для его он к но был о"),
        ("uk", "і в не на що з до та як це за від для його він але у про"),
        ("ar", "في من على إلى أن عن مع التي الذي هذا هذه ما كان بين بعد قد لا"),
        ("fa", "در به از که این را با است برای آن یک خود تا بر هم"),
        ("hi", "के में की है और से को का पर ने हैं यह कि एक भी इस"),
        ("el", "και το να του η της με για που την από στο είναι οι τα θα"),
    ]

    /// By the hash of a word, a bit for each language that has it.
    private static let languages: HashMemo = {
        var languages = HashMemo()
        for (number, entry) in words.enumerated() {
            for word in entry.words.description.utf8.split(separator: UInt8(ascii: " ")) {
                var hash = WordHash()
                for byte in word { hash.add(byte) }
                languages[hash.value] = (languages[hash.value] ?? 0) | 1 << UInt64(number)
            }
        }
        return languages
    }()

    /// Longer words are none of `words`.
    private static let maximumWordBytes = 24

    /// A BCP 47 tag; nil if the text is too short or in none of the languages.
    static func language(of text: [UInt8]) -> String? {
        let bytes = text.span.extracting(first: maximumBytes)
        if let language = byScript(bytes) { return language }
        var hits = [Int](repeating: 0, count: words.count)
        let languages = languages
        var hash = WordHash()
        var length = 0
        func endWord() {
            if length > 0, length <= maximumWordBytes, var found = languages[hash.value] {
                while found != 0 {
                    hits[found.trailingZeroBitCount] += 1
                    found &= found - 1
                }
            }
            hash = WordHash()
            length = 0
        }
        for place in bytes.indices {
            let byte = bytes[place]
            guard byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 else {
                endWord()
                continue
            }
            length += 1
            hash.add(byte)
        }
        endWord()
        guard let most = hits.max(), most >= leastHits else { return nil }
        return hits.firstIndex(of: most).map { words[$0].language }
    }

    /// The hash of a word, whatever its case, byte by byte (FNV-1a).
    private struct WordHash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
        /// The first byte of a character of two whose second is to come; 0 if there is none.
        private var lead: UInt8 = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            if byte < 0x80 {
                lead = 0
                mix(byte | 0x20)
            } else {
                addLong(byte)
            }
        }

        private mutating func addLong(_ byte: UInt8) {
            if lead != 0 {
                let (first, second) = CaseFolding.lowerCase(lead, byte)
                mix(first)
                mix(second)
                lead = 0
            } else if byte >= 0xC3, byte <= 0xD1 {
                lead = byte
            } else {
                mix(byte)
            }
        }

        @inline(__always)
        private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The language of a script that only one of them is written in.
    private static func byScript(_ bytes: Span<UInt8>) -> String? {
        var kana = 0
        var hangul = 0
        var han = 0
        for place in bytes.indices where bytes[place] >= 0xE3 && bytes[place] <= 0xED {
            switch bytes[place] {
            case 0xE3: kana += 1
            case 0xE4...0xE9: han += 1
            default: hangul += 1
            }
        }
        let all = kana + hangul + han
        guard all >= 20, all * 12 > bytes.count else { return nil }
        if hangul * 2 > all { return "ko" }
        // Chinese uses the block of kana for its punctuation only.
        return kana * 4 > all ? "ja" : "zh"
    }
}
