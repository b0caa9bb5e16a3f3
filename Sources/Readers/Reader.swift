public import Diagnostics

/// Makes an article from an input of one format. Pictures are collected afterwards.
public protocol Reader: Sendable {
    /// The formats it reads.
    static var formats: [SourceFormat] { get }

    /// The article in a source.
    func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading>
}
