import CCairo
import Geometry
import Pages

/// A Cairo context with the verbs that painters need, and the arrays that they use again for every run.
@safe struct Canvas: ~Copyable {
    let context: OpaquePointer
    let resources: DrawingResources
    let kind: Kind
    /// What the sentinels left on this page stand for.
    var records = DrawnPage()
    /// How many groups are open; sentinels cannot stand inside of one.
    var groupDepth = 0
    /// How many changes of matrix and clip are in force.
    private var savedDepth = 0
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []

    enum Kind: Hashable { case pdf, image }

    init(on surface: OpaquePointer, kind: Kind, resources: DrawingResources) {
        unsafe context = unsafe cairo_create(surface)!
        self.kind = kind
        self.resources = resources
    }

    deinit { unsafe cairo_destroy(context) }

    /// Draws a page's content, each piece between its sentinels where the canvas is a PDF's.
    mutating func draw(_ page: Page) throws(DrawingError) {
        for (index, content) in page.content.enumerated() {
            if let text = try leadingText(of: content.items[...], in: index), text.record.items == content.items.indices
            {
                mark(.wholeText, text.color)
                records.texts.append(text.record)
                continue
            }
            mark(.contentBegin)
            var rest = content.items[...]
            while let first = rest.first {
                if let text = try leadingText(of: rest, in: index) {
                    mark(.text, text.color)
                    records.texts.append(text.record)
                    rest.removeFirst(text.record.items.count)
                } else {
                    try draw(first, on: page.size)
                    rest.removeFirst()
                }
            }
            mark(.contentEnd)
        }
    }

    /// The glyph runs of one colour at the beginning of the items that are left to the finishing stage; nil where there
    /// are none, or where the canvas is a picture.
    private func leadingText(
        of items: ArraySlice<DisplayItem>, in content: Int
    ) throws(DrawingError) -> (record: DrawnPage.Text, color: Color)? {
        guard kind == .pdf, case .glyphs(let first) = items.first else { return nil }
        var end = items.startIndex
        while end < items.endIndex, case .glyphs(let run) = items[end], run.color == first.color,
            !(try resources.font(run.font).hasColor)
        {
            end += 1
        }
        guard end > items.startIndex else { return nil }
        var color = first.color
        // Cairo draws nothing for no alpha, and a text must not go with its sentinel.
        color.alpha = max(color.alpha, 1 / 255)
        return (DrawnPage.Text(content: content, items: items.startIndex..<end), color)
    }

    /// What has been recorded of this page; the next page begins with nothing.
    mutating func takeRecords() -> DrawnPage {
        defer { records = DrawnPage() }
        return records
    }

    /// Draws one item.
    mutating func draw(_ item: DisplayItem, on pageSize: Size) throws(DrawingError) {
        switch item {
        case .glyphs(let run): try show(run)
        case .picture(let picture): show(picture)
        case .path(let path): try show(path, on: pageSize)
        case .group(let group): try show(group, on: pageSize)
        }
    }

    /// Leaves a sentinel in the content stream, drawn so that Cairo cannot leave it out: in page coordinates, unclipped.
    func mark(_ sentinel: Sentinel, _ color: Color = .black) {
        guard kind == .pdf, groupDepth == 0 else { return }
        if savedDepth > 0 {
            unsafe cairo_save(context)
            unsafe cairo_identity_matrix(context)
            unsafe cairo_reset_clip(context)
        }
        // Black keeps the colour that text most often has, so that Cairo need not set it again.
        setColor(color)
        unsafe cairo_rectangle(context, 0, 0, sentinel.width, sentinel.height)
        unsafe cairo_fill(context)
        if savedDepth > 0 { unsafe cairo_restore(context) }
    }

    /// Runs the body and then puts back matrix, clip and colour.
    mutating func saved(_ body: (inout Canvas) throws(DrawingError) -> Void) throws(DrawingError) {
        unsafe cairo_save(context)
        savedDepth += 1
        defer {
            savedDepth -= 1
            unsafe cairo_restore(context)
        }
        try body(&self)
    }

    /// Takes a rectangle as the clip, inside of the one there is.
    func clip(to rect: Rect) {
        unsafe cairo_rectangle(context, rect.minX, rect.minY, rect.width, rect.height)
        unsafe cairo_clip(context)
    }

    /// Takes a closed outline as the clip, inside of the one there is.
    func clip(to outline: [Path.Segment]) {
        setPath(outline)
        unsafe cairo_clip(context)
    }

    /// Takes a colour as the source.
    func setColor(_ color: Color) {
        unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }

    /// Draws items moved, clipped and as one translucent whole.
    private mutating func show(_ group: DisplayItem.Group, on pageSize: Size) throws(DrawingError) {
        try saved { canvas throws(DrawingError) in
            var matrix = cairo_matrix_t(group.transform)
            unsafe cairo_transform(canvas.context, &matrix)
            if !group.clip.isEmpty { canvas.clip(to: group.clip) }
            if group.opacity >= 1 {
                for item in group.items { try canvas.draw(item, on: pageSize) }
                return
            }
            canvas.groupDepth += 1
            defer { canvas.groupDepth -= 1 }
            unsafe cairo_push_group(canvas.context)
            for item in group.items { try canvas.draw(item, on: pageSize) }
            unsafe cairo_pop_group_to_source(canvas.context)
            // Painting without a clip can make Cairo forget what the page held before.
            unsafe cairo_identity_matrix(canvas.context)
            canvas.clip(to: Rect(origin: .zero, size: pageSize))
            unsafe cairo_paint_with_alpha(canvas.context, max(0, group.opacity))
        }
    }
}

extension cairo_matrix_t {
    init(_ transform: Transform) {
        self.init(
            xx: transform.a, yx: transform.b, xy: transform.c, yy: transform.d, x0: transform.tx, y0: transform.ty)
    }
}
