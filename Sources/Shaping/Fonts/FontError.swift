/// A font that cannot be had.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// A family of the catalogue whose file is not there.
        case missingFile
        /// A folder of fonts that is not there.
        case missingFolder
        /// A file that is no font.
        case unreadable
        /// A file that is larger than any font.
        case tooLarge
        /// A WOFF file.
        case unsupportedFormat
        /// No family of the request is known.
        case unknownFamily
        /// An `@font-face` rule's `local()` names that nobody knows.
        case unknownFace
    }

    public var code: Code
    public var family: String
    public var path: String?
    /// The Debian package that would help.
    public var package: String?

    public init(code: Code, family: String, path: String? = nil, package: String? = nil) {
        self.code = code
        self.family = family
        self.path = path
        self.package = package
    }

    /// What is wrong, as a clause.
    public var problem: String {
        switch code {
        case .missingFile where package == nil && path != nil: "the font file \(path ?? family) is not there"
        case .missingFile: "the font '\(family)' is not installed"
        case .missingFolder: "the folder of fonts \(path ?? family) cannot be read"
        case .unreadable: "the font file \(path ?? family) cannot be read"
        case .tooLarge: "the font file \(path ?? family) is too large"
        case .unsupportedFormat: "the font file \(path ?? family) is a WOFF file; TTF, OTF and TTC are read"
        case .unknownFamily: "no font is known for '\(family)'"
        case .unknownFace: "none of the sources of '\(family)' is there"
        }
    }

    public var description: String { package.map { problem + " (install the package \($0))" } ?? problem }
}
