import Diagnostics
import Glibc
import Offprint

/// What the program says on standard error.
enum Terminal {
    /// How much is said.
    enum Verbosity {
        case quiet, normal, verbose

        init(quiet: Bool, verbose: Bool) { self = quiet ? .quiet : verbose ? .verbose : .normal }

        /// Whether a diagnostic of this severity is shown.
        func shows(_ severity: Severity) -> Bool {
            switch self {
            case .quiet: false
            case .normal: severity > .note
            case .verbose: true
            }
        }
    }

    /// Prints a line to standard error.
    static func say(_ line: String) {
        write(line + "\n")
    }

    /// Prints to standard error without ending the line; what cannot be printed there cannot be told anywhere.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func say(_ diagnostics: [Diagnostic], _ verbosity: Verbosity) {
        for diagnostic in diagnostics where verbosity.shows(diagnostic.severity) {
            say(printable(diagnostic.line(input: Program.name)))
        }
    }

    /// A line whose names came from pages and servers, without what a terminal would obey.
    static func printable(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: isControl) else { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
    }

    /// Whether standard error is a terminal that a person looks at.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// What the environment says.
enum Environment {
    /// Seconds since 1970 that stand for now; nil where the variable is absent or no number.
    static var sourceDateEpoch: Int? {
        getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    }
}
