/// More wordings of titles, language by language, as `ListTitleLexicon` looks for them: between the bars, with the marks of
/// `PhraseMatcher`. What the lexicon says already is not repeated.
enum ListTitleWordings {
    static func phrases(_ wordings: String) -> [String] {
        wordings.split(separator: "|").compactMap { wording in
            let words = wording.split(separator: " ")
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }

    /// Titles of lists chosen for a story, and of those that go on with it.
    static let related = """
        complete coverage | continuing coverage | ongoing coverage | past coverage | previous stories | \
        previous articles | earlier articles | from the archives | from our archives | additional reading | \
        verwandter | verwandtes | lies auch | lies dazu | ^mehr informationen | mehr infos | \
        weitere informationen | ^schwerpunkt | was bisher geschah | unsere berichterstattung | lees meer | \
        lees alles over | ook interessant | uit het archief | se också | se även | samma ämne | relaterad | \
        tidigare artiklar | läs tidigare | se også | les meir | meir om | samme tema | tidligere saker | \
        hør også | læs mere | relateret | tidligere artikler | læs tidligere | lestu einnig | lesa einnig | \
        lestu meira | tengdar greinar | meira um | sjá líka | ^liittyviä | lue aiheesta | aiheesta muualla | \
        aiheesta aiemmin | kuuntele myös | samasta sarjasta | vaata ka | kuula ka | loe edasi | ^sarnased | \
        samast teemast | varasemad artiklid | lasi vairāk | lasīt vairāk | skaties arī | ^par tēmu | \
        līdzīgi raksti | saistītās | skaityti daugiau | skaityk daugiau | skaityti toliau | ^šia tema | \
        panašūs straipsniai | dar skaitykite | أخبار قد تهمك | أخبار لها صلة | أخبار مرتبطة | أخبار مشابهة | \
        إقرأ أيضًا | إقرأ المزيد | اخبار وابسته | ادامه مطلب | القصة الكاملة | المزيد حول | المزيد عن | \
        انظر أيضا | این را هم بخوانید | بیشتر بدانید | بیشتر در این مورد | بیشتر درباره | تابع القراءة | \
        تغطية خاصة | خبرهای مشابه | در همین باره | ربما يهمك | شاهد أيضًا | ^في هذا الموضوع$ | محتوى ذو صلة | \
        محتوى مشابه | مزید دیکھیں | مزید پڑھیے | مطالب وابسته | مقالات قد تهمك | مقالات متعلقة | مقالات مرتبطة | \
        ملف خاص | من الأرشيف | مواضيع قد تهمك | مواضيع مرتبطة | موضوعات قد تهمك | موضوعات مرتبطة | همچنین ببینید | \
        پرونده خبری | یہ بھی دیکھیں | یہ بھی پڑھیے | այս թեմայով | դիտեք նաև | ^թեմա$ | թեմատիկ նյութեր | \
        լուրեր թեմայով | կապված նյութեր | կարդա նաեւ | կարդա նաև | կարդալ նաև | նման նյութեր | նյութեր թեմայով | \
        նույն թեմայով | տես նաև | আরও জানুন | আরও দেখুন | আরো দেখুন | একই বিষয়ে | এটাও পড়ুন | এটিও পড়ুন | \
        あわせて見たい | あわせて読む | こちらもあわせて | こちらもどうぞ | このテーマの記事 | このニュースに関する | この記事に関する | この記事も読まれて | この記事を見た人 | \
        この記事を読んだ方 | この話題の記事 | この連載 | もっと詳しく | シリーズ記事 | バックナンバー | 上一篇 | 下一篇 | 专题报道 | 併せて読みたい | 关联文章 | 关联新闻 | 前の記事 | \
        專題報導 | 專題報道 | 推薦閱讀 | 新聞背景 | 新闻背景 | 新闻链接 | 早前報道 | 早前报道 | 更多关于 | 更多閱讀 | 更多關於 | 次の記事 | 猜你想看 | 系列报道 | 系列文章 | \
        繼續閱讀 | 继续阅读 | 連載一覧 | 過去の記事 | 閱讀全文 | 閱讀更多 | 類似文章 | 類似記事 | батафсил ўқиш | больш пра | боғлиқ янгиликлар | \
        вам буде цікаво | вас зацікавить | ве интересира | везан* чланак | везане вести | везане теме | \
        везани текстови | везани чланци | вече писахме | већ смо писали | веќе пишувавме | видете и | види још | \
        видите још | виж също | вижте и | више о теми | глядзі таксама | глядзіце таксама | ^детальніше | \
        див. також | дивись також | дивитись також | ^докладніше | ^досие$ | ^досьє$ | ^досьє: | ^дэлгэрэнгүй | \
        ^звязаныя | из этого сюжета | мавзуга алоқадор | материалы сюжета | ми писали | можда те занима | \
        мы писали | мөн уншаарай | мөн унших | мөн үзээрэй | на гэту тэму | на гэтую тэму | на истата тема | \
        на оваа тема | на ову тему | на същата тема | о томе смо писали | още на тази тема | ^падобныя | \
        ^падрабязней | по същата тема | по тази тема | по той же теме | по этой теме | пов'язан* | повʼязан* | \
        повезан* | поврзан* | погледај још | погледајте и | погледајте такође | погледајте још | ^подробнее | \
        ^подібні | посмотрите также | прочетете повече | прочетете също | прочети и | прочети повече | \
        прочети също | прочитайте також | прочитај више | прочитај и | прочитај такође | прочитај још | \
        прочтите также | публикации на тему | свързан* | связанн* материал* | ^слично | см. также | \
        смотреть также | сондай-ақ оқыңыз | сондай-ақ қараңыз | ^спецпроект | ^спецпроекты | ^схоже | \
        схожие новости | сізге ұнауы мүмкін | также смотрите | также читайте | також читайте | таксама чытайце | \
        тағы оқыңыз | тағы қараңыз | ^тақырып: | тақырыпқа қатысты | ^тема | темы сюжета | ^тэма$ | ^тэма: | \
        у тэму | ушбу мавзуда | хамаарах мэдээ | ^холбогдох | четете и | четете още | четете също | чети и | \
        чети още | читай также | читай також | читати далі | читати також | читај још | читајте више | читајте и | \
        читајте још | чытай таксама | чытайце больш | чытайце ў тэму | шу мавзуда | шунингдек ўқинг | \
        ще ви е интересно | это интересно | яна ўқинг | још о теми | қатысты мақалалар | ^ұқсас | अधिक पढ़ें | \
        आगे पढ़ें | इस विषय पर | इसी विषय पर | और जानें | खबर से जुड़ी | जुड़ी खबरें | यसै विषयमा | यह भी जानें | \
        यह भी देखें | यह भी पढ़े | या विषयावरील | ये भी देखें | ये भी पढ़े | यो पनि पढौं | हे देखील पहा | \
        हेही पहा | በተጨማሪ ያንብቡ | ተዛማጅ | ተያያዥ | ተጨማሪ ለማንበብ | ተጨማሪ ያንብቡ | ამ თემაზე | ასევე იხილეთ | ასევე ნახეთ | \
        ^დაწვრილებით | იმავე თემაზე | იხილე ასევე | იხილეთ ასევე | ნახეთ ასევე | ίσως σας ενδιαφέρ* | \
        δείτε ακόμα | δείτε ακόμη | δείτε και | δειτε επισησ | δες ακόμα | δες επίσης | διάβασε ακόμα | \
        διάβασε επίσης | διαβάστε ακόμα | διαβάστε και | διαβασε επισησ | διαβαστε επισησ | આ પણ જુઓ | વધુ વાંચો | \
        ਇਹ ਵੀ ਦੇਖੋ | ਹੋਰ ਪੜ੍ਹੋ | 같이 보기 | 관련 동영상 | 관련 링크 | 관련 보도 | 관련 소식 | 관련 영상 | 관련 이슈 | 관련 정보 | 관련된 기사 | 관련링크 | \
        관련보도 | 관련이슈 | 비슷한 기사 | 연관 뉴스 | 연관뉴스 | 유사 기사 | 이 기사도 | 이 기사와 관련 | 이 뉴스도 | 이런 기사는 어때 | 이런 기사도 | 함께 보기 | \
        함께 볼 만한 | כתבה קשורה | כתבות דומות | להרחבה | לכתבות נוספות | עוד בפרשה | ^עוד על$ | קישורים נוספים | \
        קרא גם | קרא עוד | קראו עוד | ראה גם | ראו גם | תוכן קשור | ಇದನ್ನೂ ಓದಿ | ಇನ್ನಷ್ಟು ಓದಿ | ಮತ್ತಷ್ಟು ಓದಿ | \
        ពាក់ព័ន្ធ | អានបន្ថែម | a lire ou a relire | aceeași temă | actualités associées | află mai multe | \
        ampliar información | amplía la información | anche su questo | articles similars | articole legate | \
        articoli precedenti | artikel sejenis | artikel serupa | artículos similares | ascultă și | \
        autour de ce sujet | autour du sujet | aynı konuda | baca lebih banyak | baca lebih lanjut | baca pula | \
        baca seterusnya | basahin rin | ^batafsil$ | batafsil o'qish | batafsil o‘qish | berita berkenaan | \
        berita serupa | berite naprej | berite tudi | berite še | bog‘liq xabarlar | bu mövzuda | \
        bunları da oku* | bunları da oxu* | bunu da oku* | bunu da oxu* | bài viết tương tự | chủ đề này | \
        citește continuarea | citește mai multe | citiți și | cobertura completa | cobertura especial | \
        confira mais | confira também | conheça também | continua la lettura | continuar lendo | \
        continuar leyendo | continue a leitura | continuer la lecture | dal nostro archivio | další díly | \
        další na téma | davamını oxu* | davomini o‘qish | devamını oku | ^dosar$ | ^dosije: | ^dosje$ | ^dossiê | \
        dosszié | dosya$ | ^décryptage*$ | dòng sự kiện | e njëjta temë | előzmény | endelea kusoma | ^especial$ | \
        especiales$ | ^especials$ | eyni mövzuda | ezt is olvassa | glej tudi | guarda anche | hasonló hírek | \
        historias similares | həmçinin bax* | həmçinin oxu* | ikusi ere | ilgini çekebilir | \
        ilginizi çekebilecek | irakurri ere | jangan lupa baca | još na temu | još o temi | k tejto téme | \
        kapcsolód anyag* | ^kapcsolódik | korábban írtuk | korábbi cikk* | kyk ook | lanjutkan membaca | \
        le podría interesar | lea tamén | leggi ancora | leggi pure | letture correlate | lexo gjithashtu | \
        lexo po ashtu | lexoni gjithashtu | liens connexes | liens utiles | lihat pula | lire plus | lisez aussi | \
        lisez également | llegeix també | llegir també | lásd még | lê também | maelezo zaidi | magbasa pa | \
        maggiori informazioni | mai mult despre | mai multe despre | mais informações sobre | maklumat lanjut | \
        mateix tema | matérias similares | mavzu bo'yicha | mavzuga aloqador | mavzuga tegishli | meer hieroor | \
        mesmo assunto | mira también | mira també | mire también | mogli bi vas zanimati | moglo bi vas zanimati | \
        mogą cię zainteresować | mohli by vás zaujímať | mohlo by tě | mohlo by vás zaujať | mohlo by zajímat | \
        mohlo by ťa zaujímať | možda će te zanimati | možda će vas interesovati | možda će vas zanimati | \
        mund t'ju interesojë | más del tema | même sujet | më shumë rreth | môže vás zaujímať | mövzu üzrə | \
        mövzuya aid | může vás zajímat | na ovu temu | na temat: | na túto tému | no dejes de leer | \
        nos dossiers | notas similares | notizie simili | notícias similares | nội dung tương tự | \
        o tem smo pisali | o tome smo pisali | obejrzyj również | obejrzyj także | obejrzyj też | \
        oglejte si tudi | okumaya devam | olvasd még | olvasd tovább | olvassa el | olvastad már | ouça também | \
        ^o‘xshash | pe acest subiect | pia soma | pisaliśmy o tym | poate te interesează | podobni prispevki | \
        podobni članki | podobné príspevky | podobné příspěvky | podobné správy | podobné témy | podobné zprávy | \
        podívejte se také | pogledaj i | pogledajte i | pogledajte još | pogledajte takođe | pogledajte također | \
        poglejte tudi | pokračujte ve čtení | posts similares | postări similare | posłuchaj też | \
        potrebbero interessarti | povezan* | powiązana treść | powiązany* | pozri aj | pozri tiež | pozrite aj | \
        preberi tudi | preberi več | preberi še | prečítajte aj | prečítajte tiež | pročitaj takođe | \
        pročitaj također | przeczytaj więcej | publications associées | publications similaires | písali sme | \
        přečtěte také | relacionat | ^relire$ | s-ar putea să te intereseze | saperne di più | scopri di più | \
        seguir lendo | shihni edhe | shiko edhe | shiko gjithashtu | shu mavzuda | shuningdek o'qing | \
        shuningdek o‘qing | sidoo kale akhriso | sien ook | siga lendo | simak pula | simak selengkapnya | \
        sizə maraqlı | ^slične | sobre o tema | soortgelyke | ^sorodno | souvisejí* | ^souvislosti$ | ^speciale$ | \
        ^speciali$ | ^speciál$ | ^speciál: | sprawdź również | sprawdź także | sprawdź też | stesso argomento | \
        su questo argomento | subiecte similare | suivre ce sujet | série especial | súvisiac* | ^súvislosti$ | \
        ^súvisí | také by vás mohlo zajímat | te interesează și | te poate interesa | te pueden interesar | \
        te-ar mai putea interesa | tegishli yangiliklar | tham khảo thêm | thông tin thêm | tingnan din | \
        to też może cię zainteresować | toda la información sobre | ^téma$ | ^téma: | tìm hiểu thêm | \
        u vezi s temom | urmărește și | us pot interessar | ve también | vea también | vedeți și | vedi pure | \
        veja ainda | ver tamén | veure també | vezane teme | vezane vesti | vezani tekstovi | vezani članci | \
        vezi de asemenea | već smo pisali | viac informácií | viac k | vidéos similaires | viz také | viz též | \
        viď aj | vê também | více informací | více k | více na téma | w tej serii | wararka la xiriira | \
        więcej informacji na temat | więcej na temat | xem chi tiết | zaidi kuhusu | zainteresuje cię również | \
        érdekelhet | érdekelheti | čitajte i | čitajte još | čítaj aj | čítaj viac | čítajte tiež | \
        čítajte ďalej | đọc cả | știri asemănătoare | əlaqəli | ətraflı$ | അനുബന്ധ | තවත් කියවන්න | ఇంకా చదవండి | \
        ఇదీ చదవండి | ఇవీ చదవండి | ఇవీ చూడండి | ดูเพิ่มเติม | รายงานพิเศษ | อ่านประกอบ | อ่านเพิ่ม
        """

    /// Titles of what editors recommend.
    static let recommended = """
        ^recommendations | ^suggestions | people are reading | others are reading | readers are reading | \
        what we're reading | what we’re reading | editors recommend | you’ll love | you’ll also like | \
        reading list | what you missed | könnte sie auch | könnte dich auch | könnten sie auch | \
        könnten dich auch | lesenswert* | lese-tipp* | nichts verpassen | redaktionstipp* | tipps der redaktion | \
        nächster artikel | als nächstes lesen | auch gelesen | voor u geselecteerd | anderen lazen ook | leestip | \
        leestips | niet te missen | lees hierna | rekommenderade | rekommenderad | lästips | andra har läst | \
        andra läser | läs härnäst | anbefalinger | andre leser | andre leste | lesetips | neste sak | vi tilrår | \
        andre læser | andre læste | næste artikel | udvalgt til | mælum með | þú gætir haft áhuga | fyrir þig | \
        ekki missa af | suositukset | toimitus suosittelee | saattaa kiinnostaa | voisi kiinnostaa | \
        muut lukivat | älä missaa | soovitused | toimetus soovitab | võib huvitada | teised loevad | \
        lugemissoovitus* | ära maga maha | ieteicam* | iesakam | redakcija iesaka | varētu interesēt | citi lasa | \
        nepalaid garām | redakcija rekomenduoja | gali sudominti | gali patikti | kiti skaito | nepraleisk* | \
        skirta jums | أخبار مقترحة | إخترنا لك | إخترنا لكم | از دست ندهید | اقرأ التالي | اكتشف المزيد | \
        الخبر التالي | المقال التالي | اگلی خبر | ترشيحاتنا | توصيات المحرر | توصياتنا | توصیه ما | ربما فاتك | \
        ربما يعجبك | قد يعجبك أيضا | لا تفوت | مقالات مقترحة | مقترح لك | مقترحة لك | موضوعات مقترحة | ننصحكم | \
        يستحق القراءة | پیشنهادات | առաջարկում ենք | ձեզ համար | অবশ্যই পড়ুন | পড়তে পারেন | মিস করবেন না | \
        あなたへの | おススメ | お勧め記事 | みんなが見て | みんなが読んで | 为你精选 | 为您精选 | 別人也在看 | 大家還看了 | 大家都在看 | 小編精選 | 小编精选 | 必看文章 | \
        ^必読$ | 必讀文章 | 次に読む | 為你精選 | 為您精選 | 猜你感兴趣 | 猜您喜欢 | 猜您喜歡 | 精选文章 | 精選內容 | 精選文章 | 精選新聞 | 編輯嚴選 | 編輯精選 | \
        編集部が選ぶ | 編集部厳選 | 编辑精选 | вам понравится | вам сподобається | варто прочитати | вибір редактора | \
        вибір редакторів | вибір читачів | вы пропустили | выбар рэдактара | выбар рэдакцыі | выбор дня | \
        выбор редактора | выбор читателей | ^для тебе | ^для тебя | для цябе | други читају | другие читают | \
        другите четат | занимљиви чланци | ^занимљиво$ | ^занимљивости$ | избор на редактора | \
        избор на уредникот | избор редакције | избор уредника | ^избранное$ | ^издвоено$ | издвојене вести | \
        издвојене вијести | ^издвојено$ | ^интересно$ | интересные статьи | ^лонгриды$ | ^лонгріди$ | \
        ^любопитно$ | морате прочитати | наступна стаття | наш избор | наш одабир | нашиот избор | не прапусціце | \
        не пропускайте | не пропусти | не пропустите | не пропустить | не пропустіть | не пропуштајте | \
        открийте още | предлагаме ви | предложени чланци | ^препорука$ | ^препоръки$ | редакция советует | \
        редакция таңдауы | редакция ұсынады | редакція радить | рэдакцыя раіць | рэкаменд* | с этим читают | \
        сейчас читают | ^сиз учун | следваща новина | следваща статия | следећа вест | следећи чланак | \
        следующая новость | следующая статья | ^сіз үшін | сізге арналған | ^тавсиялар$ | ^тести$ | ^тесты$ | \
        ^цікаве$ | ^цікаво$ | цікаво почитати | читаоци читају | читателите четат | читают сейчас | \
        что читают другие | ще ви хареса | ^қызықты$ | ^ұсыныстар$ | अगली खबर | आवर्जून वाचा | जरूर देखें | \
        जरूर पढ़ें | तपाईंको लागि | तुमच्यासाठी | नक्की वाचा | पुढची बातमी | सिफारिस | የሚመከሩ | არ გამოტოვოთ | \
        ჩვენ გირჩევთ | ίσως σας αρέσ* | για εσάς | επιλογές μας | επόμενο άρθρο | μη χάσετε | μην το χάσετε | \
        μην χάσετε | μπορεί να σας αρέσ* | προτεινόμεν* | ચૂકશો નહીં | જરૂર વાંચો | તમારા માટે | ਜ਼ਰੂਰ ਪੜ੍ਹੋ | \
        놓친 뉴스 | 다음 기사 | 맞춤 기사 | 맞춤 뉴스 | 맞춤뉴스 | 회원님을 위한 | אולי גם יעניין | אולי יעניין | אולי פספסתם | אל תפספסו | \
        אם פספסתם | הכתבה הבאה | ^המלצות$ | כדאי לקרוא | כתבה מומלצת | מומלצות | ನಿಮಗಾಗಿ | aanbevelings | \
        ajánlataink | ajánlóink | ako ste propustili | alegerea redacției | anda juga mungkin | \
        anda mungkin juga | anda mungkin meminati | anda mungkin suka | article suivant | articles suivants | \
        articolo successivo | articolul următor | artikel selanjutnya | artikel seterusnya | berita menarik | \
        berita selanjutnya | berita seterusnya | beğenebileceğiniz | beğenebilirsiniz | bunları da okudu | \
        bạn quan tâm | cadangan untuk | ^ciekawostki$ | cikkajánl* | co vám uniklo | conseillé par la rédaction | \
        conseillés par la rédaction | conseils de lecture | consigli della redazione | consigli di lettura | \
        coup de cœur | coups de cœur | czytali również | có thể bạn muốn | có thể bạn thích | có thể quan tâm | \
        da leggere ora | da li ste propustili | další článek | de citit | de tu interés | descoperă mai mult | \
        descoperă și | descubra mais | descubra também | descubre más | descubre también | do przeczytania | \
        dành riêng cho bạn | découvrez aussi | découvrez également | editörün önerisi | escolha do editor | \
        et pot agradar | et pot interessar | et suggerim | forse ti interessa | gomendatu* | gözünüzden kaçmasın | \
        ^imperdible$ | inni czytelnicy | izbor redakcije | izbor urednika | izbor uredništva | ^izbrano$ | \
        izdvojene vesti | izdvojene vijesti | izdvojeni članci | ^izdvojeno$ | ^izpostavljamo$ | \
        jangan ketinggalan | jangan lewatkan | jangan sampai terlewat | jangan terlepas | kamu mungkin suka | \
        keşfet | khám phá thêm | kwa ajili yako | következő cikk | következő hír | la redazione consiglia | \
        la rédaction recommande | la rédaction vous conseille | la rédaction vous recommande | le puede gustar | \
        lee a continuación | leia em seguida | les lecteurs ont aussi | lo que te perdiste | \
        los editores recomiendan | los lectores también | maaaring magustuhan | moenie misloop | ^moet lees$ | \
        mogą ci się spodobać | mogą zainteresować | mogło ci umknąć | morate pročitati | mos humbisni | \
        może ci się spodobać | może państwa zainteresować | może zainteresować | možda vam se svidi | \
        možda će vam se svidjeti | muharrir tanlovi | mund të ju pëlqejë | mungkin anda berminat | \
        mungkin anda suka | mungkin anda tertarik | mutlaka oku* | naslednja novica | naslednji članek | \
        nasledujúci článok | następny artykuł | następny wpis | naš izbor | ne hagyd ki | ne hagyja ki | \
        ne manquez rien | ne maradjon le | ne propusti | ne propustite | ne ratez pas | ne ratez rien | \
        ne spreglejte | ne zamudite | nemojte propustiti | nenech si ujít | nenechajte si ujsť | \
        nenechte si ujít | ^neprehliadni$ | neprehliadnut* | nepřehlédnut* | ^nezmeškajte$ | nie umknęło | \
        no debes perderte | no t'ho perdis | no te lo pierdas | no te puedes perder | non perdetevi | \
        nos lecteurs lisent aussi | nos lecteurs ont aussi | nous recommandons | nous vous conseillons | \
        nu pierdeți | následující článek | növbəti məqalə | növbəti xəbər | o'tkazib yubormang | odabir urednika | \
        odabrali smo | ^odabrano$ | odkryj więcej | on vous conseille | on vous recommande | ons beveel aan | \
        os editores recomendam | os leitores também | ostatní čtenáři | ostatní čtou | otros lectores | \
        para sa iyo | pentru tine | per voi$ | poate îți place | pode gostar | pode te interessar | \
        poderá interessar | podría gustarte | podría interesarte | ^poleca | polecan* | potrebbe interessare | \
        potrebbe interessarvi | potrebbero interessare | potser t'interessa | ^pre vás | ^predlagamo$ | \
        ^predlažemo$ | ^preporuka$ | ^preporuke$ | prochain article | prossima notizia | prossimo articolo | \
        ^przegapiłaś$ | ^przegapiłeś$ | próxima nota | próxima noticia | próxima notícia | próximo artigo | \
        próximo artículo | può interessare | qiziqarli yangiliklar | que te pueden interesar | raccomandiamo | \
        recomanacions | recomanades | recomanats | recomandă$ | recomanem | ^redakcja poleca | redaktorun seçimi | \
        redakčný výber | ^rekomendujemy$ | s-ar putea să-ți placă | scopri anche | selecția editorilor | \
        selecția redacției | seleção da redação | seleção do editor | siguiente artículo | siguiente nota | \
        siguiente noticia | ^siz uchun | sizin üçün | sledeća vest | sledeći članak | sljedeća vijest | \
        sljedeći članak | sonraki haber | sonraki yazı | sugeridas | suggerimenti | suggeriments | suggestions | \
        svideće vam se | svidjet će vam se | szerkesztő ajánl* | sélection de la rédaction | tahririyat tanlovi | \
        talvez goste | talvez você | tavsiya etamiz | tavsiya etiladi | ^tavsiyalar$ | te interesa | \
        te podría gustar | te sugerimos | ti consigliamo | ti potrebbe piacere | ti potrebbero piacere | \
        ti può piacere | tin tiếp theo | tip redakce | tip redakcie | ^tipy$ | to cię zainteresuje | \
        të rekomanduara | untuk kamu | urednički izbor | uredniški izbor | următoarea știre | următorul articol | \
        vi consigliamo | ^vir jou$ | você perdeu | volgende artikel | vous avez peut-être manqué | \
        vous avez peut-être raté | vous intéresser | vous pourriez également | vybrané články | vybráno redakcí | \
        ^vybíráme$ | výber editora | výber redakcie | výběr redakce | vă recomandăm | wajib baca | ^warto$ | \
        ^warto wiedzieć | wybór redakcji | yang mungkin anda | ^za tebe | ^za vas | zainteresuje cię | \
        ^zajímavosti$ | ^zanimivo$ | ^zanimivosti$ | ^zanimljivo$ | ^zanimljivosti$ | ^zaujímavosti$ | \
        à lire absolument | à ne pas louper | à ne pas rater | à voir absolument | önerilerimiz | čitaoci čitaju | \
        čitatelia tiež | čo vám uniklo | čo vám ušlo | čtenáři také | ďalší článok | ^đề xuất$ | đề xuất cho bạn | \
        đừng bỏ lỡ | šta ste propustili | što ste propustili | తప్పక చదవండి | మీ కోసం | మీకోసం | ข่าวถัดไป | \
        ข่าวน่าสนใจ | คุณอาจจะชอบ | คุณอาจชอบ | บทความถัดไป | สำหรับคุณ | อาจสนใจ
        """

    /// Titles of lists that go on with the section.
    static let more = """
        all articles | all news | all posts | additional stories | from other sections | elsewhere on | \
        from our network | alle beiträge | alle meldungen | alle nachrichten | alle news | ^aus der region | \
        aus dieser kategorie | in dieser rubrik | in diesem ressort | nachrichten aus | neues aus | ^außerdem$ | \
        ^ausserdem$ | overig nieuws | ander nieuws | alle artikelen | al het nieuws | uit de regio | \
        andra artiklar | andra nyheter | alla nyheter | övriga nyheter | ^meir | ^fleire | andre saker | \
        alle saker | andre artikler | andre nyheder | alle nyheder | alle artikler | øvrige nyheder | \
        aðrar fréttir | allar fréttir | annað efni | muut uutiset | muut artikkelit | muut jutut | \
        kaikki uutiset | kaikki artikkelit | muud uudised | muud lood | kõik uudised | kõik artiklid | \
        samast rubriigist | visas ziņas | visi raksti | vēl ziņas | no sadaļas | šajā sadaļā | visos naujienos | \
        visi straipsniai | šioje kategorijoje | iš rubrikos | اخبار أخرى | اخبار دیگر | تمام خبریں | \
        جميع الأخبار | جميع المقالات | خبرهای دیگر | در همین بخش | سب دیکھیں | عرض الكل | كل الأخبار | \
        مشاهدة الكل | مشاهده بیشتر | مطالب بیشتر | مطالب دیگر | من نفس التصنيف | مواضيع أخرى | موضوعات أخرى | \
        همه اخبار | ^այլ | ^ավելին | բաժնի այլ | բոլոր լուրերը | նույն բաժնից | এই বিভাগের | একই বিভাগের | \
        সকল সংবাদ | সব খবর | সব দেখুন | このカテゴリ | このジャンル | すべて見る | ^ほかの | 一覧を見る | 全部新闻 | 同栏目 | 続きを見る | 記事一覧 | \
        ^архив$ | ^архів$ | барлық жаңалықтар | барча янгиликлар | ^басқа | ^бусад | бүх мэдээ | \
        в тази категория | в тази рубрика | в той же рубрике | в том же разделе | в цій рубриці | \
        в этой категории | в этой рубрике | в этом разделе | вести из | види све | виж всички | вижте всички | \
        все материалы | все статьи | всички новини | всі матеріали | всі новини | всі статті | друге вести | \
        друге вијести | з цієї рубрики | из раздела | из этого раздела | из этой категории | из этой рубрики | \
        материалы раздела | материалы рубрики | матеріали розділу | матеріали рубрики | новини розділу | \
        новини рубрики | новости раздела | новости регионов | новости рубрики | од истата рубрика | \
        остали чланци | остальные новости | ^останати | от тази категория | от тази рубрика | паказаць усе | \
        погледај све | погледајте све | показати всі | показати ще | показать все | посмотреть все | \
        прикажи повеќе | прикажи све | прочие новости | све вести | све вијести | сви чланци | сите вести | \
        у овој категорији | у овој рубрици | у цій рубриці | усе навіны | усі новини | өөр мэдээ | ^आणखी | ^इतर | \
        सबै समाचार | सभी खबरें | सभी देखें | सभी समाचार | सर्व बातम्या | ^ተጨማሪ | ^სხვა | ყველა სიახლე | ^άλλες | \
        ίδια ενότητα | από την ενότητα | από την κατηγορία | δείτε όλα | προβολή όλων | όλα τα άρθρα | \
        όλα τα νέα | όλες οι ειδήσεις | બધા જુઓ | ਸਭ ਦੇਖੋ | 같은 섹션 | 기타 뉴스 | 모든 기사 | 목록 보기 | 이 카테고리 | 전체 보기 | \
        전체기사 | 전체보기 | באותה קטגוריה | באותו מדור | הצג עוד | חדשות נוספות | כל החדשות | כל הכתבות | כתבות נוספות | \
        ಇನ್ನಷ್ಟು | បន្ថែមទៀត | aceeași categorie | afficher plus | altro su | ^archív$ | ^arhiva$ | \
        artikuj të tjerë | aynı kategori* | barcha yangiliklar | bài viết khác | bütün xəbər* | cargar más | \
        carica altro | carregar mais | confira outras | ^các tin | dalla sezione | dans cette section | \
        dari kategori | di kanal ini | din această categorie | din aceeași rubrică | din categoria | \
        druge novice | druge vesti | druge vijesti | en aquesta secció | en esta categoría | gehiago$ | \
        habari zaidi | hamısına bax | hepsini gör | in questa categoria | in questa sezione | iné správy | \
        iné články | iz iste kategorije | iz iste rubrike | iz ove kategorije | iz ove rubrike | jiné články | \
        kolejne artykuły | lagi artikel | lagi berita | lajme nga | lajme tjera | lajme të tjera | leggi altro | \
        lihat lagi | lihat selengkapnya | lihat semua | ^lo último en | lokalne vesti | lokalne vijesti | \
        mai mult din | mateixa categoria | mateixa secció | minden cikk | minden hír | misma categoría | \
        misma sección | mostra altro | mostra més | mostra tutti | mostrar mais | mostrar más | mutass többet | \
        même catégorie | même rubrique | nesta categoria | nesta editoria | nog nuus | ^noticias de | \
        ostatné správy | ostatné články | ostatní zprávy | ostatní články | più notizie | plus d'actualité | \
        plus d'info | plus d'infos | plus d’actualités | plus d’articles | pogledaj sve | pogledajte sve | \
        poglej vse | pokaż wszystkie | preostale novice | restul știrilor | semua artikel | semua berita | \
        shiko të gjitha | správy z | stariji članci | staršie články | starší články | stessa categoria | \
        stessa sezione | sve vesti | sve vijesti | svi članci | tin cùng loại | tin tức khác | toate articolele | \
        toate știrile | todas as notícias | todas las noticias | totes les notícies | tout voir | \
        toute l'actu de | toutes les actualités | toutes les infos | trong chuyên mục | tutte le news | \
        tutte le notizie | të gjitha lajmet | tümünü gör | tümünü göster | u ovoj kategoriji | u ovoj rubrici | \
        v tejto rubrike | v této rubrice | vedi tutti | vedi tutto | veja outras | veja todas | veja todos | \
        veja tudo | ver máis | ver más | ver todas | ver todo | ver tudo | vesti iz | veure més | veure tot | \
        vezi toate | vezi tot | vidi sve | vijesti iz | voir tous | voir tout | voir toutes | vse novice | \
        vsi članki | všechny zprávy | všechny články | všetky správy | všetky články | w tej kategorii | \
        w tym dziale | wiadomości z | wszystkie artykuły | wszystkie wiadomości | xem thêm tin | xem tất cả | \
        z tejto kategórie | z tejto rubriky | z této kategorie | z této rubriky | zobacz wszystkie | \
        zobrazit více | zobrazit vše | zobrazit všechny | zobraziť viac | zobraziť všetko | zprávy z | \
        în această categorie | összes cikk | összes hír | še novice | știri locale | మరిన్ని | ข่าวทั้งหมด | \
        ข่าวในหมวด | ดูทั้งหมด | บทความอื่น | เรื่องอื่น
        """
}
