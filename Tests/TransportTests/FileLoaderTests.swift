import FoundationEssentials
import Testing
import Transport

/// A folder with a page's files, and one beside it that is nobody's business.
private final class Site {
    let base = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString
    var root: String { base + "/site" }

    init() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: root + "/Page_files", withIntermediateDirectories: true)
        try files.createDirectory(atPath: base + "/site-secret", withIntermediateDirectories: true)
        for path in [
            "/site/a b.txt", "/site/plain.png", "/site/wget.png?x=1", "/site/100%.txt", "/site/Page_files/p.png",
            "/site-secret/key",
        ] {
            _ = files.createFile(atPath: base + path, contents: Data(path.utf8))
        }
        try files.createSymbolicLink(atPath: root + "/out", withDestinationPath: "../site-secret")
        try files.createSymbolicLink(atPath: root + "/in.png", withDestinationPath: "plain.png")
    }

    deinit { try? FileManager.default.removeItem(atPath: base) }

    func load(_ path: String, extraRoots: [String] = []) async throws -> String {
        let loader = FileLoader(root: root, extraRoots: extraRoots)
        return String(decoding: try await loader.load("file://" + root + path).bytes, as: UTF8.self)
    }

    func code(_ path: String) async -> TransportError.Code? {
        do {
            _ = try await FileLoader(root: root).load("file://" + root + path)
            return nil
        } catch {
            return error.code
        }
    }
}

struct FileLoaderTests {
    @Test(arguments: [
        ("/a%20b.txt", "/site/a b.txt"), ("/plain.png?v=2#top", "/site/plain.png"),
        ("/wget.png?x=1", "/site/wget.png?x=1"), ("/wget.png%3Fx=1", "/site/wget.png?x=1"),
        ("/100%.txt", "/site/100%.txt"), ("/Page_files/p.png", "/site/Page_files/p.png"),
        ("/in.png", "/site/plain.png"),
        ("/Page_files/../plain.png", "/site/plain.png"),
    ])
    func readsFilesBelowItsRoot(path: String, contents: String) async throws {
        #expect(try await Site().load(path) == contents)
    }

    @Test(arguments: [
        "/../site-secret/key", "/%2e%2e/site-secret/key", "/out/key", "/..%2Fsite-secret/key",
        "/../../../../etc/passwd",
    ])
    func refusesFilesOutsideIt(path: String) async throws {
        #expect(try await Site().code(path) == .refused)
    }

    @Test func readsExtraRootsThatTheUserNamed() async throws {
        let site = try Site()
        #expect(try await site.load("/out/key", extraRoots: [site.base]) == "/site-secret/key")
    }

    @Test func saysWhatIsNotThereAndWhatIsNoFile() async throws {
        let site = try Site()
        #expect(await site.code("/missing.png") == .notFound)
        #expect(await site.code("/Page_files") == .unreadable)
        #expect(await site.code("/plain.png%00.txt") == .notFound)
    }

    @Test func refusesFilesAboveItsLimit() async throws {
        let site = try Site()
        let error = await #expect(throws: TransportError.self) {
            try await FileLoader(root: site.root, maximumBytes: 3).load("file://" + site.root + "/plain.png")
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func decodesDataAndRefusesTheRest() async throws {
        let loader = FileLoader(root: "/nowhere")
        let loaded = try await loader.load("data:image/png;base64,YWJj")
        #expect(loaded.bytes == Array("abc".utf8) && loaded.mediaType == "image/png")
        for (address, code, message) in [
            ("https://example.org/a.png", TransportError.Code.refused, "remote pictures are read only with --remote"),
            ("ftp://example.org/a.png", .unsupportedScheme, "'ftp:' addresses are not read"),
            ("file://server/share/a.png", .refused, "files of other machines are not read"),
            ("data:;base64,*", .unreadable, "the data: address is broken"),
        ] {
            let error = await #expect(throws: TransportError.self) { try await loader.load(address) }
            #expect(error?.code == code)
            #expect(error?.message == message)
        }
    }
}
