internal import Extraction

/// Recognises what comes along when a page is selected and copied: buttons, forms, notices, lists of other articles, and
/// the captions of pictures that stay behind.
struct CopiedPage {
    /// The lines that are left; those dropped are blank, so that what stood apart still does.
    private(set) var lines: [TextLine]
    /// Numbers of the lines that are captions.
    private(set) var captions: Set<Int> = []
    /// What was dropped, by which rule.
    private(set) var dropped: [(rule: String, line: TextLine)] = []

    /// Lines at least this long are text, not furniture.
    private static let textLength = 120
    /// Titles in lists of other articles are at most this long.
    private static let titleLength = 160

    init(_ lines: [TextLine]) {
        self.lines = lines
        dropAfterComments()
        dropRelatedLists()
        let body = body()
        for index in lines.indices where !self.lines[index].isBlank {
            if let rule = rule(for: index, body) { drop(index, rule) }
        }
        dropLoneButtons(body)
        takeDoubledLines()
        takeCaptions()
    }

    /// The report's entries for what was dropped.
    var entries: [ExtractionReport.Entry] {
        dropped.sorted { $0.line.number < $1.line.number }.map { rule, line in
            ExtractionReport.Entry(
                decision: .dropped, rule: rule, element: "line \(line.number)", sample: String(line.text.prefix(60)),
                textLength: line.text.count)
        }
    }

    private mutating func drop(_ index: Int, _ rule: String) {
        guard !lines[index].isBlank else { return }
        dropped.append((rule, lines[index]))
        lines[index].text = ""
    }

    /// From the first line of real text to the last.
    private func body() -> Range<Int> {
        let long = lines.indices.filter { lines[$0].text.count >= 60 && !Self.isNotice(lines[$0].text.lowercased()) }
        return (long.first ?? 0)..<((long.last ?? lines.count - 1) + 1)
    }

    // MARK: Rules for single lines

    private func rule(for index: Int, _ body: Range<Int>) -> String? {
        let text = lines[index].text.lowercased()
        let label = Self.label(text)
        if FurnitureWords.always.contains(label) { return "advertisement or navigation" }
        if Self.isButtonRow(text), text.contains(where: \.isWhitespace) { return "buttons" }
        if text.count < 400, Self.isNotice(text) { return "form or notice" }
        if text.count < 250, FurnitureWords.pointers.contains(where: text.hasPrefix) {
            return "pointer to another article"
        }
        guard !body.contains(index) else { return nil }
        if FurnitureWords.atTheEdges.contains(label) { return "navigation" }
        return nil
    }

    private static func isNotice(_ text: String) -> Bool {
        if FurnitureWords.sentences.contains(where: text.contains) { return true }
        guard text.contains("cookie"), text.count < 600 else { return false }
        return FurnitureWords.cookieVerbs.contains(where: text.contains)
    }

    /// A line of button words and fillers with at least one button among them.
    private static func isButtonRow(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || ",|·•/–-:()".contains($0) && $0 != "-" }
            .filter { !$0.allSatisfy(\.isNumber) }
        guard (1...12).contains(words.count) else { return false }
        let buttons = words.count { FurnitureWords.buttons.contains(String($0)) }
        let fillers = words.count { FurnitureWords.buttonFillers.contains(String($0)) }
        return buttons * 3 >= words.count && buttons + fillers == words.count
    }

    /// A single word can be a heading as well as a button: it is one at the edges, and beside another.
    private mutating func dropLoneButtons(_ body: Range<Int>) {
        let droppedNumbers = Set(dropped.filter { $0.rule == "buttons" }.map(\.line.number))
        var isBeside = false
        for index in lines.indices {
            if droppedNumbers.contains(lines[index].number) {
                isBeside = true
                continue
            }
            guard !lines[index].isBlank else { continue }
            let isButton = Self.isButtonRow(lines[index].text.lowercased())
            let next = lines[(index + 1)...].first { !$0.isBlank || droppedNumbers.contains($0.number) }
            let isBefore =
                next.map { droppedNumbers.contains($0.number) || Self.isButtonRow($0.text.lowercased()) } ?? false
            isBeside = isButton && (isBeside || isBefore || !body.contains(index))
            if isBeside { drop(index, "buttons") }
        }
    }

    /// A line without counts, punctuation and signs at its ends.
    private static func label(_ text: String) -> String {
        let isLetter: (Character) -> Bool = { $0.isLetter }
        guard let first = text.firstIndex(where: isLetter), let last = text.lastIndex(where: isLetter) else {
            return ""
        }
        return text[first...last].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Lists and forms

    /// What follows a comment form's heading goes, if the article has come before it.
    private mutating func dropAfterComments() {
        let total = lines.reduce(0) { $0 + $1.text.count }
        var before = 0
        for index in lines.indices {
            let text = lines[index].text.lowercased()
            if before * 2 > total, text.count < 80, Self.isCommentsHeading(text) {
                for rest in index..<lines.count { drop(rest, "comments") }
                return
            }
            before += lines[index].text.count
        }
    }

    /// `3 comments`, `Leave a reply`, `12 thoughts on “…”`.
    private static func isCommentsHeading(_ text: String) -> Bool {
        let label = label(text)
        if FurnitureWords.comments.contains(label) { return true }
        let startsWithCount = text.first?.isNumber == true
        return startsWithCount
            && ["comments on", "responses to", "thoughts on", "comment on", "thought on"].contains(
                where: label.hasPrefix)
    }

    /// A heading of other articles goes with the titles below it, up to the next line of text.
    private mutating func dropRelatedLists() {
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard FurnitureWords.related.contains(Self.label(lines[index].text.lowercased())) else { continue }
            let rest = lines[(index + 1)...].filter { !$0.isBlank }
            // Without a list of titles it is a heading like any other.
            guard let first = rest.first, Self.isTitleLike(first.text) || rest.count == 1 else { continue }
            drop(index, "related articles")
            while index + 1 < lines.count, lines[index + 1].isBlank || Self.isTitleLike(lines[index + 1].text) {
                index += 1
                drop(index, "related articles")
            }
        }
    }

    private static func isTitleLike(_ text: String) -> Bool {
        text.count < titleLength && text.last.map { !".:;".contains($0) } ?? false
    }

    // MARK: Captions

    /// A picture's alternative text and its caption are often the same words, which come out twice.
    private mutating func takeDoubledLines() {
        var previous: Int?
        for index in lines.indices where !lines[index].isBlank {
            if let before = previous, lines[before].text == lines[index].text, lines[index].text.count >= 15,
                lines[index].text.contains(where: \.isWhitespace)
            {
                drop(before, "alternative text that the caption repeats")
                captions.insert(lines[index].number)
            }
            previous = index
        }
    }

    /// Lines that say whose picture it is.
    private mutating func takeCaptions() {
        for index in lines.indices where !lines[index].isBlank && lines[index].text.count < 300 {
            if Self.isCredited(lines[index].text.lowercased()) { captions.insert(lines[index].number) }
        }
    }

    private static func isCredited(_ text: String) -> Bool {
        creditOpenings.contains(where: text.hasPrefix) || creditMarks.contains(where: text.contains)
    }

    private static let creditOpenings = [
        "photo:", "photos:", "photo by", "photograph by", "photograph:", "photography:", "image:", "image by",
        "image via",
        "image credit", "picture:", "illustration:", "illustration by", "credit:", "foto:", "bild:", "bildquelle:",
        "grafik:", "© foto", "crédit photo", "photo credit", "crédito:", "imagen:", "immagine:", "imagem:", "beeld:",
        "zdjęcie:", "фото:", "写真：", "写真:", "图：", "图片来源",
    ]

    private static let creditMarks = [
        "(photo:", "(photo by", "(image:", "(image by", "(foto:", "(bild:", "photo: ", "/getty images",
        "getty images)", "/afp", "/reuters", "(reuters)", "/ap photo", "(ap photo", "(cc by", "cc by-sa",
        "via wikimedia",
        "courtesy of the artist",
    ]
}
