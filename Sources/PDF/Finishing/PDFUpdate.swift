/// New and changed objects to stand behind a PDF, with their cross-reference section: an incremental update
/// (PDF 32000-1, §7.5.6).
///
/// qpdf reads it together with the file and writes both as one, so that objects are made as text and in one pass,
/// rather than by a call for each of their keys.
struct PDFUpdate {
    private var text = PDFText()
    /// Length of the file that the update is to follow.
    private let base: Int
    private var offsets: [(number: Int, offset: Int)] = []
    private var nextNumber: Int

    /// An update of a file of so many bytes, whose cross-reference table has so many entries.
    init(followingBytes base: Int, size: Int) {
        self.base = base
        nextNumber = size
        text.raw("\n")
    }

    /// Numbers for so many new objects; returns the first.
    mutating func reserve(_ count: Int = 1) -> Int {
        defer { nextNumber += count }
        return nextNumber
    }

    /// Writes an object under a number that was reserved, or that the file has already.
    mutating func object(_ number: Int, _ body: (inout PDFText) -> Void) {
        offsets.append((number, base + text.count))
        text.integer(number)
        text.raw(" 0 obj\n")
        body(&text)
        text.raw("\nendobj\n")
    }

    /// Writes a new object and returns its number.
    mutating func object(_ body: (inout PDFText) -> Void) -> Int {
        let number = reserve()
        object(number, body)
        return number
    }

    /// Writes a stream, its dictionary's entries given as syntax.
    mutating func stream(_ number: Int, _ entries: String = "", _ data: [UInt8]) {
        object(number) { text in
            text.raw("<< \(entries) /Length \(data.count) >>\nstream\n")
            text.raw(data)
            text.raw("\nendstream")
        }
    }

    /// The update's bytes with the cross-reference section and the trailer.
    consuming func finish(root: Int, properties: Int, previous: Int) -> [UInt8] {
        let start = base + text.count
        text.raw("xref\n")
        offsets.sort { $0.number < $1.number }
        var index = 0
        while index < offsets.count {
            var end = index + 1
            while end < offsets.count, offsets[end].number == offsets[end - 1].number + 1 { end += 1 }
            text.raw("\(offsets[index].number) \(end - index)\n")
            for entry in offsets[index..<end] {
                let digits = String(entry.offset)
                text.raw(String(repeating: "0", count: 10 - digits.utf8.count))
                text.raw(digits)
                text.raw(" 00000 n \n")
            }
            index = end
        }
        text.raw("trailer\n<< /Size \(nextNumber) /Root \(root) 0 R /Info \(properties) 0 R /Prev \(previous) >>\n")
        text.raw("startxref\n\(start)\n%%EOF\n")
        return text.bytes
    }
}
