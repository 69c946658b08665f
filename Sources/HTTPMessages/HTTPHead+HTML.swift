extension HTTPHead {
    /// Whether the body is an HTML page: as declared, or as it begins where no type is declared or one that says that it is
    /// not known (WHATWG MIME Sniffing §7).
    ///
    /// - Parameter start: The first bytes of the body, without transfer codings but in its content codings; it is asked
    ///   for as many as are needed, and may give more or, if the body has no more, fewer.
    package func declaresOrBeginsHTML(_ start: (_ count: Int) -> [UInt8]) -> Bool {
        if let type = mediaType, !type.isUnknown { return type.isHTML }
        let codings = contentCodings
        let encoded = start(codings.isEmpty ? MIMESniffer.headerBytes : ContentCoding.probeBytes)
        let plain = ContentCoding.beginning(of: encoded, codings: codings)
        return MIMESniffer.sniff(plain, declared: nil, nosniff: false) == "text/html"
    }
}
