/// What stands between the slashes and the path: user name and password, host, port (WHATWG URL §4.4,
/// authority state).
struct Authority {
    enum Host {
        /// A domain that stands in the input as it shall be.
        case domain(Range<Int>)
        /// A host that had to be decoded, mapped or parsed.
        case converted([UInt8], isAddress: Bool)
    }

    let user: Range<Int>
    let password: Range<Int>
    let host: Host
    let port: UInt16?
    /// Where it ends in the input: at a slash, at `?`, at `#`, or at the end.
    let end: Int

    /// - Returns: nil if the authority that begins at `start` is not valid for a special scheme.
    init?(_ input: borrowing Span<UInt8>, from start: Int, isSecure: Bool) {
        if let plainEnd = Self.endOfPlainDomain(input, from: start) {
            user = start..<start
            password = start..<start
            host = .domain(start..<plainEnd)
            port = nil
            end = plainEnd
            return
        }
        var end = start
        while end < input.count, !Self.isEnd(input[end]) { end &+= 1 }
        self.end = end
        let range = start..<end
        var hostStart = range.lowerBound
        var lastAt: Int?
        for index in range where input[index] == UInt8(ascii: "@") { lastAt = index }
        if let lastAt {
            hostStart = lastAt &+ 1
            var colon = range.lowerBound
            while colon < lastAt, input[colon] != UInt8(ascii: ":") { colon &+= 1 }
            user = range.lowerBound..<colon
            password = min(colon &+ 1, lastAt)..<lastAt
        } else {
            user = hostStart..<hostStart
            password = hostStart..<hostStart
        }
        var hostEnd = hostStart
        var isBracketed = false
        while hostEnd < range.upperBound {
            let byte = input[hostEnd]
            if byte == UInt8(ascii: ":"), !isBracketed { break }
            if byte == UInt8(ascii: "[") { isBracketed = true }
            if byte == UInt8(ascii: "]") { isBracketed = false }
            hostEnd &+= 1
        }
        guard hostEnd > hostStart, let host = Self.host(input, hostStart..<hostEnd) else { return nil }
        self.host = host
        var port: UInt16?
        // A colon without digits asks for the default port.
        if hostEnd &+ 1 < range.upperBound {
            guard let parsed = Self.port(input, (hostEnd &+ 1)..<range.upperBound) else { return nil }
            port = parsed == (isSecure ? 443 : 80) ? nil : parsed
        }
        self.port = port
    }

    /// The most bytes it takes when written out.
    var maximumLength: Int {
        let hostLength =
            switch host {
            case .domain(let range): range.count
            case .converted(let bytes, _): bytes.count
            }
        // `:` and `@` of the userinfo, `:` and five digits of the port.
        return 3 &* (user.count &+ password.count) &+ hostLength &+ 8
    }

    /// Appends userinfo, host and port to `output` and notes where they lie.
    func write(_ input: borrowing Span<UInt8>, to output: inout OutputSpan<UInt8>, _ layout: inout Layout) {
        if !user.isEmpty || !password.isEmpty {
            output.append(input, user, literals: LiteralBytes.userinfo)
            if !password.isEmpty {
                output.append(UInt8(ascii: ":"))
                output.append(input, password, literals: LiteralBytes.userinfo)
            }
            output.append(UInt8(ascii: "@"))
        }
        layout.hostStart = UInt16(truncatingIfNeeded: output.count)
        switch host {
        case .domain(let range):
            output.append(copying: input.extracting(range))
        case .converted(let bytes, let isAddress):
            output.append(copying: bytes.span)
            layout.hostIsAddress = isAddress
        }
        layout.hostEnd = UInt16(truncatingIfNeeded: output.count)
        if let port {
            layout.hasPort = true
            layout.port = port
            output.append(UInt8(ascii: ":"))
            for byte in String(port).utf8 { output.append(byte) }
        }
    }

    /// The end of an authority that is nothing but a lower-case ASCII domain and no address: most of them.
    @inline(__always)
    private static func endOfPlainDomain(_ input: borrowing Span<UInt8>, from start: Int) -> Int? {
        var index = start
        var lastLabel = start
        let plain = plainDomain
        while index < input.count, plain.contains(input[index]) {
            if input[index] == UInt8(ascii: ".") { lastLabel = index &+ 1 }
            index &+= 1
        }
        guard index == input.count || isEnd(input[index]), lastLabel < index,
            !ByteSet.digits.contains(input[lastLabel])
        else { return nil }
        return index
    }

    /// Lower-case letters, digits, `-`, `.` and `_`.
    private static let plainDomain = ByteSet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_8000_0000)

    @inline(__always)
    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "\\")
    }

    /// The host parser (WHATWG URL §3.5).
    private static func host(_ input: borrowing Span<UInt8>, _ range: Range<Int>) -> Host? {
        let text = input.extracting(range)
        if text[0] == UInt8(ascii: "[") {
            guard text.count > 2, text[text.count &- 1] == UInt8(ascii: "]"),
                let address = IPv6Address(text.extracting(1..<(text.count &- 1)))
            else { return nil }
            return .converted(address.serialised, isAddress: true)
        }
        guard let domain = DomainToASCII.convert(percentDecoded(text)) else { return nil }
        switch IPv4Address.parse(domain.span) {
        case .notNumeric: return .converted(domain, isAddress: false)
        case .address(let address): return .converted(IPv4Address.serialise(address), isAddress: true)
        case .invalid: return nil
        }
    }

    /// Percent-decoded, ill-formed UTF-8 replaced.
    private static func percentDecoded(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let byte = escapedByte(in: text, at: index) {
                bytes.append(byte)
                index &+= 3
            } else {
                bytes.append(text[index])
                index &+= 1
            }
        }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Decimal digits up to 65535; nil for anything else.
    private static func port(_ input: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt16? {
        var value: UInt32 = 0
        for index in range {
            guard ByteSet.digits.contains(input[index]) else { return nil }
            value = value &* 10 &+ UInt32(input[index] &- UInt8(ascii: "0"))
            guard value <= 65_535 else { return nil }
        }
        return UInt16(value)
    }
}
