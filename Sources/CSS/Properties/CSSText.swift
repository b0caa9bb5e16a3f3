import Geometry

/// Values as CSS writes them, for dumps.
protocol CSSText {
    var cssText: String { get }
}

extension Double: CSSText {
    /// At most four decimals.
    var cssText: String {
        let rounded = (self * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }

    var points: String { self == 0 ? "0" : cssText + "pt" }
}

extension RawRepresentable<String> {
    /// `preWrap` as `pre-wrap`.
    var cssText: String {
        var result = ""
        for scalar in rawValue.unicodeScalars {
            if scalar.value >= 0x41, scalar.value <= 0x5A {
                result += "-"
                result.unicodeScalars.append(Unicode.Scalar(scalar.value | 0x20) ?? scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension String {
    /// In quotation marks.
    var quoted: String {
        "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}

extension LengthPercentage: CSSText {
    var cssText: String {
        if fraction == 0 { return points.points }
        let share = (fraction * 100).cssText + "%"
        return points == 0 ? share : "calc(\(share) + \(points.points))"
    }
}

extension AutoLength: CSSText {
    var cssText: String {
        switch self {
        case .auto: "auto"
        case .length(let length): length.cssText
        case .minContent: "min-content"
        case .maxContent: "max-content"
        case .fitContent: "fit-content"
        }
    }
}

extension Color: CSSText {
    var cssText: String {
        if self == .transparent { return "transparent" }
        let digits = [red, green, blue].map { component in
            let byte = Int((component * 255).rounded())
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return "#" + digits + (alpha < 1 ? " / " + alpha.cssText : "")
    }
}

extension BoxStyle.BorderSide: CSSText {
    var cssText: String {
        style == .none
            ? "none" : [width.points, style.cssText, color?.cssText ?? "currentcolor"].joined(separator: " ")
    }
}

extension Sides where Value: CSSText & Equatable {
    /// One to four values, as shorthands have them.
    var cssText: String {
        var values = [top, right, bottom, left]
        if values[3] == values[1] { values.removeLast() }
        if values.count == 3, values[2] == values[0] { values.removeLast() }
        if values.count == 2, values[1] == values[0] { values.removeLast() }
        return values.map(\.cssText).joined(separator: " ")
    }
}

extension ContentItem: CSSText {
    var cssText: String {
        switch self {
        case .string(let text): text.quoted
        case .counter(let name, let style): "counter(\(name), \(style))"
        case .counters(let name, let separator, let style): "counters(\(name), \(separator.quoted), \(style))"
        case .attribute(let name, ""): "attr(\(name))"
        case .attribute(let name, let fallback): "attr(\(name), \(fallback.quoted))"
        case .openQuote: "open-quote"
        case .closeQuote: "close-quote"
        case .noOpenQuote: "no-open-quote"
        case .noCloseQuote: "no-close-quote"
        case .namedString(let name, let keyword): "string(\(name), \(keyword.cssText))"
        case .elementContent(let part): "content(\(part.cssText))"
        case .targetCounter(let target, let name, let style): "target-counter(\(target.cssText), \(name), \(style))"
        case .targetCounters(let target, let name, let separator, let style):
            "target-counters(\(target.cssText), \(name), \(separator.quoted), \(style))"
        case .targetText(let target, let part): "target-text(\(target.cssText), \(part.cssText))"
        case .leader(let text): "leader(\(text.quoted))"
        case .running(let name, let keyword): "element(\(name), \(keyword.cssText))"
        case .picture(let picture): picture.cssText
        }
    }
}

extension StylePicture: CSSText {
    var cssText: String {
        let address = "url(\(address.text.quoted))"
        return dotsPerInch.map { "image-set(\(address) \($0.cssText)dpi)" } ?? address
    }
}

extension ContentItem.TargetAddress: CSSText {
    var cssText: String {
        switch self {
        case .address(let address): address.quoted
        case .attribute(let name): "attr(\(name))"
        }
    }
}

extension [ContentItem] {
    var cssText: String { map(\.cssText).joined(separator: " ") }
}

extension [ListStyle.CounterChange] {
    var cssText: String { isEmpty ? "none" : map { "\($0.name) \($0.value)" }.joined(separator: " ") }
}
