import CSS
import Synchronization
import Transport

/// The sheets that a theme's file imports, read when the options are made: a worker and a fingerprint then know all that
/// decides the look.
public struct ThemeImport: Hashable, Sendable, Codable {
    /// The sheet that the import stands in, and its address there.
    public var sheet: String
    public var address: String
    /// The file's path; nil where it could not be read.
    public var name: String?
    /// The sheet, or why it could not be read.
    public var text: String
}

/// Reads what a style sheet's file imports: files below its folder, or below `--root`.
final class ThemeImportReader: Sendable {
    private let files: FileLoader
    private let found = Mutex<[ThemeImport]>([])

    /// A style sheet is text that someone wrote.
    private static let maximumBytes = 10_000_000

    init(path: String, root: String?) {
        files = FileLoader(
            root: splitPath(path).folder, extraRoots: root.map { [$0] } ?? [], maximumBytes: Self.maximumBytes)
    }

    /// What has been asked for so far.
    var imports: [ThemeImport] { found.withLock { $0 } }

    /// Finds a sheet on disk and remembers what came of it.
    func load(_ address: String, from sheet: String) throws(StyleSheetImportError) -> ImportedStyleSheet {
        do {
            let resource = try files.resource(at: SheetFolder.address(address, in: sheet), as: .page)
            let text = StyleSheetText.decode(resource.bytes)
            let name = resource.path ?? address
            note(ThemeImport(sheet: sheet, address: address, name: name, text: text))
            return ImportedStyleSheet(name: name, text: text)
        } catch {
            note(ThemeImport(sheet: sheet, address: address, name: nil, text: error.message))
            throw StyleSheetImportError(error.message)
        }
    }

    private func note(_ item: ThemeImport) { found.withLock { $0.append(item) } }
}

extension [ThemeImport] {
    /// Gives the sheets that were read before.
    var loader: StyleSheetLoader {
        { address, sheet throws(StyleSheetImportError) in
            guard let item = first(where: { $0.sheet == sheet && $0.address == address }) else {
                throw StyleSheetImportError("it has not been read")
            }
            guard let name = item.name else { throw StyleSheetImportError(item.text) }
            return ImportedStyleSheet(name: name, text: item.text)
        }
    }
}
