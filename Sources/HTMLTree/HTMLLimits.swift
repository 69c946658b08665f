/// The limits that keep a hostile page from costing more than its size warrants, as a set of those a page
/// went beyond.
///
/// Each lies above whatever an honest page needs. Beyond it the page is still read to its end and no text is
/// lost.
package struct HTMLLimits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `maximumDepth` was reached: further elements stand beside instead of inside one another.
    package static let depth = HTMLLimits(rawValue: 1)
    /// `maximumFormattingElements` was reached: the oldest open formatting elements are not reopened any
    /// more.
    package static let formattingElements = HTMLLimits(rawValue: 2)
    /// `maximumExtraNodes` or `maximumNodes` was reached: formatting elements are not reopened, split or
    /// cloned any more; beyond the second only text, and elements such as `script` that hold nothing else,
    /// are added.
    package static let nodes = HTMLLimits(rawValue: 4)
    /// `maximumAttributes` was reached: further attributes of that element are left out.
    package static let attributes = HTMLLimits(rawValue: 8)
    /// `maximumBytes` was reached: what follows is not read.
    package static let bytes = HTMLLimits(rawValue: 16)

    /// `maximumNames` was reached: further names count as one and the same.
    package static let names = HTMLLimits(rawValue: 32)

    /// How deep elements may nest; browsers flatten at the same depth.
    package static let maximumDepth = 512
    /// How many formatting elements (`b`, `i`, `font`, …) may wait to be reopened; each new block may reopen
    /// them all.
    package static let maximumFormattingElements = 64
    /// How many nodes there may be beyond one for each byte read. Tags alone never reach it, reopened
    /// elements may.
    package static let maximumExtraNodes = 10_000
    /// How many nodes there may be in all: several times as many as on the largest pages people read. Tree, labels and
    /// links take some 200 bytes a node together, and a crawl has 300 MB for everything.
    package static let maximumNodes = 400_000
    /// How many attributes an element may have; each one is compared with those before it.
    package static let maximumAttributes = 256
    /// How many different names of elements, and of attributes, a page may use; the table of more would
    /// outgrow every cache.
    package static let maximumNames = 65_536
    /// How long a page may be: positions are 32 bits wide, and replaced and joined text may take six times
    /// its bytes.
    package static let maximumBytes = 256 << 20
}
