internal import FoundationEssentials
internal import Synchronization

/// The fonts in folders that the user named, by family and by full name; read when the first is asked for.
final class FontFolders: Sendable {
    private let directories: [String]
    private let state = Mutex<Index?>(nil)

    private struct Index {
        var families: [String: [FontFamilyFace]] = [:]
        var names: [String: FontFamilyFace] = [:]
        var errors: [FontError] = []
    }

    /// The most files of one folder and the folders below it, and how deep these may lie.
    static let mostFiles = 4_000
    static let deepestFolder = 6

    init(_ directories: [String]) { self.directories = directories }

    /// The faces of a family, whatever its name's case.
    func faces(ofFamily name: String) -> [FontFamilyFace] {
        directories.isEmpty ? [] : index { $0.families[name.lowercased()] ?? [] }
    }

    /// The face of a full name or PostScript name.
    func face(named name: String) -> FontFamilyFace? {
        directories.isEmpty ? nil : index { $0.names[name.lowercased()] }
    }

    /// The folders and files that could not be read.
    var errors: [FontError] { directories.isEmpty ? [] : index(\.errors) }

    private func index<Result>(_ body: (borrowing Index) -> Result) -> Result {
        state.withLock { state in
            if state == nil { state = Self.read(directories) }
            return body(state!)
        }
    }

    private static func read(_ directories: [String]) -> Index {
        var index = Index()
        for directory in directories {
            var files: [String] = []
            if !list(directory, depth: 0, into: &files) {
                index.errors.append(FontError(code: .missingFolder, family: directory, path: directory))
            }
            for file in files { add(file, to: &index) }
        }
        return index
    }

    /// Lists font files in the order of their names, so that the same folder answers the same way everywhere; false if the
    /// folder cannot be read.
    private static func list(_ directory: String, depth: Int, into files: inout [String]) -> Bool {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return false }
        for name in names.sorted() where !name.hasPrefix(".") && files.count < mostFiles {
            let path = directory + "/" + name
            if endings.contains(where: name.lowercased().hasSuffix) {
                files.append(path)
            } else if depth < deepestFolder, !name.contains(".") {
                _ = list(path, depth: depth + 1, into: &files)
            }
        }
        return true
    }

    private static let endings = [".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"]

    private static func add(_ path: String, to index: inout Index) {
        do throws(FontError) {
            for found in try FontFileReader.faces(of: path, family: path) {
                for family in Set(found.families.map { $0.lowercased() }) {
                    index.families[family, default: []].append(found.face)
                }
                for name in found.names where index.names[name.lowercased()] == nil {
                    index.names[name.lowercased()] = found.face
                }
            }
        } catch {
            index.errors.append(error)
        }
    }
}
