import ArgumentParser
import Glibc
import Offprint

/// The options that say how addresses are fetched.
struct NetworkArguments: ParsableArguments {
    @Flag(help: "Fetch the remote pictures and further pages of a file, too.")
    var remote = false

    @Flag(help: "Read addresses from the cache only.")
    var offline = false

    @Option(help: ArgumentHelp("Where fetched bytes are kept (~/.cache/offprint).", valueName: "folder"))
    var cache: String?

    @Flag(help: "Keep nothing of what is fetched, and use nothing kept.")
    var noCache = false

    @Option(help: ArgumentHelp("What the program calls itself.", valueName: "text"))
    var userAgent: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("'Name: value', sent to the input's own host only; may be repeated.", valueName: "field"))
    var header: [String] = []

    @Option(help: ArgumentHelp("Cookies in Netscape's format; the file must be private.", valueName: "file"))
    var cookieFile: String?

    @Option(help: ArgumentHelp("A proxy's address, or env for the environment's.", valueName: "env|address"))
    var proxy: String?

    @Flag(help: "Read machines of private networks, and this one.")
    var allowPrivate = false

    @Option(help: ArgumentHelp("Fetch no longer than this for an article (30).", valueName: "seconds"))
    var maxTime: Double?

    mutating func validate() throws {
        if let wrong = header.first(where: { !NetworkOptions.isField($0) }) {
            let name = wrong.prefix { $0 != ":" }
            throw ValidationError("--header '\(name)…' is no field that can be sent: write 'Name: value'")
        }
        if let userAgent, userAgent.isEmpty || !NetworkOptions.isField("User-Agent: " + userAgent) {
            throw ValidationError("--user-agent needs a line of text")
        }
        if let maxTime, !(maxTime > 0 && maxTime < 1_000_000) {
            throw ValidationError("--max-time needs a number of seconds")
        }
        if noCache, cache != nil { throw ValidationError("--cache and --no-cache exclude each other") }
        if noCache, offline { throw ValidationError("--offline reads the cache, which --no-cache forbids") }
    }

    /// Fields are secrets of the host that they are meant for: without one there is nobody to send them to.
    func refuseHeaders(for inputs: [String]) throws {
        if !header.isEmpty, !inputs.contains(where: InputFile.isAddress) {
            throw ValidationError("--header needs an address as input")
        }
    }

    /// The options as the library takes them.
    var options: NetworkOptions {
        var options = NetworkOptions()
        options.readsRemote = remote
        options.isOffline = offline
        options.allowsPrivate = allowPrivate
        options.userAgent = userAgent
        options.headers = header
        options.cookieFile = cookieFile
        options.proxy = proxy
        options.cacheFolder = noCache ? nil : cache ?? Environment.cacheFolder
        options.seconds = maxTime
        return options
    }
}

extension Environment {
    /// `offprint` below the user's folder for caches (XDG Base Directory Specification); nil where there is none.
    static var cacheFolder: String? {
        if let cache = folder("XDG_CACHE_HOME") { return cache + "/offprint" }
        return folder("HOME").map { $0 + "/.cache/offprint" }
    }

    /// A variable that holds an absolute path; others are not to be heeded.
    private static func folder(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
