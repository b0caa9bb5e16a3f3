internal import TextAnalysis

/// Lines that say when a page was made, which the metadata hold.
enum DateLine {
    /// Longer lines say something else, too.
    private static let longest = 60

    /// "Updated 3 May", "Stand: 03.05.2020": words for it before a number, in lower case.
    static func isLabelled(_ text: String) -> Bool {
        text.utf8.count <= longest && text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } && labels.begin(text)
    }

    /// A date or a time and little else.
    static func isDate(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        var digits = 0
        var letters = 0
        var run = 0
        var hasYear = false
        var last: UInt8 = 0
        for byte in text.utf8 {
            // "Deadline: 3 May" is no date of the page.
            if last | 0x20 >= 0x61, last | 0x20 <= 0x7A, byte == UInt8(ascii: ":") { return false }
            last = byte
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                run += 1
            } else {
                if run == 4 { hasYear = true }
                run = 0
                if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 { letters += 1 }
            }
        }
        return (hasYear || run == 4) && digits >= 5 && letters <= 36
    }

    private static let labels = PhraseSet([
        "updated", "last updated", "last modified", "published", "posted", "first published", "modified",
        "aktualisiert",
        "zuletzt aktualisiert", "veröffentlicht", "publiziert", "erschienen am", "erstellt am", "stand:", "stand ",
        "publié le", "mis à jour", "modifié le", "publicado", "actualizado", "última actualización", "pubblicato",
        "aggiornato", "ultimo aggiornamento", "atualizado", "última atualização", "gepubliceerd", "bijgewerkt",
        "laatst bijgewerkt", "geplaatst op", "publicerad", "uppdaterad", "publisert", "oppdatert", "udgivet",
        "opdateret",
        "julkaistu", "päivitetty", "opublikowano", "aktualizacja", "data publikacji", "publikováno", "aktualizováno",
        "megjelent", "frissítve", "yayınlanma", "güncelleme", "son güncelleme", "опубликовано", "обновлено",
        "дата публикации",
        "公開日", "更新日", "最終更新", "发布时间", "發布時間", "更新时间", "입력", "수정",
    ])
}
