import FoundationEssentials
import TestSupport
import Testing

@testable import Drawing

/// WOFF and WOFF 2.
@Suite struct WebFontTests {
    private let font: [UInt8]

    init() throws {
        font = [UInt8](try Data(contentsOf: URL(filePath: packageRoot + "/Tests/Fixtures/Fonts/Boxes.ttf")))
    }

    private func tables(_ font: [UInt8]) -> [String: [UInt8]] {
        func number(_ offset: Int, _ count: Int) -> Int {
            font[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
        }
        return (0..<number(4, 2)).reduce(into: [:]) { tables, index in
            let record = 12 + 16 * index
            let start = number(record + 8, 4)
            tables[String(decoding: font[record..<record + 4], as: UTF8.self)] = Array(
                font[start..<start + number(record + 12, 4)])
        }
    }

    @Test func unpacksTheTablesOfBothKinds() throws {
        for file in [WebFontFixture.woff(of: font), WebFontFixture.woff2(of: font)] {
            #expect(WebFont.isWebFont(file))
            let unpacked = tables(try WebFont.unpacked(file, name: "a"))
            #expect(unpacked.keys.sorted() == tables(font).keys.sorted())
            // Where the file's sum stands, unpacking may write its own.
            for (tag, bytes) in tables(font) where tag != "head" { #expect(unpacked[tag] == bytes, "\(tag)") }
        }
        #expect(!WebFont.isWebFont(font))
    }

    @Test func givesTheSameBytesAgain() throws {
        let file = WebFontFixture.woff2(of: font)
        #expect(try WebFont.unpacked(file, name: "a") == WebFont.unpacked(file, name: "b"))
    }

    @Test func refusesWhatIsCutOff() {
        for file in [WebFontFixture.woff(of: font), WebFontFixture.woff2(of: font)] {
            for count in [0, 3, 4, 20, 47, 48, 60, file.count / 2, file.count - 40] {
                #expect(throws: DrawingError.self, "\(count)") {
                    try WebFont.unpacked(Array(file.prefix(count)), name: "a")
                }
            }
        }
    }

    @Test func refusesWhatWouldTakeTooMuchRoom() {
        var first = WebFontFixture.woff(of: font)
        first.replaceSubrange(16..<20, with: [0x7F, 0xFF, 0xFF, 0xFF])
        #expect(throws: DrawingError.self) { try WebFont.unpacked(first, name: "a") }
        var second = WebFontFixture.woff2(of: font)
        second.replaceSubrange(16..<20, with: [0x10, 0, 0, 0])
        #expect(throws: DrawingError.self) { try WebFont.unpacked(second, name: "a") }
    }

    /// Bytes that are changed make no crash, whatever comes of them.
    @Test func survivesDamage() {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for file in [WebFontFixture.woff(of: font), WebFontFixture.woff2(of: font)] {
            for _ in 0..<300 {
                var damaged = file
                for _ in 0..<1 + random(8) { damaged[random(min(damaged.count, 600))] = UInt8(random(256)) }
                _ = try? WebFont.unpacked(damaged, name: "a")
            }
        }
    }
}
