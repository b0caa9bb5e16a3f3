import FoundationEssentials
import TestSupport
import Testing

/// Rules of the house that a text search can hold.
@Suite struct HouseTests {
    static let ownFiles = ["Sources", "Styles", "Fonts", "Tests"].flatMap { swiftFiles(below: $0) }

    @Test func saysWhyEveryUncheckedConformanceIsSafe() {
        for path in Self.ownFiles where !path.hasPrefix("Tests/") {
            let text = textOfFile(path)
            #expect(
                !text.contains("@unchecked Sendable") || text.contains("// SAFETY:"),
                "\(path) has an @unchecked conformance without a SAFETY line")
        }
    }

    @Test func namesEachPackageOfTheSetUpOnceInASection() {
        let lines = textOfFile("setup/packages.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let sections: Set<Substring> = ["build", "run", "fonts", "test", "bench"]
        var seen: Set<String> = []
        for line in lines {
            let words = line.split(separator: " ")
            #expect(words.count == 2 && sections.contains(words[0]), "not `section package`: \(line)")
            #expect(seen.insert(String(line)).inserted, "twice: \(line)")
        }
        #expect(!seen.isEmpty)
    }

    @Test func installsEveryPackageThatThePackageManifestHints() {
        let listed = Set(
            textOfFile("setup/packages.txt").split(separator: "\n").compactMap {
                $0.split(separator: " ").last.map(String.init)
            })
        for line in textOfFile("Package.swift").split(separator: "\n") where line.contains("library(\"C") {
            let strings = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard let package = strings.dropLast().last.map(String.init) else { continue }
            #expect(listed.contains(package), "setup/packages.txt lacks \(package)")
        }
    }
}
