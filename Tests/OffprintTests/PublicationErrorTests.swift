import Readers
import Shaping
import Testing

@testable import Offprint

@Suite struct PublicationErrorTests {
    @Test func namesThePackageThatBringsAMissingFont() {
        let error = PublicationError(
            FontError(code: .missingFile, family: "Linux Libertine O", path: nil, package: "fonts-linuxlibertine"))
        #expect(error.code == .unavailable)
        #expect(
            error.line
                == "offprint: error: the font 'Linux Libertine O' is not installed (install the package fonts-linuxlibertine)"
        )
    }

    @Test func speaksOfTheInputThatIsNoArticle() {
        let error = PublicationError(ReaderError(code: .empty, subject: "a.html", message: "it is empty"))
        #expect(error.code.rawValue == 65)
        #expect(error.line == "a.html: error: it is empty")
    }

    @Test func hasTheNumbersOfSysexits() {
        let codes: [PublicationError.Code] = [
            .usage, .badInput, .noInput, .noHost, .unavailable, .software, .cannotCreate, .inputOutput,
        ]
        #expect(codes.map(\.rawValue) == [64, 65, 66, 68, 69, 70, 73, 74])
    }
}
