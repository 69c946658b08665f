/// What a block of a page is for. Blocks are labelled once; links and article are read off the labels.
package enum BlockRole: UInt8, Sendable, Hashable, CaseIterable {
    /// Part of the story, the documentation, the posts of a thread: what the page exists for.
    case mainContent
    /// Offers stories about the same or a neighbouring matter.
    case relatedContent
    /// A list that would be the same on any page of the site: most read, latest.
    case popular
    case navigation
    case advertisement
    case newsletterPrompt
    case shareButtons
    case copyrightFooter
    case comments
    case authorBox
    /// Fields, buttons, sign-in and cart.
    case form
    /// Beside a picture, a film or a chart.
    case caption
    /// Date, section, tags and reading time of the story.
    case metaLine
    /// Consent banners and other layers over the page.
    case notice
    /// Boilerplate that says nothing of its purpose.
    case other
}
