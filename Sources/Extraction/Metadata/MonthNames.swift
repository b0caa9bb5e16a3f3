/// The names of months in the languages that pages are written in, as dates have them.
enum MonthNames {
    /// 1 to 12, or nil where the word is no month.
    static func month(_ word: String) -> Int? { table[word] }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for list in lists {
            for (index, names) in list.split(separator: " ").enumerated() {
                for name in names.split(separator: "/") where table[String(name)] == nil {
                    table[String(name)] = index + 1
                }
            }
        }
        return table
    }()

    /// Twelve words of each language, with other forms of a name behind a stroke.
    private static let lists = [
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct "
            + "november/nov december/dec",
        "januar/jänner/jan februar/feb märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
        "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc",
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio julio agosto/ago septiembre/setiembre/sept octubre/oct "
            + "noviembre diciembre/dic",
        "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre "
            + "dicembre/dic",
        "janeiro fevereiro/fev março abril/abr maio junho julho agosto/ago setembro/set outubro/out novembro dezembro/dez",
        "januari februari maart/mrt april mei juni juli augustus september oktober november december",
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec "
            + "sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
        "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen "
            + "září října/říjen listopadu prosince/prosinec",
        "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен октября/окт "
            + "ноября/ноя декабря/дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember/des",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
            + "marraskuuta joulukuuta",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט "
            + "ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
        "januari februari maret april mei juni juli agustus september oktober november desember",
    ]
}
