// How an answer goes over the wire, and how long it takes.

extension HostileSite {
    private static let early = [
        HostileSite("slow-head-line") { _ in
            .script([.text("HTTP/1.1 200 OK\r\nX-Slow: "), .repeatForever([0x78], every: .milliseconds(300))])
        },
        HostileSite("slow-head-lines") { _ in
            .script([
                .text("HTTP/1.1 200 OK\r\n"), .repeatForever(line("X-More: m"), every: .milliseconds(200)),
            ])
        },
        HostileSite("slow-continues") { _ in
            .script([
                .repeatForever(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), every: .milliseconds(200))
            ])
        },
    ]

    static let slownesses =
        early + [
            HostileSite("slow-chunks") { _ in
                chunked([.repeatForever(Array("1\r\nx\r\n".utf8), every: .milliseconds(200))])
            },
            HostileSite("slow-trailers") { _ in
                chunked([
                    .text("5\r\nhello\r\n0\r\n"),
                    .repeatForever(line("X-Late: l"), every: .milliseconds(200)),
                ])
            },
            HostileSite("says-hello-and-waits") { _ in
                .script(head: [html], then: [.text(paragraph), .pause(.seconds(60)), .close])
            },
            HostileSite("no-end-of-chunks") { _ in chunked([.text("5\r\nhello\r\n"), .hold]) },
        ]

    static let framings = [
        HostileSite("endless-blank-lines") { _ in .script([.repeatForever(blankLines, every: .zero)]) },
        HostileSite("endless-trailers") { _ in
            chunked([
                .text("5\r\nhello\r\n0\r\n"), .repeatForever(line("X-Late: l"), every: .zero),
            ])
        },
        HostileSite("endless-chunk-extension") { _ in
            chunked([.text("5;"), .repeatForever([UInt8](repeating: 0x65, count: 4000), every: .zero)])
        },
        HostileSite("endless-chunk-size") { _ in
            chunked([.repeatForever([UInt8](repeating: 0x30, count: 4000), every: .zero)])
        },
        HostileSite("chunks-of-a-byte") { _ in chunked([.repeatForever(crumbs, every: .zero)]) },
        HostileSite("second-answer") { _ in
            .script(
                head: [html, "Content-Length: \(paragraph.utf8.count)"],
                then: [
                    .text(paragraph + "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n"), .hold,
                ])
        },
        HostileSite("length-of-an-exabyte") { _ in sized("9223372036854775807") },
        HostileSite("length-beyond-numbers") { _ in sized("99999999999999999999999999") },
        HostileSite("length-below-nothing") { _ in sized("-5") },
        HostileSite("length-in-words") { _ in sized("ten") },
        HostileSite("lengths-in-one-field") { _ in sized("10, 20") },
        HostileSite("two-framings") { _ in
            .script(
                head: [html, "Content-Length: 3", "Transfer-Encoding: chunked"],
                then: [.text("5\r\nhello\r\n0\r\n\r\n"), .close])
        },
        HostileSite("chunked-twice") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked, chunked"],
                then: [.text("f\r\n5\r\nhello\r\n0\r\n\r\n\r\n0\r\n\r\n"), .close])
        },
        HostileSite("unknown-transfer-coding") { _ in
            .script(
                head: [html, "Transfer-Encoding: gzip, x-odd"], then: [.text(paragraph), .close])
        },
        HostileSite("switches-protocols") { _ in
            .script([
                .text("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
                .repeatForever(noise, every: .zero),
            ])
        },
        HostileSite("speaks-http-2") { _ in
            // A SETTINGS frame (RFC 9113 §6.5), then noise.
            .script([.bytes([0, 0, 0, 4, 0, 0, 0, 0, 0]), .repeatForever(noise, every: .zero)])
        },
        HostileSite("not-modified-unasked") { _ in
            .script([.text("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n" + paragraph), .close])
        },
        HostileSite("no-content-with-content") { _ in
            .script([.text("HTTP/1.1 204 No Content\r\nContent-Length: 50\r\n\r\n" + paragraph), .close])
        },
        HostileSite("part-unasked") { _ in
            .script([
                .text("HTTP/1.1 206 Partial Content\r\n\(html)\r\nContent-Range: bytes 5-1/0\r\n\r\n"),
                .repeatForever(crumbs, every: .zero),
            ])
        },
        HostileSite("nothing-but-nul") { _ in .bytes([UInt8](repeating: 0, count: 9_000_000)) },
    ]

    private static func line(_ text: String) -> [UInt8] { Array((text + "\r\n").utf8) }

    private static func chunked(_ steps: [SiteResponse.Step]) -> SiteResponse {
        .script(head: [html, "Transfer-Encoding: chunked"], then: steps)
    }

    private static func sized(_ length: String) -> SiteResponse {
        .script(head: [html, "Content-Length: \(length)"], then: [.text(paragraph), .close])
    }

    private static let blankLines = Array(String(repeating: "\r\n", count: 2000).utf8)
    private static let crumbs = Array(String(repeating: "1\r\nx\r\n", count: 2000).utf8)
    /// Bytes without order, the same in each run.
    static let noise: [UInt8] = (0..<8000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
}

// MARK: - Heads

extension HostileSite {
    static let oddHeads = [
        HostileSite("endless-folded-line") { _ in
            .script([
                .text("HTTP/1.1 200 OK\r\nX-Folded: a\r\n"), .repeatForever(line(" b"), every: .zero),
            ])
        },
        HostileSite("bare-newlines") { _ in
            .script([.text("HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + paragraph), .close])
        },
        HostileSite("carriage-returns") { _ in
            .script([.text("HTTP/1.1 200 OK\rContent-Type: text/html\r\r" + paragraph), .close])
        },
        HostileSite("long-reason") { _ in
            .script([
                .text("HTTP/1.1 200 \(String(repeating: "r", count: 90_000))\r\n\(html)\r\n\r\n" + paragraph),
                .close,
            ])
        },
        HostileSite("status-of-four-digits") { _ in status("HTTP/1.1 2000 Odd") },
        HostileSite("status-zero") { _ in status("HTTP/1.1 000 None") },
        HostileSite("status-999") { _ in status("HTTP/1.1 999 Denied") },
        HostileSite("status-without-number") { _ in status("HTTP/1.1 OK") },
        HostileSite("http-9") { _ in status("HTTP/9.9 200 OK") },
        HostileSite("asks-for-a-password") { _ in
            .text(
                paragraph, status: 401,
                fields: (0..<300).map { ("WWW-Authenticate", "Digest realm=\"\($0)\", nonce=\"n\"") })
        },
        HostileSite("asks-for-a-proxy") { _ in
            .text(paragraph, status: 407, fields: [("Proxy-Authenticate", "NTLM")])
        },
        HostileSite("links-in-the-head") { request in
            .text(
                paragraph,
                fields: (0..<2000).map { ("Link", "<\(request.path)\($0)>; rel=\"next\"; title=\"t\"") })
        },
        HostileSite("orders-for-robots") { _ in
            .text(
                paragraph,
                fields: (0..<2000).map { ("X-Robots-Tag", "bot\($0): noindex, unavailable_after: x") })
        },
        HostileSite("validators-with-controls") { _ in
            .script(
                head: [html, "ETag: \"a\u{1}\u{7f}\"", "Last-Modified: Mon\tX-Forged: yes"],
                then: [.text(paragraph), .close])
        },
        HostileSite("try-again-next-century") { _ in
            .text(paragraph, status: 503, fields: [("Retry-After", "99999999999999999999")])
        },
        HostileSite("try-again-in-9999") { _ in
            .text(paragraph, status: 429, fields: [("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")])
        },
    ]

    private static func status(_ line: String) -> SiteResponse {
        .script([.text(line + "\r\n\(html)\r\n\r\n" + paragraph), .close])
    }
}

// MARK: - Packed bodies

extension HostileSite {
    static let packings = [
        HostileSite("zstd-bomb") { _ in packed(zstdBomb, "zstd") },
        HostileSite("brotli-bomb") { _ in packed(brotliBomb, "br") },
        HostileSite("noise-as-brotli") { _ in packed(noise, "br") },
        HostileSite("noise-as-deflate") { _ in packed(noise, "deflate") },
        HostileSite("endless-gzip-name") { _ in
            .script(
                head: [html, "Content-Encoding: gzip"],
                then: [
                    // The flag FNAME (RFC 1952 §2.3.1): a name up to a zero byte that never comes.
                    .bytes([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 255]),
                    .repeatForever([UInt8](repeating: 0x6e, count: 4000), every: .zero),
                ])
        },
        HostileSite("empty-gzip-members") { _ in packed(emptyMembers, "gzip") },
        HostileSite("unnumbered-codings") { _ in
            packed(noise, Array(repeating: "gzip", count: 10_000).joined(separator: ","))
        },
        HostileSite("codings-by-the-field") { _ in
            .text(paragraph, fields: (0..<2000).map { _ in ("Content-Encoding", "deflate") })
        },
    ]

    private static func packed(_ bytes: [UInt8], _ coding: String) -> SiteResponse {
        .bytes(bytes, fields: [("Content-Encoding", coding)])
    }

    /// Members without content: eight megabytes of them.
    private static let emptyMembers = Array(
        repeatElement(GzipBytes.stored([]), count: 360_000).joined())

    /// 262 MB of one byte in 8 KB: a frame with a window of 128 KB and blocks of one repeated byte (RFC 8878 §3.1.1).
    private static let zstdBomb: [UInt8] =
        [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]
        + (0..<2000).flatMap { number -> [UInt8] in
            let header = (131_072 << 3) | (1 << 1) | (number == 1999 ? 1 : 0)
            return [UInt8(header & 255), UInt8(header >> 8 & 255), UInt8(header >> 16 & 255), 0x3c]
        }

    /// Sixteen megabytes of `<` in twenty bytes, over and over (RFC 7932 §9).
    private static let brotliBomb: [UInt8] =
        [0xcb, 0xff, 0xff, 0x3f, 0x00, 0x24, 0x78, 0xe2, 0xb1, 0x40, 0x72]
        + (0..<2000).flatMap { _ in brotliRound }
    private static let brotliRound: [UInt8] = [
        0xef, 0xff, 0xf8, 0xff, 0xff, 0x07, 0x80, 0x04, 0x40, 0x1c, 0x16, 0x80, 0xee, 0xfd, 0x1f, 0xff, 0xff,
        0xff, 0x00, 0x90, 0x00, 0x88, 0xc3, 0x02, 0xd0, 0xbd, 0xff, 0xe3, 0xff, 0xff, 0x1f, 0x00, 0x12, 0x00,
        0x71, 0x58, 0x00, 0xba, 0xf7, 0x7f, 0xfc, 0xff, 0xff, 0x03, 0x40, 0x02, 0x20, 0x0e, 0x0b, 0x40, 0xf7,
        0xfe, 0x8f, 0xff, 0xff, 0x7f, 0x00, 0x48, 0x00, 0xc4, 0x61, 0x01, 0xe8, 0xde, 0xff, 0xf1, 0xff, 0xff,
        0x0f, 0x00, 0x09, 0x80, 0x38, 0x2c, 0x00, 0xdd, 0xfb, 0x3f, 0xfe, 0xff, 0xff, 0x01, 0x20, 0x01, 0x10,
        0x87, 0x05, 0xa0, 0x7b, 0xff, 0xc7, 0xff, 0xff, 0x3f, 0x00, 0x24, 0x00, 0xe2, 0xb0, 0x00, 0x74,
    ]
}
