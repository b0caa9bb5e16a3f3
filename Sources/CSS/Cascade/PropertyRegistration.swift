/// `@property` (CSS Properties and Values 1, §3): what a custom property is where nothing is declared, and whether it is
/// inherited. Values are not checked against the syntax; they are when a property takes them.
struct PropertyRegistration: Hashable, Sendable {
    let name: String
    private var syntax: String?
    private var inherits: Bool?
    /// As written; nil is the guaranteed-invalid value.
    private(set) var initialValue: String?
    var media: [MediaQueryList] = []

    init(name: String) { self.name = name }

    /// Takes one descriptor.
    mutating func set(_ descriptor: String, _ value: ValueParser) -> DescriptorOutcome {
        var parser = value
        switch descriptor {
        case "syntax":
            guard let text = parser.string(), parser.isAtEnd else { return .invalid }
            syntax = text
        case "inherits":
            guard let flag = parser.flag(off: "false", on: "true"), parser.isAtEnd else { return .invalid }
            inherits = flag
        case "initial-value": initialValue = parser.buffer.source(parser.buffer.trimmed(parser.rest))
        default: return .unknown
        }
        return .known
    }

    /// Syntax and inheritance have to be said, and an initial value where the syntax is not `*`.
    var isComplete: Bool {
        guard let syntax, inherits != nil else { return false }
        return syntax == "*" || initialValue != nil
    }

    var isInherited: Bool { inherits ?? true }
}
