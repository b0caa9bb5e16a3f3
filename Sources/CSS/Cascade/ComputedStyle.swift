public import Geometry

/// The computed values of one element or pseudo-element (CSS Cascade 5, §4.4). All lengths are points.
///
/// Properties are grouped; `ComputedStyle.initial` holds the initial values of the specifications. The values are shared
/// until they are changed, so that copying a style costs one retain.
public struct ComputedStyle: Hashable, Sendable {
    @usableFromInline private(set) var storage: StyleStorage

    public init() { storage = Self.initial.storage }

    init(_ values: StyleValues, path: NameSet = .all) { storage = StyleStorage(values, path: path) }

    public static let initial = ComputedStyle(StyleValues())

    var values: StyleValues {
        _read { yield storage.values }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = StyleStorage(storage.values) }
            yield &storage.values
        }
    }

    public var font: FontStyle {
        _read { yield storage.values.font }
        _modify { yield &values.font }
    }
    public var text: TextStyle {
        _read { yield storage.values.text }
        _modify { yield &values.text }
    }
    public var box: BoxStyle {
        _read { yield storage.values.box }
        _modify { yield &values.box }
    }
    public var list: ListStyle {
        _read { yield storage.values.list }
        _modify { yield &values.list }
    }
    public var table: TableStyle {
        _read { yield storage.values.table }
        _modify { yield &values.table }
    }
    public var page: PageStyle {
        _read { yield storage.values.page }
        _modify { yield &values.page }
    }
    public var columns: ColumnStyle {
        _read { yield storage.values.columns }
        _modify { yield &values.columns }
    }
    public var generated: GeneratedStyle {
        _read { yield storage.values.generated }
        _modify { yield &values.generated }
    }
    public var images: ImageStyle {
        _read { yield storage.values.images }
        _modify { yield &values.images }
    }
    public var color: Color {
        _read { yield storage.values.color }
        _modify { yield &values.color }
    }
    public var opacity: Double {
        _read { yield storage.values.opacity }
        _modify { yield &values.opacity }
    }
    public var isVisible: Bool {
        _read { yield storage.values.isVisible }
        _modify { yield &values.isVisible }
    }
    /// `filter: grayscale(1)` on the element or round it.
    public var isGray: Bool {
        _read { yield storage.values.isGray }
        _modify { yield &values.isGray }
    }
    /// Custom properties by name with `--`; values are serialised tokens after substitution.
    public var custom: [String: String] {
        _read { yield storage.values.custom }
        _modify { yield &values.custom }
    }

    public static func == (a: ComputedStyle, b: ComputedStyle) -> Bool {
        a.storage === b.storage || a.storage.values == b.storage.values
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(storage.values) }
}

/// The values that copies of a style share.
// SAFETY: `values` is changed only through a `ComputedStyle` that holds the one reference to the storage.
@usableFromInline
final class StyleStorage: @unchecked Sendable {
    var values: StyleValues
    /// Names of the element and of its ancestors, as far as the resolver that made the style asks for them.
    @usableFromInline let path: NameSet

    init(_ values: StyleValues, path: NameSet = .all) {
        self.values = values
        self.path = path
    }
}

/// The values of a `ComputedStyle`, and what computing its children needs besides.
struct StyleValues: Hashable, Sendable {
    var font = FontStyle()
    var text = TextStyle()
    var box = BoxStyle()
    var list = ListStyle()
    var table = TableStyle()
    var page = PageStyle()
    var columns = ColumnStyle()
    var generated = GeneratedStyle()
    var images = ImageStyle()
    var color = Color.black
    var opacity = 1.0
    var isVisible = true
    var isGray = false
    var custom: [String: String] = [:]

    /// OpenType features by the property that asked for them; `font.features` is their sum.
    var features = FontFeatures()
    /// Points.
    var rootFontSize = FontSize.medium
    var rootLineHeight = FontStyle().usedLineHeight
}
