import Testing

@testable import HTTPMessages

struct HTTPFieldsTests {
    private var sample: HTTPFields {
        HTTPFields([
            HTTPField(name: "Vary", value: "Accept"), HTTPField(name: "X-A", value: "1"),
            HTTPField(name: "vary", value: " , Cookie,"),
        ])
    }

    @Test func `names are compared without case and duplicates are kept`() {
        #expect(sample["VARY"] == "Accept")
        #expect(sample.all("Vary").count == 2)
        #expect(sample.list("Vary") == ["Accept", "Cookie"])
        #expect(sample["missing"] == nil)
    }

    @Test func `set replaces the first and drops the others`() {
        var fields = sample
        fields.set("VARY", "none")
        #expect(fields.fields.map(\.name) == ["Vary", "X-A"])
        #expect(fields["vary"] == "none")
        fields.set("New", "2")
        #expect(fields.fields.last?.name == "New")
        fields.remove("x-a")
        #expect(fields.fields.map(\.name) == ["Vary", "New"])
    }

    @Test func `fields are written one a line with CRLF`() {
        #expect(HTTPFields([HTTPField(name: "A", value: "1")]).serialized == bytes("A: 1\r\n"))
    }
}
