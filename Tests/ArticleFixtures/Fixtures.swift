public import ArticleModel
import Foundation
import TestSupport

/// Articles for the tests of writers, from `Tests/Fixtures/Articles`, with two pictures in files.
public enum Fixtures {
    public static func article(_ name: String) throws -> Article {
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
