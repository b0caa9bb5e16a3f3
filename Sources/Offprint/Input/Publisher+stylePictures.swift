import ArticleModel
import CSS
import Diagnostics
import Layout
import Readers
import Transport

extension Publisher {
    /// The pictures that style sheets name, as far as they can be had.
    ///
    /// A sheet is a file of this machine: it may name files below its folder and `--root`, `data:` addresses, and what
    /// lies in the network where that is asked for.
    func collectPictures(
        _ addresses: [PictureAddress], spool: SpoolFolder
    ) async throws(PublicationError) -> Diagnosed<StylePictures> {
        var found: [PictureAddress: Resource] = [:]
        var diagnostics: [Diagnostic] = []
        var collector = ResourceCollector(loader: files(of: ""), spool: spool.path)
        for (sheet, addresses) in addresses.groupedBySheet {
            let web = options.network.readsRemote ? try network.loader(for: sheet, options: options) : nil
            collector.loader = ArticleLoader(files: files(of: sheet), web: web)
            let places = addresses.map { SheetFolder.address($0.text, in: sheet) }
            let collected = await collector.resources(at: places)
            diagnostics += (network.diagnostics(of: sheet) + collected.diagnostics).map { $0.speaking(of: sheet) }
            for (address, place) in zip(addresses, places) { found[address] = collected.output[place] }
            // The limits are those of all sheets together.
            collector.maximumCount -= addresses.count
            collector.maximumBytes -= collected.output.values.reduce(0) { $0 + $1.byteCount }
        }
        return Diagnosed(StylePictures(found), diagnostics)
    }

    /// The files that a sheet may name; what the theme imports stands in the theme's folder, too.
    private func files(of sheet: String) -> FileLoader {
        var folder = "."
        if case .sheet(let name, _, let imports) = options.theme,
            name == sheet || imports.contains(where: { $0.name == sheet })
        {
            folder = splitPath(name).folder
        }
        return FileLoader(root: folder, extraRoots: options.root.map { [$0] } ?? [])
    }
}

extension [PictureAddress] {
    /// The addresses of each sheet, the sheets in order.
    fileprivate var groupedBySheet: [(sheet: String, addresses: [PictureAddress])] {
        var groups: [(sheet: String, addresses: [PictureAddress])] = []
        for address in self {
            if let index = groups.firstIndex(where: { $0.sheet == address.sheet }) {
                groups[index].addresses.append(address)
            } else {
                groups.append((address.sheet, [address]))
            }
        }
        return groups
    }
}
