import Foundation

/// What runs did to a folder, change by change and sync by sync, as the faulty disk wrote it down.
struct PowerLog {
    /// One line of the log. Paths are below the folder; files are told apart by inode, whose number may be used again.
    enum Change {
        case created(path: String, inode: UInt64)
        case wrote(inode: UInt64, offset: Int, bytes: ArraySlice<UInt8>)
        case sized(inode: UInt64, size: Int)
        case renamed(from: String, to: String)
        case removed(path: String)
        case madeFolder(path: String)
        case synced(inode: UInt64, path: String)
        case syncedFolder(path: String)
    }

    let changes: [Change]

    init(path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func number(_ offset: Int, _ count: Int) -> Int {
            bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        var changes: [Change] = []
        var place = 0
        while place < bytes.count {
            let (pathBytes, offset, count) = (
                number(place + 4, 4), number(place + 16, 8), number(place + 24, 8)
            )
            let inode = UInt64(number(place + 8, 8))
            let pathStart = place + 32
            let path = String(decoding: bytes[pathStart..<(pathStart + pathBytes)], as: UTF8.self)
            let rest = bytes[(pathStart + pathBytes)..<(pathStart + pathBytes + count)]
            switch number(place, 4) {
            case 1: changes.append(.created(path: path, inode: inode))
            case 2: changes.append(.wrote(inode: inode, offset: offset, bytes: rest))
            case 3: changes.append(.sized(inode: inode, size: offset))
            case 4: changes.append(.renamed(from: path, to: String(decoding: rest, as: UTF8.self)))
            case 5: changes.append(.removed(path: path))
            case 6: changes.append(.madeFolder(path: path))
            case 7: changes.append(.synced(inode: inode, path: path))
            default: changes.append(.syncedFolder(path: path))
            }
            place = rest.endIndex
        }
        self.changes = changes
    }
}
