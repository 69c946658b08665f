/// Article pages as papers make them: menus, a script, a story, related and popular links, a footer.
///
/// About 60 kB each. They are no news: they exist so that every machine can measure something.
struct GeneratedPages {
    private var random = SplitMix(state: 7)

    private static let words = [
        "harbour", "council", "the", "a", "ferry", "said", "on", "Monday", "that", "prices", "had", "risen",
        "by",
        "two", "per", "cent", "after", "storm", "and", "fish", "market", "opened", "late", "because", "of",
        "ice",
        "mayor", "caf\u{E9}", "stra\u{DF}e", "\u{65B0}\u{805E}", "\u{441}\u{435}\u{432}\u{435}\u{440}",
        "&amp;", "&ldquo;tide&rdquo;",
    ]
    private static let sections = ["politics", "economy", "harbour", "culture", "sport", "weather"]

    mutating func page(_ number: Int) -> String {
        var html = head(number)
        html += "<body class=\"article theme-\(number % 4)\"><header><nav><ul>"
        for index in 0..<40 { html += menuItem(index) }
        html += "</ul></nav></header><main><article><h1>\(sentence(9))</h1>"
        html +=
            "<p class=\"byline\">By <a rel=\"author\" href=\"/authors/\(number % 30)\">\(sentence(2))</a></p>"
        for index in 0..<30 {
            html += "<p>\(sentence(45)) <a href=\"\(reference())\">\(sentence(3))</a>, \(sentence(20)).</p>\n"
            if index % 8 == 5 { html += picture() }
        }
        html += "</article></main>" + linkList("Related stories", count: 8) + linkList("Most read", count: 40)
        html += "<footer><p>&copy; Paper \(number % 9)</p><ul>"
        for index in 0..<40 { html += menuItem(index) }
        return html + "</ul></footer></body></html>\n"
    }

    private mutating func head(_ number: Int) -> String {
        var html =
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(sentence(8))</title>"
        html += "<link rel=\"canonical\" href=\"/news/2024/\(number)/story\">"
        html += "<meta property=\"article:published_time\" content=\"2024-03-\(10 + number % 20)T08:00:00Z\">"
        html += "<script>window.paper = {"
        for index in 0..<500 {
            html += "\"key\(index)\": [\(random.below(9999)), \"\(sentence(2))\", null], "
        }
        return html + "};</script></head>"
    }

    private mutating func menuItem(_ index: Int) -> String {
        let section = Self.sections[index % Self.sections.count]
        return
            "<li class=\"item item-\(index)\"><a href=\"/\(section)/\(index)\"><span>\(sentence(1))</span></a></li>"
    }

    private mutating func linkList(_ title: String, count: Int) -> String {
        var html = "<section class=\"list\"><h2>\(title)</h2><ul>"
        for _ in 0..<count {
            html +=
                "<li><a href=\"\(reference())\"><img src=\"/i/\(random.below(9999)).jpg\" alt=\"\">\(sentence(9))</a></li>"
        }
        return html + "</ul></section>"
    }

    private mutating func picture() -> String {
        let number = random.below(99_999)
        return
            "<figure><img srcset=\"/i/\(number)-s.jpg 400w, /i/\(number).jpg 1200w\" src=\"/i/\(number).jpg\" "
            + "alt=\"\(sentence(5))\"><figcaption>\(sentence(12))</figcaption></figure>"
    }

    private mutating func reference() -> String {
        let number = random.below(100_000)
        return switch random.below(6) {
        case 0:
            "https://www.paper-\(number % 9).example/news/2024/\(number)/a-headline-of-some-length?utm_source=home"
        case 1: "../\(number)/story#comments"
        case 2: "//cdn.paper-\(number % 9).example/media/\(number)/caf\u{E9} menu.html"
        case 3: "?page=\(number % 9)&amp;sort=date"
        default:
            "/\(Self.sections[number % Self.sections.count])/2024/03/\(number)-a-headline-of-some-length.html"
        }
    }

    private mutating func sentence(_ count: Int) -> String {
        (0..<count).map { _ in Self.words[random.below(Self.words.count)] }.joined(separator: " ")
    }
}
