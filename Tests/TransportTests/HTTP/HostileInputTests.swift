import Testing

@testable import Transport

/// What comes from pages, servers and files in any shape: nothing of it may end the program.
@Suite struct HostileInputTests {
    /// A small generator with a seed, so that each run is the same.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64 (Steele, Lea & Flood 2014).
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }

        mutating func text(_ pieces: [String], _ count: Int) -> String {
            (0..<Int.random(in: 0...count, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
        }
    }

    private static let pieces = [
        "http", "https", "HTTP", "file", ":", "/", "//", "\\", "@", "[", "]", "::1", "127.0.0.1", "0x7f", ".", "..",
        "%2e",
        "%", "%00", "\u{0}", "\u{7F}", "?", "#", "&", "=", "a", "Z", "9", "99999999999999999999", "-", "_", " ", "\t",
        "\r\n",
        "ü", "例", "\u{1F600}", "\u{3002}", "\u{200D}", "\u{0301}", "１", "xn--", "localhost", "example.org", "65536",
        "80",
    ]

    @Test func takesAnyTextForAnAddressOrRefusesIt() throws {
        var dice = Dice(state: 1)
        var taken = 0
        for _ in 0..<20_000 {
            let text = dice.text(Self.pieces, 12)
            let prefixed = Bool.random(using: &dice) ? "http://" + text : text
            guard let address = try? HTTPAddress(prefixed, policy: AddressPolicy()) else { continue }
            taken += 1
            // What is asked for is read in the same way again, and holds nothing that a line of HTTP could not.
            #expect(try HTTPAddress(address.text, policy: AddressPolicy()) == address)
            #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(address.text)")
            #expect(!address.host.contains("@") && !address.host.contains("/") && !address.host.isEmpty)
        }
        #expect(taken > 500)
    }

    @Test func readsAnyHead() {
        var dice = Dice(state: 2)
        let pieces =
            Self.pieces + [
                "HTTP/1.1 ", "200", "-1", "Content-Type: ", "text/html", ";", "charset=", "\"", "Cache-Control: ",
                "max-age=",
                "Age: ", "Location: ", "Content-Length: ", "no-store", ",", "ETag: ", "Vary: *",
            ]
        for _ in 0..<20_000 {
            var outcome = TransferOutcome()
            for _ in 0..<Int.random(in: 0...5, using: &dice) {
                _ = outcome.head.append(Array((dice.text(pieces, 8) + "\r\n").utf8))
            }
            _ = outcome.head.encoding
            _ = CachedResponse(outcome, key: "k", now: 1_000)?.isFresh(now: 1_001)
            _ = TransportError(status: outcome.head.status, head: outcome.head, address: "http://a/")
        }
    }

    @Test func readsAnyCookieFileAndAnyField() {
        var dice = Dice(state: 3)
        let pieces = ["TRUE", "FALSE", "\t", "\n", "#HttpOnly_", "#", "a", "ALL", "0", "\u{0}", "\r", "ü"]
        for _ in 0..<20_000 {
            let text = dice.text(pieces, 20)
            if let file = try? CookieFile(text: text, path: "c") {
                #expect(
                    file.lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 7 })
            }
            if let field = HTTPField(dice.text(pieces + [": ", ":"], 6)) {
                #expect(!(field.name + field.value).unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" })
            }
        }
    }
}
