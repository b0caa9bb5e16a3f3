import TestSupport
import Testing

/// Start-up is part of every run: what is linked is loaded each time.
@Suite struct StartUpTests {
    @Test func leavesLibrariesForFirstUseOutOfTheProgram() throws {
        let linked = try runShell("ldd \"$(command -v offprint)\"", in: productsFolder)
        #expect(linked.exitCode == 0)
        for library in ["libcurl", "librsvg", "libgdk_pixbuf", "libcups"] {
            let isLinked = linked.output.contains(library)
            #expect(!isLinked, "\(library) is linked")
        }
    }

    @Test func answersVersionWithoutWork() throws {
        let answer = try runShell("offprint --version", in: productsFolder)
        #expect(answer.exitCode == 0)
        #expect(answer.output.split(separator: ".").count == 3)
    }
}
