import HTML
import Testing

/// MathML as running text.
@Suite struct LinearFormulaTests {
    private func text(_ mathML: String) -> String? { LinearFormula(mathML: "<math>\(mathML)</math>")?.plainText }

    @Test func scriptsAreRaisedAndLowered() {
        #expect(text("<msup><mi>x</mi><mn>2</mn></msup>") == "x²")
        #expect(text("<msubsup><mi>a</mi><mn>1</mn><mi>k</mi></msubsup>") == "a₁^k")
        #expect(text("<msup><mi>A</mi><mrow><mi>i</mi><mo>+</mo><mi>j</mi></mrow></msup>") == "A^(i+j)")
        #expect(text("<msup><mi>f</mi><mo>′</mo></msup>") == "f′")
        #expect(
            LinearFormula(mathML: "<math><msup><mi>x</mi><mn>2</mn></msup></math>")?.pieces
                == [.variable("x"), .raised([.text("2")])])
    }

    @Test func operatorsStandBetweenSpacesWhereTheyAreBinary() {
        #expect(text("<mi>a</mi><mo>=</mo><mo>-</mo><mi>b</mi><mo>-</mo><mn>1</mn>") == "a = −b − 1")
        #expect(text("<mo>⟨</mo><mi>w</mi><mo>,</mo><mi>A</mi><mi>v</mi><mo>⟩</mo>") == "⟨w, Av⟩")
    }

    @Test func fractionsAndRootsStandInTheLine() {
        #expect(
            text("<mfrac><mrow><mo>−</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>") == "(−b)/(2a)")
        #expect(text("<mfrac><mn>1</mn><msup><mi>x</mi><mn>2</mn></msup></mfrac>") == "1/x²")
        #expect(text("<mfrac><mn>2</mn><mn>5</mn></mfrac><mi>π</mi>") == "(2/5)π")
        #expect(text("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>") == "n ¦ k")
        #expect(text("<msqrt><mi>x</mi></msqrt><mo>+</mo><mroot><mi>y</mi><mn>3</mn></mroot>") == "√x + ³√y")
    }

    @Test func rowsOfTablesFollowEachOther() {
        let row = "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        #expect(text("<mo>[</mo><mtable>\(row)\(row)</mtable><mo>]</mo>") == "[a b; a b]")
    }

    @Test func sourcesAndInvisibleOperatorsAreNotShown() {
        #expect(
            text(
                "<semantics><mrow><mi>f</mi><mo>&#x2061;</mo><mi>x</mi></mrow>"
                    + "<annotation encoding='application/x-tex'>f x</annotation></semantics>") == "fx")
        #expect(text("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>") == "sin x")
        #expect(text("<mphantom><mi>x</mi></mphantom>") == nil)
    }

    @Test func deepFormulasAreReadAsTheirLetters() {
        let deep = String(repeating: "<mrow>", count: 200) + "<mi>x</mi>" + String(repeating: "</mrow>", count: 200)
        #expect(text(deep) == "x")
    }
}
