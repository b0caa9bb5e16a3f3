/// The advances that a font of the PDF gives to its codes, in thousandths of an em (PDF 32000-1, §9.7.4.3).
struct FontWidths {
    private var widths: [Double] = []
    private var defaultWidth = 0.0

    init(of font: QPDFFile.Object, in file: borrowing QPDFFile) {
        if file.isName(file[font, "/Subtype"], "/Type0") {
            let descendant = file[file[font, "/DescendantFonts"], 0]
            defaultWidth = file.number(in: file[descendant, "/DW"]) ?? 1000
            readRanges(file[descendant, "/W"], in: file)
            return
        }
        // A Type 3 font has units of its own.
        let unit = file.number(in: file[file[font, "/FontMatrix"], 0]).map { $0 * 1000 } ?? 1
        let first = Int(file.number(in: file[font, "/FirstChar"]) ?? 0)
        for (offset, width) in file.numbers(in: file[font, "/Widths"]).enumerated() {
            set(first + offset, width * unit)
        }
    }

    subscript(code: Int) -> Double { widths.indices.contains(code) ? widths[code] : defaultWidth }

    /// `first [w w w]` or `first last w`, again and again.
    private mutating func readRanges(_ array: QPDFFile.Object, in file: borrowing QPDFFile) {
        var index = 0
        let count = file.count(of: array)
        while index + 1 < count {
            let first = Int(file.number(in: file[array, index]) ?? 0)
            if let last = file.number(in: file[array, index + 1]) {
                let width = index + 2 < count ? file.number(in: file[array, index + 2]) ?? 0 : 0
                for code in first...max(first, min(Int(last), 0xFFFF)) { set(code, width) }
                index += 3
            } else {
                for (offset, width) in file.numbers(in: file[array, index + 1]).enumerated() {
                    set(first + offset, width)
                }
                index += 2
            }
        }
    }

    private mutating func set(_ code: Int, _ width: Double) {
        guard code >= 0, code <= 0xFFFF else { return }
        if code >= widths.count {
            widths += Array(repeating: defaultWidth, count: code + 1 - widths.count)
        }
        widths[code] = width
    }
}
