import Foundation
import Testing

/// Every wrong command line ends with one line that says what, where, why and the next step, with the status of the
/// design, and leaves nothing behind.
@Suite struct MisuseTests {
    private static let seed = "http://127.0.0.1:1/"
    private static let contact = "--contact=editor@a.example"

    static let seeds: [MisuseRow] = [
        MisuseRow("no seed", "crawl", says: "no seed is given", "--seeds FILE"),
        MisuseRow(
            "a seed that is no URL", "crawl", "news", contact, says: "seed 'news' is no URL",
            "absolute http or https"),
        MisuseRow(
            "a seed without a scheme", "crawl", "a.example", contact,
            says: "'https://a.example' is meant perhaps"),
        MisuseRow(
            "a seed of another scheme", "crawl", "ftp://a.example/", contact,
            says: "'ftp://a.example/' is no URL"),
        MisuseRow("a host that cannot be", "crawl", "http://a b/", contact, says: "'http://a b/' is no URL"),
        MisuseRow("a port that cannot be", "crawl", "http://a.example:99999/", contact, says: "is no URL"),
        MisuseRow("no contact", "crawl", "https://a.example/", says: "a.example", "--contact"),
        MisuseRow(
            "a contact that is none", "crawl", "https://a.example/", "--contact", "me", says: "--contact me",
            "e-mail address"),
        MisuseRow(
            "a contact with a line end", "crawl", "https://a.example/", "--contact", "a@b.example\r\nX: y",
            says: "--contact", "is not a URL"),
        MisuseRow("this machine without leave", "crawl", seed, says: "127.0.0.1:1", "--allow-loopback"),
        MisuseRow(
            "a mapping to this machine without leave", "crawl", "https://a.example/", "--connect-to",
            "::127.0.0.1:1",
            contact, says: "--allow-loopback"),
        MisuseRow(
            "a seed file that is not there", "crawl", "--seeds", "{none.txt}", contact, says: "none.txt",
            "No such file", "check the path"),
        MisuseRow(
            "a seed file that is a folder", "crawl", "--seeds", "{empty}", contact, says: "/empty",
            "Is a directory"),
        MisuseRow(
            "a seed file with a bad line", "crawl", "--seeds", "{seeds.txt}", contact, says: "seeds.txt:3",
            "'not a url' is no URL"),
        MisuseRow(
            "a seed file of comments", "crawl", "--seeds", "{comments.txt}", contact, says: "no seed is given"
        ),
    ]

    static let flags: [MisuseRow] = [
        MisuseRow(
            "no command of that name", "frobnicate", says: "'frobnicate' is no command", "newshound --help"),
        MisuseRow(
            "help for no command of that name", "help", "frob", says: "'frob' is no command",
            "newshound --help"),
        MisuseRow("a command with a typing error", "exract", "{empty}", says: "'extract' is meant perhaps"),
        MisuseRow(
            "an unknown option", "crawl", seed, "--bogus", says: "unknown option '--bogus'",
            "newshound crawl --help"),
        MisuseRow(
            "an option with a typing error", "crawl", seed, "--max-page", "1",
            says: "'--max-pages' is meant perhaps"),
        MisuseRow(
            "an option without its value", "crawl", seed, "--max-pages",
            says: "missing value for '--max-pages"),
        MisuseRow(
            "a number that is none", "crawl", seed, "--max-pages", "many", says: "--max-pages many",
            "a whole number from 1 to 1000000000, or unlimited"),
        MisuseRow(
            "a number below the least", "crawl", seed, "--concurrency", "0", says: "--concurrency 0",
            "from 1 to 1000000000"),
        MisuseRow(
            "more than can be counted", "crawl", seed, "--concurrency", "9223372036854775807",
            says: "--concurrency 9223372036854775807", "a whole number from 1 to 1000000000"),
        MisuseRow(
            "half of that", "crawl", seed, "--concurrency", "4611686018427387904",
            says: "--concurrency 4611686018427387904", "from 1 to 1000000000"),
        MisuseRow(
            "more in a configuration than can be counted", "crawl", seed, "--config", "{huge.yaml}",
            says: "huge.yaml:2", "'max-candidates-per-page: 9223372036854775807'", "from 1 to 1000000000"),
        MisuseRow(
            "a duration that is none", "crawl", seed, "--delay", "soon", says: "--delay soon",
            "a duration such as"),
        MisuseRow(
            "a duration below zero", "crawl", seed, "--delay", "-1s", says: "--delay", "-1s"),
        MisuseRow(
            "a pattern without a letter", "crawl", seed, "--include", "", says: "--include ",
            "a regular expression of a letter or more"),
        MisuseRow(
            "no room for a body", "crawl", seed, "--body-limit", "0", says: "--body-limit 0", "from 1 on"),
        MisuseRow(
            "a folder without a name", "crawl", seed, "--allow-loopback", "--into", "", says: "--into ''"),
        MisuseRow(
            "a proxy that is none", "crawl", seed, "--proxy", "foo", says: "--proxy foo",
            "socks5h://127.0.0.1"),
        MisuseRow(
            "a language that is none", "extract", "{html}", "--html", "--language", "english",
            says: "--language english", "en, de or pt-BR"),
        MisuseRow(
            "fewer words than none", "extract", "{html}", "--html", "--min-words=-1", says: "--min-words -1"),
        MisuseRow(
            "a size that is none", "crawl", seed, "--max-bytes", "10 apples", says: "--max-bytes 10 apples",
            "a size such as"),
        MisuseRow(
            "a word that is not one of the choice", "crawl", seed, "--follow", "everything",
            says: "--follow everything", "related, articles, all, none"),
        MisuseRow(
            "a pattern that is none", "crawl", seed, "--include", "(", says: "--include (",
            "regular expression"),
        MisuseRow(
            "a mapping that is none", "crawl", seed, "--connect-to", "a", says: "--connect-to a",
            "HOST:PORT:ADDRESS:PORT"),
        MisuseRow(
            "a header without a colon", "crawl", seed, "--header", "Accept", says: "--header Accept",
            "'Name: value'"),
        MisuseRow(
            "a token with a space", "crawl", seed, "--user-agent", "a b", says: "--user-agent a b",
            "product token"),
        MisuseRow(
            "options that exclude each other", "crawl", seed, "--ipv4", "--ipv6",
            says: "--ipv4 and --ipv6 exclude each other"),
        MisuseRow(
            "a proxy that is none", "crawl", seed, "--allow-loopback", "--into={crawl}", "--proxy",
            "gopher://x", says: "--proxy gopher://x", "socks5h"),
        MisuseRow(
            "certificates that are not there", "crawl", seed, "--allow-loopback", "--into={crawl}",
            "--ca-file", "{none.pem}", says: "none.pem", "No such file", "PEM"),
        MisuseRow(
            "cookies that are not there", "crawl", seed, "--allow-loopback", "--into={deep}/er/crawl",
            "--cookies", "{no/where.txt}", says: "no/where.txt", leaves: ["deep"]),
        MisuseRow(
            "a format that is none", "extract", "{html}", "--html", "--format", "pdf",
            says: "'pdf' is invalid", "'jsonl'"),
        MisuseRow(
            "no jobs", "extract", "{html}", "--html", "--jobs", "0", says: "--jobs 0",
            "from 1 to 1000000000"),
        MisuseRow(
            "more jobs than can be counted", "extract", "{html}", "--html", "--jobs", "9223372036854775807",
            says: "--jobs 9223372036854775807", "from 1 to 1000000000"),
        MisuseRow(
            "a time that is none", "extract", "{html}", "--html", "--since", "yesterday",
            says: "--since yesterday", "2026-01-02"),
        MisuseRow(
            "a host with a port", "extract", "{junk}", "--host", "a.example:8080",
            says: "--host a.example:8080: is no name of a host", "without scheme, port"),
        MisuseRow(
            "a host with a scheme", "links", "{junk}", "--host", "https://a.example",
            says: "--host https://a.example", "without scheme"),
        MisuseRow(
            "addresses of records", "extract", "{junk}", "--urls", "{addresses.txt}", says: "--urls",
            "it needs --html"),
        MisuseRow(
            "addresses of records' links", "links", "{junk}", "--urls", "{addresses.txt}", says: "--urls",
            "it needs --html"),
        MisuseRow(
            "a time of HTML files", "extract", "{html}", "--html", "--since", "2026-01-02",
            says: "--since 2026-01-02: chooses captures", "--html"),
        MisuseRow(
            "the newest of HTML files", "extract", "{html}", "--html", "--latest", says: "--latest: chooses"),
        MisuseRow(
            "a host of HTML files", "links", "{html}", "--html", "--host", "a.example",
            says: "--host a.example: chooses"),
        MisuseRow(
            "a role that is none", "links", "{html}", "--html", "--role", "friend", says: "--role friend",
            "related"),
        MisuseRow("no path", "extract", says: "missing expected argument", "newshound extract --help"),
        MisuseRow("a URL to check that is none", "check", "nonsense", says: "'nonsense' is no URL"),
        MisuseRow(
            "a URL to check without a scheme", "check", "a.example/story",
            says: "'https://a.example/story' is meant perhaps"),
    ]

    static let configurations: [MisuseRow] = [
        MisuseRow(
            "a configuration that is not there", "crawl", seed, "--config", "{none.yaml}", says: "none.yaml",
            "No such file", "check the path"),
        MisuseRow(
            "an unknown key", "crawl", seed, "--config", "{unknown.yaml}", says: "unknown.yaml:2",
            "unknown key 'colour'", "newshound config --print"),
        MisuseRow(
            "a key with a typing error", "crawl", seed, "--config", "{near.yaml}", says: "near.yaml:2",
            "'max-pagse'", "'max-pages' is meant perhaps"),
        MisuseRow(
            "a value of another form", "crawl", seed, "--config", "{value.yaml}", says: "value.yaml:2",
            "'max-pages: many'", "a whole number"),
        MisuseRow(
            "a file that is no YAML", "crawl", seed, "--config", "{syntax.yaml}", says: "syntax.yaml:2",
            "no YAML"),
        MisuseRow(
            "a file that is a list", "crawl", seed, "--config", "{list.yaml}", says: "list.yaml:1",
            "'key: value'"),
        MisuseRow(
            "a key twice", "crawl", seed, "--config", "{twice.yaml}", says: "twice.yaml:3",
            "key 'delay' stands here a second time"),
        MisuseRow(
            "a list of one value", "crawl", seed, "--config", "{onelist.yaml}", says: "onelist.yaml:2",
            "'delay' takes one value and no list"),
        MisuseRow(
            "a list with one wrong pattern", "crawl", seed, "--config", "{patterns.yaml}",
            says: "patterns.yaml:1: 'include: d('", "regular expression"),
        MisuseRow(
            "one wrong pattern of several", "crawl", seed, "--include", "abc", "--include", "d(",
            says: "--include d(: is not"),
        MisuseRow(
            "a key with keys below it", "crawl", seed, "--config", "{nested.yaml}", says: "nested.yaml:1",
            "'delay' is a value or a list"),
        MisuseRow(
            "the same in config", "config", "--config", "{near.yaml}", says: "near.yaml:2",
            "'max-pages' is meant perhaps"),
    ]

    static let paths: [MisuseRow] = [
        MisuseRow(
            "a folder that is there", "crawl", seed, "--allow-loopback", "--into", "{empty}",
            says: "/empty: is there already", "--into"),
        MisuseRow(
            "a crawl whose plan is empty", "resume", "{planless}",
            says: "planless/crawl.yaml: names no seeds",
            "put the crawl's own file back"),
        MisuseRow(
            "a crawl that is there", "crawl", seed, "--allow-loopback", "--into", "{brokencrawl}",
            says: "is there already", "newshound resume"),
        MisuseRow(
            "a file where a folder should be", "crawl", seed, "--allow-loopback", "--into",
            "{junk/notes.txt}/crawl", status: 4, says: "notes.txt/crawl", "Not a directory", "--into"),
        MisuseRow("resume of nothing", "resume", "{none}", says: "/none: is not there"),
        MisuseRow(
            "resume of a folder that is no crawl", "resume", "{empty}", says: "/empty: is no crawl folder",
            "crawl.yaml"),
        MisuseRow("resume of a file", "resume", "{seeds.txt}", says: "seeds.txt: is no crawl folder"),
        MisuseRow(
            "resume of a crawl with a broken plan", "resume", "{brokencrawl}", says: "crawl.yaml:1",
            "'delay: soon'"),
        MisuseRow("status of a folder that is no crawl", "status", "{empty}", says: "is no crawl folder"),
        MisuseRow(
            "why in a folder that is no crawl", "why", "{empty}", "https://a.example/",
            says: "is no crawl folder"),
        MisuseRow("extract of nothing", "extract", "{none}", says: "/none: is not there"),
        MisuseRow("extract of an empty folder", "extract", "{empty}", says: "/empty: holds no WARC file"),
        MisuseRow(
            "extract of a folder without records", "extract", "{junk}", "--output={out}",
            says: "/junk: holds no WARC file", leaves: ["out"]),
        MisuseRow("extract of HTML files", "extract", "{html}", says: "/html: holds HTML", "--html"),
        MisuseRow(
            "extract of an HTML file", "extract", "{html/page.html}", says: "page.html: holds HTML", "--html"),
        MisuseRow(
            "extract of no HTML files", "extract", "--html", "{empty}", says: "/empty: holds no HTML file"),
        MisuseRow(
            "extract of what is no archive", "extract", "{junk/notes.txt}", status: 8,
            says: "notes.txt, byte 0", "no record starts with"),
        MisuseRow("links of an empty folder", "links", "{empty}", says: "holds no WARC file"),
        MisuseRow(
            "links of a file that is not there", "links", "--html", "{none.html}",
            says: "none.html: is not there"),
        MisuseRow("verify of an empty folder", "verify", "{empty}", says: "holds no WARC file"),
        MisuseRow(
            "addresses that are not there", "extract", "--html", "{html}", "--urls", "{none.tsv}",
            says: "none.tsv: cannot be read", "No such file"),
        MisuseRow(
            "addresses without a tab", "extract", "--html", "{html}", "--urls", "{addresses.txt}",
            says: "addresses.txt:1", "file name<TAB>URL"),
        MisuseRow(
            "a package onto standard output", "export", "{html}", "--wacz", "-", says: "-: standard output",
            "name a file", leaves: ["-"]),
        MisuseRow(
            "repaired files onto standard output", "verify", "{html}", "--repair", "-", says: "--repair -",
            leaves: ["-"]),
        MisuseRow(
            "a crawl onto standard output", "crawl", seed, "--allow-loopback", "--into", "-",
            says: "--into -",
            leaves: ["-"]),
        MisuseRow("the newest of a pipe", "extract", "-", "--latest", says: "--latest", "name a file"),
        MisuseRow(
            "output into a folder that is not there", "extract", "--html", "{html}", "--output", "{no/where}",
            says: "no/where: cannot be written", "No such file", leaves: ["no"]),
        MisuseRow(
            "one file into a folder", "extract", "--html", "{html}", "--format", "warc", "--output",
            "{empty}", says: "/empty: is a folder", "name a file"),
        MisuseRow(
            "links onto a folder", "links", "--html", "{html}", "--output", "{empty}",
            says: "/empty: is a folder", "name a file"),
        MisuseRow(
            "output onto a full disk", "extract", "--html", "{html}", "--output", "/dev/full", status: 4,
            says: "/dev/full: cannot be written", "No space left", leaves: ["/dev/full.part"]),
    ]

    @Test(arguments: seeds + flags + configurations + paths)
    func `misuse ends with one clear line and the status of the design`(row: MisuseRow) async throws {
        let scene = try MisuseScene()
        let ending = try await Program.run(scene.arguments(of: row), in: scene.path)
        #expect(ending.status == row.status, "\(ending.errors)")
        #expect(!ending.wasKilled)
        let lines = ending.errors.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2 && lines.last == "", "\(ending.errors)")
        #expect(ending.errors.hasPrefix("newshound: "))
        for text in row.says { #expect(ending.errors.contains(text), "\(ending.errors)") }
        #expect(!ending.errors.contains(".\n"), "a period ends the line")
        #expect(!ending.errors.contains("failed") && !ending.errors.contains("unexpected"))
        #expect(ending.output.isEmpty)
        for name in row.leaves {
            let path = name.hasPrefix("/") ? name : scene.path + "/" + name
            #expect(!FileManager.default.fileExists(atPath: path), "\(name) was left")
        }
        #expect(scene.leftovers.isEmpty)
    }

    @Test func `the device of a full disk is still a device`() throws {
        var status = stat()
        try #require(stat("/dev/full", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
    }
}
