import Foundation

/// What a command printed, and how it ended.
public struct CommandResult: Sendable {
    public var output: String
    public var errors: String
    public var exitCode: Int32
}

/// The folder of the built programs: the one that the running tests stand in.
public let productsFolder: String = {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
}()

/// Runs a command by `bash`, with the built programs found first.
///
/// Input and outputs are files, so that no pipe can fill and stop the command.
public func runShell(
    _ command: String, input: String = "", in folder: String, environment: [String: String] = [:]
) throws -> CommandResult {
    let scratch = try TemporaryFolder()
    try Data(input.utf8).write(to: URL(fileURLWithPath: scratch.path + "/input"))
    for name in ["output", "errors"] { try Data().write(to: URL(fileURLWithPath: scratch.path + "/" + name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = productsFolder + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    variables["LC_ALL"] = "C.UTF-8"
    variables["SOURCE_DATE_EPOCH"] = nil
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.path + "/input"))
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/output")
    process.standardError = FileHandle(forWritingAtPath: scratch.path + "/errors")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/" + name)), as: UTF8.self)
    }
    return CommandResult(output: try text("output"), errors: try text("errors"), exitCode: process.terminationStatus)
}

/// A folder that is removed when nothing holds it any longer.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        path = NSTemporaryDirectory() + "offprint-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
