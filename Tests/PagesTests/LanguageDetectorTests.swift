import Testing

@testable import Pages

struct LanguageDetectorTests {
    @Test(arguments: [
        (
            "en",
            "The storm that hit the coast was the worst of the decade, and it is not over for the people in the town."
        ),
        (
            "de",
            "Der Sturm ist nicht vorbei, und die Menschen in der Stadt warten auf das Ende, das nach dem Regen kommt."
        ),
        (
            "fr",
            "La tempête est dans la ville et les habitants attendent que le vent passe pour sortir avec des amis."
        ),
        (
            "es",
            "La tormenta no ha pasado y los vecinos de la ciudad esperan que el viento se calme para salir con sus hijos."
        ),
        (
            "it",
            "La tempesta non è passata e gli abitanti della città aspettano che il vento si calmi per uscire con i figli di una amica."
        ),
        (
            "pl",
            "Burza nie minęła i mieszkańcy miasta czekają, że się to skończy, a na drogach jest już woda od rana do wieczora."
        ),
        (
            "ru",
            "Буря не прошла, и жители города ждут, что ветер стихнет, но на дорогах вода, как это было из года в год."
        ),
        (
            "ar",
            "العاصفة في المدينة لم تنته بعد و الناس من على الطريق إلى البيت ينتظرون أن تهدأ الرياح التي هذا ما كان"
        ),
        ("hi", "तूफान शहर में है और लोग इस बात का इंतजार कर रहे हैं कि हवा की गति कम हो और वे घर से बाहर आ सकें"),
        ("ja", "嵐は町を襲い、住民は風が弱まるのを待っています。道路には水があふれています。"),
        ("zh", "风暴袭击了这座城市,居民们正在等待风力减弱,道路上到处都是积水,学校停课,列车停运,救援人员正在赶往受灾地区。"),
        ("ko", "폭풍이 도시를 강타했고 주민들은 바람이 잦아들기를 기다리고 있습니다. 도로에는 물이 넘칩니다."),
        (
            "vi",
            "Cơn bão chưa qua và người dân của thành phố đang chờ cho gió lặng, có nước trên các con đường từ sáng đến tối."
        ),
        (
            "id",
            "Badai itu tidak akan berakhir dan warga di kota ini menunggu angin yang reda untuk pergi ke rumah dengan anak."
        ),
    ])
    func `a paragraph tells its language`(language: String, text: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == language)
    }

    @Test(arguments: ["", "Storm", "1234567890 1234567890", "xyzzy plugh foo bar"])
    func `a few words tell nothing`(text: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("en", "en"), ("EN-us", "en-US"), ("zh_hant_TW", "zh-Hant-TW"), ("de-DE,en", "de-DE"),
        ("english", nil), ("", nil),
        ("und", nil), ("x", nil), ("fr-", "fr"), ("en-US-posix", "en-US-posix"), ("{{lang}}", nil),
    ])
    func `a declared language becomes a BCP 47 tag`(declared: String, tag: String?) {
        #expect(MetadataLanguage.tag(declared) == tag)
    }

    @Test func `bytes that are no text are read without harm`() {
        _ = LanguageDetector.language(of: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 73) })
    }
}
