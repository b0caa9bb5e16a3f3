/// Settings of the PDF writer.
public struct PDFOptions: Hashable, Sendable {
    /// The program named as the producer in the properties.
    public var producer: String

    public init(producer: String = "Offprint") { self.producer = producer }
}
