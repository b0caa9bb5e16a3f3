import Diagnostics
import Testing

@Test func printsADiagnosticAsCompilersDo() {
    let range = SourceRange(start: 4, end: 9, line: 2, column: 3)
    let diagnostic = Diagnostic(.warning, "unknown property 'colour'", subject: "my.css", range: range)
    #expect(diagnostic.line(input: "page.html") == "my.css:2:3: warning: unknown property 'colour'")
}

@Test func namesTheInputWhereADiagnosticHasNoSubject() {
    let diagnostic = Diagnostic(.error, "no font has the character", remedy: "install fonts-noto-core")
    #expect(diagnostic.line(input: "a.md") == "a.md: error: no font has the character (install fonts-noto-core)")
}

@Test func keepsTheDiagnosticsOfBothStagesInOrder() {
    let result = Diagnosed(1, [Diagnostic(.note, "first")]).then { Diagnosed($0 + 1, [Diagnostic(.note, "second")]) }
    #expect(result.output == 2)
    #expect(result.diagnostics.map(\.message.text) == ["first", "second"])
}

@Test func ordersSeverities() {
    #expect(Severity.note < .warning && Severity.warning < .error)
}
