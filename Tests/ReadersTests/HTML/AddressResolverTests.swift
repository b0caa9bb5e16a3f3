import Testing

@testable import Readers

@Suite struct AddressResolverTests {
    /// RFC 3986, §5.4, against the base there.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"), ("g:h", "http://a/b/c/g:h"),
        ("mailto:x@y", "mailto:x@y"), ("http://z/a/../b", "http://z/b"),
    ])
    func resolves(_ reference: String, _ expected: String) {
        // A scheme of one letter is a drive's name to the one system that has them, and no scheme here.
        #expect(AddressResolver(base: "http://a/b/c/d;p?q").resolve(reference) == expected)
    }

    @Test func encodesWhatNoAddressMayHold() {
        #expect(
            AddressResolver(base: "https://yard.example/").resolve(" a b\n.jpg ") == "https://yard.example/a%20b.jpg")
        #expect(AddressResolver(base: "https://yard.example/").resolve("é") == "https://yard.example/%C3%A9")
    }

    @Test func aReferenceWithoutBaseIsNone() {
        #expect(AddressResolver(base: nil).resolve("a.jpg") == nil)
        #expect(AddressResolver(base: nil).resolve("https://yard.example/a.jpg") == "https://yard.example/a.jpg")
    }
}
