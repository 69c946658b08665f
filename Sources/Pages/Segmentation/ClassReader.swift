import HTMLTree

/// Reads the hints out of an element's class, ID, role and data attributes, each spelling once a page.
struct ClassReader {
    /// What an element says of itself.
    struct Reading {
        var evidence: UInt64 = 0
        var landmarks: Landmarks = []
        /// Hash of name and class.
        var signature: UInt64 = 0
        /// Its role is that of a heading.
        var isHeading = false
    }

    /// What is to be done with attributes of a name.
    private enum Use: UInt8 { case unknown, none, own, landmark, words }

    /// Longer values are no names.
    private static let longestValue = 400
    /// Longer values of data attributes are none.
    private static let longestData = 60

    /// The hints of values by their hash; of attributes' names by that of the name.
    private var known = HashMemo()
    /// The landmarks of roles, styles and the like, by the hash of the value and the attribute's number.
    private var knownLandmarks = HashMemo()
    /// By the number of an attribute's name.
    private var uses: [Use] = []
    private var nameEvidence: [UInt64] = []
    private var scratch: [UInt8] = []

    /// Marks a role that is a heading among landmarks.
    private static let heading: UInt64 = 1 << 32

    mutating func read(_ node: HTMLNodeID, tag: HTMLTag, in document: HTMLDocument) -> Reading {
        var reading = Reading()
        reading.signature = UInt64(tag.rawValue) &* 0x9E37_79B9_7F4A_7C15
        for place in document.attributePlaces(of: node) {
            let attribute = document.attribute(at: place)
            let number = Int(attribute.name.rawValue)
            if number >= uses.count || uses[number] == .unknown { learn(attribute.name, in: document) }
            switch uses[number] {
            case .unknown, .none: break
            case .own:
                guard attribute.valueLength > 0, attribute.valueLength <= Self.longestValue else { continue }
                let hash = document.valueHash(of: attribute)
                if attribute.name == .class { reading.signature ^= hash &* 0x2127_599B_F432_5C37 }
                reading.evidence |= evidence(of: attribute, hash: hash, in: document)
            case .landmark:
                let marks = landmarks(of: attribute, in: document)
                reading.landmarks.formUnion(Landmarks(rawValue: UInt32(truncatingIfNeeded: marks)))
                if marks & Self.heading != 0 { reading.isHeading = true }
            case .words:
                guard attribute.valueLength <= Self.longestData else { continue }
                reading.evidence |= nameEvidence[number]
                reading.evidence |= evidence(
                    of: attribute, hash: document.valueHash(of: attribute), in: document)
            }
        }
        return reading
    }

    /// Finds out what is to be done with attributes of a name.
    private mutating func learn(_ name: HTMLAttributeName, in document: HTMLDocument) {
        let number = Int(name.rawValue)
        while uses.count <= number {
            uses.append(.unknown)
            nameEvidence.append(0)
        }
        switch name {
        case .class, .id: uses[number] = .own
        case .role, .hidden, .ariaHidden, .style, .itemprop: uses[number] = .landmark
        default:
            let bytes = document.nameBytes(of: name)
            guard name == .ariaLabel || bytes.starts(with: "data-".utf8) else {
                uses[number] = .none
                return
            }
            uses[number] = .words
            nameEvidence[number] = signs(of: bytes.dropFirst(5))
        }
    }

    private mutating func landmarks(of attribute: HTMLAttribute, in document: HTMLDocument) -> UInt64 {
        let hash = document.valueHash(of: attribute) ^ UInt64(attribute.name.rawValue)
        if let found = knownLandmarks[hash] { return found }
        let value = document.value(of: attribute)
        var found: UInt64 = 0
        switch attribute.name {
        case .role:
            found = UInt64(Self.landmarks(role: value).rawValue)
            if value.elementsEqual("heading".utf8) { found |= Self.heading }
        case .hidden: found = UInt64(Landmarks.hidden.rawValue)
        case .ariaHidden: if value.elementsEqual("true".utf8) { found = UInt64(Landmarks.hidden.rawValue) }
        case .style: if Self.hides(value) { found = UInt64(Landmarks.hidden.rawValue) }
        default:
            if value.elementsEqual("articleBody".utf8) || value.elementsEqual("text".utf8) {
                found = UInt64(Landmarks.articleBody.rawValue)
            }
        }
        knownLandmarks[hash] = found
        return found
    }

    private mutating func evidence(
        of attribute: HTMLAttribute, hash: UInt64, in document: HTMLDocument
    ) -> UInt64 {
        if let found = known[hash] { return found }
        let found = signs(of: document.value(of: attribute))
        known[hash] = found
        return found
    }

    /// The hints of one value, spelled `post-body` however it stands there (`postBody`, `post__body`).
    private mutating func signs(of value: ArraySlice<UInt8>) -> UInt64 {
        scratch.removeAll(keepingCapacity: true)
        var previous: UInt8 = 0x20
        for byte in value {
            switch byte {
            case 0x41...0x5A:
                if previous >= 0x61 && previous <= 0x7A { scratch.append(0x2D) }
                scratch.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: scratch.append(byte)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: scratch.append(0x20)
            default: if scratch.last != 0x2D { scratch.append(0x2D) }
            }
            previous = byte
        }
        return ClassLexicon.matcher.signs(in: scratch)
    }

    /// A hash of bytes that is the same in one page for the same bytes.
    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        let span = bytes.span
        return span.bytesHash(0..<span.count)
    }

    private static func landmarks(role: ArraySlice<UInt8>) -> Landmarks {
        if role.elementsEqual("navigation".utf8) || role.elementsEqual("menu".utf8)
            || role.elementsEqual("menubar".utf8)
        {
            return .navigation
        }
        if role.elementsEqual("banner".utf8) { return .header }
        if role.elementsEqual("contentinfo".utf8) { return .footer }
        if role.elementsEqual("complementary".utf8) { return .aside }
        if role.elementsEqual("main".utf8) { return .main }
        if role.elementsEqual("article".utf8) { return .article }
        if role.elementsEqual("search".utf8) || role.elementsEqual("form".utf8) { return .form }
        if role.elementsEqual("dialog".utf8) || role.elementsEqual("alertdialog".utf8) { return .dialog }
        return []
    }

    /// Whether a style attribute holds `display:none` or `visibility:hidden`.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        var squeezed: [UInt8] = []
        for byte in style where byte != 0x20 { squeezed.append(byte | 0x20) }
        return contains("display:none", in: squeezed) || contains("visibility:hidden", in: squeezed)
    }

    private static func contains(_ word: StaticString, in bytes: [UInt8]) -> Bool {
        let needle = Array(word.description.utf8)
        guard bytes.count >= needle.count else { return false }
        for start in 0...(bytes.count - needle.count) where bytes[start] == needle[0] {
            if bytes[start..<start + needle.count].elementsEqual(needle) { return true }
        }
        return false
    }
}
