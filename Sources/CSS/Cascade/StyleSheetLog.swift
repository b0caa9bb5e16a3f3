import Diagnostics

/// What the reader of one sheet has to say: each message once, and no more of them than anyone reads.
struct StyleSheetLog {
    let buffer: TokenBuffer
    /// What is wrong for every output.
    private(set) var diagnostics: [Diagnostic] = []
    /// What pages do not show, though browsers and readers of books may.
    private(set) var onPaper: [Diagnostic] = []
    private var said: Set<String> = []
    private var leftOut = 0

    /// Of one sheet.
    static let most = 100

    init(_ buffer: TokenBuffer) { self.buffer = buffer }

    mutating func warn(_ message: Diagnostic.Message, at token: Int, remedy: String? = nil) {
        guard isNew(message) else { return }
        diagnostics.append(diagnostic(message, token, remedy))
    }

    /// A warning for outputs in pages only.
    mutating func warnOnPaper(_ message: Diagnostic.Message, at token: Int, remedy: String? = nil) {
        guard isNew(message) else { return }
        onPaper.append(diagnostic(message, token, remedy))
    }

    private mutating func isNew(_ message: Diagnostic.Message) -> Bool {
        guard !said.contains(message.text) else { return false }
        guard said.count < Self.most else {
            leftOut += 1
            return false
        }
        said.insert(message.text)
        return true
    }

    private func diagnostic(_ message: Diagnostic.Message, _ token: Int, _ remedy: String?) -> Diagnostic {
        Diagnostic(.warning, message, subject: buffer.sheet, range: buffer.position(of: token), remedy: remedy)
    }

    /// Takes in what an imported sheet's reader has to say.
    mutating func append(_ other: StyleSheetLog) {
        diagnostics += other.diagnostics
        onPaper += other.onPaper
    }

    /// Says how much is not said.
    mutating func finish() {
        guard leftOut > 0 else { return }
        diagnostics.append(Diagnostic(.warning, .moreWarnings(leftOut), subject: buffer.sheet))
        leftOut = 0
    }
}

extension Diagnostic.Message {
    static func moreWarnings(_ count: Int) -> Self {
        "\(count) more \(count == 1 ? "thing is" : "things are") wrong in this style sheet"
    }
    static func unknownProperty(_ name: String) -> Self { "unknown property '\(name.shortened)'" }
    static func invalidValue(_ name: String, _ value: String) -> Self { "'\(name)' cannot be '\(value.shortened)'" }
    static func unsupportedProperty(_ name: String) -> Self { "'\(name)' changes nothing in print" }
    static func unsupportedValue(_ name: String, _ value: String, _ instead: String) -> Self {
        "'\(name): \(value.shortened)' is '\(instead)' in print"
    }
    static func unknownRule(_ name: String) -> Self { "unknown rule '@\(name.shortened)'" }
    static func unfinishedRule(_ name: String) -> Self { "'@\(name)' has no block" }
    static func unknownSelector(_ error: SelectorError) -> Self {
        "\(error.message.shortened) in selector '\(error.subject.shortened)'"
    }
    static func unknownMedia(_ text: String) -> Self { "unknown media feature '\(text.shortened)'" }
    static func unknownCondition(_ text: String) -> Self { "'@supports \(text.shortened)' is no condition" }
    static func unknownPageSelector(_ text: String) -> Self { "unknown page selector '\(text.shortened)'" }
    static func noNamespace(_ text: String) -> Self { "'@namespace \(text.shortened)' declares no namespace" }
    static func noCustomProperty(_ text: String) -> Self {
        "'@property \(text.shortened)' describes no custom property"
    }
    static func noCounterStyle(_ name: String) -> Self { "no counter style can be named '\(name.shortened)'" }
    static func unknownDescriptor(_ name: String) -> Self { "unknown descriptor '\(name.shortened)'" }
    static func incompleteCounterStyle(_ name: String) -> Self {
        "the counter style '\(name)' has not the symbols that its system needs"
    }
    static func unreadImport(_ text: String, _ reason: String) -> Self {
        "'@import \(text.shortened)' is not read: \(reason)"
    }
    static func stray(_ text: String) -> Self { "'\(text.shortened)' is no rule and no declaration" }
}

extension String {
    /// One line of at most 80 characters, for quoting.
    fileprivate var shortened: String {
        let line = prefix(200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "…" : line
    }
}
