import Testing

@testable import HTTPMessages

struct MIMESnifferTests {
    @Test(arguments: [
        ("<!doctype HTML>", "text/html"), ("\t\n\u{C} <bODY ", "text/html"), ("<bodyx", "text/plain"),
        ("<h1>", "text/html"),
        ("<!-->", "text/html"), ("<!--x", "text/plain"), (" <?xml", "text/xml"),
        ("%PDF-1", "application/pdf"),
        ("%!PS-Adobe-3", "application/postscript"), ("", "text/plain"), ("hello", "text/plain"),
        ("<p", "text/plain"),
        ("GIF89a", "image/gif"), ("BM", "image/bmp"), ("RIFFabcdWEBPVP", "image/webp"),
        ("RIFFabcdWAVE", "audio/wave"),
        ("RIFFabcdAVI ", "video/avi"), ("FORMabcdAIFF", "audio/aiff"), ("ID3", "audio/mpeg"),
        ("OggS\u{0}", "application/ogg"),
        ("MThd\u{0}\u{0}\u{0}\u{6}", "audio/midi"), ("PK\u{3}\u{4}", "application/zip"),
        ("a\u{1}", "application/octet-stream"),
        ("a\u{1B}[0m", "text/plain"),
    ])
    func `an unknown type is told by the first bytes`(text: String, type: String) {
        #expect(MIMESniffer.sniff(bytes(text), declared: nil, nosniff: false) == type)
        #expect(MIMESniffer.sniff(bytes(text), declared: "unknown/unknown", nosniff: false) == type)
    }

    @Test(arguments: [
        ("89504e470d0a1a0a", "image/png"), ("ffd8ff", "image/jpeg"), ("00000100", "image/x-icon"),
        ("1f8b08", "application/x-gzip"),
        ("526172211a0700", "application/x-rar-compressed"), ("fffe6100", "text/plain"),
        ("feff0061", "text/plain"),
        ("efbbbf61", "text/plain"), ("fffe", "text/plain"),
        ("00000018 66747970 6d703432 00000000 00000000 00000000", "video/mp4"),
        ("00000018 66747970 69736f6d 00000000 61766331 6d703431", "video/mp4"),
        ("00000018 66747970 69736f6d 00000000 61766331 61766331", "application/octet-stream"),
        ("00000104 66747970 6d703432", "application/octet-stream"),
        ("1a45dfa3 01000000 00000014 4282 84 7765626d 42878104", "video/webm"),
        ("1a45dfa3 4282 88 00000000 7765626d 0000", "video/webm"),
        ("1a45dfa3 4282 84 6d6b7620", "application/octet-stream"),
        ("1a45dfa3 4282", "application/octet-stream"),
    ])
    func `binary formats are told by their signatures`(hex: String, type: String) {
        #expect(MIMESniffer.sniff(bytes(hex: hex), declared: nil, nosniff: false) == type)
    }

    @Test func `MP3 without a tag takes two frames`() {
        // The standard's own sums: bits 11 of the version make it take 64 kbit/s of the second table: 144 ×
        // 64000 / 44100.
        let header: [UInt8] = [0xFF, 0xFB, 0x80, 0x00]
        let frame = header + [UInt8](repeating: 0x20, count: 204)
        let audio = frame + header
        #expect(MIMESniffer.sniff(audio, declared: nil, nosniff: false) == "audio/mpeg")
        #expect(MIMESniffer.sniff(frame, declared: nil, nosniff: false) == "application/octet-stream")
        for start: [UInt8] in [
            [0xFF, 0xFB, 0xF0, 0], [0xFF, 0xE0, 0, 0], [0xFF, 0xFF, 0x90, 0], [0xFF, 0xFB, 0x8C, 0],
        ] {
            #expect(
                MIMESniffer.sniff(start + frame, declared: nil, nosniff: false) == "application/octet-stream")
        }
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", "GIF89a", "text/html"), ("image/svg+xml", "GIF89a", "image/svg+xml"),
        ("image/png", "GIF89a", "image/gif"), ("image/png", "xxxxxx", "image/png"),
        ("audio/wav", "ID3", "audio/mpeg"),
        ("text/plain", "a\u{1}", "application/octet-stream"),
        ("text/plain; charset=UTF-8", "<html>", "text/plain"),
        ("text/plain;charset=UTF-8", "a\u{1}", "text/plain"), ("text/css", "<html>", "text/css"),
        ("rubbish", "<html>", "text/html"),
        ("*/*", "<html>", "text/html"),
    ])
    func `a declared type is doubted only where the standard doubts it`(
        declared: String, text: String, type: String
    ) {
        #expect(MIMESniffer.sniff(bytes(text), declared: declared, nosniff: false) == type)
    }

    @Test func `nosniff is heeded`() {
        #expect(MIMESniffer.sniff(bytes("<html>"), declared: nil, nosniff: true) == "text/plain")
        #expect(MIMESniffer.sniff(bytes("GIF89a"), declared: "image/png", nosniff: true) == "image/png")
        #expect(MIMESniffer.sniff(bytes("GIF89a"), declared: "*/*", nosniff: true) == "image/gif")
    }

    @Test func `random bytes never trap`() {
        var numbers = RepeatableNumbers()
        let starts: [[UInt8]] = [
            [], [0x1A, 0x45, 0xDF, 0xA3], [0xFF, 0xFB], [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70],
        ]
        for start in starts {
            for length in 0..<80 {
                let tail = (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
                _ = MIMESniffer.sniff(start + tail, declared: nil, nosniff: false)
            }
        }
    }
}
