/// What one stage of decoding gave.
struct DecodedStage {
    /// How the encoded bytes ended.
    enum End {
        /// As they should; what may lie behind was left alone.
        case complete
        /// In the middle.
        case cutOff
        /// In bytes that contradict the coding.
        case corrupt
        /// Not before the limit was reached.
        case tooLarge
    }

    /// What came up to the end.
    var bytes: [UInt8]
    var end: End
}
