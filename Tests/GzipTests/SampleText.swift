/// Bytes that look like text, the same on every run.
func sampleText(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let words = ["harbour ", "council ", "the ", "<p>", "bridge ", "of ", "</p>\n", "Thursday "]
    var bytes: [UInt8] = []
    while bytes.count < count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += words[Int(state >> 61)].utf8
    }
    return [UInt8](bytes.prefix(count))
}
