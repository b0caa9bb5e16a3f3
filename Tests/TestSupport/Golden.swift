import FoundationEssentials
public import Testing

/// The package's root folder.
public let packageRoot: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
}()

/// The folder of shared corpora (`OFFPRINT_SHARED`, else `../shared`), or nil where it is absent.
public let sharedFolder: String? = {
    let path = ProcessInfo.processInfo.environment["OFFPRINT_SHARED"] ?? packageRoot + "/../shared"
    return FileManager.default.fileExists(atPath: path + "/corpus") ? path : nil
}()

/// Compares text with a golden file under `Tests/Fixtures/`; `ACCEPT=1` writes the file instead.
public func expectGolden(_ text: String, _ relativePath: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = packageRoot + "/Tests/Fixtures/" + relativePath
    if ProcessInfo.processInfo.environment["ACCEPT"] == "1" {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
        return
    }
    guard let data = FileManager.default.contents(atPath: path) else {
        Issue.record("no golden at \(relativePath); run with ACCEPT=1 to write it", sourceLocation: sourceLocation)
        return
    }
    let golden = String(decoding: data, as: UTF8.self)
    if golden != text {
        Issue.record("\(relativePath) differs:\n\(lineDiff(golden, text))", sourceLocation: sourceLocation)
    }
}

/// Removed lines behind `-`, added ones behind `+`, each with its number.
public func lineDiff(_ old: String, _ new: String) -> String {
    let a = old.split(separator: "\n", omittingEmptySubsequences: false)
    let b = new.split(separator: "\n", omittingEmptySubsequences: false)
    return b.difference(from: a).map { change in
        switch change {
        case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
        case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
        }
    }.joined(separator: "\n")
}
