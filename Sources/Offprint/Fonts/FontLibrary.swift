import CSS
import Diagnostics
import FontFiles
import Shaping
import Transport

/// The user's own fonts: the folders of `--font-dir` and the `@font-face` rules of the style sheets.
struct FontLibrary {
    let directories: [String]
    let rules: [FontFaceRule]
    /// Where fonts go that are not files as they are read.
    let unpacked: UnpackedFonts

    /// A font book with all of them, and what cannot be used of the rules.
    var book: Diagnosed<FontBook> {
        var diagnostics: [Diagnostic] = []
        let declared = rules.map { rule in
            DeclaredFont(
                family: rule.family,
                sources: rule.sources.compactMap { source(of: $0, rule, &diagnostics) },
                weights: rule.weights, stretches: rule.stretches, slant: rule.slant.map(Self.slant),
                coverage: rule.unicodeRanges.isEmpty ? nil : CharacterRanges(rule.unicodeRanges),
                features: rule.features.map { FontFeature(tag: $0.tag, value: $0.value) },
                variations: rule.variations.map { FontInstance.Variation(axis: $0.axis, value: $0.value) },
                adjustment: FontAdjustment(
                    size: rule.sizeAdjust, ascent: rule.ascent, descent: rule.descent, lineGap: rule.lineGap))
        }
        return Diagnosed(FontBook(directories: directories, declared: declared), diagnostics)
    }

    private static func slant(_ slant: FontStyle.Slant) -> FontSlant {
        switch slant {
        case .normal: .normal
        case .italic: .italic
        case .oblique: .oblique
        }
    }

    private func source(
        of source: FontFaceRule.Source, _ rule: FontFaceRule, _ diagnostics: inout [Diagnostic]
    ) -> DeclaredFont.Source? {
        switch source {
        case .local(let name): return .local(name)
        case .url(let address, let format, let technologies):
            let unread =
                format.flatMap { FontFaceRule.readFormats.contains($0.lowercased()) ? nil : $0 }
                ?? technologies.first { !FontFaceRule.readTechnologies.contains($0) }
            if let unread {
                diagnostics.append(
                    Diagnostic(
                        .note, .unreadFontFormat(Self.shortened(address), unread), subject: rule.sheet,
                        range: rule.range))
                return nil
            }
            if address.prefix(5).lowercased() == "data:" { return fileOfData(address, rule, &diagnostics) }
            guard let path = Self.path(of: address, in: rule.sheet) else {
                diagnostics.append(
                    Diagnostic(
                        .warning, .foreignFont(address), subject: rule.sheet, range: rule.range,
                        remedy: "put the file into the style sheet's folder, or give its folder with --font-dir"))
                return nil
            }
            do throws(FontUnpackingError) {
                return .file(try unpacked.path(ofFile: path))
            } catch {
                diagnostics.append(
                    Diagnostic(.warning, .unusableFont(address, error), subject: rule.sheet, range: rule.range))
                return nil
            }
        }
    }

    /// A font that stands in the style sheet itself.
    private func fileOfData(
        _ address: String, _ rule: FontFaceRule, _ diagnostics: inout [Diagnostic]
    ) -> DeclaredFont.Source? {
        do throws(FontUnpackingError) {
            guard let data = DataURL(address) else { throw FontUnpackingError(message: "it is no 'data:' address") }
            return .file(try unpacked.path(of: data.bytes))
        } catch {
            diagnostics.append(
                Diagnostic(
                    .warning, .unusableFont(Self.shortened(address), error), subject: rule.sheet, range: rule.range))
            return nil
        }
    }

    /// The beginning of an address, for messages.
    private static func shortened(_ address: String) -> String {
        address.count > 40 ? address.prefix(39) + "…" : address
    }

    /// The path of a relative address in the folder of a style sheet or below it; nil for any other address.
    ///
    /// Snippets of the command line stand in the working directory.
    static func path(of address: String, in sheet: String) -> String? {
        var address = address
        if let fragment = address.firstIndex(where: { $0 == "#" || $0 == "?" }) {
            address = String(address[..<fragment])
        }
        guard !address.isEmpty, !address.hasPrefix("/"), !address.contains(":"), !address.utf8.contains(0),
            let decoded = address.removingPercentEscapes, !decoded.utf8.contains(0)
        else { return nil }
        var parts: [Substring] = []
        for part in decoded.split(separator: "/", omittingEmptySubsequences: true) {
            if part == ".." {
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            } else if part != "." {
                parts.append(part)
            }
        }
        guard !parts.isEmpty else { return nil }
        let folder = sheet.contains("/") ? String(sheet[...sheet.lastIndex(of: "/")!]) : ""
        return folder + parts.joined(separator: "/")
    }
}

extension String {
    /// The text with `%20` and the like replaced; nil where that is no UTF-8.
    fileprivate var removingPercentEscapes: String? {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension Diagnostic.Message {
    static func foreignFont(_ address: String) -> Self { "the font '\(address)' is not below the style sheet's folder" }
    static func unreadFontFormat(_ address: String, _ format: String) -> Self {
        "the font '\(address)' is passed over: '\(format)' is not read; TTF, OTF, TTC, WOFF and WOFF2 are"
    }
    static func unusableFont(_ address: String, _ error: FontUnpackingError) -> Self {
        "the font '\(address)' cannot be used: \(error.message)"
    }
}
