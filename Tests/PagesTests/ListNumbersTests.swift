import HTMLTree
import Testing

@testable import Pages

struct ListNumbersTests {
    /// The numbers of a page's list items, in parentheses where no reader sees them; `-`: none.
    private func numbers(_ html: String) -> String {
        let document = HTMLDocument(parsing: Array(html.utf8))
        let list = BlockBuilder.blocks(of: document)
        var numbers = ListNumbers(document)
        return list.containers.indices.filter { list.containers[$0].tag == .li }.map { item in
            guard let number = numbers.number(of: item, in: list) else { return "-" }
            return number.isShown ? "\(number.value)" : "(\(number.value))"
        }
        .joined(separator: " ")
    }

    @Test(arguments: [
        ("<ol><li>a<li>b<li>c</ol>", "1 2 3"),
        ("<ul><li>a<li>b</ul>", "- -"),
        ("<ol><li>a</ol><p>x</p><ol start=2><li>b</ol>", "1 2"),
        ("<ol><li>a<li value=5>b<li>c</ol>", "1 5 6"),
        ("<ol start=x><li>a<li value=''>b</ol>", "1 2"),
        ("<ol start=99999999999999999999><li>a</ol>", "1"),
        ("<ol start=-1><li>a<li>b</ol>", "(-1) 0"),
        ("<ol type=1 class=''><li>a</ol>", "1"),
        ("<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", "1 1 2 2"),
        ("<ol></ol>", ""),
    ])
    func `items are numbered as a browser numbers them`(html: String, numbers expected: String) {
        #expect(numbers(html) == expected)
    }

    @Test(arguments: [
        ("<ol class=steps><li>a</ol>", "(1)"),
        ("<ol class=wp-block-list><li>a</ol>", "1"),
        ("<ol><li class=step>a<li>b</ol>", "(1) 2"),
        ("<ol type=a><li>a</ol>", "(1)"),
    ])
    func `a number is shown where no style sheet may draw something else`(
        html: String, numbers expected: String
    ) {
        #expect(numbers(html) == expected)
    }
}
