/// Codes of languages.
package enum LanguageCode {
    /// The ISO 639-3 code of a BCP 47 tag; nil if its language is not among those that pages commonly declare.
    package static func threeLetters(_ tag: String) -> String? {
        let primary =
            tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
        if primary.utf8.count == 3, primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return primary }
        return table[primary]
    }

    /// ISO 639-1 to ISO 639-3; macrolanguages keep their own code, as Common Crawl writes them.
    private static let table: [String: String] = [
        "af": "afr", "am": "amh", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben",
        "bs": "bos",
        "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
        "eo": "epo",
        "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fo": "fao", "fr": "fra",
        "ga": "gle",
        "gl": "glg", "gu": "guj", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
        "id": "ind",
        "is": "isl", "it": "ita", "iw": "heb", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm",
        "kn": "kan",
        "ko": "kor", "ku": "kur", "ky": "kir", "la": "lat", "lb": "ltz", "lo": "lao", "lt": "lit",
        "lv": "lav",
        "mk": "mkd", "ml": "mal", "mn": "mon", "mr": "mar", "ms": "msa", "mt": "mlt", "my": "mya",
        "nb": "nob",
        "ne": "nep", "nl": "nld", "nn": "nno", "no": "nor", "or": "ori", "pa": "pan", "pl": "pol",
        "ps": "pus",
        "pt": "por", "ro": "ron", "ru": "rus", "rw": "kin", "sd": "snd", "si": "sin", "sk": "slk",
        "sl": "slv",
        "so": "som", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel",
        "tg": "tgk",
        "th": "tha", "ti": "tir", "tk": "tuk", "tl": "tgl", "tr": "tur", "tt": "tat", "ug": "uig",
        "uk": "ukr",
        "ur": "urd", "uz": "uzb", "vi": "vie", "xh": "xho", "yi": "yid", "yo": "yor", "zh": "zho",
        "zu": "zul",
    ]
}
