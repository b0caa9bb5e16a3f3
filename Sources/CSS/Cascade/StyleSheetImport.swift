/// Finds the sheets that a sheet imports, so that nothing here reads files.
///
/// It is given the address as written and the name of the sheet that it stands in.
public typealias StyleSheetLoader =
    @Sendable (
        _ address: String, _ sheet: String
    ) throws(StyleSheetImportError) -> ImportedStyleSheet

/// A sheet that another one imports.
public struct ImportedStyleSheet: Sendable {
    /// What diagnostics and its own imports call it; one name for one file.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Why a sheet is not imported.
public struct StyleSheetImportError: Error, Hashable {
    public var message: String

    public init(_ message: String) { self.message = message }
}

/// `@import` as it is written (CSS Cascade 5, §2): an address, and when and where the sheet counts.
struct ImportRule {
    var address: String
    var layer: Layer?
    /// The layer's name as written.
    private var layerText = ""
    /// As written, and whether it holds.
    var supports: (text: String, holds: Bool)?
    var media: MediaQueryList

    enum Layer: Equatable {
        case anonymous
        case named([CascadeLayers.Part])
    }

    /// nil where the prelude is none of an import.
    init?(_ buffer: TokenBuffer, _ prelude: Range<Int>) {
        var parser = ValueParser(buffer, prelude)
        guard let address = parser.string() ?? parser.address() else { return nil }
        self.address = address
        if var arguments = parser.function("layer") {
            let written = arguments.rest
            guard let path = arguments.layerPath(), arguments.isAtEnd else { return nil }
            layer = .named(path)
            layerText = buffer.source(buffer.trimmed(written))
        } else if parser.take("layer") {
            layer = .anonymous
        }
        if let arguments = parser.function("supports") {
            supports = (
                buffer.source(buffer.trimmed(arguments.rest)), SupportsCondition().resultInFunction(arguments)
            )
        }
        media = MediaQueryList(buffer, parser.rest)
    }

    /// The imported text under the rule's conditions, for outputs that get one text.
    func wrapped(_ text: SheetText) -> SheetText {
        var text = text
        switch layer {
        case .anonymous: text.wrap(in: "@layer")
        case .named: text.wrap(in: "@layer \(layerText)")
        case nil: break
        }
        if let supports { text.wrap(in: "@supports (\(supports.text))") }
        if !media.text.isEmpty { text.wrap(in: "@media \(media.text)") }
        return text
    }
}

extension ValueParser {
    /// `a.b.c`, a layer's name.
    mutating func layerPath() -> [CascadeLayers.Part]? {
        guard let first = name() else { return nil }
        var path = [CascadeLayers.Part.named(first)]
        while takeDelimiter("."), let part = name() { path.append(.named(part)) }
        return path
    }
}

/// What one sheet has imported so far; bounded, since sheets can import each other.
struct ImportState {
    let load: StyleSheetLoader?
    /// The names of the sheets round the one at hand, it among them.
    var chain: [String]
    /// Sheets read so far.
    var count = 0

    /// Sheets inside of sheets.
    static let deepest = 8
    /// Of all sheets together.
    static let most = 64
}
