import Foundation
import LoopbackSite
import Testing

/// Disks that are full or may only be read: small file systems of memory, which only root can mount.
@Suite(.serialized, .enabled(if: geteuid() == 0, "mounting a small disk needs root"))
struct DiskTests {
    /// Each page has some 40 KB that do not compress.
    private static func respond(_ request: SiteRequest) -> SiteResponse {
        if request.path == "/robots.txt" { return .notFound() }
        guard let page = Int(request.path.dropFirst()), page < 60 else { return .notFound() }
        var random = Lottery(state: UInt64(page))
        let noise = (0..<3_500).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
        return .text(
            "<html><body><p>Page \(page) of the register, with numbers.</p><p>\(noise)</p>"
                + "<a href=\"/\(page + 1)\">The next page of the register</a></body></html>")
    }

    private static func means(_ server: LoopbackServer) -> [String] {
        ["--allow-loopback", "--delay", "0", "--concurrency", "4", "--quiet", "--min-free-disk", "0"]
    }

    /// The newest frontier's pages against the server's own count of what it has.
    private func expectSound(_ crawl: String, isComplete: Bool) async throws {
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.damages.isEmpty)
        #expect(contents.misplaced.isEmpty)
        #expect(contents.openFiles.isEmpty)
        let pages = contents.pages.filter { !$0.key.hasSuffix("/robots.txt") }
        #expect(pages.values.allSatisfy { $0 == 1 })
        if isComplete { #expect(pages.count == 61) } else { #expect(pages.count < 61) }
        let verdict = try await Program.run(["verify", crawl], in: NSTemporaryDirectory())
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    @Test func `a crawl on a full disk ends with status 4 and nothing torn, and resume finishes it`()
        async throws
    {
        let disk = try SmallDisk(bytes: 3 << 20)
        let server = try LoopbackServer { Self.respond($0) }
        defer { server.stop() }
        let crawl = disk.path + "/crawl"
        let first = try await Program.run(
            ["crawl", server.url("/0"), "--follow", "all", "--into", crawl] + Self.means(server),
            in: NSTemporaryDirectory())
        #expect(first.status == 4, "\(first.status) \(first.errors)")
        #expect(first.errors.split(separator: "\n").count == 1, "\(first.errors)")
        #expect(first.errors.contains("newshound resume"))
        try await expectSound(crawl, isComplete: false)

        let again = try await Program.run(["resume", crawl] + Self.means(server), in: NSTemporaryDirectory())
        #expect(again.status == 4, "\(again.errors)")
        try disk.resize(bytes: 64 << 20)
        let second = try await Program.run(
            ["resume", crawl] + Self.means(server), in: NSTemporaryDirectory())
        #expect(second.status == 0, "\(second.errors)")
        try await expectSound(crawl, isComplete: true)
    }

    @Test func `--min-free-disk ends a crawl before the disk is full`() async throws {
        let disk = try SmallDisk(bytes: 16 << 20)
        let server = try LoopbackServer { Self.respond($0) }
        defer { server.stop() }
        let crawl = disk.path + "/crawl"
        let ending = try await Program.run(
            [
                "crawl", server.url("/0"), "--follow", "all", "--into", crawl, "--allow-loopback", "--delay",
                "300ms",
                "--quiet",
            ], in: NSTemporaryDirectory())
        #expect(ending.status == 4, "\(ending.errors)")
        #expect(ending.errors.contains("are free on the disk of \(crawl)"))
        try await expectSound(crawl, isComplete: false)
    }

    @Test func `results that a full disk does not take leave no file`() async throws {
        let disk = try SmallDisk(bytes: 64 << 10)
        let folder = try TemporaryFolder()
        let page =
            "<html><body><article><p>" + (0..<9_000).map { "Ship number \($0) lay in the harbour. " }.joined()
            + "</p></article></body></html>"
        try page.write(toFile: folder.path + "/page.html", atomically: true, encoding: .utf8)
        let ending = try await Program.run(
            ["extract", "--html", folder.path + "/page.html", "--output", disk.path + "/out.txt"],
            in: folder.path)
        #expect(ending.status == 4, "\(ending.errors)")
        #expect(
            ending.errors.contains("out.txt: cannot be written: No space left on device; free some space"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }

    @Test func `a disk that may only be read takes no crawl`() async throws {
        let disk = try SmallDisk(bytes: 1 << 20)
        try disk.setReadOnly()
        let ending = try await Program.run(
            ["crawl", "http://127.0.0.1:1/", "--allow-loopback", "--into", disk.path + "/a/crawl"],
            in: NSTemporaryDirectory())
        #expect(ending.status == 4)
        #expect(
            ending.errors.contains("/a: cannot make the folder: Read-only file system"), "\(ending.errors)")
        #expect(ending.errors.split(separator: "\n").count == 1)
        let output = try await Program.run(
            ["config", "--print", "--config", "/dev/null"], in: NSTemporaryDirectory())
        #expect(output.status == 0)
    }

    @Test func `a crawl on such a disk can be read, but not resumed`() async throws {
        let disk = try SmallDisk(bytes: 16 << 20)
        let site = NumberedSite(pages: 5, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let crawl = disk.path + "/crawl"
        let means = ["--allow-loopback", "--connect-to", server.connectTo]
        let first = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--delay", "0", "--into", crawl, "--min-free-disk",
                "0",
            ] + means,
            in: NSTemporaryDirectory())
        #expect(first.status == 0, "\(first.errors)")
        try disk.setReadOnly()
        for command in [
            ["status", crawl], ["verify", crawl], ["extract", crawl], ["links", crawl],
            ["why", crawl, site.url(0)],
        ] {
            let ending = try await Program.run(command, in: NSTemporaryDirectory())
            #expect(ending.status == 0, "\(command): \(ending.errors)")
            #expect(ending.errors.isEmpty, "\(command)")
        }
        let resumed = try await Program.run(["resume", crawl] + means, in: NSTemporaryDirectory())
        #expect(resumed.status == 4)
        #expect(resumed.errors.contains("Read-only file system"), "\(resumed.errors)")
        #expect(resumed.errors.split(separator: "\n").count == 1)
    }
}

/// A file system in memory of a few bytes, unmounted with its owner.
private final class SmallDisk: Sendable {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    struct CannotMount: Error {}

    init(bytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(bytes)") == 0 else { throw CannotMount() }
    }

    func resize(bytes: Int) throws {
        guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=\(bytes)") == 0 else {
            throw CannotMount()
        }
    }

    func setReadOnly() throws {
        guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0 else {
            throw CannotMount()
        }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }
}
