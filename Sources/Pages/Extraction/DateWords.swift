/// Names of months and the small words of dates, in the languages news comes in.
enum DateWords {
    /// The month a lower-case word names, 1 to 12; nil if it names none.
    static func month(_ word: [UInt8]) -> Int? { months[word] }

    /// Whether a word may stand between the parts of a date: "de", "of", ordinal endings and the like.
    static func isFiller(_ word: [UInt8]) -> Bool { fillers.contains(word) }

    /// Whether a word says that what follows was changed, not published.
    static func saysModified(_ word: [UInt8]) -> Bool { modified.contains { word.starts(with: $0) } }

    /// Whether a word says that what follows was published.
    static func saysPublished(_ word: [UInt8]) -> Bool {
        published.contains { word.starts(with: $0) }
    }

    private static let published = Array(
        words("publi pubbli posted veröff gepubli opubli опубли julkais yayın objav"))

    /// Names, short forms and cases (genitive, as dates need it) by month; a word of one language that names another
    /// month in a second one is left out.
    private static let names: [StaticString] = [
        """
        january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczeń sty ledna leden
        января янв январь ocak oca tammikuuta tammikuu tammi sausio sausis január januaryi يناير جانفي जनवरी januwari
        ujanuwari eyomqungu
        """,
        """
        february feb febr februar feber februari février févr fév febrero febbraio febb fevereiro fev lutego luty lut
        února únor февраля фев февр февраль şubat şub helmikuuta helmikuu helmi vasario vasaris február فبراير فيفري
        شباط फरवरी फ़रवरी febhuwari ufebhuwari eyomdumba
        """,
        """
        march mar märz mrz mars maart mrt marzo março marca marzec března březen марта мар март mart maaliskuuta
        maaliskuu maalis kovo kovas március márc مارس آذار मार्च maret machi mashi umashi eyokwindla mär marts
        """,
        """
        april apr avril avr abril abr aprile aprila kwietnia kwiecień kwi dubna duben апреля апр апрель nisan nis
        huhtikuuta huhtikuu huhti balandžio balandis április ápr أبريل ابريل أفريل نيسان अप्रैल aprili ephreli utshazimpuzi
        """,
        """
        may mai maj mayo maggio mag maio maja května květen мая май mayıs toukokuuta toukokuu touko gegužės gegužė
        május máj مايو ماي أيار मई mei meyi umeyi ucanzibe
        """,
        """
        june jun juni juin junio giugno giu junho czerwca czerwiec cze června červen июня июн июнь haziran haz
        kesäkuuta kesäkuu kesä birželio birželis június jún يونيو جوان حزيران जून ujuni eyesilimela
        """,
        """
        july jul juli juillet juil julio luglio lug julho lipca lipiec lip července červenec июля июл июль temmuz tem
        heinäkuuta heinäkuu heinä liepos liepa július júl يوليو جويلية تموز जुलाई julai julayi ujulayi eyekhala
        """,
        """
        august aug août aout agosto ago sierpnia sierpień sie srpna srpen августа авг август ağustos ağu elokuuta
        elokuu elo rugpjūčio rugpjūtis augusztus أغسطس اغسطس أوت آب अगस्त agustus agosti agasti augustus augusti
        eyethupha
        """,
        """
        september sep sept septembre septiembre settembre sett setembro set września wrzesień wrz září сентября сен
        сент сентябрь eylül eyl syyskuuta syyskuu syys rugsėjo rugsėjis szeptember szept سبتمبر أيلول सितंबर सितम्बर
        septemba septhemba usepthemba eyomsintsi
        """,
        """
        october oct oktober okt octobre octubre ottobre ott outubro out października październik paź října říjen
        октября окт октябрь ekim eki lokakuuta lokakuu loka spalio spalis október أكتوبر اكتوبر अक्टूबर अक्तूबर oktoba
        okthoba eyedwarha
        """,
        """
        november nov novembre noviembre novembro listopada listopad lis listopadu ноября ноя нояб ноябрь kasım kas
        marraskuuta marraskuu marras lapkričio lapkritis نوفمبر नवंबर नवम्बर novemba unovemba eyenkanga
        """,
        """
        december dec dezember dez decembre décembre déc diciembre dic dicembre dezembro grudnia grudzień gru prosince
        prosinec декабря дек декабрь aralık ara joulukuuta joulukuu joulu gruodžio gruodis desember des ديسمبر दिसंबर
        दिसम्बर desemba disemba udisemba eyomnga
        """,
    ]

    private static let months: [[UInt8]: Int] = {
        var months: [[UInt8]: Int] = [:]
        for (index, text) in names.enumerated() {
            for name in text.description.split(whereSeparator: \.isWhitespace) {
                months[CaseFolding.fold(Array(name.utf8)[...])] = index + 1
            }
        }
        return months
    }()

    private static let fillers: Set<[UInt8]> = words(
        "st nd rd th er ère de del di d of the den à le el m i tháng thg")

    private static let modified: [[UInt8]] = Array(
        words(
            """
            updated update modified revised edited reviewed aktualisiert aktualisierung geändert actualizado actualizada
            actualización mis modifié aggiornato aggiornamento atualizado atualizada bijgewerkt gewijzigd oppdatert
            opdateret uppdaterad päivitetty zaktualizowano aktualizacja aktualizace aktualizováno обновлено изменено
            güncelleme güncellenme frissítve atnaujinta تحديث अपडेट diperbarui 更新 수정 cập
            """))

    private static func words(_ text: StaticString) -> Set<[UInt8]> {
        Set(
            text.description.split(whereSeparator: \.isWhitespace).map {
                CaseFolding.fold(Array($0.utf8)[...])
            })
    }
}
