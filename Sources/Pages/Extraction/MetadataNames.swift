/// Reads names of people out of bylines and meta elements.
enum MetadataNames {
    /// Longer names are none.
    private static let maximumBytes = 64
    private static let maximumWords = 6
    private static let maximumNames = 20

    /// What follows an introduction such as "By", and whether there was one; the whole text if there was none.
    ///
    /// - Parameter isMarked: The page marks the text as a byline: words that also begin names ("Di", "Da") count.
    static func withoutIntroduction(_ text: String, isMarked: Bool) -> (rest: String, isIntroduced: Bool) {
        guard let first = text.utf8.first, let candidates = introductionsByFirstByte[Self.key(first)] else {
            return (text, false)
        }
        let lower = text.lowercased()
        for (word, isWeak) in candidates where lower.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            if let next = rest.first, next != " ", next != ":", next != "\n" { continue }
            let hasColon = rest.drop { $0 == " " }.first == ":"
            if isWeak, !isMarked, !hasColon { continue }
            let bare = rest.drop { $0 == " " || $0 == ":" || $0 == "\n" }
            return (String(bare), true)
        }
        // "ByJane Doe": the space was a margin.
        let start = text.dropFirst(2)
        if lower.hasPrefix("by"), start.first?.isUppercase == true,
            start.dropFirst().first?.isLowercase == true
        {
            return (String(start), true)
        }
        return (text, false)
    }

    /// The names at the start of a byline without its introduction; empty if it does not begin with a name.
    ///
    /// - Parameters:
    ///   - isCertain: Something else says that it is a name: single words and lower case count too.
    ///   - isWhole: The text is nothing but names: prepositions are part of them.
    static func names(in text: String, isCertain: Bool, isWhole: Bool = false) -> [String] {
        var names: [String] = []
        for full in pieces(of: text, isWhole: isWhole) {
            guard names.count < maximumNames else { break }
            let piece = withoutPosition(full)
            if !names.isEmpty, isPosition(full) { break }
            if let last = names.last, isCredential(piece) {
                names[names.count - 1] = last + ", " + piece
                continue
            }
            guard isName(piece, isCertain: isCertain) else {
                // What stands behind a name is a position or a place; before one, it makes the whole doubtful.
                break
            }
            if !names.contains(where: { MetadataWords($0) == MetadataWords(piece) }) { names.append(piece) }
        }
        return names
    }

    // MARK: - Pieces

    /// The text cut at commas and words for "and", as far as the label, date or mark that ends the names.
    private static func pieces(of text: String, isWhole: Bool) -> [String] {
        var pieces: [String] = []
        var piece: [Substring] = []
        func close() {
            if !piece.isEmpty { pieces.append(piece.joined(separator: " ")) }
            piece = []
        }
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).prefix(80)
        for (place, full) in words.enumerated() {
            let lower = full.lowercased()
            if conjunctions.contains(lower), piece.isEmpty, pieces.isEmpty { continue }
            if conjunctions.contains(lower) {
                // A single letter can be an initial; as a conjunction it stands between full names.
                if lower.count > 1 || !full.first.isNilOrUppercase { close() } else { piece.append(full) }
                continue
            }
            let next = place + 1 < words.count ? words[place + 1] : nil
            if ends(full, lower, next: next), !isWhole || !prepositions.contains(lower) || piece.isEmpty {
                break
            }
            var word = full
            var isEnd = false
            // What has a colon behind it is a label, and what follows is no list of names.
            if word.last == ":" { break }
            while let last = word.last, ",;".contains(last) {
                word.removeLast()
                isEnd = true
            }
            if !word.isEmpty { piece.append(word) }
            if isEnd { close() }
        }
        close()
        return pieces
    }

    /// Whether a word ends the names of a byline.
    private static func ends(_ word: Substring, _ lower: String, next: Substring?) -> Bool {
        guard let first = word.first else { return true }
        if "|•·–—-/([{<→›»@#".contains(first) || word.contains("@") || word.contains("://") { return true }
        if first.isNumber { return true }
        if stops.contains(lower.trimmingPunctuation) { return true }
        if let next, next.first?.isNumber == true,
            DateWords.month(Array(lower.trimmingPunctuation.utf8)) != nil
        {
            return true
        }
        return false
    }

    // MARK: - What is a name

    private static func isName(_ piece: String, isCertain: Bool) -> Bool {
        let words = piece.split(separator: " ")
        guard !words.isEmpty, words.count <= maximumWords, piece.utf8.count <= maximumBytes,
            piece.contains(where: \.isLetter), let first = words.first
        else { return false }
        if words.contains(where: { $0.hasSuffix("?") || $0.hasSuffix("!") || $0.count > 30 }) { return false }
        if labels.contains(first.lowercased().trimmingPunctuation) { return false }
        if isCertain { return true }
        guard let initial = first.first, initial.isUppercase || !initial.isCased else { return false }
        return words.allSatisfy { word in
            guard let letter = word.first(where: \.isLetter) else { return true }
            return !letter.isLowercase || particles.contains(word.lowercased())
        }
    }

    /// Letters behind a name: MD, Ph.D., CFP®, RDN, Jr.
    private static func isCredential(_ piece: String) -> Bool {
        let letters = piece.filter(\.isLetter)
        guard letters.count >= 2, piece.count <= 10, !piece.contains(" ") else { return false }
        let capitals = letters.filter(\.isUppercase).count
        return capitals == letters.count
            || ["jr", "sr", "phd", "esq", "msc", "bsc", "med", "dphil", "pharmd", "psyd", "edd"].contains(
                letters.lowercased())
    }

    /// Whether words name a position instead of a person: "Chief Marketing Officer".
    private static func isPosition(_ piece: String) -> Bool {
        piece.split(separator: " ").contains { positions.contains($0.lowercased().trimmingPunctuation) }
    }

    /// A name without the position behind it, if two words are left.
    private static func withoutPosition(_ piece: String) -> String {
        var words = piece.split(separator: " ")
        guard let last = words.last, positions.contains(last.lowercased().trimmingPunctuation) else {
            return piece
        }
        while let last = words.last,
            positions.contains(last.lowercased()) || ranks.contains(last.lowercased())
        {
            words.removeLast()
        }
        return words.count >= 2 ? words.joined(separator: " ") : piece
    }

    private static let positions: Set<String> = [
        "officer", "editor", "writer", "reporter", "correspondent", "director", "manager", "expert",
        "founder",
        "co-founder", "ceo", "cto", "president", "author", "journalist", "specialist", "columnist",
        "contributor",
        "analyst", "producer", "consultant", "coach", "professor", "engineer", "developer", "strategist",
        "gardener",
        "chef", "photographer", "critic", "advisor", "lawyer", "attorney", "redakteur", "redakteurin",
        "reporterin",
        "redactor", "periodista", "giornalista", "journaliste", "rédacteur", "rédactrice", "journalistin",
    ]

    /// Words before a position that belong to it.
    private static let ranks: Set<String> = [
        "staff", "senior", "chief", "managing", "contributing", "associate", "guest", "lead", "head",
        "content", "deputy",
        "executive", "freelance", "assistant", "news", "political", "sports", "science", "health", "business",
        "freier",
        "freie",
    ]

    private static let prepositions: Set<String> = [
        "in", "on", "at", "from", "about", "is", "am", "um", "le", "el", "il",
    ]

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den",
        "ten", "ter", "zu",
        "zur", "bin", "ibn", "al", "el", "of", "the", "y", "e", "af", "av", "op", "dal", "vom", "ap", "st.",
        "d'", "for",
    ]

    private static let conjunctions: Set<String> = [
        "and", "&", "und", "et", "y", "e", "og", "och", "en", "ja", "i", "a", "és", "ve", "и", "with", "ir",
        "und", "+",
    ]

    /// Words that end a byline.
    private static let stops: Set<String> = [
        "updated", "published", "posted", "last", "on", "in", "min", "from", "at", "is", "modified", "follow",
        "read",
        "share", "edited", "reviewed", "aktualisiert", "veröffentlicht", "publié", "publicado", "pubblicato",
        "comments",
        "fact", "medically", "minutes", "about", "created", "translated", "illustrated", "photographs",
        "photos", "photo", "am", "um", "le", "el", "il",
    ]

    /// First words of what stands where a name could but is none.
    private static let labels: Set<String> = [
        "share", "follow", "read", "subscribe", "view", "more", "see", "advertisement", "contributor",
        "contributors",
        "written", "home", "about", "comment", "comments", "contact", "reviewed", "edited", "fact",
        "sponsored",
        "minutes", "my", "your", "this", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "click", "get", "sign", "log", "menu",
        "search", "all", "photo",
        "image", "credit", "source", "author", "authors", "by", "posts", "learn", "a", "an", "in", "on",
        "for", "to",
        "how", "what", "why", "when", "where", "it", "it's", "we", "you", "here", "these", "using", "making",
        "clicking", "email",
        "print", "save", "updated", "published", "posted", "last", "from", "with", "join", "download", "top",
        "best", "meet", "filed", "category", "tags", "tag", "i", "if", "is", "are", "can", "do", "latest",
        "is", "copyright", "©", "writer", "editor", "profile", "website", "default", "unknown", "none",
        "null", "undefined", "anonymous", "guest", "admin",
    ]

    /// Words before a name that say that it is one, longest first; weak ones are also the start of names or labels.
    fileprivate static let introductions: [(word: String, isWeak: Bool)] = {
        let strong = [
            "this post was written by", "this article was written by", "article by", "words by", "text by",
            "story by",
            "guest post by", "contributed by", "written by", "authored by", "posted by", "published by",
            "created by",
            "reported by", "opinion by", "analysis by", "review by", "started by", "post by", "blog by",
            "medically written by", "expert written by",
            "escrito por", "redactado por", "publicado por", "scritto da", "pubblicato da", "écrit par",
            "publié par", "rédigé par",
            "geschrieben von", "verfasst von", "ein artikel von", "eine analyse von", "ein kommentar von",
            "geschreven door", "skrevet av", "skrevet af", "skriven av", "oleh",
            "tác giả", "by", "автор", "penulis", "szerző", "yazan",
        ]
        let weak = [
            "authors", "author", "author(s)", "autores", "autoren", "autor", "autora", "auteur", "autore",
            "tekst", "text", "por", "par", "von", "door",
            "di", "da", "av", "af", "de",
        ]
        return (strong.map { ($0, false) } + weak.map { ($0, true) }).sorted {
            $0.0.utf8.count > $1.0.utf8.count
        }
    }()
}

extension MetadataNames {
    /// The introductions by the first byte of what begins with them; those of other scripts stand together.
    private static let introductionsByFirstByte: [UInt8: [(word: String, isWeak: Bool)]] =
        Dictionary(grouping: introductions) { key($0.word.utf8.first ?? 0) }

    private static func key(_ byte: UInt8) -> UInt8 { byte < 0x80 ? byte | 0x20 : 0x80 }
}

extension Character? {
    fileprivate var isNilOrUppercase: Bool { self?.isUppercase ?? true }
}

extension String {
    /// Without punctuation at its end.
    fileprivate var trimmingPunctuation: String {
        var text = self
        while let last = text.last, last.isPunctuation { text.removeLast() }
        return text
    }
}
