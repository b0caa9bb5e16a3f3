import Drawing
import Pages

/// The fonts that Cairo embedded, with the code of each of the document's glyphs, learnt from the specimen page.
struct EmbeddedFonts {
    /// A font of the PDF; each of the document's may be split into several.
    struct Font {
        /// The resource's name with its slash, `/f-0-1`.
        var name: String
        var number: Int
        /// Codes have two bytes.
        var isComposite: Bool
        /// What the codes stand for; only those in use.
        var texts: [(code: Int, text: ShortText)] = []
    }

    /// How a glyph is shown.
    struct Code {
        /// Index into `fonts`.
        var font: Int
        var code: Int
        /// Thousandths of an em.
        var width: Double
        /// What the font says it stands for.
        var text: ShortText
    }

    private(set) var fonts: [Font] = []
    /// By the document's font and the glyph's place in the census.
    private(set) var codes: [[Code]] = []

    /// Reads the specimen page; a document without text has none.
    init(_ file: borrowing QPDFFile, of drawn: DrawnDocument) throws(PDFError) {
        let census = drawn.census
        codes = census.fonts.map { _ in [] }
        guard census.fonts.contains(where: { !$0.glyphs.isEmpty }) else { return }
        let page = file.page(0)
        let resources = file[file[page, "/Resources"], "/Font"]
        var shown = SpecimenCodes(SpecimenReader.strings(in: try file.content(of: page)))
        var widths: [FontWidths] = []
        var places: [String: Int] = [:]
        for (index, counted) in census.fonts.enumerated() {
            for place in counted.glyphs.indices {
                guard let name = shown.font else { throw Self.mismatch(drawn.fontPaths[index]) }
                let font = places[name] ?? fonts.count
                if font == fonts.count {
                    places[name] = font
                    let object = file[resources, name]
                    let isComposite = file.isName(file[object, "/Subtype"], "/Type0")
                    fonts.append(Font(name: name, number: file.number(of: object), isComposite: isComposite))
                    widths.append(FontWidths(of: object, in: file))
                }
                guard let code = shown.next(length: fonts[font].isComposite ? 2 : 1) else {
                    throw Self.mismatch(drawn.fontPaths[index])
                }
                fonts[font].texts.append((code, counted.texts[place]))
                codes[index].append(
                    Code(font: font, code: code, width: widths[font][code], text: counted.texts[place]))
            }
        }
        guard shown.font == nil else { throw Self.mismatch(drawn.fontPaths.last ?? "a font") }
    }

    /// Cairo leaves out what it cannot draw, as glyphs of damaged fonts whose outlines are beyond all bounds.
    private static func mismatch(_ path: String) -> PDFError {
        PDFError(
            .fontUnreadable, subject: path, message: "has glyphs that could not be embedded; the font may be damaged")
    }
}

/// The codes of the specimen page, taken one by one.
private struct SpecimenCodes {
    private let strings: [SpecimenReader.Shown]
    private var string = 0
    private var offset = 0

    init(_ strings: [SpecimenReader.Shown]) { self.strings = strings.filter { !$0.bytes.isEmpty } }

    /// The font of the next code; nil at the end.
    var font: String? { string < strings.count ? strings[string].font : nil }

    /// The next code of so many bytes; nil where fewer are left in its string.
    mutating func next(length: Int) -> Int? {
        let bytes = strings[string].bytes
        guard offset + length <= bytes.count else { return nil }
        let code = bytes[offset..<offset + length].reduce(0) { $0 << 8 | Int($1) }
        offset += length
        if offset == bytes.count {
            string += 1
            offset = 0
        }
        return code
    }
}
