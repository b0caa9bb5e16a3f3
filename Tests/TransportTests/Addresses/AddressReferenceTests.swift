import Testing
import Transport

struct AddressReferenceTests {
    // RFC 3986, §5.4, and what pages write in spite of it.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../../../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g:h", "g:h"), ("mailto:a@b", "mailto:a@b"), (" g\n ", "http://a/b/c/g"),
        ("a b.png", "http://a/b/c/a%20b.png"),
        ("\\g\\h", "http://a/g/h"), ("HTTPS://X/y", "https://X/y"), ("größe", "http://a/b/c/gr%C3%B6%C3%9Fe"),
        ("http://z/a/../b", "http://z/b"), ("//h/a/./b", "http://h/a/b"),
        ("../..", "http://a/"), (";x", "http://a/b/c/;x"), (".hidden", "http://a/b/c/.hidden"),
        ("data:image/png;base64,a?b#c", "data:image/png;base64,a?b#c"),
    ])
    func resolvesAgainstABase(reference: String, expected: String) {
        #expect(AddressReference.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
    }

    @Test func resolvesAgainstAFile() {
        #expect(
            AddressReference.resolve("p_files/a.png", against: "file:///home/u/p.html")
                == "file:///home/u/p_files/a.png")
        #expect(
            AddressReference.resolve("//cdn.example/a.png", against: "file:///home/u/p.html")
                == "https://cdn.example/a.png")
        #expect(AddressReference.resolve("///tmp/a.png", against: "file:///home/u/p.html") == "file:///tmp/a.png")
    }

    @Test func hasNoAnswerWithoutABase() {
        #expect(AddressReference.resolve("a.png", against: nil) == nil)
        #expect(AddressReference.resolve("a.png", against: "page.html") == nil)
        #expect(AddressReference.resolve("https://a/b", against: nil) == "https://a/b")
    }
}

struct DataURLTests {
    @Test(arguments: [
        ("data:,a%20b", "text/plain", "a b"), ("data:text/css;charset=utf-8,%7B%7D", "text/css", "{}"),
        ("DATA:image/PNG;base64,YWJj", "image/png", "abc"), ("data:image/png;base64,YW\n I%3D", "image/png", "ab"),
        ("data:image/svg+xml;utf8,<svg/>#f", "image/svg+xml", "<svg/>"),
    ])
    func decodes(address: String, mediaType: String, text: String) throws {
        let url = try #require(DataURL(address))
        #expect(url.mediaType == mediaType)
        #expect(url.bytes == Array(text.utf8))
    }

    @Test(arguments: ["data:", "http://a/,b", "data:;base64,*"])
    func refusesWhatIsNone(address: String) { #expect(DataURL(address) == nil) }
}
