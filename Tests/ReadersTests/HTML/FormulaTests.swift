import ArticleModel
import Testing

/// Formulas as the programs that set them write them.
@Suite struct FormulaTests {
    private func formulas(_ markup: String) throws -> [Math] {
        var found: [Math] = []
        try PageSample.article("<p>So \(markup) it is, as can be seen.</p>").forEachInline { inline in
            if case .math(let math) = inline.content { found.append(math) }
        }
        return found
    }

    @Test func mathMLIsKeptWithItsTeX() throws {
        let found = try formulas(
            "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x_1</annotation></semantics></math>")
        #expect(found.map(\.tex) == ["x_1"])
        #expect(found.first?.mathML?.contains("<mi>x</mi>") == true)
    }

    @Test func whatAScriptDrewIsNotSaidTwice() throws {
        let katex =
            "<span class=katex><span class=katex-mathml><math><mi>x</mi></math></span>"
            + "<span class=katex-html aria-hidden=true>x1</span></span>"
        let mathJax2 =
            "<span class=MathJax_Preview>[z]</span><span class=MathJax><nobr>z9</nobr><span class=MJX_Assistive_MathML>"
            + "<math><mi>z</mi></math></span></span><script type='math/tex'>z_9</script>"
        let mathJax3 =
            "<mjx-container class='MathJax CtxtMenu_Attached_0'><mjx-math aria-hidden=true><mjx-mi>w</mjx-mi></mjx-math>"
            + "<mjx-assistive-mml><math><mi>w</mi></math></mjx-assistive-mml></mjx-container>"
        let twice = mathJax3 + " or " + mathJax3
        for (markup, text) in [(katex, "x"), (mathJax2, "z_9"), (mathJax3, "w"), (twice, "w or w")] {
            let article = try PageSample.article("<p>So \(markup) it is.</p>")
            #expect(article.blocks.contains { $0.plainText == "So \(text) it is." })
        }
    }

    @Test func aPictureBesideMathMLIsTheFormulas() throws {
        let found = try formulas(
            """
            <span class=mwe-math-element><span class=mwe-math-mathml-inline style="display: none"><math><semantics><mi>A</mi>
            <annotation encoding="application/x-tex">{\\displaystyle A}</annotation></semantics></math></span><img
            src="/svg/abc" class=mwe-math-fallback-image-inline alt="A" style="width:2ex; height:2.5ex"></span>
            """)
        #expect(found.count == 1)
        #expect(found.first?.tex == "A")
        #expect(found.first?.picture?.address == "https://yard.example/svg/abc")
        #expect(found.first?.picture?.height == 20)
    }

    @Test func aPictureOfAFormulaHasItsTeXInItsDescription() throws {
        #expect(
            try formulas("<img src='https://s.example/latex.php?latex=x' alt='\\frac{a}{b}'>").first?.tex
                == "\\frac{a}{b}")
        #expect(try formulas("<img src=/f.png class=tex alt='$x^2$'>").first?.tex == "x^2")
        #expect(try formulas("<img src=/f.png alt='A press'>").isEmpty)
    }

    @Test func sourcesInScriptsAreFormulas() throws {
        let found = try formulas("<script type='math/tex; mode=display'>\\int f</script>")
        #expect(found.map(\.tex) == ["\\int f"])
        #expect(found.map(\.isDisplay) == [true])
    }

    @Test func aPictureInADivisionOfItsOwnIsTheFormulasToo() throws {
        let article = try PageSample.article(
            """
            <p>The matrix is equal to its adjoint, that is, it satisfies</p>
            <div class=mwe-math-element><div style="display: none"><math display=block><semantics><mi>A</mi>
            <annotation encoding="application/x-tex">{\\displaystyle A}</annotation></semantics></math></div><img
            src="/svg/abc" class=mwe-math-fallback-image-display alt="A" style="width:2ex; height:2.5ex"></div>
            <p>for any pair of vectors, as was to be shown.</p>
            """)
        let formulas = article.blocks.compactMap { block -> Math? in
            if case .math(let math) = block.content { math } else { nil }
        }
        #expect(formulas.map(\.picture?.address) == ["https://yard.example/svg/abc"])
        #expect(formulas.map(\.isDisplay) == [true])
    }
}
