import Foundation

/// A disk that knows which of its changes were synced: plays a log, and gives the folder as a power cut leaves it.
///
/// Nothing is taken for granted that a system does not promise: a file's bytes are safe once the file was synced, its
/// name once its folder was. Of the rest any part may be there, in any order, writes torn at sectors.
struct PowerDisk {
    /// What is there of changes that were not synced.
    enum Kept: CaseIterable {
        case nothing
        /// Of each file and folder the first ones.
        case beginnings
        /// Any of them; of a write any of its sectors.
        case some
        case everything
    }

    private static let sectorBytes = 512

    private enum Write {
        case bytes(offset: Int, ArraySlice<UInt8>)
        case size(Int)
    }

    private final class File {
        var safe: [UInt8] = []
        var unsynced: [Write] = []

        func sync() {
            safe = PowerDisk.apply(unsynced, to: safe)
            unsynced = []
        }
    }

    private enum Node {
        case file(File)
        case folder(Folder)
    }

    private enum Entry {
        case set(String, Node)
        case clear(String)
        case move(String, to: String, Node)
    }

    private final class Folder {
        var safe: [String: Node] = [:]
        var now: [String: Node] = [:]
        var unsynced: [Entry] = []

        func change(_ entry: Entry) {
            unsynced.append(entry)
            PowerDisk.apply([entry], to: &now)
        }

        func sync() {
            safe = now
            unsynced = []
        }
    }

    private let root = Folder()
    private var files: [UInt64: File] = [:]

    mutating func play(_ change: PowerLog.Change) {
        switch change {
        case .created(let path, let inode):
            let file = File()
            files[inode] = file
            parent(of: path)?.change(.set(Self.name(path), .file(file)))
        case .madeFolder(let path): parent(of: path)?.change(.set(Self.name(path), .folder(Folder())))
        case .wrote(let inode, let offset, let bytes):
            files[inode]?.unsynced.append(.bytes(offset: offset, bytes))
        case .sized(let inode, let size): files[inode]?.unsynced.append(.size(size))
        case .renamed(let from, let to):
            guard let folder = parent(of: from), let node = folder.now[Self.name(from)] else { return }
            folder.change(.move(Self.name(from), to: Self.name(to), node))
        case .removed(let path): parent(of: path)?.change(.clear(Self.name(path)))
        case .synced(let inode, _): files[inode]?.sync()
        case .syncedFolder(let path): folder(at: path)?.sync()
        }
    }

    /// Writes the folder as it is found after the power is back.
    func write(to path: String, keeping kept: Kept, _ random: inout Lottery) throws {
        try Self.write(root, to: path, keeping: kept, &random)
    }

    private static func write(
        _ folder: Folder, to path: String, keeping kept: Kept, _ random: inout Lottery
    ) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        var entries = folder.safe
        apply(chosen(folder.unsynced, kept, &random), to: &entries)
        for (name, node) in entries.sorted(by: { $0.key < $1.key }) {
            switch node {
            case .folder(let inner): try write(inner, to: path + "/" + name, keeping: kept, &random)
            case .file(let file):
                let bytes = content(of: file, kept, &random)
                try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
            }
        }
    }

    private static func content(of file: File, _ kept: Kept, _ random: inout Lottery) -> [UInt8] {
        var bytes = apply(chosen(torn(file.unsynced, kept, &random), kept, &random), to: file.safe)
        // The size may have become known before the bytes: then there are zeros.
        if kept == .some, random.next() % 4 == 0 {
            let whole = apply(file.unsynced, to: file.safe).count
            if whole > bytes.count { bytes += [UInt8](repeating: 0, count: whole - bytes.count) }
        }
        return bytes
    }

    private static func chosen<Item>(_ items: [Item], _ kept: Kept, _ random: inout Lottery) -> [Item] {
        switch kept {
        case .nothing: return []
        case .everything: return items
        case .beginnings: return Array(items.prefix(Int(random.next() % UInt64(items.count + 1))))
        case .some:
            var result: [Item] = []
            for item in items where random.next() % 2 == 0 { result.append(item) }
            return result
        }
    }

    /// Writes as the sectors that they consist of, a third of them; the last one of a beginning may be torn too.
    private static func torn(_ writes: [Write], _ kept: Kept, _ random: inout Lottery) -> [Write] {
        guard kept == .some || kept == .beginnings else { return writes }
        return writes.flatMap { write -> [Write] in
            guard case .bytes(let offset, let bytes) = write, kept == .beginnings || random.next() % 3 == 0
            else { return [write] }
            var parts: [Write] = []
            var start = 0
            while start < bytes.count {
                let sectorEnd = ((offset + start) / sectorBytes + 1) * sectorBytes - offset
                let end = min(bytes.count, sectorEnd)
                let part = bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)]
                parts.append(.bytes(offset: offset + start, part))
                start = end
            }
            return parts
        }
    }

    private static func apply(_ writes: [Write], to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        func grow(_ size: Int) {
            if result.count < size { result += [UInt8](repeating: 0, count: size - result.count) }
        }
        for write in writes {
            switch write {
            case .size(let size):
                grow(size)
                result.removeLast(result.count - size)
            case .bytes(let offset, let bytes):
                grow(offset + bytes.count)
                result.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
            }
        }
        return result
    }

    private static func apply(_ entries: [Entry], to names: inout [String: Node]) {
        for entry in entries {
            switch entry {
            case .set(let name, let node): names[name] = node
            case .clear(let name): names[name] = nil
            case .move(let name, let other, let node):
                names[name] = nil
                names[other] = node
            }
        }
    }

    private func folder(at path: String) -> Folder? {
        var folder = root
        for part in path.split(separator: "/") {
            guard case .folder(let inner)? = folder.now[String(part)] else { return nil }
            folder = inner
        }
        return folder
    }

    private func parent(of path: String) -> Folder? {
        folder(at: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
    }

    private static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
