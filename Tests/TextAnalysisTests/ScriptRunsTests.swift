import Testing
import TextAnalysis

@Suite struct ScriptRunsTests {
    /// Each run's script and text.
    private func runs(_ text: String) -> [String] {
        let units = Array(text.utf16)
        return ScriptRuns().runs(of: units).map { run in
            "\(run.script):\(String(decoding: units[run.range], as: UTF16.self))"
        }
    }

    @Test func givesCommonCharactersToTheirNeighbours() {
        #expect(runs("“Hi,” 42") == ["Latn:“Hi,” 42"])
        #expect(runs("12 + 3") == ["Zyyy:12 + 3"])
    }

    @Test func splitsBetweenScripts() {
        #expect(runs("abc где 漢字") == ["Latn:abc ", "Cyrl:где ", "Hani:漢字"])
    }

    @Test func pairsBrackets() {
        #expect(runs("abc (где) def") == ["Latn:abc (", "Cyrl:где", "Latn:) def"])
    }

    @Test func keepsMarksWithTheirLetters() {
        #expect(runs("e\u{301}") == ["Latn:e\u{301}"])
    }
}
