package import Fetching
package import WARC

extension PayloadDigest {
    /// Of a body in memory or in its spool file, read piece by piece.
    ///
    /// A file that has gone or is shorter counts with what is left of it; the archive notices when it reads it.
    package static func of(_ body: Body, algorithm: WARCDigest.Algorithm = .sha1) -> String {
        switch body {
        case .bytes(let bytes): return of(bytes, algorithm: algorithm)
        case .spooled(let file):
            let calculator = calculator(algorithm)
            try? FileSystem.read(file.path, count: file.count) { calculator.update($0.span) }
            return calculator.finish().description
        }
    }
}
