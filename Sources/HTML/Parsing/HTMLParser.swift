public import Diagnostics
public import TextAnalysis

/// Bytes of a web page → `HTMLDocument`, as the HTML standard's tree construction makes it (scripting off).
public struct HTMLParser: Sendable {
    /// Larger input is refused: the tree counts bytes in 32 bits.
    public static let maximumBytes = 500_000_000

    public init() {}

    /// A parsed page and the encoding it was in.
    public struct Page: Sendable {
        public var document: HTMLDocument
        public var encoding: CharacterEncoding
    }

    /// The tree of a page; `encodingHint` is the label that the transport gave.
    public func parse(bytes: [UInt8], encodingHint: String? = nil) throws(HTMLError) -> Diagnosed<HTMLDocument> {
        let page = try page(bytes: bytes, encodingHint: encodingHint)
        return Diagnosed(page.output.document, page.diagnostics)
    }

    /// The tree and the encoding of a page.
    public func page(bytes: [UInt8], encodingHint: String? = nil) throws(HTMLError) -> Diagnosed<Page> {
        guard bytes.count <= Self.maximumBytes else {
            throw HTMLError(code: .tooLarge, message: "the page is larger than \(Self.maximumBytes / 1_000_000) MB")
        }
        var diagnostics: [Diagnostic] = []
        let text = TextDecoder().decode(bytes, transportLabel: encodingHint).collect(into: &diagnostics)
        let document = try document(utf8: text.utf8, diagnostics: &diagnostics)
        return Diagnosed(Page(document: document, encoding: text.encoding), diagnostics)
    }

    /// The tree of markup given as text.
    public func parse(_ markup: String) -> HTMLDocument {
        var diagnostics: [Diagnostic] = []
        let document = try? document(utf8: Array(markup.utf8), diagnostics: &diagnostics)
        return document ?? HTMLDocumentBuilder().document()
    }

    private func document(utf8: [UInt8], diagnostics: inout [Diagnostic]) throws(HTMLError) -> HTMLDocument {
        let page = Prescan.page(from: utf8)
        if page.droppedTags > 0 { diagnostics.append(Diagnostic(.warning, .tooDeep(page.droppedTags))) }
        guard let document = LargeStack.run({ GumboTree.document(of: page) }).flatMap(\.self) else {
            throw HTMLError(code: .noResources, message: "there is not enough memory to parse the page")
        }
        return document
    }
}

extension Diagnostic.Message {
    static func tooDeep(_ count: Int) -> Self {
        "\(count) tags nested too deep were dropped; their text is kept"
    }
}
