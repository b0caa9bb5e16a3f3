/// Why nothing was published: the stage's own error in one type, with the exit code it means.
public struct PublicationError: Error, Hashable, Sendable {
    public var code: Code
    /// The input, output, font or host that it speaks of.
    public var subject: String?
    /// One sentence without a final stop.
    public var message: String
    /// What the user can do, as a sentence without a final stop.
    public var remedy: String?

    public init(_ code: Code, subject: String? = nil, _ message: String, remedy: String? = nil) {
        self.code = code
        self.subject = subject
        self.message = message
        self.remedy = remedy
    }

    /// The numbers of sysexits.h, which are the program's exit codes.
    public enum Code: Int32, Hashable, Sendable, Codable {
        case usage = 64
        /// The input is no article, or broken.
        case badInput = 65
        case noInput = 66
        case noHost = 68
        /// A font, dictionary or library is missing.
        case unavailable = 69
        /// A fault of the program's own.
        case software = 70
        case cannotCreate = 73
        case inputOutput = 74
    }

    /// `FILE: error: message (remedy)`.
    public var line: String {
        "\(subject ?? Program.name): error: \(message)" + (remedy.map { " (\($0))" } ?? "")
    }

    static func cannotWrite(_ name: String, _ reason: String) -> Self {
        Self(.cannotCreate, subject: name, "cannot write it: \(reason)")
    }

    static func inputOutput(_ name: String, _ reason: String) -> Self {
        Self(.inputOutput, subject: name, "input or output failed: \(reason)")
    }
}
