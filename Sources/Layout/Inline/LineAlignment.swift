import CSS

/// Where a line stands in its measure (CSS Text 3, §7).
enum LineAlignment {
    case left, right, center, justify

    init(_ style: TextStyle, isLast: Bool) {
        let start: LineAlignment = style.direction == .rightToLeft ? .right : .left
        let end: LineAlignment = style.direction == .rightToLeft ? .left : .right
        if isLast, style.align != .justifyAll, style.alignLast != .auto {
            self =
                switch style.alignLast {
                case .auto, .start: start
                case .end: end
                case .left: .left
                case .right: .right
                case .center: .center
                case .justify: .justify
                }
            return
        }
        self =
            switch style.align {
            case .start: start
            case .end: end
            case .left: .left
            case .right: .right
            case .center: .center
            case .justifyAll: .justify
            case .justify: isLast || !style.isJustified ? start : .justify
            }
    }
}

extension TextStyle {
    /// Lines but the last fill their measure.
    var isJustified: Bool {
        switch align {
        case .justify, .justifyAll: justify != .none && wraps
        case .start, .end, .left, .right, .center: false
        }
    }
}
