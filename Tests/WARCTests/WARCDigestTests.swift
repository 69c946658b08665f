import Testing

@testable import WARC

@Suite struct WARCDigestTests {
    /// Of the three bytes "abc" (FIPS 180-4, RFC 1321).
    static let abc: [(WARCDigest.Algorithm, String)] = [
        (.sha1, "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
        (.sha256, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            .sha512,
            "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (.md5, "md5:900150983cd24fb0d6963f7d28e17f72"),
    ]

    @Test(arguments: abc)
    func `digests are those of the standards`(algorithm: WARCDigest.Algorithm, text: String) throws {
        let calculator = try #require(DigestCalculator(algorithm))
        for byte in "abc".utf8 {
            let piece = [byte]
            calculator.update(piece.span)
        }
        #expect(calculator.finish().description == text)
        let all = Array("abc".utf8)
        calculator.update(all.span)
        #expect(calculator.finish().description == text)
    }

    @Test(arguments: abc)
    func `a digest is read in Base32 and Base16, padded or not, in any case`(
        algorithm: WARCDigest.Algorithm, text: String
    ) throws {
        let digest = try #require(WARCDigest(text))
        let base32 = BaseEncoding.encode32(digest.bytes)
        let padded = base32 + String(repeating: "=", count: (8 - base32.utf8.count % 8) % 8)
        let base16 = BaseEncoding.encode16(digest.bytes)
        for value in [base32, base32.lowercased(), padded, base16, base16.uppercased()] {
            #expect(WARCDigest("\(algorithm.rawValue):\(value)") == digest, "\(value)")
            #expect(WARCDigest("\(algorithm.rawValue.uppercased()):\(value)") == digest)
        }
    }

    @Test(arguments: [
        "", "sha1", "sha1:", "sha1:!!!", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE", "blake3:abcd", "sha256:00",
    ])
    func `what is no digest is none`(text: String) { #expect(WARCDigest(text) == nil) }

    @Test func `every length survives Base32`() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 5) }
            #expect(BaseEncoding.decode32(Array(BaseEncoding.encode32(bytes).utf8)[...]) == bytes)
            #expect(BaseEncoding.decode16(Array(BaseEncoding.encode16(bytes).utf8)[...]) == bytes)
        }
    }

    @Test func `a digest that was given up leaves no trace`() throws {
        let calculator = try #require(DigestCalculator(.sha1))
        let noise = [UInt8](repeating: 9, count: 100)
        calculator.update(noise.span)
        calculator.reset()
        let abc = Array("abc".utf8)
        calculator.update(abc.span)
        #expect(calculator.finish().description == Self.abc[0].1)
    }

    @Test func `nothing has a digest too`() {
        #expect(PayloadDigest.of([]) == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    }
}
