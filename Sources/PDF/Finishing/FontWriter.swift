import Drawing

/// Completes the fonts that Cairo embedded: what their codes stand for, and what PDF/A wants besides.
struct FontWriter {
    let fonts: EmbeddedFonts

    /// Writes the fonts anew and returns the number of a resource dictionary that names them all.
    func write(_ file: borrowing QPDFFile, to update: inout PDFUpdate) -> Int {
        for font in fonts.fonts { write(font, file, to: &update) }
        return update.object { text in
            text.raw("<<")
            for font in fonts.fonts { text.raw(" \(font.name) \(font.number) 0 R") }
            text.raw(" >>")
        }
    }

    private func write(_ font: EmbeddedFonts.Font, _ file: borrowing QPDFFile, to update: inout PDFUpdate) {
        let object = file.object(font.number)
        let map = update.reserve()
        update.stream(map, "", Array(characterMap(of: font).utf8))
        file.remove("/ToUnicode", from: object)
        let entries = file.entries(of: object)
        update.object(font.number) { $0.raw("<<\(entries)/ToUnicode \(map) 0 R >>") }
        guard font.isComposite else { return }
        // Cairo leaves this out, though an embedded CIDFontType2 needs it (PDF 32000-1, table 117).
        let descendant = file[file[object, "/DescendantFonts"], 0]
        guard file.isName(file[descendant, "/Subtype"], "/CIDFontType2") else { return }
        file.remove("/CIDToGIDMap", from: descendant)
        let descendantEntries = file.entries(of: descendant)
        update.object(file.number(of: descendant)) { $0.raw("<<\(descendantEntries)/CIDToGIDMap /Identity >>") }
    }

    /// The ToUnicode map (§9.10.3).
    private func characterMap(of font: EmbeddedFonts.Font) -> String {
        let digits = font.isComposite ? 4 : 2
        var lines = [
            "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def", "1 begincodespacerange",
            "<\(0.hexadecimal(digits))> <\((1 << (4 * digits) - 1).hexadecimal(digits))>", "endcodespacerange",
        ]
        let sorted = font.texts.sorted { $0.code < $1.code }
        let blockLimit = 100  // entries that one block may have
        for start in stride(from: 0, to: sorted.count, by: blockLimit) {
            let block = sorted[start..<min(start + blockLimit, sorted.count)]
            lines.append("\(block.count) beginbfchar")
            for (code, text) in block {
                let units = text.string.utf16.filter { $0 != 0 && $0 != 0xFEFF && $0 != 0xFFFE }
                let value = (units.isEmpty ? [0xFFFD] : units).map { Int($0).hexadecimal(4) }.joined()
                lines.append("<\(code.hexadecimal(digits))> <\(value)>")
            }
            lines.append("endbfchar")
        }
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return lines.joined(separator: "\n")
    }
}

extension Int {
    /// In so many hexadecimal digits.
    fileprivate func hexadecimal(_ count: Int) -> String {
        let digits = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
    }
}
