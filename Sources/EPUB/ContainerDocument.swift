/// `META-INF/container.xml`, which says where the package document is (EPUB 3.3, §4.2.6.3.1).
enum ContainerDocument {
    static func text(packageDocument path: String) -> String {
        var writer = XMLWriter()
        writer.element(
            "container", [("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")]
        ) { writer in
            writer.element("rootfiles") { writer in
                writer.element("rootfile", [("full-path", path), ("media-type", "application/oebps-package+xml")])
            }
        }
        return writer.text
    }
}
