import Diagnostics
import FoundationEssentials
import Testing

@testable import TextAnalysis

@Suite struct RealTextTests {
    private func bytes(_ index: Int) -> [UInt8] {
        [UInt8](Data(base64Encoded: RealTexts.all[index].base64.filter { !$0.isNewline }) ?? Data())
    }

    private func string(_ utf8: [UInt8]) -> String { String(decoding: utf8, as: UTF8.self) }

    @Test(arguments: RealTexts.all.indices) func decodesByItsLabel(index: Int) {
        let (label, _, text, _) = RealTexts.all[index]
        let decoded = TextDecoder().decode(bytes(index), transportLabel: label)
        #expect(string(decoded.output.utf8) == text, "\(label)")
        #expect(decoded.diagnostics.isEmpty)
        #expect(decoded.output.evidence == .transport)
    }

    @Test(arguments: RealTexts.all.indices) func decodesByItsMetaElement(index: Int) {
        let (label, _, text, _) = RealTexts.all[index]
        // UTF-16 cannot be told by text that is ASCII; the standard takes it for UTF-8 there.
        guard !label.hasPrefix("utf-16") else { return }
        for head in ["<meta charset=\(label)>", "<meta http-equiv=content-type content='text/html; charset=\(label)'>"]
        {
            let decoded = TextDecoder().decode(Array(head.utf8) + bytes(index))
            #expect(string(decoded.output.utf8) == head + text, "\(label)")
            #expect(decoded.output.evidence == .meta)
        }
    }

    /// Encodings that ICU's detector does not know; pages in them have to say so.
    private static let notTold: Set<String> = [
        "iso-8859-3", "iso-8859-4", "koi8-u", "ibm866", "x-mac-cyrillic", "macintosh", "windows-1257", "iso-8859-14",
        "iso-8859-16", "windows-874", "windows-1258", "utf-16le",
    ]

    @Test(arguments: RealTexts.all.indices) func isDetectedWithoutALabel(index: Int) {
        let (label, _, text, _) = RealTexts.all[index]
        guard !Self.notTold.contains(label) else { return }
        let decoded = TextDecoder().decode(bytes(index))
        #expect(string(decoded.output.utf8) == text, "\(label): \(decoded.output.encoding)")
    }
}
