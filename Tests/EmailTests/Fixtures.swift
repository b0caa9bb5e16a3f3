import ArticleModel
import Foundation
import TestSupport

/// Articles for the tests of writers, from `Tests/Fixtures/Articles`, with two pictures in files.
enum Fixtures {
    static func article(_ name: String) throws -> Article {
        let data = try Data(contentsOf: URL(fileURLWithPath: packageRoot + "/Tests/Fixtures/Articles/\(name).json"))
        var article = try ArticleJSON.decode(Array(data))
        article.resources = [
            "dot": try resource("dot", dot, "image/png"), "drawing": try resource("drawing", drawing, "image/svg+xml"),
        ]
        return article
    }

    private static func resource(_ id: String, _ bytes: [UInt8], _ type: String) throws -> Resource {
        let path = FileManager.default.temporaryDirectory.path + "/offprint-fixture-\(id)-\(getpid())"
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        return Resource(id: id, path: path, mediaType: type, byteCount: bytes.count, pixelWidth: 1, pixelHeight: 1)
    }

    /// A PNG of one black pixel.
    private static let dot: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAA"
                + "AABJRU5ErkJggg=="
        ) ?? Data())

    private static let drawing = Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>".utf8
    )
}

/// What the writers' texts must hold.
enum WordLaw {
    /// The runs of an article's text that a page's text does not hold; white space does not count.
    static func missing(from html: String, of article: Article) -> [String] {
        let text = squeezed(plainText(of: html))
        var missing: [String] = []
        article.forEachInline { inline in
            switch inline.content {
            case .text(let run), .code(let run):
                let words = squeezed(run)
                if !words.isEmpty, !text.contains(words) { missing.append(run) }
            default: break
            }
        }
        return missing
    }

    private static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value > 0x20 && !(0x7f..<0xa0).contains($0.value) && $0.value != 0xfffe
                }))
    }

    /// The text of the body with its tags taken out.
    private static func plainText(of html: String) -> String {
        let body = html.components(separatedBy: "<body").dropFirst().joined()
        var text = ""
        var isInTag = true
        for character in body {
            if character == "<" {
                isInTag = true
            } else if character == ">" {
                isInTag = false
            } else if !isInTag {
                text.append(character)
            }
        }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: entity, with: character)
        }
        return text
    }
}

/// Runs a program that is there on some machines only.
enum Program {
    static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// The first of these that can be run.
    static func find(_ paths: [String]) -> String? {
        paths.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
