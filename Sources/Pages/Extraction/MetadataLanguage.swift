/// The language of a page: as declared, else by its text.
enum MetadataLanguage {
    /// A BCP 47 tag; nil if the page neither declares a language nor has enough text to tell.
    static func language(_ evidence: MetadataEvidence, linked: LinkedDataEvidence) -> String? {
        let declared = [
            evidence.language, evidence.meta("content-language"), evidence.meta("og:locale"), linked.language,
            evidence.meta("dc.language", "dcterms.language", "language"),
        ]
        return declared.lazy.compactMap { $0.flatMap(tag) }.first
            ?? LanguageDetector.language(of: evidence.text)
    }

    /// A declared language as BCP 47 tag (RFC 5646 §2.1.1: language lower, script title, region upper case); nil if it
    /// is none.
    static func tag(_ declared: String) -> String? {
        let first = declared.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }).first ?? ""
        let parts = first.split(whereSeparator: { $0 == "-" || $0 == "_" }).prefix(4)
        var tag: [String] = []
        for (place, part) in parts.enumerated() {
            guard part.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }), part.count <= 8
            else { break }
            switch (place, part.count) {
            case (0, 2...3): tag.append(part.lowercased())
            case (0, _): return nil
            case (_, 2): tag.append(part.uppercased())
            case (_, 4): tag.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
            default: tag.append(part.lowercased())
            }
        }
        return tag.isEmpty || tag == ["und"] ? nil : tag.joined(separator: "-")
    }
}
