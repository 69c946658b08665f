import Testing

@testable import newshound

@Suite struct UsageTextTests {
    private static let tail =
        "\nUsage: newshound crawl [<seed> ...]\n  See 'newshound crawl --help' for more information."

    @Test(arguments: [
        ("Error: Unknown option '--bogus'" + tail, "unknown option '--bogus'; see newshound crawl --help"),
        (
            "Error: Unknown option '--max-page'. Did you mean '--max-pages'?" + tail,
            "unknown option '--max-page'; '--max-pages' is meant perhaps; see newshound crawl --help"
        ),
        (
            "Error: The value 'pdf' is invalid for '--format <format>'. Please provide one of 'text' or 'jsonl'."
                + tail,
            "the value 'pdf' is invalid for '--format <format>'; it is one of 'text' or 'jsonl'; see newshound crawl --help"
        ),
        (
            "Error: Missing value for '--max-pages <max-pages>'" + tail,
            "missing value for '--max-pages <max-pages>'; see newshound crawl --help"
        ),
        (
            "Error: Unknown option '--into'. Did you mean '--ipv4'?" + tail,
            "unknown option '--into'; see newshound crawl --help"
        ),
        ("Error: Something else.", "something else; see newshound --help"), ("", "; see newshound --help"),
        (
            "--ipv4 and --ipv6 exclude each other",
            "--ipv4 and --ipv6 exclude each other; see newshound --help"
        ),
    ])
    func `what the parser of arguments says becomes one line`(message: String, line: String) {
        #expect(UsageText.line(of: message, arguments: []) == line)
    }

    @Test(arguments: [
        (["crawl", "--max-pages", "-1"], "; one that begins with - is written --max-pages=-1"),
        (["crawl", "--max-pages"], ""), (["crawl", "--max-pages", "--quiet"], ""), ([], ""),
    ])
    func `how a number below zero is written is said to who wrote one`(arguments: [String], hint: String) {
        let message = "Error: Missing value for '--max-pages <max-pages>'" + Self.tail
        #expect(
            UsageText.line(of: message, arguments: arguments)
                == "missing value for '--max-pages <max-pages>'\(hint); see newshound crawl --help")
    }
}
