extension Block.Content {
    /// The case's name, as the JSON form and the dump write it.
    var typeName: String {
        switch self {
        case .paragraph: "paragraph"
        case .heading: "heading"
        case .blockQuote: "blockQuote"
        case .list: "list"
        case .definitionList: "definitionList"
        case .code: "code"
        case .table: "table"
        case .figure: "figure"
        case .thematicBreak: "thematicBreak"
        case .division: "division"
        case .aside: "aside"
        case .verse: "verse"
        case .math: "math"
        case .media: "media"
        }
    }
}

extension Inline.Content {
    /// The case's name, as the JSON form and the dump write it.
    var typeName: String {
        switch self {
        case .text: "text"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .strikethrough: "strikethrough"
        case .underline: "underline"
        case .mark: "mark"
        case .subscript: "subscript"
        case .superscript: "superscript"
        case .smallCaps: "smallCaps"
        case .quotation: "quotation"
        case .citation: "citation"
        case .abbreviation: "abbreviation"
        case .time: "time"
        case .span: "span"
        case .isolate: "isolate"
        case .override: "override"
        case .code: "code"
        case .keyboard: "keyboard"
        case .link: "link"
        case .image: "image"
        case .ruby: "ruby"
        case .math: "math"
        case .lineBreak: "lineBreak"
        case .noteReference: "noteReference"
        }
    }
}
