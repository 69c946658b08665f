package import Gzip

/// A place in a file where no record can be read; reading goes on behind it.
package struct WARCDamage: Error, Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        /// The gzip member is torn, corrupt or something else.
        case member(GzipError)
        /// Where a record or a member should start stand zero bytes, as they are left by a power cut.
        case zeros
        /// Neither a record nor a gzip member starts here; how the bytes begin.
        case noRecord(beginning: String)
        /// The file is compressed with Zstandard, which is not part of the standard.
        case zstandard
        /// A line of the header is neither the version nor a field.
        case badLine(String)
        /// No empty line within the limit.
        case endlessHeader(limit: Int)
        case noContentLength
        /// Not a number of bytes.
        case badContentLength(String)
        /// The file or the member ends inside the header or before the block is complete.
        case torn(stated: Int64?, found: Int64)
    }

    package let file: String
    /// Of the record or of its gzip member.
    package let offset: Int64
    package let reason: Reason

    package init(file: String, offset: Int64, reason: Reason) {
        self.file = file
        self.offset = offset
        self.reason = reason
    }
}

extension WARCDamage: CustomStringConvertible {
    package var description: String { "\(file), byte \(offset): \(reason); the record is skipped" }
}

extension WARCDamage.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .member(.notGzip): "no gzip member starts here"
        case .member(.truncated): "the file ends inside this gzip member"
        case .member(.badChecksum): "the gzip member's CRC-32 differs from its content"
        case .member(.badLength): "the gzip member's length field differs from its content"
        case .member(.tooLarge(let limit)): "the gzip member inflates to more than \(limit) bytes"
        case .member(.corrupt): "the gzip member is corrupt"
        case .zeros: "zero bytes stand where a record should start"
        case .noRecord(let beginning): "no record starts with \"\(beginning)\""
        case .zstandard: "the file is compressed with Zstandard; recompress it with gzip, one member a record"
        case .badLine(let line): "header line \"\(line)\" has no colon"
        case .endlessHeader(let limit): "the header has no end within \(limit) bytes"
        case .noContentLength: "the header has no Content-Length"
        case .badContentLength(let value): "Content-Length \"\(value)\" is no number of bytes"
        case .torn(let stated?, let found): "the block should have \(stated) bytes, \(found) are there"
        case .torn(nil, _): "the bytes end inside the header"
        }
    }
}
