import HTMLTree

/// Reads the hints out of an element's class, ID, role and data attributes, each spelling once a page.
struct ClassReader {
    /// What an element says of itself.
    struct Reading {
        var evidence: UInt64 = 0
        var landmarks: Landmarks = []
        /// Hash of name and class.
        var signature: UInt64 = 0
    }

    /// Longer values are no names.
    private static let longestValue = 400

    private var known: [UInt64: UInt64] = [:]
    private var scratch: [UInt8] = []

    mutating func read(_ node: HTMLNodeID, tag: HTMLTag, in document: HTMLDocument) -> Reading {
        var reading = Reading()
        reading.signature = UInt64(tag.rawValue) &* 0x9E37_79B9_7F4A_7C15
        for attribute in document.attributes(of: node) {
            let name = attribute.name
            if name == .class || name == .id {
                let value = document.value(of: attribute)
                guard !value.isEmpty, value.count <= Self.longestValue else { continue }
                let hash = Self.hash(value)
                if name == .class { reading.signature ^= hash &* 0x2127_599B_F432_5C37 }
                reading.evidence |= evidence(of: value, hash: hash)
            } else if name == .role {
                reading.landmarks.formUnion(Self.landmarks(role: document.value(of: attribute)))
            } else if name == .hidden {
                reading.landmarks.insert(.hidden)
            } else if name == .ariaHidden {
                if document.value(of: attribute).elementsEqual("true".utf8) {
                    reading.landmarks.insert(.hidden)
                }
            } else if name == .style {
                if Self.hides(document.value(of: attribute)) { reading.landmarks.insert(.hidden) }
            } else if name == .itemprop {
                let value = document.value(of: attribute)
                if value.elementsEqual("articleBody".utf8) || value.elementsEqual("text".utf8) {
                    reading.landmarks.insert(.articleBody)
                }
            } else if name == .ariaLabel || document.nameBytes(of: name).starts(with: "data-".utf8) {
                let value = document.value(of: attribute)
                guard value.count <= 60 else { continue }
                let key = document.nameBytes(of: name).dropFirst(5)
                reading.evidence |= evidence(of: key, hash: Self.hash(key))
                reading.evidence |= evidence(of: value, hash: Self.hash(value))
            }
        }
        return reading
    }

    /// The hints of one value, spelled `post-body` however it stands there (`postBody`, `post__body`).
    private mutating func evidence(of value: ArraySlice<UInt8>, hash: UInt64) -> UInt64 {
        if let found = known[hash] { return found }
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
        let found = ClassLexicon.matcher.signs(in: scratch)
        known[hash] = found
        return found
    }

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
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
