/// An encoding with one byte a character (Encoding §9).
struct SingleByteTable: Sendable, ScalarEncoder {
    /// The characters of the bytes 0x80 to 0xFF; 0 where there is none.
    private let scalars: [UInt32]
    /// The byte of a character.
    private let bytes: [UInt32: UInt8]

    /// The table of an encoding; nil if it is no single-byte encoding.
    static func named(_ name: String) -> SingleByteTable? { all[name] }

    private static let all: [String: SingleByteTable] = {
        var tables = singleByteRuns.mapValues { SingleByteTable(runs: $0) }
        // The same table; the difference is one of display (Encoding §9).
        tables["iso-8859-8-i"] = tables["iso-8859-8"]
        // Encoding §14.5: the upper half lies in the private use area.
        tables["x-user-defined"] = SingleByteTable(runs: "F780-F7FF")
        return tables
    }()

    /// A table from runs: a character or a range of characters in hexadecimal, "_" for a byte without a
    /// character, "_4" for four of them.
    private init(runs: String) {
        var scalars: [UInt32] = []
        for run in runs.split(separator: " ") {
            if run.first == "_" {
                scalars += [UInt32](repeating: 0, count: Int(run.dropFirst()) ?? 1)
                continue
            }
            let ends = run.split(separator: "-").compactMap { UInt32($0, radix: 16) }
            guard let first = ends.first, let last = ends.last, first <= last else { continue }
            scalars += Array(first...last)
        }
        precondition(scalars.count == 128, "a table has a place for every byte of the upper half")
        self.scalars = scalars
        bytes = Dictionary(
            zip(scalars, 0x80...0xFF).lazy.filter { $0.0 != 0 }, uniquingKeysWith: { first, _ in first })
    }

    func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        var output = TextBuffer(capacity: bytes.count + bytes.count / 4)
        var position = 0
        while position < bytes.count {
            let end = ASCIIRun.end(in: bytes, from: position)
            output.append(bytes, position..<end)
            position = end
            while position < bytes.count, bytes[position] >= 0x80 {
                let scalar = scalars[Int(bytes[position]) - 0x80]
                if scalar == 0 { output.appendError() } else { output.append(scalar) }
                position += 1
            }
        }
        return output.bytes
    }

    func append(_ scalar: UInt32, to output: inout [UInt8]) -> Bool {
        if scalar < 0x80 {
            output.append(UInt8(truncatingIfNeeded: scalar))
            return true
        }
        guard let byte = bytes[scalar] else { return false }
        output.append(byte)
        return true
    }
}
