import Fetching
import FoundationEssentials
import Glibc
import HTTPMessages
import Pages
import Synchronization
import Testing
import WARC
import WebURLs

@testable import Archiving

/// A crawl folder for one test and what a writer needs; it goes with everything in it when it is let go.
final class ArchiveFixture: Sendable {
    let parent: String
    let folder: CrawlFolder

    init() throws {
        var name = Array("/tmp/archiving-tests-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw NoFolder() }
        parent = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        folder = try CrawlFolder.create(parent + "/crawl")
    }

    struct NoFolder: Error {}

    deinit { Self.delete(parent) }

    var path: String { folder.path }

    static let identity = ArchiveIdentity(
        software: "newshound/1.0", isPartOf: "sample", operatorContact: "Jane Doe <jane@news.example>",
        userAgent: "newshound/1.0 (+https://news.example/bot)", hostname: "crawl1.news.example")

    func writer(
        maximumFileBytes: Int64 = 1_000_000_000, disk: any Disk = SystemDisk()
    ) -> ArchiveWriter {
        ArchiveWriter(
            folder: folder, identity: Self.identity, maximumFileBytes: maximumFileBytes, disk: disk,
            now: { Date(timeIntervalSince1970: 1_767_323_045.678) })
    }

    /// Names below a folder of the crawl, sorted.
    func names(_ part: String) -> [String] { (try? FileSystem.list(path + "/" + part)) ?? [] }

    func bytes(_ name: String) -> [UInt8] { Self.bytes(path + "/" + name) }

    static func bytes(_ path: String) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try ReplacedFile(path)
        try file.append(bytes)
        try file.finish()
    }

    private static func delete(_ path: String) {
        if FileSystem.kind(of: path) == .folder {
            for name in (try? FileSystem.list(path)) ?? [] { delete(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// All records of the crawl's files as they lie on disk, by file name.
    func records(_ part: String = "pages") throws -> [ReadRecord] {
        var records: [ReadRecord] = []
        for name in names(part) {
            let path = path + "/" + part + "/" + name
            let reader = WARCReader(
                try FileSource(path: path), file: name, options: .init(digests: .blocksAndPayloads))
            while let item = try reader.next() {
                guard case .record(let read) = item else {
                    Issue.record("\(item)")
                    continue
                }
                records.append(read)
            }
        }
        return records
    }
}

/// Captures of our own making.
enum SampleCapture {
    static let start = Date(timeIntervalSince1970: 1_767_323_045.678)

    static func url(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

    static let requestHead =
        "GET /harbour HTTP/1.1\r\nHost: news.example\r\nUser-Agent: newshound/1.0\r\n\r\n"

    static func make(
        _ address: String = "https://news.example/harbour",
        head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
        body: Body = .bytes(Array("<p>The council met on Thursday.</p>".utf8)),
        request: String = requestHead, truncation: Capture.Truncation? = nil
    ) throws -> Capture {
        Capture(
            url: try url(address), startedAt: start, finishedAt: start.addingTimeInterval(0.412),
            responseTime: .milliseconds(300), requestHead: Array(request.utf8),
            head: try #require(HTTPHead(Array(head.utf8))), body: body, truncation: truncation,
            address: "192.0.2.7", protocols: ["http/1.1", "tls/1.3"], cipherSuite: "TLS_AES_128_GCM_SHA256")
    }

    static func page(_ address: String = "https://news.example/harbour", text: String = "The council met.")
        throws
        -> Page
    {
        var article = Article()
        article.title = "Harbour"
        article.authors = ["Jane Doe", "Joe Roe"]
        article.published = "2026-01-01"
        article.language = "en-GB"
        article.blocks = text.isEmpty ? [] : [ArticleBlock(kind: .paragraph, text: text)]
        let links = [
            Outlink(
                url: try url("https://news.example/bridge"), text: "Bridge", role: .related,
                context: "a/@href",
                isNoFollow: false),
            Outlink(
                url: try url("https://news.example/about#us"), text: "About", role: .navigation,
                context: "a/@href",
                isNoFollow: false),
        ]
        return Page(
            url: try url(address), encoding: "utf-8", outlinks: links, article: article,
            directives: RobotsDirectives(), canonical: nil, refresh: nil,
            requisites: [try url("https://news.example/a.png")], remarks: ["a limit\nwas hit"])
    }

    static func records(_ content: CaptureRecords.Content, page: Page? = nil) throws -> CaptureRecords {
        CaptureRecords(
            content: content, page: page, via: try url("https://user:secret@news.example/front"),
            hopPath: "LK",
            robotsRecordID: "urn:uuid:00000000-0000-4000-8000-000000000001",
            robotsRule: "User-agent: * / Allow: /")
    }

    /// A capture whose body is `number`, to tell one from the other.
    static func numbered(_ number: Int, bytes: Int = 0) throws -> CaptureRecords {
        let body = Array("\(number)".utf8) + [UInt8](repeating: 0x78, count: bytes)
        let capture = try make("https://news.example/\(number)", body: .bytes(body))
        return CaptureRecords(content: .response(capture), hopPath: "")
    }
}

/// A disk that counts what is asked of it, and breaks where a test wants it to.
final class ScriptedDisk: Disk {
    /// Guards the counts and the script.
    private let state: Mutex<State>

    struct State {
        var writtenBytes = 0
        var syncs = 0
        /// Bytes after which the disk is full; nil: never.
        var capacity: Int?
        /// What the next sync fails with.
        var syncError: Int32?
    }

    init(capacity: Int? = nil) { state = Mutex(State(capacity: capacity)) }

    var syncs: Int { state.withLock { $0.syncs } }
    var writtenBytes: Int { state.withLock { $0.writtenBytes } }
    func failNextSync(_ code: Int32) { state.withLock { $0.syncError = code } }
    func limit(to capacity: Int?) { state.withLock { $0.capacity = capacity } }

    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        let room = state.withLock { state in
            let room = min(bytes.count, (state.capacity ?? .max) - state.writtenBytes)
            if room > 0 { state.writtenBytes += room }
            return room
        }
        guard room > 0 else {
            errno = ENOSPC
            return -1
        }
        return SystemDisk().write(UnsafeRawBufferPointer(rebasing: bytes[..<room]), to: descriptor)
    }

    func sync(_ descriptor: Int32) -> Int32 {
        let error = state.withLock { state in
            state.syncs += 1
            defer { state.syncError = nil }
            return state.syncError
        }
        guard let error else { return SystemDisk().sync(descriptor) }
        errno = error
        return -1
    }
}
