// swift-tools-version: 6.2
// Newshound: a polite, crash-proof news crawler and archiver.
//
// The targets stand in the order in which a URL meets them. A target is a stage of the flow or a format; what it
// imports is part of its design, and `make lint` rejects an import that is not declared here.
import PackageDescription

/// Settings of every target.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Settings of every target that touches neither C handles nor files: strictly memory-safe as well.
let pure = house + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "newshound",
    products: [.executable(name: "newshound", targets: ["newshound"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries of the system: a module map and a shim.h each.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCodecs",
            providers: [.apt(["zlib1g-dev", "libdeflate-dev", "libbrotli-dev", "libzstd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CSSL", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),

        // Values: an absolute http(s) URL, its origin, host key, crawl identity and SURT.
        .target(name: "WebURLs", dependencies: ["CIDN2", "CPSL"], swiftSettings: pure),
        // Values: one gzip member in, one member out; a torn tail told apart.
        .target(name: "Gzip", dependencies: ["CCodecs"], swiftSettings: house),
        // Values: heads as bytes and as view, fields, media types, dates, chunked and content codings.
        .target(name: "HTTPMessages", dependencies: ["Gzip", "CCodecs"], swiftSettings: pure),
        // Values: which encoding a page has, and its decoding to UTF-8.
        .target(name: "TextEncodings", swiftSettings: pure),
        // Values: a serial executor that keeps blocking C off the cooperative pool.
        .target(name: "Executors", swiftSettings: house),

        // Format: WHATWG tokenizer and tree builder on UTF-8 bytes, a flat Sendable document.
        .target(name: "HTMLTree", swiftSettings: pure),
        // Format: ISO 28500 records: value, parser, serialiser, rules per type, digests.
        .target(
            name: "WARC", dependencies: ["Gzip", "WebURLs", "HTTPMessages", "CCrypto"], swiftSettings: pure),

        // Stage 1: what to fetch and what became of it: protocols and values.
        .target(name: "Frontier", dependencies: ["WebURLs", "WARC"], swiftSettings: pure),
        // Stage 2: robots.txt rules, pacing, back-off: no clock, no state.
        .target(name: "Politeness", dependencies: ["WebURLs", "HTTPMessages"], swiftSettings: pure),
        // Stage 3: one exchange without its engine: request, capture, body, errors, address policy.
        .target(name: "Fetching", dependencies: ["WebURLs", "HTTPMessages"], swiftSettings: pure),
        // Stage 4: payload, text, tree, labelled blocks, outlinks and article.
        .target(
            name: "Pages", dependencies: ["HTMLTree", "TextEncodings", "WebURLs", "HTTPMessages"],
            swiftSettings: pure),
        // Stage 4, for seeds that list pages: sitemaps, RSS, Atom.
        .target(
            name: "Feeds", dependencies: ["CExpat", "TextEncodings", "WebURLs", "HTTPMessages"],
            swiftSettings: pure),
        // Stage 5: what is written of a capture and that it stays: records, writer, recovery, crawl folder, CDXJ.
        .target(
            name: "Archiving",
            dependencies: ["WARC", "Gzip", "Fetching", "Pages", "WebURLs", "HTTPMessages", "Executors"],
            swiftSettings: house),

        // The run: visit, lease feed, completion batches, robots directory, monitor.
        .target(
            name: "Crawling",
            dependencies: [
                "Frontier", "Politeness", "Fetching", "Pages", "Feeds", "Archiving", "WARC", "WebURLs",
                "HTTPMessages", "Executors",
                logging,
            ],
            swiftSettings: pure),
        // Jobs over an archive: extract, links, verify, audit, index, export.
        .target(
            name: "ArchiveTools",
            dependencies: [
                "Archiving", "Pages", "Frontier", "Politeness", "WARC", "Gzip", "WebURLs", "HTTPMessages",
            ],
            swiftSettings: pure),

        // An archive in the browser: list, text, replay, status; reads only, on the loopback address.
        .target(
            name: "Dashboard",
            dependencies: [
                "ArchiveTools", "Archiving", "Frontier", "Pages", "HTMLTree", "WARC", "WebURLs",
                "HTTPMessages",
                "Executors",
            ],
            swiftSettings: house),

        // Adapters: named by newshound and the benchmarks alone.
        .target(
            name: "FrontierSQLite", dependencies: ["Frontier", "WebURLs", "WARC", "Executors", "CSQLite"],
            swiftSettings: house),
        .target(
            name: "FetchingCurl",
            dependencies: ["Fetching", "WebURLs", "HTTPMessages", "Executors", "CCurl"],
            swiftSettings: house),

        // The command line.
        .executableTarget(
            name: "newshound",
            dependencies: [
                "Crawling", "ArchiveTools", "Dashboard", "FrontierSQLite", "FetchingCurl", "Frontier",
                "Politeness",
                "Fetching",
                "Pages", "Archiving", "WARC", "WebURLs", "HTTPMessages", argumentParser, logging, yams,
            ],
            swiftSettings: house),
        // A small news site on loopback, for the demo.
        .executableTarget(name: "newshound-demo-site", dependencies: ["LoopbackSite"], swiftSettings: house),
        // Answers conformance cases on standard input; a test tool, not installed.
        .executableTarget(
            name: "newshound-conformance",
            dependencies: [
                "WebURLs", "HTTPMessages", "TextEncodings", "Gzip", "HTMLTree", "WARC", "Politeness", "Pages",
                "Feeds",
            ],
            swiftSettings: house),
        // Speed and scores of the parts.
        .executableTarget(
            name: "newshound-bench",
            dependencies: [
                "WebURLs", "HTTPMessages", "TextEncodings", "Gzip", "HTMLTree", "WARC", "Frontier",
                "FrontierSQLite", "Fetching", "FetchingCurl", "Pages", "Archiving",
            ],
            swiftSettings: house),

        // For tests: the law of the frontier as a suite with its model, and servers that behave and misbehave.
        .target(
            name: "FrontierConformance", dependencies: ["Frontier", "WebURLs", "WARC"], swiftSettings: house),
        .target(name: "LoopbackSite", dependencies: ["CSSL"], swiftSettings: house),

        .testTarget(name: "WebURLsTests", dependencies: ["WebURLs"], swiftSettings: house),
        .testTarget(name: "GzipTests", dependencies: ["Gzip"], swiftSettings: house),
        .testTarget(name: "HTTPMessagesTests", dependencies: ["HTTPMessages", "Gzip"], swiftSettings: house),
        .testTarget(name: "TextEncodingsTests", dependencies: ["TextEncodings"], swiftSettings: house),
        .testTarget(name: "HTMLTreeTests", dependencies: ["HTMLTree"], swiftSettings: house),
        .testTarget(
            name: "WARCTests", dependencies: ["WARC", "Gzip", "WebURLs", "HTTPMessages"], swiftSettings: house
        ),
        .testTarget(
            name: "FrontierTests",
            dependencies: ["Frontier", "FrontierConformance", "FrontierSQLite", "WebURLs", "WARC"],
            swiftSettings: house),
        .testTarget(
            name: "PolitenessTests", dependencies: ["Politeness", "WebURLs", "HTTPMessages", "Gzip"],
            swiftSettings: house),
        .testTarget(
            name: "FetchingTests",
            dependencies: [
                "Fetching", "FetchingCurl", "LoopbackSite", "Executors", "WebURLs", "HTTPMessages",
            ],
            resources: [.copy("Programs")], swiftSettings: house),
        .testTarget(
            name: "PagesTests", dependencies: ["Pages", "HTMLTree", "WebURLs", "HTTPMessages"],
            resources: [.copy("Pages")], swiftSettings: house),
        .testTarget(
            name: "FeedsTests", dependencies: ["Feeds", "WebURLs", "HTTPMessages"], swiftSettings: house),
        .testTarget(
            name: "ArchivingTests",
            dependencies: ["Archiving", "WARC", "Gzip", "Fetching", "Pages", "WebURLs", "HTTPMessages"],
            swiftSettings: house),
        .testTarget(
            name: "CrawlingTests",
            dependencies: [
                "Crawling", "Frontier", "FrontierConformance", "Politeness", "Fetching", "Pages", "Archiving",
                "WARC",
                "WebURLs", "HTTPMessages",
            ],
            swiftSettings: house),
        .testTarget(
            name: "ArchiveToolsTests",
            dependencies: [
                "ArchiveTools", "Archiving", "Frontier", "Politeness", "Pages", "WARC", "Gzip", "WebURLs",
                "HTTPMessages",
            ],
            swiftSettings: house),
        .testTarget(
            name: "DashboardTests", dependencies: ["Dashboard", "WebURLs"], swiftSettings: house),
        .testTarget(
            name: "ConformanceTests", dependencies: ["newshound-conformance", "WARC"], swiftSettings: house),
        .testTarget(
            name: "NewshoundTests",
            dependencies: [
                "newshound", "LoopbackSite", "Archiving", "Frontier", "FrontierSQLite", "WARC", "WebURLs",
            ], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
