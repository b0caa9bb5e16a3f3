/// Host names with letters of other alphabets as name servers know them (RFC 3492, RFC 5891).
enum Punycode {
    /// A host's name in ASCII; nil where a label has no such form.
    static func host(_ name: String) -> String? {
        let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        let labels = name.lowercased().unicodeScalars.split(omittingEmptySubsequences: false) { dots.contains($0) }
        var result: [String] = []
        for label in labels {
            let scalars = Array(label)
            if scalars.allSatisfy(\.isASCII) {
                result.append(String(String.UnicodeScalarView(scalars)))
            } else {
                guard let encoded = encoded(scalars) else { return nil }
                result.append("xn--" + encoded)
            }
        }
        return result.joined(separator: ".")
    }

    // RFC 3492, §5: the parameters for host names.
    private static let base = 36
    private static let lowestThreshold = 1
    private static let highestThreshold = 26
    private static let skew = 38
    private static let damp = 700
    private static let initialBias = 72
    private static let initialCode = 0x80
    /// Labels have at most 63 octets (RFC 1035), so that longer input is no label.
    private static let mostScalars = 63

    /// RFC 3492, §6.3.
    private static func encoded(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= mostScalars else { return nil }
        var output = scalars.filter(\.isASCII).map { UInt8($0.value) }
        var handled = output.count
        let basic = handled
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var code = initialCode
        var delta = 0
        var bias = initialBias
        while handled < scalars.count {
            guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() else { return nil }
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in scalars {
                if Int(scalar.value) < code { delta += 1 }
                guard Int(scalar.value) == code else { continue }
                output += digits(of: delta, bias: bias)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A delta as a generalised variable-length integer.
    private static func digits(of delta: Int, bias: Int) -> [UInt8] {
        var result: [UInt8] = []
        var rest = delta
        var position = base
        while true {
            let threshold = min(max(position - bias, lowestThreshold), highestThreshold)
            if rest < threshold { break }
            result.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        return result + [digit(rest)]
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    /// RFC 3492, §6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - lowestThreshold) * highestThreshold / 2 {
            delta /= base - lowestThreshold
            steps += base
        }
        return steps + (base - lowestThreshold + 1) * delta / (delta + skew)
    }
}
