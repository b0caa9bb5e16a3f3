/// A font that cannot be had.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// A family of the catalogue whose file is not there.
        case missingFile
        /// A file that is no font.
        case unreadable
        /// No family of the request is known.
        case unknownFamily
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

    public var description: String {
        let problem =
            switch code {
            case .missingFile: "the font '\(family)' is not installed"
            case .unreadable: "the font file \(path ?? family) cannot be read"
            case .unknownFamily: "no font is known for '\(family)'"
            }
        return package.map { problem + " (install the package \($0))" } ?? problem
    }
}
