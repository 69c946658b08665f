import TextEncodings

/// Decoders give UTF-8 whatever they are fed, and what they gave is encoded and decoded to itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        guard let first = bytes.first else { return }
        let body = Array(bytes.dropFirst())
        let name = names[Int(first) % names.count]
        guard let encoding = TextEncoding(label: name) else {
            return FuzzRun.check(false, "no label \(name)")
        }
        let text = encoding.decode(body)
        let isValid = String(validating: text, as: UTF8.self) != nil
        FuzzRun.check(isValid, "\(name) gives what is not UTF-8")
        FuzzRun.check(EncodingDetection.isUTF8(text.span) == isValid, "the check of UTF-8 is wrong")
        FuzzRun.check(
            EncodingDetection.isUTF8(body.span) == (String(validating: body, as: UTF8.self) != nil),
            "the check of UTF-8 is wrong")
        FuzzRun.check(text.count <= 3 * body.count + 3, "\(body.count) bytes became \(text.count)")
        let encoded = encoding.encode(text.text)
        FuzzRun.check(encoded.count <= 12 * text.count + 8, "\(text.count) bytes became \(encoded.count)")
        let type = body.prefix(24).map { $0 }.text
        _ = EncodingDetection.detect(body, contentType: type)
        _ = EncodingDetection.detectPage(body, contentType: type)
        _ = TextEncoding(label: type)
    }
}

private let names = [
    "utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
    "replacement", "x-user-defined", "windows-1252", "windows-1255", "iso-8859-6", "koi8-u", "macintosh",
]
