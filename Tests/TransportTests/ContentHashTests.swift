import Testing

@testable import Transport

struct ContentHashTests {
    // The first vectors of the authors' reference implementation: the bytes 0, 1, 2… of each length.
    @Test func matchesTheReferenceVectors() {
        #expect(ContentHash.hexadecimal(of: []) == "a3817f04ba25a8e66df67214c7550293")
        #expect(ContentHash.hexadecimal(of: [0]) == "da87c1d86b99af44347659119b22fc45")
    }

    @Test func tellsBytesApart() {
        let texts = (0..<40).map { Array(repeating: UInt8(7), count: $0) }
        #expect(Set(texts.map(ContentHash.hexadecimal)).count == 40)
    }
}
