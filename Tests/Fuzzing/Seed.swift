import FoundationEssentials

/// A real input that others are made from.
struct Seed {
    var name: String
    var bytes: [UInt8]

    /// The files of a folder and below it that readers read, in the order of their paths.
    static func seeds(below folder: String) -> [Seed] {
        let endings: Set = ["html", "md", "txt", "json", "mht", "mhtml", "eml"]
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.sorted().compactMap { path in
            guard let ending = path.split(separator: ".").last, endings.contains(String(ending)),
                let data = FileManager.default.contents(atPath: folder + "/" + path), !data.isEmpty
            else { return nil }
            return Seed(name: path, bytes: Array(data))
        }
    }
}
