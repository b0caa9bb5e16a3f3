import Geometry

/// What a specified value becomes once its element's fonts and colour are known.
typealias Computable<Value> = @Sendable (ComputationContext) -> Value

/// Gradients (CSS Images 3, §3; conic ones, colour spaces and second positions of CSS Images 4, §3).
extension ValueParser {
    /// `none`, a picture or a gradient.
    mutating func image() -> Computable<StyleImage>? {
        if take("none") { return { _ in .none } }
        if let picture = picture() { return { _ in .picture(picture) } }
        return gradient()
    }

    private mutating func gradient() -> Computable<StyleImage>? {
        attempt { parser in
            guard var name = parser.functionName, var inside = parser.block() else { return nil }
            let isRepeating = name.hasPrefix("repeating-")
            if isRepeating { name.removeFirst("repeating-".count) }
            var line = GradientLine()
            guard line.parse(name, &inside), let stops = inside.colorStops(isAngular: name == "conic-gradient"),
                inside.isAtEnd, let shape = line.shape(of: name)
            else { return nil }
            let interpolation = line.interpolation ?? .srgb
            return { context in
                .gradient(
                    GradientImage(
                        shape: shape(context), stops: stops.map { $0.computed(in: context) }, isRepeating: isRepeating,
                        interpolation: interpolation))
            }
        }
    }

    // MARK: Stops

    fileprivate struct Stop: Sendable {
        /// nil for a hint.
        var color: ColorValue?
        var position: Length?

        func computed(in context: ComputationContext) -> GradientImage.Stop {
            GradientImage.Stop(
                color.map { $0.resolved(context.color) }, at: position?.computed(in: context))
        }
    }

    /// `<color-stop-list>`: colours with up to two positions, and hints between them.
    private mutating func colorStops(isAngular: Bool) -> [Stop]? {
        let items = commaList { parser -> [Stop]? in
            var positions = parser.stopPositions(isAngular)
            guard let color = parser.color() else {
                return positions.count == 1 ? [Stop(color: nil, position: positions[0])] : nil
            }
            if positions.isEmpty { positions = parser.stopPositions(isAngular) }
            if positions.isEmpty { return [Stop(color: color, position: nil)] }
            return positions.map { Stop(color: color, position: $0) }
        }
        guard let stops = items?.flatMap(\.self), stops.first?.color != nil, stops.last?.color != nil else {
            return nil
        }
        let hasTwoHints = zip(stops, stops.dropFirst()).contains { $0.color == nil && $1.color == nil }
        return hasTwoHints ? nil : stops
    }

    private mutating func stopPositions(_ isAngular: Bool) -> [Length] {
        var positions: [Length] = []
        while positions.count < 2, let position = isAngular ? turn() : length(.all) { positions.append(position) }
        return positions
    }

    /// An angle or percentage as a share of a turn.
    private mutating func turn() -> Length? {
        if let percent = percentage() { return .fixed(.percent(percent)) }
        return angleOrZero().map { .fixed(LengthPercentage(fraction: $0 / 360)) }
    }
}

/// What stands before the first comma of a gradient.
private struct GradientLine {
    var interpolation: GradientImage.Interpolation?
    private var direction: GradientImage.Direction?
    private var angle: Double?
    private var isCircle: Bool?
    private var extent: GradientImage.Extent?
    private var radii: [Length] = []
    private var position: ValueParser.Position?

    /// Reads up to and behind the comma, or nothing where the stops begin at once.
    mutating func parse(_ name: String, _ parser: inout ValueParser) -> Bool {
        let start = parser.index
        while let found = component(name, &parser) {
            guard found else { return false }
        }
        return parser.index == start || parser.comma()
    }

    /// One part; nil where none begins, false where it is wrong.
    private mutating func component(_ name: String, _ parser: inout ValueParser) -> Bool? {
        if let colors = parser.colorInterpolation() {
            guard interpolation == nil else { return false }
            interpolation = GradientImage.Interpolation(colors: colors)
            return true
        }
        if name != "linear-gradient", parser.take("at") {
            guard position == nil else { return false }
            position = parser.position()
            return position != nil
        }
        switch name {
        case "linear-gradient": return linear(&parser)
        case "radial-gradient": return ending(&parser)
        case "conic-gradient":
            guard parser.take("from") else { return nil }
            guard angle == nil else { return false }
            angle = parser.angleOrZero()
            return angle != nil
        default: return false
        }
    }

    private mutating func linear(_ parser: inout ValueParser) -> Bool? {
        if let angle = parser.angleOrZero() {
            guard direction == nil else { return false }
            direction = .angle(angle)
            return true
        }
        guard parser.take("to") else { return nil }
        var sides: Set<String> = []
        while let side = parser.keyword(among: ["left", "right", "top", "bottom"]) {
            if !sides.insert(side).inserted { return false }
        }
        let isTurned = sides.contains("left") || sides.contains("right")
        let isUpright = sides.contains("top") || sides.contains("bottom")
        guard direction == nil, sides.count == (isTurned ? 1 : 0) + (isUpright ? 1 : 0), !sides.isEmpty else {
            return false
        }
        if isTurned, isUpright {
            direction = .corner(isRight: sides.contains("right"), isBottom: sides.contains("bottom"))
        } else if isTurned {
            direction = .angle(sides.contains("right") ? 90 : 270)
        } else {
            direction = .angle(sides.contains("bottom") ? 180 : 0)
        }
        return true
    }

    private mutating func ending(_ parser: inout ValueParser) -> Bool? {
        if let shape = parser.keyword(among: ["circle", "ellipse"]) {
            guard isCircle == nil else { return false }
            isCircle = shape == "circle"
            return true
        }
        if let extent = parser.keyword(GradientImage.Extent.self) {
            guard self.extent == nil, radii.isEmpty else { return false }
            self.extent = extent
            return true
        }
        guard let radius = parser.length() else { return nil }
        guard extent == nil, radii.isEmpty else { return false }
        radii = [radius]
        if let second = parser.length() { radii.append(second) }
        return true
    }

    /// The shape, where what has been read is one.
    func shape(of name: String) -> Computable<GradientImage.Shape>? {
        let center = position ?? ValueParser.Position(horizontal: .fixed(.percent(50)), vertical: .fixed(.percent(50)))
        switch name {
        case "linear-gradient":
            let direction = direction ?? .angle(180)
            return { _ in .linear(direction) }
        case "conic-gradient":
            let angle = angle ?? 0
            return { context in .conic(from: angle, center.computed(in: context)) }
        case "radial-gradient":
            guard let ending = ending() else { return nil }
            return { context in .radial(ending(context), center.computed(in: context)) }
        default: return nil
        }
    }

    private func ending() -> Computable<GradientImage.Ending>? {
        switch radii.count {
        case 2:
            guard isCircle != true else { return nil }
            let (horizontal, vertical) = (radii[0], radii[1])
            return { .radii(horizontal.computed(in: $0), vertical.computed(in: $0)) }
        case 1:
            guard isCircle != false, !radii[0].hasPercentage else { return nil }
            let radius = radii[0]
            return { .radius(max(0, radius.computed(in: $0).points)) }
        default:
            let extent = extent ?? .farthestCorner
            let isCircle = isCircle ?? false
            return { _ in isCircle ? .circle(extent) : .ellipse(extent) }
        }
    }
}

extension Length {
    fileprivate var hasPercentage: Bool { Calculation.leaf(self).hasPercentage }
}

extension ValueParser {
    /// One of some keywords.
    fileprivate mutating func keyword(among words: Set<String>) -> String? {
        attempt { parser in parser.keyword().flatMap { words.contains($0) ? $0 : nil } }
    }
}
