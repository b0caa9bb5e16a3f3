import Pages

/// Writes the catalog and what hangs on it alone (PDF 32000-1, §7.7.2).
struct CatalogWriter {
    let document: Document
    let numbers: ObjectNumbers
    let producer: String

    /// Writes it and returns its number.
    func write(pageTree: Int, to update: inout PDFUpdate) -> Int {
        let navigation = NavigationWriter(document: document, numbers: numbers)
        let destinations = navigation.writeDestinations(to: &update)
        let outline = navigation.writeOutline(to: &update)
        let labels = navigation.pageLabels()
        let metadata = update.reserve()
        let packet = MetadataPacket(metadata: document.metadata, producer: producer).xml()
        update.stream(metadata, "/Type /Metadata /Subtype /XML", Array(packet.utf8))
        let profile = update.reserve()
        update.stream(profile, "/N 3 /Alternate /DeviceRGB", ColorProfile.sRGB())
        return update.object { text in
            text.raw("<< /Type /Catalog /Pages \(pageTree) 0 R /StructTreeRoot \(numbers.structureRoot) 0 R")
            text.raw(" /MarkInfo << /Marked true >> /Metadata \(metadata) 0 R /Lang ")
            text.byteString(document.metadata.language)
            text.raw(" /ViewerPreferences << /DisplayDocTitle true")
            if document.metadata.isRightToLeft { text.raw(" /Direction /R2L") }
            text.raw(" >>")
            if let destinations { text.raw(" /Names << /Dests \(destinations) 0 R >>") }
            if let outline { text.raw(" /Outlines \(outline) 0 R") }
            if let labels {
                text.raw(" /PageLabels ")
                text.raw(labels.bytes)
            }
            text.raw(" /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)")
            text.raw(" /RegistryName (http://www.color.org) /Info (sRGB) /DestOutputProfile \(profile) 0 R >>] >>")
        }
    }
}
