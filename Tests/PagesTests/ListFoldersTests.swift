import Testing
import WebURLs

@testable import Pages

/// Addresses that look like stories and hold lists of them.
struct ListFoldersTests {
    private func hold(_ text: String, includingLast: Bool = false) throws -> Bool {
        ListFolders.hold(LinkAddress(try #require(WebURL(text))), includingLast: includingLast)
    }

    @Test(arguments: [
        "https://courier.example/tag/protection-of-the-old-harbour",
        "https://courier.example/en/Tags/65c3723927194/",
        "https://courier.example/author/anna-holt-of-the-harbour-desk",
        "https://courier.example/nachrichten/autoren/anna-holt-12345",
        "https://courier.example/etiquetas/agua-y-medio-ambiente",
        "https://courier.example/topics/who-pays-for-it?page=12345",
    ])
    func `the pages of tags and people stand in folders of lists`(address: String) throws {
        #expect(try hold(address))
    }

    @Test(arguments: [
        "https://courier.example/news/tag-team-wins-the-cup-final-48211",
        "https://courier.example/politics/author-of-the-breakwater-plan-resigns",
        "https://courier.example/2024/05/tags",
        "https://tag.example/news/48211",
        "https://courier.example/",
    ])
    func `a story whose address names such a folder elsewhere does not`(address: String) throws {
        #expect(try !hold(address))
    }

    @Test func `the last part of a path counts where it is asked for`() throws {
        #expect(try hold("https://courier.example/tags", includingLast: true))
        #expect(try !hold("https://courier.example/tags"))
    }
}
