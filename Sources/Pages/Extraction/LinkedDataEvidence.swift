/// What structured data (schema.org in JSON-LD) says of the page's own story.
struct LinkedDataEvidence {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var authors: [String] = []
    private(set) var site: String?
    private(set) var section: String?
    private(set) var image: String?
    private(set) var language: String?

    /// Objects beyond this many are not looked at.
    private static let maximumObjects = 5_000

    private let objects: [MetadataJSON]
    /// The first object with a name or a URL of each `@id`, by its place in `objects`.
    private let named: [String: Int]

    init(_ values: [MetadataJSON]) {
        let objects = Self.objects(of: values)
        var named: [String: Int] = [:]
        for (place, object) in objects.enumerated() {
            guard let id = object["@id"]?.text, named[id] == nil,
                object["name"] != nil || object["url"] != nil
            else {
                continue
            }
            named[id] = place
        }
        self.objects = objects
        self.named = named
        let ranked = objects.enumerated().compactMap { index, object in
            Self.rank(object).map { (rank: $0, index: index, object: object) }
        }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
        for entry in ranked {
            let object = entry.object
            headline = headline ?? object["headline"]?.text.map(MetadataText.decoded)
            published = published ?? object["datePublished"]?.list.first?.text ?? object["uploadDate"]?.text
            modified = modified ?? object["dateModified"]?.list.first?.text
            if authors.isEmpty { authors = names(object["author"]) }
            section = section ?? object["articleSection"]?.list.first?.text.map(MetadataText.decoded)
            image = image ?? self.image(object["image"], depth: 0)
            language = language ?? object["inLanguage"]?.text
            site = site ?? names(object["publisher"]).first
        }
        for entry in ranked {
            if authors.isEmpty { authors = names(entry.object["creator"]) }
            published = published ?? entry.object["dateCreated"]?.text
        }
        let website = objects.first { Self.types($0).contains("WebSite") }
        if let name = website?["name"]?.text.map(MetadataText.decoded) { site = name }
    }

    /// All objects, those inside others too, in the order of the text.
    private static func objects(of values: [MetadataJSON]) -> [MetadataJSON] {
        var objects: [MetadataJSON] = []
        var waiting = Array(values.reversed())
        while let value = waiting.popLast(), objects.count < maximumObjects {
            switch value {
            case .object(let members):
                objects.append(value)
                waiting.append(contentsOf: members.reversed().map(\.value))
            case .array(let elements): waiting.append(contentsOf: elements.reversed())
            default: break
            }
        }
        return objects
    }

    private static func types(_ object: MetadataJSON) -> [String] {
        (object["@type"]?.list ?? []).compactMap(\.text).map { type in
            type.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init) ?? type
        }
    }

    /// How close an object is to being the page's story, 0 the closest; nil if it is something else.
    private static func rank(_ object: MetadataJSON) -> Int? {
        var best: Int?
        for type in types(object) {
            let rank: Int? =
                switch type {
                case "Comment", "Answer", "Review", "AggregateRating", "UserReview": nil
                case _ where type.hasSuffix("Article") || type.hasSuffix("Posting") && type != "JobPosting": 0
                case "Report", "Recipe", "Question", "HowTo", "Chapter", "Book", "CreativeWork": 1
                case "WebPage", "QAPage", "FAQPage", "ItemPage", "MedicalWebPage", "ProfilePage",
                    "CollectionPage":
                    2
                case "Product", "VideoObject", "PodcastEpisode", "Course", "Event", "NewsMediaOrganization": 3
                default: nil
                }
            if let rank, rank < best ?? Int.max { best = rank }
        }
        return best
    }

    /// Names of persons or organisations: texts, objects with a name, or references to such objects.
    private func names(_ value: MetadataJSON?) -> [String] {
        var names: [String] = []
        for element in (value?.list ?? []).prefix(100) {
            switch element {
            case .string(let text): names.append(text)
            case .object:
                var named = element
                if element["name"] == nil, let target = target(of: element) { named = target }
                names.append(contentsOf: (named["name"]?.list ?? []).compactMap(\.text))
            default: break
            }
        }
        return names.map(MetadataText.decoded).filter { !$0.isEmpty }
    }

    private func image(_ value: MetadataJSON?, depth: Int) -> String? {
        guard let first = value?.list.first, depth < 4 else { return nil }
        if let text = first.text { return text }
        if let url = first["url"] ?? first["contentUrl"] { return image(url, depth: depth + 1) }
        return target(of: first).flatMap { image($0["url"], depth: depth + 1) }
    }

    /// The object an `@id` refers to.
    private func target(of reference: MetadataJSON) -> MetadataJSON? {
        reference["@id"]?.text.flatMap { named[$0] }.map { objects[$0] }
    }
}
