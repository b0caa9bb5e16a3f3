/// How a style begins: what its parent hands down, and initial values for the rest.
extension StyleValues {
    /// Initial values as specified: borders are `medium`, though none shows while their style is `none`.
    static let specifiedInitial: StyleValues = {
        var values = StyleValues()
        values.box = specifiedBox
        values.columns = specifiedColumns
        return values
    }()

    private static let specifiedBox: BoxStyle = {
        var box = BoxStyle()
        box.border = Sides(.medium)
        return box
    }()

    private static let specifiedColumns: ColumnStyle = {
        var columns = ColumnStyle()
        columns.rule.width = BorderWidth.medium
        return columns
    }()

    /// Inherited properties from the parent, initial values for all others (CSS Cascade 5, §7.1 and §7.2).
    static func inheriting(_ parent: StyleValues) -> StyleValues {
        var values = parent
        let initialText = TextStyle()
        values.text.unicodeBidi = initialText.unicodeBidi
        values.text.verticalAlign = initialText.verticalAlign
        values.text.overflowsWithEllipsis = initialText.overflowsWithEllipsis
        values.text.lineClamp = initialText.lineClamp
        let inherited = values.text.decoration
        values.text.decoration = TextStyle.Decoration()
        values.text.decoration.underlineOffset = inherited.underlineOffset
        values.text.decoration.underlinePosition = inherited.underlinePosition
        values.box = specifiedBox
        values.list.counterReset = []
        values.list.counterSet = []
        values.list.counterIncrement = []
        values.table.isFixed = false
        values.page = PageStyle()
        values.page.orphans = parent.page.orphans
        values.page.widows = parent.page.widows
        values.page.name = parent.page.name
        values.columns = specifiedColumns
        values.generated = GeneratedStyle()
        values.opacity = 1
        return values
    }

    /// What follows from several properties together.
    mutating func finish() {
        font.features = features.merged(caps: font.caps, position: font.position, kerning: font.kerning)
        box.border.top.finish()
        box.border.right.finish()
        box.border.bottom.finish()
        box.border.left.finish()
        columns.rule.finish()
        blockify()
    }

    /// Floats and absolutely positioned boxes are blocks (CSS Display 3, §2.7).
    private mutating func blockify() {
        var isOut = box.float != .none
        switch box.position {
        case .absolute, .fixed, .running: isOut = true
        case .static, .relative: break
        }
        guard isOut else { return }
        switch box.display {
        case .inline, .inlineBlock, .ruby, .rubyBase, .rubyText, .tableRowGroup, .tableHeaderGroup, .tableFooterGroup,
            .tableRow, .tableCell, .tableColumn, .tableColumnGroup, .tableCaption:
            box.display = .block
        case .inlineTable: box.display = .table
        case .inlineFlex: box.display = .flex
        case .inlineGrid: box.display = .grid
        case .none, .block, .listItem, .flowRoot, .contents, .table, .flex, .grid: break
        }
    }
}

extension BoxStyle.BorderSide {
    /// A border that is not drawn has no width (CSS Backgrounds 3, §3.3).
    fileprivate mutating func finish() {
        if style == .none || style == .hidden { width = 0 }
    }
}
