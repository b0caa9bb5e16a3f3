internal import TextAnalysis

/// Whether a text is about rights in it.
enum LegalNotice {
    static func match(_ text: String) -> Bool {
        let key = text.lowercaseKey
        if key.utf8.count < 160, key.hasPrefix("©") || key.hasPrefix("copyright") || key.hasPrefix("(c) ") {
            return true
        }
        return signs.occurs(in: key)
    }

    private static let signs = PhraseSet([
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "tutti i diritti riservati", "todos os direitos reservados", "wszelkie prawa zastrzeżone", "все права защищены",
        "copyrighted property", "written permission", "without the express permission", "may not be copied",
        "nachdruck verboten", "alle inhalte sind urheberrechtlich", "reproduction interdite", "droits de reproduction",
        "prohibida la reproducción", "prohibida su reproducción", "riproduzione riservata", "é proibida a reprodução",
        "proibida a reprodução", "alle rechten voorbehouden", "med ensamrätt", "alle rettigheder forbeholdes",
        "kaikki oikeudet pidätetään", "všechna práva vyhrazena", "minden jog fenntartva",
        "tüm hakları saklıdır", "перепечатка", "無断転載", "禁无断转载", "未经授权", "版权所有", "무단전재", "جميع الحقوق محفوظة",
        "may not be published, broadcast, rewritten", "may not be reproduced", "this material may not be",
        "uses cookies to", "we use cookies", "this site uses cookies", "utilise des cookies", "utiliza cookies",
        "utilizza i cookie",
        "gebruikt cookies", "używa plików cookie", "использует файлы cookie", "diese website verwendet cookies",
        "diese seite verwendet cookies",
    ])
}
