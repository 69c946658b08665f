import Fetching
import FetchingCurl
import HTTPMessages
import LoopbackSite
import Testing
import WebURLs

/// A fetcher that may ask this machine, and what tests do with it.
struct FetchBench: Sendable {
    let folder: TemporaryFolder
    let fetcher: CurlFetcher

    init(_ change: (inout CurlOptions) -> Void = { _ in }) throws {
        folder = TemporaryFolder()
        var options = CurlOptions()
        options.userAgent = "newshound-test/1 (+https://example.org/bot)"
        options.addressPolicy.allowsLoopback = true
        change(&options)
        fetcher = try CurlFetcher(options, spoolFolder: folder.spool)
    }

    func fetch(_ text: String, limits: FetchLimits = .short) async throws -> Capture {
        try await fetcher.fetch(FetchRequest(url: #require(WebURL(text)), limits: limits))
    }

    /// The error of a fetch that must not bring a capture.
    func error(_ text: String, limits: FetchLimits = .short) async throws -> FetchError {
        let url = try #require(WebURL(text))
        let fetcher = fetcher
        return try await #require(throws: FetchError.self) {
            _ = try await fetcher.fetch(FetchRequest(url: url, limits: limits))
        }
    }
}

extension FetchLimits {
    /// Limits for servers on this machine: long enough for a busy one.
    static let short = limits()

    static func limits(
        connect: Duration = .seconds(10), firstByte: Duration = .seconds(20), idle: Duration = .seconds(20),
        total: Duration = .seconds(30), body: Int = 10_000_000
    ) -> FetchLimits {
        var limits = FetchLimits()
        limits.connect = connect
        limits.firstByte = firstByte
        limits.idle = idle
        limits.total = total
        limits.maximumBodyBytes = body
        return limits
    }
}

extension Body {
    /// All bytes, from wherever they are.
    var allBytes: [UInt8] {
        switch self {
        case .bytes(let bytes): bytes
        case .spooled(let file): TemporaryFolder.read(file.path)
        }
    }

    /// Compares without showing the difference, which for long bodies takes minutes to find.
    func has(_ bytes: [UInt8]) -> Bool { allBytes == bytes }

    var isSpooled: Bool { if case .spooled = self { true } else { false } }
    var text: String { String(decoding: allBytes, as: UTF8.self) }
}
