import Testing

@testable import HTMLTree

struct NameTableTests {
    @Test func `equal names have equal numbers`() {
        var table = NameTable(known: "one two")
        #expect(table.find(Array("one".utf8)) == 1)
        #expect(table.find(Array("two".utf8)) == 2)
        #expect(table.intern(Array("two".utf8).span) == 2)
        #expect(table.intern(Array("three".utf8).span) == 3)
        #expect(table.name(3) == "three")
        #expect(table.find([]) == nil)
        #expect(table.name(99).isEmpty)
    }

    @Test func `names of every length are told apart, also after the table grew`() {
        var table = NameTable(known: "")
        var numbers: [UInt32] = []
        let names = (1...40).flatMap { length in
            (0..<40).map { String(repeating: "a", count: length) + String($0) }
        }
        for name in names { numbers.append(table.intern(Array(name.utf8).span)) }
        for (name, number) in zip(names, numbers) {
            #expect(table.find(Array(name.utf8)) == number)
            #expect(table.name(number) == name)
        }
        #expect(table.count == Set(names).count + 1)
    }

    @Test func `known names have the numbers of their constants`() {
        #expect(NameTable.tags.name(HTMLTag.a.rawValue) == "a")
        #expect(NameTable.tags.name(HTMLTag.xmp.rawValue) == "xmp")
        #expect(NameTable.tags.name(HTMLTag.foreignObject.rawValue) == "foreignObject")
        #expect(NameTable.tags.name(HTMLTag.lastKnown) == "textPath")
        #expect(HTMLTag.foreignobject.adjustedForSVG == .foreignObject)
        #expect(HTMLTag.foreignObject.lowercased == .foreignobject)
        #expect(HTMLTag.div.adjustedForSVG == .div && HTMLTag.div.lowercased == .div)
        #expect(NameTable.attributes.name(HTMLAttributeName.href.rawValue) == "href")
        #expect(NameTable.attributes.name(HTMLAttributeName.ariaDescribedby.rawValue) == "aria-describedby")
        #expect(NameTable.attributes.name(HTMLAttributeName.xlinkHref.rawValue) == "xlink:href")
        #expect(HTMLAttributeName.xlinkHref.isNamespacedInForeignContent)
        #expect(!HTMLAttributeName.href.isNamespacedInForeignContent)
    }
}
