/// Header fields in order; names are compared without case (RFC 5322, §1.2.2).
public struct Headers: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var fields: [HeaderField] = []

    public init() {}
    public init(dictionaryLiteral elements: (String, HeaderField.Value)...) {
        fields = elements.map { HeaderField($0.0, $0.1) }
    }

    /// The first field of this name; setting replaces all of the name by one, at the first's place.
    public subscript(name: String) -> HeaderField.Value? {
        get { fields.first { $0.isNamed(name) }?.value }
        set {
            let place = fields.firstIndex { $0.isNamed(name) } ?? fields.count
            fields.removeAll { $0.isNamed(name) }
            if let newValue { fields.insert(HeaderField(name, newValue), at: place) }
        }
    }

    /// Adds a field after the others.
    public mutating func append(_ name: String, _ value: HeaderField.Value) {
        fields.append(HeaderField(name, value))
    }

    func write(to output: inout [UInt8]) {
        for field in fields { field.write(to: &output) }
    }
}

/// One header field: a name and what it says, before encoding and folding.
public struct HeaderField: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// The field's form, which decides where encoded words may stand.
    public enum Value: Hashable, Sendable {
        /// Free text, as in `Subject`.
        case text(String)
        /// Mailboxes, as in `From`.
        case addresses([MailAddress])
        /// A token with parameters, as in `Content-Type`.
        case parameterized(String, [HeaderParameter])
        /// ASCII written as it is: dates, message ids.
        case verbatim(String)
    }

    func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }

    func write(to output: inout [UInt8]) {
        var line = FoldedLine(start: name + ":")
        switch value {
        case .text(let text): line.append(words: EncodedWord.words(ofText: text, firstLineUsed: name.utf8.count + 2))
        case .addresses(let addresses):
            for (index, address) in addresses.enumerated() {
                line.append(words: address.words(closing: index + 1 < addresses.count ? "," : ""))
            }
        case .parameterized(let token, let parameters):
            let pieces = parameters.flatMap(\.pieces)
            line.append(word: token + (pieces.isEmpty ? "" : ";"))
            for (index, piece) in pieces.enumerated() {
                line.append(word: piece + (index + 1 < pieces.count ? ";" : ""))
            }
        case .verbatim(let text):
            for word in text.split(whereSeparator: \.isWhitespace) { line.append(word: String(word)) }
        }
        output.append(contentsOf: line.text.utf8)
        output.append(contentsOf: "\r\n".utf8)
    }
}

/// A field folded before words so that lines keep within 78 columns where they can (RFC 5322, §2.1.1).
struct FoldedLine {
    private(set) var text: String
    private var column: Int
    private var hasWord = false

    init(start: String) {
        text = start
        column = start.utf8.count
    }

    static let width = 78

    mutating func append(word: String) {
        if hasWord, column + 1 + word.utf8.count > Self.width {
            text += "\r\n"
            column = 0
        }
        text += " " + word
        column += 1 + word.utf8.count
        hasWord = true
    }

    mutating func append(words: [String]) {
        for word in words { append(word: word) }
    }
}
