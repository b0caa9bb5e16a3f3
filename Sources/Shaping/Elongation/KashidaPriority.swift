import TextAnalysis

/// How willingly a joined word of Arabic is made longer at a place; the lowest is taken first.
///
/// The order is that of the scribes' rules as typesetting systems know them: after a tatweel that is written, after the
/// teeth of seen and sad, before a closing heh or dal, before upright strokes, then wherever letters join.
enum KashidaPriority: Int, Comparable {
    case afterTatweel, afterSeen, beforeFinalHeh, beforeFinalAlef, beforeBeh, beforeFinalWaw, beforeFinal, anywhere

    static func < (a: KashidaPriority, b: KashidaPriority) -> Bool { a.rawValue < b.rawValue }

    /// The priority of a place between two letters; `isFinal` is true where the second one joins to nothing after it.
    init(before: UInt16, after: UInt16, isFinal: Bool) {
        let closes = isFinal || Self.rightJoining.contains(after)
        self =
            if before == 0x0640 {
                .afterTatweel
            } else if Self.seens.contains(before) {
                .afterSeen
            } else if closes, Self.hehs.contains(after) {
                .beforeFinalHeh
            } else if closes, Self.alefs.contains(after) {
                .beforeFinalAlef
            } else if !closes, Self.behs.contains(after) {
                .beforeBeh
            } else if closes, Self.waws.contains(after) {
                .beforeFinalWaw
            } else if closes {
                .beforeFinal
            } else {
                .anywhere
            }
    }

    // Letters with those of other languages that have the same skeleton (Unicode 15, table 9-8).
    private static let seens = Set("سشصضښڛڜڝڞݜ".utf16)
    private static let hehs = Set("هةدذڈڊڌۀہۃ".utf16)
    private static let alefs = Set("اأإآٱطظلكکگڪ".utf16)
    private static let behs = Set("بتثنيپٹٺیئى".utf16)
    private static let waws = Set("وؤعغقفۆۇۋڤ".utf16)
    private static let rightJoining = Set("اأإآٱدذرزوؤةڈڊڌړڑژۀۃۆۇۋ".utf16)
}
