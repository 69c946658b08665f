import HTMLTree
import Testing

struct HTMLWalkTests {
    private let document = HTMLDocument("<ul><li>a<b></b></li><li></li></ul><p>")

    @Test func `a walk enters and leaves every node`() throws {
        let list = try #require(document.firstElement(.ul))
        var trace = ""
        for step in document.walk(from: list) {
            switch step {
            case .enter(let id): trace += "+\(document.name(of: id))"
            case .leave(let id): trace += "-\(document.name(of: id))"
            }
        }
        #expect(trace == "+ul+li+-+b-b-li+li-li-ul")
    }

    @Test func `a walk passes over children when asked`() throws {
        let list = try #require(document.firstElement(.ul))
        var trace = ""
        var walk = document.walk(from: list)
        while let step = walk.next() {
            switch step {
            case .enter(let id):
                trace += "+\(document.name(of: id))"
                if document.isHTML(id, .li) { walk.skipChildren() }
            case .leave(let id):
                trace += "-\(document.name(of: id))"
                walk.skipChildren()
            }
        }
        #expect(trace == "+ul+li-li+li-li-ul")
    }

    @Test func `a walk may skip all of its start`() throws {
        var walk = document.walk()
        #expect(walk.next() == .enter(.document))
        walk.skipChildren()
        #expect(walk.next() == .leave(.document))
        #expect(walk.next() == nil)
        #expect(walk.next() == nil)
    }

    @Test func `descendants stay below their start`() throws {
        let list = try #require(document.firstElement(.ul))
        #expect(document.descendants(of: list).map { document.name(of: $0) } == ["li", "", "b", "li"])
        let leaf = try #require(document.firstElement(.b))
        #expect(Array(document.descendants(of: leaf)).isEmpty)
        var items = document.descendants(of: list)
        #expect(items.next().map { document.name(of: $0) } == "li")
        #expect(items.nextSkippingChildren().map { document.name(of: $0) } == "li")
        #expect(items.nextSkippingChildren() == nil)
        #expect(document.children(of: list).map { document.name(of: $0) } == ["li", "li"])
    }
}
