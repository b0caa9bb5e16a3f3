public import ArticleModel
public import Diagnostics
internal import FoundationEssentials
internal import Geometry
internal import Images
public import Transport

/// Fetches an article's pictures and gives each one that could be had its resource.
///
/// Bytes that lie in a file of their own are left there; others are written to the spool folder under their hash. A
/// picture that cannot be had keeps its address and alternative text, and a warning names it.
public struct ResourceCollector: Sendable {
    public var loader: any ResourceLoader
    /// The folder for bytes that came from elsewhere than a file; made when it is first needed.
    public var spool: String
    /// Pictures beyond this number are left out.
    public var maximumCount: Int
    /// Once this many bytes are collected, further pictures are left out.
    public var maximumBytes: Int
    /// Pictures that are loaded at a time.
    public var concurrency: Int

    public init(
        loader: any ResourceLoader, spool: String, maximumCount: Int = 2_000, maximumBytes: Int = 1_000_000_000,
        concurrency: Int = 1
    ) {
        self.loader = loader
        self.spool = spool
        self.maximumCount = maximumCount
        self.maximumBytes = maximumBytes
        self.concurrency = max(concurrency, 1)
    }

    /// The article with its pictures: in figures, in running text, posters and the lead picture.
    public func collect(_ article: Article) async -> Diagnosed<Article> {
        let collection = await resources(at: Self.addresses(of: article)) { address in
            // The lead picture stands for the article in lists of such; no words are lost with it.
            let isShown = address != article.metadata.leadImage?.address || Self.shows(article, address)
            return isShown ? .warning : .note
        }
        var result = article.mappingImages { image in
            var image = image
            if image.resource == nil { image.resource = image.address.flatMap { collection.output[$0]?.id } }
            return image
        }
        for resource in collection.output.values where result.resources[resource.id] == nil {
            result.resources[resource.id] = resource
        }
        return Diagnosed(result, collection.diagnostics)
    }

    /// The pictures at some addresses, each of which comes once; `severity` is how bad it is that one cannot be had.
    public func resources(
        at addresses: [String], severity: (String) -> Severity = { _ in .warning }
    ) async -> Diagnosed<[String: Resource]> {
        var collection = Collected()
        var loaded = await load(addresses)
        for (index, address) in addresses.enumerated() {
            collect(address, loaded.removeValue(forKey: index), severity(address), into: &collection)
        }
        return Diagnosed(collection.resources, collection.diagnostics)
    }

    /// What has been fetched so far.
    private struct Collected {
        var resources: [String: Resource] = [:]
        var byteCount = 0
        var diagnostics: [Diagnostic] = []
    }

    /// The addresses of pictures that have no resource yet, each once, in reading order.
    private static func addresses(of article: Article) -> [String] {
        var seen: Set<String> = []
        return article.images.filter { $0.resource == nil }.compactMap(\.address).filter { seen.insert($0).inserted }
    }

    /// Whether a picture stands in the text itself.
    private static func shows(_ article: Article, _ address: String) -> Bool {
        var body = article
        body.metadata.leadImage = nil
        return body.images.contains { $0.address == address }
    }

    /// What became of one address.
    private typealias Loaded = Result<Resource, Failure>

    /// Why a picture is not there, or not to be shown.
    private struct Failure: Error {
        var message: Diagnostic.Message
        var remedy: String?
    }

    /// Loads several at a time, each stored as it comes. Past the limits nothing more is begun.
    private func load(_ addresses: [String]) async -> [Int: Loaded] {
        await withTaskGroup(of: (Int, Loaded).self) { group in
            var waiting = Array(addresses.enumerated().prefix(maximumCount))[...]
            var results: [Int: Loaded] = [:]
            var byteCount = 0
            for (index, address) in waiting.prefix(concurrency) {
                group.addTask { (index, await load(address)) }
            }
            waiting = waiting.dropFirst(concurrency)
            while let (index, loaded) = await group.next() {
                if case .success(let resource) = loaded { byteCount += resource.byteCount }
                results[index] = loaded
                guard byteCount < maximumBytes, let (index, address) = waiting.popFirst() else { continue }
                group.addTask { (index, await load(address)) }
            }
            return results
        }
    }

    private func load(_ address: String) async -> Loaded {
        do {
            return .success(try resource(for: try await loader.load(address)))
        } catch let error as TransportError {
            return .failure(
                Failure(message: .missingPicture(Self.name(of: address), error.message), remedy: error.remedy))
        } catch {
            return .failure(Failure(message: .unreadablePicture(Self.name(of: address), "\(error)")))
        }
    }

    /// Counts in reading order, so that the limits fall the same way each time.
    private func collect(_ address: String, _ loaded: Loaded?, _ severity: Severity, into collection: inout Collected) {
        guard let loaded, collection.resources.count < maximumCount, collection.byteCount < maximumBytes else {
            collection.diagnostics.append(Diagnostic(severity, .pictureBeyondLimit(Self.name(of: address))))
            return
        }
        switch loaded {
        case .success(let resource):
            collection.byteCount += resource.byteCount
            collection.resources[address] = resource
        case .failure(let failure):
            collection.diagnostics.append(Diagnostic(severity, failure.message, remedy: failure.remedy))
        }
    }

    private func resource(for loaded: LoadedResource) throws -> Resource {
        let header = try ImageHeader(bytes: loaded.bytes)
        let id = ContentHash.hexadecimal(of: loaded.bytes)
        let path = try loaded.path ?? store(loaded.bytes, as: "\(id).\(header.format.pathExtension)")
        return Resource(
            id: id, path: path, mediaType: header.format.mediaType, byteCount: loaded.bytes.count,
            pixelWidth: header.size.width, pixelHeight: header.size.height, orientation: header.orientation.rawValue,
            address: loaded.address.hasPrefix("data:") ? nil : loaded.address)
    }

    private func store(_ bytes: [UInt8], as name: String) throws -> String {
        let path = spool + "/" + name
        if FileManager.default.fileExists(atPath: path) { return path }
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        return path
    }

    /// The picture's file name, by which a reader knows it; of a data address no more than its kind.
    private static func name(of address: String) -> String {
        if address.hasPrefix("data:") { return String(address.prefix { $0 != "," }.prefix(40)) }
        let path = AddressReference(address).path
        let name = path.split(separator: "/").last.map { String(decoding: PercentCoding.decode($0), as: UTF8.self) }
        return name ?? address
    }
}

extension Diagnostic.Message {
    static func missingPicture(_ name: String, _ reason: String) -> Self { "picture '\(name)' is missing: \(reason)" }
    static func unreadablePicture(_ name: String, _ reason: String) -> Self {
        "picture '\(name)' cannot be shown: \(reason)"
    }
    static func pictureBeyondLimit(_ name: String) -> Self {
        "picture '\(name)' is left out: there are too many pictures"
    }
}
