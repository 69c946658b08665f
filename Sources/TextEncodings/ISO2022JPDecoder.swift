/// Decodes ISO-2022-JP, whose escape sequences switch between sets (Encoding §12.2.1).
struct ISO2022JPDecoder {
    private enum State {
        case ascii, roman, katakana, lead, trail, escapeStart, escape
    }

    private var state = State.ascii
    /// The set that the last escape sequence chose.
    private var outputState = State.ascii
    /// The first byte of a pair or of an escape sequence.
    private var first: UInt8 = 0
    /// Whether the last thing read was an escape sequence; two in a row are an error.
    private var isBehindEscape = false
    private var output: TextBuffer

    private init(capacity: Int) { output = TextBuffer(capacity: capacity) }

    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        var decoder = ISO2022JPDecoder(capacity: bytes.count + bytes.count / 2)
        var position = 0
        while position < bytes.count {
            if decoder.state == .ascii, bytes[position] != 0x1B, decoder.isPlain(bytes[position]) {
                decoder.isBehindEscape = false
                decoder.output.append(UInt32(bytes[position]))
                position += 1
            } else {
                decoder.read(bytes[position], &position)
            }
        }
        decoder.readEnd()
        return decoder.output.bytes
    }

    /// Takes one byte; `position` is moved behind it, or back if bytes are to be read anew.
    private mutating func read(_ byte: UInt8, _ position: inout Int) {
        position += 1
        switch state {
        case .escapeStart: readEscapeStart(byte, &position)
        case .escape: readEscape(byte, &position)
        case .trail: readTrail(byte)
        case .ascii, .roman, .katakana, .lead:
            if byte == 0x1B {
                state = .escapeStart
                return
            }
            isBehindEscape = false
            readCharacter(byte)
        }
    }

    private mutating func readCharacter(_ byte: UInt8) {
        switch state {
        case .ascii where isPlain(byte): output.append(UInt32(byte))
        case .roman where isPlain(byte):
            output.append(byte == 0x5C ? 0xA5 : byte == 0x7E ? 0x203E : UInt32(byte))
        case .katakana where (0x21...0x5F).contains(byte): output.append(0xFF61 + UInt32(byte) - 0x21)
        case .lead where (0x21...0x7E).contains(byte):
            first = byte
            state = .trail
        default: output.appendError()
        }
    }

    private mutating func readTrail(_ byte: UInt8) {
        if byte == 0x1B {
            state = .escapeStart
            output.appendError()
            return
        }
        state = .lead
        if (0x21...0x7E).contains(byte),
            let scalar = CharacterIndex.jis0208.scalar((Int(first) - 0x21) * 94 + Int(byte) - 0x21)
        {
            output.append(scalar)
        } else {
            output.appendError()
        }
    }

    private mutating func readEscapeStart(_ byte: UInt8, _ position: inout Int) {
        if byte == 0x24 || byte == 0x28 {
            first = byte
            state = .escape
            return
        }
        position -= 1
        breakEscape()
    }

    private mutating func readEscape(_ byte: UInt8, _ position: inout Int) {
        let chosen: State? =
            switch (first, byte) {
            case (0x28, 0x42): .ascii
            case (0x28, 0x4A): .roman
            case (0x28, 0x49): .katakana
            case (0x24, 0x40), (0x24, 0x42): .lead
            default: nil
            }
        guard let chosen else {
            position -= 2
            breakEscape()
            return
        }
        state = chosen
        outputState = chosen
        if isBehindEscape { output.appendError() }
        isBehindEscape = true
    }

    /// The escape byte was an error; what follows it is read in the set that was chosen before.
    private mutating func breakEscape() {
        isBehindEscape = false
        state = outputState
        output.appendError()
    }

    private mutating func readEnd() {
        switch state {
        case .trail, .escapeStart: output.appendError()
        case .escape:
            breakEscape()
            let pending = first
            readCharacter(pending)
            if state == .trail { output.appendError() }
        case .ascii, .roman, .katakana, .lead: break
        }
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        byte < 0x80 && byte != 0x0E && byte != 0x0F && byte != 0x1B
    }
}
