import Pages
import Testing

struct ArticleTextTests {
    private func block(_ kind: ArticleBlock.Kind, _ text: String, _ markdown: String? = nil) -> ArticleBlock {
        ArticleBlock(kind: kind, text: text, markdown: markdown)
    }

    @Test func `blocks are parted by blank lines, items and rows by line ends`() {
        let blocks = [
            block(.heading(level: 2), "Costs"), block(.paragraph, "One."),
            block(.listItem(depth: 0, number: nil), "a"),
            block(.listItem(depth: 1, number: nil), "b"), block(.listItem(depth: 0, number: nil), "c"),
            block(.tableRow(isHeader: true), "Year\tCost"), block(.tableRow(isHeader: false), "2024\t3"),
            block(.quote, "Two."), block(.code, "x\n  y"),
        ]
        #expect(
            ArticleText.plain(blocks)
                == "Costs\n\nOne.\n\n- a\n  - b\n- c\n\nYear\tCost\n2024\t3\n\nTwo.\n\nx\n  y")
    }

    @Test func `a number that the page shows is text, one that it may not show is not`() {
        let blocks = [
            block(.listItem(depth: 0, number: 7, showsNumber: true), "a"),
            block(.listItem(depth: 0, number: 8, showsNumber: false), "b"),
        ]
        #expect(ArticleText.plain(blocks) == "7. a\n- b")
        #expect(ArticleText.markdown(blocks) == "7. a\n8. b")
    }

    @Test func `numbers of inner lists are text too, where the page shows them`() {
        let blocks = [
            block(.listItem(depth: 0, number: nil), "a"),
            block(.listItem(depth: 1, number: 3, showsNumber: true), "b"),
            block(.listItem(depth: 1, number: 4, showsNumber: false), "c"),
        ]
        #expect(ArticleText.plain(blocks) == "- a\n  3. b\n  - c")
    }

    /// CommonMark 0.31 §5.2: an inner item begins where the text of the outer one does, or up to three columns behind; a
    /// list that begins with another number than 1 cannot follow a line of text at once.
    @Test(
        arguments: [
            ([(0, nil), (1, 1), (1, 2)], "- x\n    1. x\n    2. x"),
            ([(0, nil), (1, 3), (1, 4), (0, nil)], "- x\n\n    3. x\n    4. x\n- x"),
            ([(0, 99), (1, nil)], "99. x\n    - x"),
            ([(0, 2024), (1, nil), (2, nil)], "2024. x\n      - x\n        - x"),
            ([(0, 2024), (1, 100), (2, 0)], "2024. x\n\n      100. x\n\n           0. x"),
            ([(0, 1), (1, 1), (2, 7), (1, 5), (0, 2)], "1. x\n    1. x\n\n        7. x\n    5. x\n2. x"),
            ([(1, 5), (1, 6), (3, nil)], "5. x\n6. x\n    - x"),
        ] as [([(depth: Int, number: Int?)], String)])
    func `inner lists are lists in Markdown, whatever their numbers`(
        items: [(depth: Int, number: Int?)], markdown: String
    ) {
        let blocks = items.map { block(.listItem(depth: $0.depth, number: $0.number), "x") }
        #expect(ArticleText.markdown(blocks) == markdown)
    }

    @Test func `an inner item behind a paragraph is no code in Markdown`() {
        let blocks = [
            block(.listItem(depth: 0, number: 1), "a"), block(.paragraph, "b"),
            block(.listItem(depth: 1, number: 2), "c"), block(.listItem(depth: 0, number: 3), "d"),
        ]
        #expect(ArticleText.markdown(blocks) == "1. a\n\nb\n\n2. c\n3. d")
    }

    @Test func `no blocks are no text`() {
        #expect(ArticleText.plain([]).isEmpty)
        #expect(ArticleText.markdown([]).isEmpty)
    }

    @Test(arguments: [
        (ArticleBlock.Kind.paragraph, "One.", "One."),
        (.heading(level: 3), "Costs", "### Costs"),
        (.heading(level: 9), "Costs", "###### Costs"),
        (.heading(level: 0), "Costs", "# Costs"),
        (.listItem(depth: 0, number: nil), "a", "- a"),
        (.listItem(depth: 0, number: 7), "a", "7. a"),
        (.listItem(depth: 2, number: nil), "a", "- a"),
        (.listItem(depth: 0, number: -1), "a", "- a"),
        (.quote, "a\nb", "> a\n> b"),
        (.tableRow(isHeader: true), "a\tb", "| a | b |\n| --- | --- |"),
        (.code, "let x = 1", "```\nlet x = 1\n```"),
        (.code, "a ``` b", "````\na ``` b\n````"),
        (.heading(level: 2), "a\nb", "## a b"),
    ])
    func `each kind of block has its mark in Markdown`(
        kind: ArticleBlock.Kind, text: String, markdown: String
    ) {
        #expect(ArticleText.markdown([block(kind, text)]) == markdown)
    }

    @Test func `the rows of one table have one line of dashes`() {
        let rows = [
            block(.tableRow(isHeader: true), "a\tb"), block(.tableRow(isHeader: false), "1\t2"),
            block(.tableRow(isHeader: false), "3\t"),
        ]
        #expect(ArticleText.markdown(rows) == "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |")
    }

    @Test(arguments: [
        ("a*b*", #"a\*b\*"#), ("snake_case", #"snake\_case"#), ("[1]", #"\[1\]"#), ("a<b", #"a\<b"#),
        ("a|b", #"a\|b"#), ("`x`", #"\`x\`"#), (#"a\b"#, #"a\\b"#),
        ("# no heading", ##"\# no heading"##), ("> no quote", #"\> no quote"#), ("- no item", #"\- no item"#),
        ("+ no item", #"\+ no item"#), ("1. no item", #"1\. no item"#), ("2024) no item", #"2024\) no item"#),
        ("12 ships", "12 ships"), ("5", "5"), (". dot", ". dot"), ("a - b # c > d", "a - b # c > d"),
    ])
    func `text of a paragraph does not read as Markdown`(text: String, markdown: String) {
        #expect(ArticleText.markdown([block(.paragraph, text)]) == markdown)
    }

    @Test func `what has Markdown of its own is not escaped again`() {
        #expect(ArticleText.markdown([block(.paragraph, "a b", "a **b**")]) == "a **b**")
        #expect(ArticleText.markdown([block(.code, "a_b")]) == "```\na_b\n```")
    }
}
