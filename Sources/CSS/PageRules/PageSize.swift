import Geometry

/// The `size` descriptor (CSS Paged Media 3, §7.1).
enum PageSize: Hashable, Sendable {
    case auto
    /// The default page, turned if need be.
    case oriented(isLandscape: Bool)
    /// Points.
    case named(Size, isLandscape: Bool?)
    case lengths(Length, Length)

    private static let millimetre = 72 / 25.4

    /// Page sizes by keyword, upright.
    static let names: [String: Size] = {
        var names = single
        for (series, sizes) in [("a", aSeries), ("b", bSeries)] {
            for (number, size) in sizes.enumerated() {
                names["\(series)\(number)"] = Size(width: size.0 * millimetre, height: size.1 * millimetre)
            }
        }
        return names
    }()

    /// ISO 216, from A0 and B0, in millimetres.
    private static let aSeries: [(Double, Double)] = [
        (841, 1189), (594, 841), (420, 594), (297, 420), (210, 297), (148, 210), (105, 148), (74, 105), (52, 74),
        (37, 52), (26, 37),
    ]
    private static let bSeries: [(Double, Double)] = [
        (1000, 1414), (707, 1000), (500, 707), (353, 500), (250, 353), (176, 250), (125, 176), (88, 125), (62, 88),
        (44, 62), (31, 44),
    ]

    private static let single: [String: Size] = [
        "jis-b4": Size(width: 257 * millimetre, height: 364 * millimetre),
        "jis-b5": Size(width: 182 * millimetre, height: 257 * millimetre),
        "letter": Size(width: 612, height: 792),
        "legal": Size(width: 612, height: 1008),
        "ledger": Size(width: 792, height: 1224),
        "tabloid": Size(width: 792, height: 1224),
        "executive": Size(width: 522, height: 756),
    ]

    static func parse(_ parser: ValueParser) -> PageSize? {
        var parser = parser
        if parser.take("auto") { return parser.isAtEnd ? .auto : nil }
        if let width = parser.length([]) {
            let height = parser.length([]) ?? width
            return parser.isAtEnd ? .lengths(width, height) : nil
        }
        var size: Size?
        var isLandscape: Bool?
        while let word = parser.keyword() {
            switch word {
            case "portrait" where isLandscape == nil: isLandscape = false
            case "landscape" where isLandscape == nil: isLandscape = true
            default:
                guard size == nil, let named = names[word] else { return nil }
                size = named
            }
        }
        guard parser.isAtEnd else { return nil }
        if let size { return .named(size, isLandscape: isLandscape) }
        return isLandscape.map { .oriented(isLandscape: $0) }
    }

    /// Points.
    func computed(default page: Size, in context: ComputationContext) -> Size {
        switch self {
        case .auto: page
        case .oriented(let isLandscape): Self.turned(page, isLandscape)
        case .named(let size, let isLandscape): Self.turned(size, isLandscape ?? false)
        case .lengths(let width, let height):
            Size(width: width.computed(in: context).points, height: height.computed(in: context).points)
        }
    }

    private static func turned(_ size: Size, _ isLandscape: Bool) -> Size {
        let short = min(size.width, size.height)
        let long = max(size.width, size.height)
        return isLandscape ? Size(width: long, height: short) : Size(width: short, height: long)
    }
}
