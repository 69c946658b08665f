import Foundation

extension Error {
    /// The system's own words for what kept a file call of Foundation from its work: "Permission denied".
    ///
    /// Foundation's sentences name the file a second time and end in a period.
    var systemReason: String {
        var error = self as NSError
        while error.domain != NSPOSIXErrorDomain,
            let cause = error.userInfo[NSUnderlyingErrorKey].flatMap({ $0 as? any Error })
        {
            error = cause as NSError
        }
        if error.domain == NSPOSIXErrorDomain { return Self.words(Int32(clamping: error.code)) }
        return switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: Self.words(ENOENT)
        case .fileReadNoPermission, .fileWriteNoPermission: Self.words(EACCES)
        case .fileWriteFileExists: Self.words(EEXIST)
        case .fileWriteOutOfSpace: Self.words(ENOSPC)
        case .fileWriteVolumeReadOnly: Self.words(EROFS)
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: Self.words(EINVAL)
        default: Self.words(EIO)
        }
    }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
