import FoundationEssentials
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Transport

@Suite struct HTTPCacheTests {
    private let folder: TemporaryFolder
    private var fixture = WebFixture.local

    init() throws {
        folder = try TemporaryFolder()
        fixture.options.cacheFolder = cache
    }

    private var cache: String { folder.path + "/cache" }
    private var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).sorted() }

    private func offline(_ address: String) async throws -> String? {
        var fixture = fixture
        fixture.options.isOffline = true
        return try await fixture.error(address) == nil ? fixture.text(address) : nil
    }

    @Test(arguments: [("ETag: \"v1\"", "if-none-match", "\"v1\""), ("Last-Modified: x", "if-modified-since", "x")])
    func asksWhetherAnAnswerHasChanged(field: String, question: String, value: String) async throws {
        let server = try LoopbackServer { request in
            request.fields[question] == value ? .init(304, [field]) : .text("body", field)
        }
        for _ in 0..<3 { #expect(try await fixture.text(server.address()) == "body") }
        #expect(server.requests.map { $0.fields[question] } == [nil, value, value])
    }

    @Test func takesTheNewAnswerWhereItHas() async throws {
        let number = Atomic(0)
        let server = try LoopbackServer { _ in
            let version = number.add(1, ordering: .relaxed).newValue
            return .text("body \(version)", "ETag: \"\(version)\"")
        }
        for version in 1...3 { #expect(try await fixture.text(server.address()) == "body \(version)") }
        #expect(try await offline(server.address()) == "body 3")
    }

    @Test func asksNobodyWhileAnAnswerIsFresh() async throws {
        let server = try LoopbackServer { request in
            request.fields["if-none-match"] == nil
                ? .text("body", "Cache-Control: public, max-age=60", "Age: 10", "ETag: \"a\"")
                : .init(304, ["Cache-Control: max-age=100"])
        }
        for (time, count) in [(0, 1), (49, 1), (50, 2), (149, 2), (150, 3)] {
            var fixture = fixture
            fixture.now = { 1_000_000 + time }
            #expect(try await fixture.text(server.address()) == "body")
            #expect(server.requests.count == count, "at \(time)")
        }
    }

    @Test func asksEachTimeWhereTheServerWantsIt() async throws {
        let server = try LoopbackServer { _ in .text("body", "Cache-Control: max-age=60, no-cache") }
        for _ in 0..<2 { _ = try await fixture.text(server.address()) }
        #expect(server.requests.count == 2)
        #expect(try await offline(server.address()) == "body")
    }

    @Test(arguments: ["Cache-Control: no-store", "Vary: *"]) func keepsNothingThatIsNotToBeKept(field: String)
        async throws
    {
        let server = try LoopbackServer { _ in .text("body", field) }
        _ = try await fixture.text(server.address())
        #expect(files.isEmpty)
        #expect(try await offline(server.address()) == nil)
    }

    @Test func keepsNoErrorsAndForgetsWhatIsGone() async throws {
        let number = Atomic(0)
        let server = try LoopbackServer { _ in
            number.add(1, ordering: .relaxed).newValue == 1 ? .text("body") : .init(404)
        }
        _ = try await fixture.text(server.address())
        #expect(files.count == 1)
        #expect(try await fixture.error(server.address())?.code == .notFound)
        #expect(files.isEmpty)
    }

    @Test func readsOfflineWithRedirectsAndAsksNobody() async throws {
        let server = try LoopbackServer { $0.target == "/a" ? .redirect("/b") : .text("body") }
        _ = try await fixture.text(server.address("/a"))
        #expect(try await offline(server.address("/a")) == "body")
        #expect(try await offline(server.address("/c")) == nil)
        #expect(server.requests.count == 2)
    }

    @Test func keepsNothingThatASubscriberGets() async throws {
        let server = try LoopbackServer { _ in .text("body", "Cache-Control: max-age=60") }
        var subscriber = fixture
        subscriber.options.headers = [try #require(HTTPField("Cookie: a=b"))]
        subscriber.input = server.address()
        _ = try await subscriber.text(server.address())
        #expect(files.isEmpty)
        let path = folder.path + "/cookies.txt"
        _ = FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
        subscriber = fixture
        subscriber.options.cookieFile = path
        _ = try await subscriber.text(server.address())
        #expect(files.isEmpty)
        // Nor is a subscriber given what others got.
        _ = try await fixture.text(server.address())
        _ = try await subscriber.text(server.address())
        #expect(server.requests.count == 4)
    }

    @Test func isReadByItsOwnerOnly() async throws {
        let server = try LoopbackServer { _ in .text("body") }
        _ = try await fixture.text(server.address())
        let modes = try ([cache] + files.map { cache + "/" + $0 }).map {
            try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
        }
        #expect(modes == [0o700, 0o600])
    }

    @Test func isNotUsedWhereOthersCouldWriteIntoIt() throws {
        try FileManager.default.createDirectory(
            atPath: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache)
        #expect(HTTPCache(folder: cache) == nil)
    }

    @Test func takesABrokenFileForNone() async throws {
        let server = try LoopbackServer { _ in .text("body", "Cache-Control: max-age=60") }
        for damage in ["", "x", "{}\nbody", "cut"] {
            _ = try await fixture.text(server.address())
            let path = cache + "/" + (try #require(files.first))
            let whole = try #require(FileManager.default.contents(atPath: path))
            try (damage == "cut" ? whole.dropLast() : Data(damage.utf8)).write(to: URL(filePath: path))
            #expect(try await fixture.text(server.address()) == "body")
        }
        #expect(server.requests.count == 5)
    }

    @Test func makesRoomByWhatWasLongestUnused() throws {
        let cache = try #require(HTTPCache(folder: cache, maximumBytes: 10_000))
        func response(_ key: String, _ count: Int = 1_000) -> CachedResponse {
            let head = CachedResponse.Head(key: key, status: 200, freshUntil: 0, length: count)
            return CachedResponse(head: head, body: Array(repeating: 1, count: count))
        }
        _ = FileManager.default.createFile(atPath: self.cache + "/mine.txt", contents: Data("x".utf8))
        // A file system's times may be no finer than the kernel's ticks.
        for number in 0..<8 {
            cache.store(response("\(number)"))
            usleep(12_000)
        }
        #expect(cache.response(for: "0") != nil)
        for number in 8..<10 {
            cache.store(response("\(number)"))
            usleep(12_000)
        }
        #expect(cache.response(for: "1") == nil)
        #expect(cache.response(for: "0") != nil && cache.response(for: "9") != nil)
        #expect(FileManager.default.fileExists(atPath: self.cache + "/mine.txt"))
        // What is too large for it is not kept, and drives nothing out.
        cache.store(response("large", 3_000))
        #expect(cache.response(for: "large") == nil && cache.response(for: "9") != nil)
    }
}
