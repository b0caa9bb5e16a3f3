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
        for (series, sizes) in [("a", aSeries), ("b", bSeries), ("c", cSeries), ("jis-b", japaneseBSeries)] {
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

    /// ISO 269, from C0, in millimetres.
    private static let cSeries: [(Double, Double)] = [
        (917, 1297), (648, 917), (458, 648), (324, 458), (229, 324), (162, 229), (114, 162), (81, 114), (57, 81),
        (40, 57),
        (28, 40),
    ]
    /// JIS P 0138, from B0, in millimetres.
    private static let japaneseBSeries: [(Double, Double)] = [
        (1030, 1456), (728, 1030), (515, 728), (364, 515), (257, 364), (182, 257), (128, 182), (91, 128), (64, 91),
        (45, 64), (32, 45),
    ]

    private static let single: [String: Size] = [
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

    /// Points of the smallest and the largest side that a page has in PDF (ISO 19005-2, §6.1.13).
    static let sides = 3.0...14_400

    /// Points.
    func computed(default page: Size, in context: ComputationContext) -> Size {
        switch self {
        case .auto: page
        case .oriented(let isLandscape): Self.turned(page, isLandscape)
        case .named(let size, let isLandscape): Self.turned(size, isLandscape ?? false)
        case .lengths(let width, let height):
            Size(width: Self.side(width, context), height: Self.side(height, context))
        }
    }

    private static func side(_ length: Length, _ context: ComputationContext) -> Double {
        min(sides.upperBound, max(sides.lowerBound, length.computed(in: context).points))
    }

    private static func turned(_ size: Size, _ isLandscape: Bool) -> Size {
        let short = min(size.width, size.height)
        let long = max(size.width, size.height)
        return isLandscape ? Size(width: long, height: short) : Size(width: short, height: long)
    }
}
