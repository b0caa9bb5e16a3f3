import FoundationEssentials
import Transport

extension PublicationOptions {
    /// A hash of the program's version, these options and an input's bytes: equal ones make equal outputs, as long as
    /// the pictures that the input names, and the fonts, are equal, too.
    public func fingerprint(ofInput path: String) throws(PublicationError) -> String {
        let bytes = try InputFile.bytes(named: path, limit: maximumBytes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let wishes = (try? encoder.encode(self)) ?? Data()
        return ContentHash.hexadecimal(of: Array(Program.version.utf8) + Array(wishes) + bytes)
    }
}
