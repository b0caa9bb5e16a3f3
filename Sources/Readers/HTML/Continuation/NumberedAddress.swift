internal import TextAnalysis
internal import Transport

/// An address taken for that of a page of several: what its pages have in common, and this one's number.
struct NumberedAddress: Hashable {
    /// The address without its number, scheme and fragment.
    var stem: String
    var number: Int
    var form: Form

    enum Form: Hashable {
        /// A word says that it is a page's number: `page-2`, `?seite=2`.
        case marked
        /// The number is a part of the path: `story/2`.
        case segment
        /// It stands behind a name: `story-2.html`, or is the value of some field of the query.
        case suffix
    }

    /// Higher numbers are years and ids more often.
    static let highestNumber = 200

    /// The address in the form of stems, which is the first page's where that has no number.
    static func stem(of address: String) -> String { Parts(address).text }

    /// Every way to take an address for that of a numbered page.
    static func readings(of address: String) -> [NumberedAddress] {
        let parts = Parts(address)
        return parts.numbersInPath + parts.numbersInQuery
    }

    /// Words for a page, in addresses and in the links to it.
    static let words: Set<String> = [
        "page", "p", "pg", "pag", "pp", "paged", "pagenum", "pageno", "pagenumber", "pagina", "página", "seite", "sivu",
        "side", "sida", "strana", "strona", "str", "stranica", "sayfa", "halaman", "trang", "oldal", "lapa", "puslapis",
        "страница", "стр", "сторінка", "σελίδα", "ページ", "頁", "页", "쪽", "페이지", "صفحة", "index",
    ]

    /// An address in pieces that may hold a number.
    private struct Parts {
        /// The host of the web without `www.`, or `file:`.
        var place: String
        /// The path's parts, without the last one where it is empty or only names the folder's own page.
        var segments: [String]
        var fields: [Substring]

        init(_ address: String) {
            let reference = AddressReference(address)
            let host = (reference.authority ?? "").lowercased()
            place = reference.scheme == "file" ? "file:" : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
            segments = reference.path.split(separator: "/").map {
                String(decoding: PercentCoding.decode($0), as: UTF8.self)
            }
            if let last = segments.last?.lowercased(), Self.folderPages.contains(last) { segments.removeLast() }
            fields = (reference.query ?? "").split(separator: "&").filter { !Self.isTracking($0) }
        }

        /// Fields that tell where a reader came from, and nothing of the page.
        private static func isTracking(_ field: Substring) -> Bool {
            let name = field.prefix { $0 != "=" }.lowercased()
            return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
        }

        private static let folderPages: Set<String> = [
            "index.html", "index.htm", "index.php", "index.xhtml", "index.asp", "index.aspx", "index.jsp",
            "default.aspx",
        ]

        var text: String {
            ([place] + segments).joined(separator: "/") + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
        }

        /// The parts with the last parts of the path replaced by one.
        private func replacingLast(_ count: Int, by segment: String?) -> Parts {
            var copy = self
            copy.segments = segments.dropLast(count) + [segment].compactMap(\.self)
            return copy
        }

        var numbersInPath: [NumberedAddress] {
            guard let last = segments.last else { return [] }
            let (name, ending) = Self.split(last)
            let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
            guard let number = NumberedAddress.number(digits) else { return [] }
            let head = String(name.dropLast(digits.count))
            func reading(_ parts: Parts, _ form: Form) -> NumberedAddress? {
                parts.segments.isEmpty ? nil : NumberedAddress(stem: parts.text, number: number, form: form)
            }
            if head.isEmpty {
                var readings = [reading(replacingLast(1, by: nil), .segment)]
                if segments.count > 1, isWord(segments[segments.count - 2]) {
                    readings.append(reading(replacingLast(2, by: nil), .marked))
                }
                // `story/2.html` beside `story.html`
                if !ending.isEmpty, segments.count > 1 {
                    readings.append(reading(replacingLast(2, by: segments[segments.count - 2] + ending), .segment))
                }
                return readings.compactMap(\.self)
            }
            let bare = Self.trimmed(head)
            var readings = [reading(replacingLast(1, by: bare.isEmpty ? nil : bare + ending), .suffix)]
            let word = String(bare.reversed().prefix { $0.isLetter }.reversed())
            if isWord(word) {
                let rest = Self.trimmed(String(bare.dropLast(word.count)))
                readings.append(reading(replacingLast(1, by: rest.isEmpty ? nil : rest + ending), .marked))
                if rest.isEmpty, !ending.isEmpty, segments.count > 1 {
                    readings.append(reading(replacingLast(2, by: segments[segments.count - 2] + ending), .marked))
                }
            }
            return readings.compactMap(\.self)
        }

        var numbersInQuery: [NumberedAddress] {
            guard !segments.isEmpty else { return [] }
            return fields.indices.compactMap { index in
                let pair = fields[index].split(separator: "=", maxSplits: 1)
                guard pair.count == 2, let number = NumberedAddress.number(String(pair[1])) else { return nil }
                var parts = self
                parts.fields.remove(at: index)
                let name = pair[0].lowercased().filter(\.isLetter)
                return NumberedAddress(stem: parts.text, number: number, form: isWord(name) ? .marked : .suffix)
            }
        }

        private func isWord(_ text: String) -> Bool { NumberedAddress.words.contains(text.lowercased()) }

        /// A name and its ending with the dot; numbers are no endings.
        private static func split(_ segment: String) -> (name: String, ending: String) {
            guard let dot = segment.lastIndex(of: "."), dot > segment.startIndex else { return (segment, "") }
            let ending = segment[dot...].dropFirst()
            let isEnding = (2...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && $0.isLetter }
            return isEnding ? (String(segment[..<dot]), String(segment[dot...])) : (segment, "")
        }

        /// Without the signs that stand between a name and its number.
        private static func trimmed(_ text: String) -> String {
            var text = text[...]
            while let last = text.last, "-_.,~=+ (".contains(last) { text = text.dropLast() }
            return String(text)
        }
    }

    /// A number that a page can have.
    static func number(_ digits: String) -> Int? {
        guard (1...3).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(digits),
            (1...highestNumber).contains(number)
        else { return nil }
        return number
    }
}
