/// Adds to fonts what Cairo leaves out and PDF/A wants.
struct FontRepair {
    /// Gives every CIDFontType2 its `CIDToGIDMap` (PDF 32000-1, table 117).
    func write(_ file: borrowing QPDFFile, to update: inout PDFUpdate) throws(PDFError) {
        var seen: Set<Int> = []
        for index in 0..<file.pageCount {
            let fonts = file[file[file.page(index), "/Resources"], "/Font"]
            guard file.isDictionary(fonts) else { continue }
            for key in file.keys(of: fonts) {
                let font = file[fonts, key]
                guard seen.insert(file.number(of: font)).inserted, file.isName(file[font, "/Subtype"], "/Type0") else {
                    continue
                }
                let descendant = file[file[font, "/DescendantFonts"], 0]
                guard file.isName(file[descendant, "/Subtype"], "/CIDFontType2") else { continue }
                file.remove("/CIDToGIDMap", from: descendant)
                let entries = file.entries(of: descendant)
                update.object(file.number(of: descendant)) { $0.raw("<<\(entries)/CIDToGIDMap /Identity >>") }
            }
        }
    }
}
