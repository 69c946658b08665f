import Testing
import WARC

struct PathPartsTests {
    @Test(arguments: [
        ("c", "", "c"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/", "/", "/"), ("a/b/", "a", "b"),
        (".", "", "."),
        ("a//b", "a", "b"), ("", "", ""), ("/a/b/c.txt", "/a/b", "c.txt"), ("//", "/", "/"),
    ])
    func `a path has a last part and the folder that it stands in`(path: String, parent: String, last: String)
    {
        #expect(path.parentPath == parent)
        #expect(path.lastPathPart == last)
        #expect(path.parentFolder == (parent.isEmpty ? "." : parent))
    }
}
