public import Readers
import Transport

extension Publisher {
    /// An input as the user names it: an address, a path, or `-` for standard input.
    public func source(named name: String) async throws(PublicationError) -> Source {
        guard InputFile.isAddress(name) else {
            return try InputFile.source(named: name, address: options.address, limit: options.maximumBytes)
        }
        let loader = try network.loader(for: name, options: options)
        do {
            let page = try await loader.load(name, as: .page)
            network.note(page: page.address, of: name)
            return Source(
                name: name, bytes: page.bytes, address: page.address, mediaType: page.mediaType,
                encoding: page.encoding)
        } catch {
            throw PublicationError(error, input: name)
        }
    }

    /// Inputs as the user names them, one after the other.
    public func sources(named names: [String]) async throws(PublicationError) -> [Source] {
        var sources: [Source] = []
        for name in names { sources.append(try await source(named: name)) }
        return sources
    }

    /// What a source's article may load; one that names no folder of its own reads no file.
    ///
    /// - Parameter emptyFolder: The folder of an input that stands in none.
    func loader(for source: Source, emptyFolder: String) throws(PublicationError) -> ArticleLoader {
        if InputFile.isAddress(source.name) {
            return ArticleLoader(web: try network.loader(for: source.name, page: source.address, options: options))
        }
        let web = options.network.readsRemote ? try network.loader(for: source.name, options: options) : nil
        let isFile = source.name != "-"
        let folder = isFile ? splitPath(source.name).folder : emptyFolder
        let files = FileLoader(
            root: options.root ?? folder,
            // Where a root is named, the page's own folder may still be read.
            extraRoots: options.root != nil && isFile ? [folder] : [])
        return ArticleLoader(files: files, web: web)
    }
}
