/// Who writes an archive and how: the warcinfo record of each of its files (ISO 28500:2017 §6.2).
package struct ArchiveIdentity: Sendable {
    /// `newshound/0.1.0 (+https://…) libcurl/7.88.1`.
    package var software: String
    /// Name of the crawl.
    package var isPartOf: String
    /// The contact; nil if none was given.
    package var operatorContact: String?
    package var userAgent: String
    /// Name of this machine; it ends the names of files.
    package var hostname: String
    /// Facts that a later reader needs: an insecure run, a proxy.
    package var notes: [String]

    package init(
        software: String, isPartOf: String, operatorContact: String?, userAgent: String, hostname: String,
        notes: [String] = []
    ) {
        self.software = software
        self.isPartOf = isPartOf
        self.operatorContact = operatorContact
        self.userAgent = userAgent
        self.hostname = hostname
        self.notes = notes
    }

    /// Things about our records that no standard says.
    private static let conventions = [
        "values of Authorization, Proxy-Authorization and Cookie in request records are redacted",
        "bodies are stored without transfer coding; fields X-Archive-Orig- keep what was replaced in a head",
        "hop letter K in hopsFromSeed and outlink lines is a related-content link",
    ]

    /// The block of a warcinfo record.
    func block() -> [UInt8] {
        var lines = FieldLines()
        lines.add("software", software)
        lines.add("format", "WARC File Format 1.1")
        lines.add(
            "conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
        lines.add("isPartOf", isPartOf)
        lines.add("operator", operatorContact)
        lines.add("robots", "obey (RFC 9309)")
        lines.add("http-header-user-agent", userAgent)
        lines.add("hostname", hostname)
        for note in Self.conventions + notes { lines.add("description", note) }
        return lines.bytes
    }

    /// The machine's name as it may stand in a file's name.
    var fileHostname: String {
        let name = hostname.utf8.map { byte in
            let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
            return isLetter ? byte : UInt8(ascii: "-")
        }
        return name.isEmpty ? "localhost" : String(decoding: name.prefix(60), as: UTF8.self)
    }
}
