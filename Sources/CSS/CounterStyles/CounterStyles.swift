/// The counter styles that sheets may name: their own `@counter-style` rules over the predefined ones
/// (CSS Counter Styles 3).
public struct CounterStyles: Sendable {
    private let own: [String: CounterStyle]

    init(_ rules: [CounterStyleRule] = []) {
        var specified: [String: CounterStyleRule] = [:]
        for rule in rules { specified[rule.name] = rule }
        own = specified.mapValues { $0.resolved(among: specified) }
    }

    /// The predefined styles alone.
    public static let predefined = CounterStyles()

    /// A value's representation, without prefix and suffix; a name that is not known is `decimal`.
    public func text(of value: Int, style name: String) -> String {
        if name == "none" { return "" }
        var name = name
        // A chain of fallbacks that comes back to itself ends in decimal digits (§3.7).
        var seen: Set<String> = []
        while seen.insert(name).inserted, let style = style(named: name) {
            if let text = style.text(of: value) { return text }
            name = style.fallback
        }
        return String(value)
    }

    /// A list marker's text, with prefix and suffix.
    public func marker(of value: Int, style name: String) -> String {
        if name == "none" { return "" }
        let style = style(named: name) ?? CounterStyle()
        return style.prefix + text(of: value, style: name) + style.suffix
    }

    /// A list marker's text in a style without a name (`symbols()`).
    public func marker(of value: Int, like style: CounterStyle) -> String {
        style.prefix + (style.text(of: value) ?? text(of: value, style: style.fallback)) + style.suffix
    }

    private func style(named name: String) -> CounterStyle? { own[name] ?? PredefinedCounterStyles.table[name] }
}
