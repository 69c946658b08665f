import CExpat

/// Where and why the reading of XML broke off.
struct XMLBreak {
    let damage: FeedDamage
    /// In the XML that was read; nil if the parser does not know.
    let offset: Int?

    var isMalformed: Bool { if case .malformed = damage { true } else { false } }
}

/// How much of a file is read in all, however often reading begins anew.
struct XMLBudget {
    /// Bytes of text that may come; more come only of entities that multiply.
    var characters: Int
    /// Bytes that may be handed to the parser.
    var bytes: Int
}

/// Delivers the elements and the text of XML, read by expat, to a builder.
enum XMLEvents {
    /// Bytes handed to expat at a time; between them it is looked whether reading must stop.
    private static let pieceBytes = 64 << 10
    /// The same where reading begins anew, since it may end soon; each piece after is twice as long.
    private static let firstPieceBytes = 256

    /// What the callbacks work with.
    // Safety: the parser is used within its own callbacks only, while `deliver` keeps it alive.
    @safe private final class Context {
        let builder: FeedBuilder
        let parser: XML_Parser
        var charactersLeft: Int
        var hasExpanded = false

        init(builder: FeedBuilder, parser: XML_Parser, charactersLeft: Int) {
            self.builder = builder
            unsafe self.parser = parser
            self.charactersLeft = charactersLeft
        }

        /// Ends the reading, from within a callback.
        func stopIfWanted() {
            guard builder.stop != nil || builder.isForeign || hasExpanded else { return }
            // Safety: the parser lives until `deliver` returns, and callbacks are called within it only.
            unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    /// Reads XML in UTF-8.
    ///
    /// External entities and parameter entities are not read.
    ///
    /// - Parameters:
    ///   - opening: Is read before the XML.
    ///   - budget: What is left of it is less afterwards.
    /// - Returns: Why the reading broke off; nil if it came to the end or the builder wanted no more. An exhausted budget of
    ///   bytes is an error without a place.
    static func deliver(
        _ xml: ArraySlice<UInt8>, behind opening: [UInt8] = [], to builder: FeedBuilder,
        within budget: inout XMLBudget
    ) -> XMLBreak? {
        // Safety: the parser is freed once; the encoding given here overrides the declared one.
        guard let parser = unsafe XML_ParserCreate("UTF-8") else {
            return XMLBreak(damage: .malformed(line: 0, reason: "no memory for an XML parser"), offset: nil)
        }
        defer { unsafe XML_ParserFree(parser) }
        let context = unsafe Context(builder: builder, parser: parser, charactersLeft: budget.characters)
        // Safety: the context outlives the parser's last callback by `withExtendedLifetime`.
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
        unsafe setHandlers(of: parser)
        return withExtendedLifetime(context) {
            defer { budget.characters = context.charactersLeft }
            var read = 0
            if !opening.isEmpty {
                guard unsafe give(opening[...], isLast: false, to: parser) else {
                    return unsafe XMLBreak(damage: damage(of: parser, context) ?? .cutOff, offset: nil)
                }
                read = opening.count
            }
            var size = opening.isEmpty ? pieceBytes : firstPieceBytes
            var start = xml.startIndex
            while budget.bytes > 0 {
                let end = min(start + size, xml.endIndex)
                budget.bytes -= end - start
                guard unsafe give(xml[start..<end], isLast: end == xml.endIndex, to: parser) else {
                    return unsafe damage(of: parser, context).map { damage in
                        // Safety: asks the parser that has just stopped.
                        let index = unsafe Int(XML_GetCurrentByteIndex(parser)) - read
                        let offset = index >= 0 && index < xml.count ? xml.startIndex + index : nil
                        return XMLBreak(damage: damage, offset: offset)
                    }
                }
                if end == xml.endIndex { return nil }
                start = end
                size = min(2 * size, pieceBytes)
            }
            return XMLBreak(damage: .malformed(line: 0, reason: "too many errors"), offset: nil)
        }
    }

    /// Hands a piece to the parser; false if that stops.
    private static func give(_ piece: ArraySlice<UInt8>, isLast: Bool, to parser: XML_Parser) -> Bool {
        // Safety: expat copies what it keeps of the piece.
        unsafe piece.withUnsafeBytes { piece in
            let bytes = unsafe piece.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe XML_Parse(parser, bytes, Int32(piece.count), isLast ? 1 : 0) == XML_STATUS_OK
        }
    }

    private static func setHandlers(of parser: XML_Parser) {
        // Safety: the user data is the context set in `deliver`; names and attributes are text that ends with
        // a zero byte, attributes are pairs that end with a null pointer, and none is kept.
        unsafe XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let context = unsafe XMLEvents.context(data), let name = unsafe name else { return }
                unsafe context.builder.start(String(cString: name), XMLEvents.pairs(attributes))
                context.stopIfWanted()
            },
            { data, _ in
                guard let context = unsafe XMLEvents.context(data) else { return }
                context.builder.end()
                context.stopIfWanted()
            })
        unsafe XML_SetCharacterDataHandler(parser) { data, characters, count in
            guard let context = unsafe XMLEvents.context(data), let characters = unsafe characters, count > 0
            else { return }
            context.charactersLeft -= Int(count)
            if context.charactersLeft < 0 {
                context.hasExpanded = true
                context.stopIfWanted()
            } else if context.builder.wantsText {
                let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: Int(count))
                unsafe context.builder.append(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// The context behind the user data of a callback.
    private static func context(_ data: UnsafeMutableRawPointer?) -> Context? {
        // Safety: `deliver` set a context that lives as long as the parser.
        unsafe data.map { unsafe Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func pairs(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [String: String]
    {
        var pairs: [String: String] = [:]
        guard var next = unsafe attributes else { return pairs }
        // Safety: the list ends with a null pointer in the place of a name.
        while let name = unsafe next[0], let value = unsafe next[1] {
            unsafe pairs[String(cString: name)] = unsafe String(cString: value)
            unsafe next += 2
        }
        return pairs
    }

    /// Why expat stopped.
    private static func damage(of parser: XML_Parser, _ context: Context) -> FeedDamage? {
        // Safety: asks the parser that has just stopped; the description is a constant of the library.
        let code = unsafe XML_GetErrorCode(parser)
        switch code {
        case XML_ERROR_ABORTED: return context.hasExpanded ? .entityExpansion : nil
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
            XML_ERROR_UNCLOSED_CDATA_SECTION:
            return .cutOff
        case XML_ERROR_AMPLIFICATION_LIMIT_BREACH, XML_ERROR_RECURSIVE_ENTITY_REF: return .entityExpansion
        default:
            let line = unsafe Int(XML_GetCurrentLineNumber(parser))
            let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
            return .malformed(line: line, reason: reason ?? "error \(code.rawValue)")
        }
    }
}
