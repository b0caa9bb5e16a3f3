internal import FontFiles
internal import Glibc
internal import TextAnalysis

extension FontBook {
    /// The Debian package with a font for a character that none here has; nil where no font can help.
    public func package(for scalar: UInt32) -> String? {
        guard let properties = Unicode.Scalar(scalar)?.properties else { return nil }
        switch properties.generalCategory {
        case .unassigned, .surrogate, .privateUse, .control: return nil
        default: break
        }
        if CharacterProperties.isEmojiPresentation(scalar) {
            if let package = catalog.families(for: .emoji).first(where: { !isInstalled($0) })?.package {
                return package
            }
        }
        let script = Script(of: scalar)
        let code = script.isReal ? script.description : Self.usualScript(of: scalar)
        if let code, let family = catalog.families(forScript: code).first(where: { !isInstalled($0) }) {
            return family.package
        }
        if !script.isReal {
            let families = catalog.families(for: .symbols) + catalog.families(for: .math)
            if let family = families.first(where: { !isInstalled($0) }) { return family.package }
        }
        return catalog.lastResort(forScript: script.description)
    }

    private func isInstalled(_ family: FontCatalog.Family) -> Bool {
        FontCatalog.folders.contains { folder in
            family.faces.contains { unsafe access(folder + "/" + $0.file, R_OK) == 0 }
        }
    }
}
