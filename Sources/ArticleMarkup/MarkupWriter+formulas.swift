import ArticleModel
import HTML

extension MarkupWriter {
    /// The formula's picture where it is shown; else its MathML in a line, or its source, as code where that is TeX.
    mutating func writeContent(of math: Math) {
        if let picture = math.picture, case .shown = options.picture(picture) {
            write(picture, attributes: .none)
        } else if let formula = math.mathML.flatMap({ LinearFormula(mathML: $0) }) {
            write(formula.pieces)
        } else if let tex = math.tex, math.text.isEmpty || math.text == tex {
            builder.open("code")
            builder.text(tex)
            builder.close()
        } else {
            builder.text(math.text)
        }
    }

    private mutating func write(_ pieces: [LinearFormula.Piece]) {
        for piece in pieces {
            switch piece {
            case .text(let text): builder.text(text)
            case .variable(let letter):
                builder.open("i")
                builder.text(letter)
                builder.close()
            case .raised(let inside): write(inside, in: "sup")
            case .lowered(let inside): write(inside, in: "sub")
            }
        }
    }

    private mutating func write(_ pieces: [LinearFormula.Piece], in name: String) {
        builder.open(name)
        write(pieces)
        builder.close()
    }
}
