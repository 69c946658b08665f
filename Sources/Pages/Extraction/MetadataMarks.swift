/// What the names of an element and of those around it say of a text, as far as title, authors and dates go.
struct MetadataMarks: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Who wrote it.
    static let author = MetadataMarks(rawValue: 1)
    /// More about who wrote it than a name: portrait, biography, contact.
    static let biography = MetadataMarks(rawValue: 2)
    static let date = MetadataMarks(rawValue: 4)
    /// The date of a change.
    static let modified = MetadataMarks(rawValue: 8)
    /// Comments, other stories, navigation: not of this page's story.
    static let elsewhere = MetadataMarks(rawValue: 16)
    /// The name of the site instead of a title.
    static let siteName = MetadataMarks(rawValue: 32)
    /// Said by a standard (`rel=author`, microdata), not by a class name.
    static let declared = MetadataMarks(rawValue: 64)
    /// A `time` element.
    static let time = MetadataMarks(rawValue: 128)
}
