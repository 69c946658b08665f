extension ListTitleWordings {
    /// Titles of lists that are the same on every page.
    static let popular = """
        most emailed | most-viewed | must-read | must-reads | must watch | don’t miss | long reads | \
        photo galleries | lead stories | main stories | ^videos$ | ^podcasts$ | meistdiskutiert* | meist gesehen | \
        meist kommentiert | themen des tages | bilder des tages | fotostrecken | bildergalerien | top-storys | \
        auswahl der redaktion | ^das wichtigste | die wichtigsten nachrichten | ^im trend$ | ^populaire | \
        veelgelezen | veel gelezen | best bekeken | meest besproken | keuze van de redactie | mest delade | \
        mest kommenterade | mest sedda | redaktionens val | veckans bästa | mest lese | mest delte | \
        mest kommenterte | hovedsaker | toppsaker | utvalgte saker | topnyheder | tophistorier | \
        mest kommenterede | udvalgte artikler | redaktionens udvalgte | dagens vigtigste | mest lesnu | \
        mest skoðað | ^vinsælt | vinsælast | vinsælustu | helstu fréttir | luetuinta | suosituinta | ^suosittua | \
        kommentoiduimmat | pääuutiset | toimituksen poiminnat | enim loetud | enimloetud | loetuimad | \
        populaarsemad | enim kommenteeritud | toimetuse valik | lasītākās | lasītākais | populārākās | \
        populārākais | visvairāk lasīt* | komentētākie | ^populiaru | populiarios | žiūrimiausi* | \
        komentuojamiausi* | svarbiausios naujienos | pagrindinės naujienos | أخبار رئيسية | أهم العناوين | \
        اخبار داغ | اختيارات المحرر | الأخبار الرئيسية | الأعلى قراءة | الأعلى مشاهدة | العناوين الرئيسية | \
        المتداول الآن | انتخاب سردبیر | اہم خبریں | ایڈیٹر کا انتخاب | بیشترین بازدید | خيارات المحرر | \
        زیادہ پڑھی گئی | سب سے زیادہ پڑھی | سب سے زیادہ پڑھے | عکس روز | مهم ترین اخبار | مهمترین اخبار | \
        نمایاں خبریں | ٹاپ اسٹوریز | ٹرینڈنگ | پر بازدید* | پربیننده* | گزارش تصویری | ہیڈلائنز | ամենադիտված | \
        ամենաընթերցված | ամենակարդացված | ամենաշատ դիտված | գլխավոր լուրեր | օրվա թեմա | টপ নিউজ | ট্রেন্ডিং | \
        পঠিত | প্রধান খবর | প্রধান সংবাদ | ফটো গ্যালারি | ফটোগ্যালারি | শীর্ষ খবর | শীর্ষ সংবাদ | いま読まれ | \
        おもなニュース | トピックス | フォトギャラリー | ヘッドライン | 主なニュース | 主編推薦 | 主编推荐 | 最受欢迎 | 最受歡迎 | 最多閱讀 | 最多阅读 | 焦点新闻 | ^熱搜$ | \
        ^熱文$ | ^熱榜$ | ^熱點$ | 編集部のおすすめ | ^要聞$ | 読まれている記事 | 重點新聞 | ^頭條$ | актуални теми | актуальные темы | \
        актуальні теми | актуелне теме | актуелни теми | асосий янгиликлар | басты жаңалық | басты жаңалықтар | \
        в тренде | в тренді | ^важливе$ | важливі новини | ^важное$ | ^важното$ | важные новости | ^видео$ | \
        водещи новини | ^відео$ | ^галоўнае$ | галоўныя навіны | гарячі теми | главная тема | главне вести | \
        главни наслови | главни новини | головні новини | головні теми | горещи новини | горещи теми | \
        горячие темы | ^истакнуто$ | их уншигдсан | их уншсан | картина дня | кўп ўқилган | көп оқылатын | \
        көп оқылғандар | көп қаралған | наиболее читаемые | най-важните новини | най-гледан* | най-коментиран* | \
        най-популярн* | най-чете* | найважливіше | найголовніше | найпапулярнейшыя | найпопулярніш* | \
        найчитаніш* | најважније вести | ^најгледан* | ^најкоментарисаниј* | ^најкоментиран* | ^најпопуларн* | \
        ^најчитан* | ^обсуждаемые | онцлох мэдээ | ^папулярн* | ^подкасти$ | ^подкасты$ | події дня | \
        популарне вести | популарни вести | популарни чланци | ^популярн* | самае чытанае | самое важное | \
        самые обсуждаемые | самые читаемые | самыя чытаныя | тема дана | тема дня | тема на деня | \
        темата на деня | топ вести | топ вијести | топ за неделю | топ за тиждень | топ новости | топ статии | \
        ^топ-новини$ | ^топ-новости$ | ^тренди$ | ^фото$ | фото галерија | фото дня | ^фотогалереи$ | \
        ^фотогалереї$ | ^фотогалерии$ | ^фоторепортажи$ | чаще всего читают | ^читаемое$ | टॉप न्यूज | \
        टॉप बातम्या | टॉप स्टोरीज | ट्रेंड्स | ट्रेन्डिङ | ठळक बातम्या | धेरै पढिएका | धेरैले पढेको | प्रमुख खबर | \
        फोटो गैलेरी | फोटो ग्यालरी | फोटो फिचर | मुख्य खबर | मुख्य समाचार | वेब स्टोरीज | शीर्ष समाचार | \
        सुर्खियां | हेडलाइंस | ዋና ዜናዎች | დღის თემა | ^მთავარი$ | მთავარი თემა | ^პოპულარული$ | ^βίντεο$ | \
        δημοφιλ* | επιλογές σύνταξης | θέματα της ημέρας | κύρια θέματα | πιο διαβασμέν* | πιο πολυσυζητημέν* | \
        πιο σχολιασμέν* | πολυδιαβασμέν* | ટ્રેન્ડિંગ | મુખ્ય સમાચાર | ਟ੍ਰੈਂਡਿੰਗ | ਮੁੱਖ ਖ਼ਬਰਾਂ | 랭킹 뉴스 | 랭킹뉴스 | \
        베스트 클릭 | 에디터 픽 | 오늘의 이슈 | 오늘의 포토 | 이 시각 주요 | 주요 기사 | 주요 이슈 | 주요기사 | 톱뉴스 | 포토 뉴스 | 포토뉴스 | 핫 이슈 | 핫 클릭 | \
        핫클릭 | 헤드라인 | 화제의 뉴스 | בחירת המערכת | בחירת העורכים | הכי מדובר* | הכי נצפה | הכי נצפות | הכי נקראות | \
        הכי נקראים | כותרות ראשיות | כתבות מובילות | פופולריים | ಟ್ರೆಂಡಿಂಗ್ | ಮುಖ್ಯಾಂಶಗಳು | ពេញនិយម | + leídas | \
        + leído | + lidas | a hét legolvas* | ^a la une$ | a nap híre* | a nap képe* | aktualne teme | \
        aktuelne teme | alegerea editorului | alegerile editorilor | ^anketa$ | artikel pilihan | \
        asosiy yangiliklar | assuntos do momento | banyak dibaca | berita foto | berita hot | berita pilihan | \
        berita unggulan | berita video | ^buzz$ | cel mai citit | choix de la rédaction | chủ đề hot | \
        chủ đề nóng | destacats | ^diaporamas$ | editorii recomandă | editör seçimi | editörün seçimi | \
        editörün seçtikleri | el més destacat | el més llegit | el més vist | elección del editor | ^en images$ | \
        ^en imágenes$ | en okunan* | en tendencia | en çok konuşulan* | en çok paylaşılan* | en çok tıklanan* | \
        en çok yorum* | escolhas do editor | evidenza$ | felkapott* | ^foto$ | foto del día | foto del giorno | \
        foto dne | foto e video | foto galerija | foto zilei | fotogaleri | ^fotogalerija$ | ^fotogalerije$ | \
        fotogalería | ^fotogallery | ^fotogalérie$ | fotoqalereya | ^fotos$ | fő hírek | galeri foto | \
        galerie foto | galerie zdjęć | galeries photos | ^galerija$ | ^galerije$ | ^galéria$ | ^galérie$ | \
        gehien irakurri* | glavne novice | glavne vesti | glavne vijesti | ^gorące | günün haber* | günün xəbər* | \
        haber başlıkları | hlavné správy | hlavné témy | hlavní témata | hoofnuus | istaknute vesti | \
        istaknute vijesti | istaknuti članci | ^istaknuto$ | ^kiemelt$ | kiemelt cikk* | kiemelt hír* | \
        ko'p o'qilgan | ko‘p o‘qilgan | kun yangiliklari | lajmet e ditës | ^legfontosabb* | legkedveltebb* | \
        legkommentelt* | legnézettebb* | legolvasott* | legtöbbet olvas* | les + lus | les + vus | \
        les gros titres | les plus vues | mai citite | mai comentate | mais acessados | mais compartilhados | \
        mais lido | mais ouvidas | mais visto | manchete$ | mees gelese | meeste gelees | máis lidas | \
        máis vistas | más buscad* | más comentad* | más compartid* | más valorad* | más vistas | més comentades | \
        més llegides | més llegits | més vistes | më të komentuara | më të lexuara | më të shikuara | \
        mühüm xəbər* | najbolj bran* | najbolj gledan* | najbolj komentiran* | najbolj priljubljen* | \
        najczęściej czyt* | najczęściej oglądane | najdôležitejšie | najgledanij* | najkomentarisanij* | \
        najkomentiranij* | najpopularnejše | najpopularniejsz* | najpopularnij* | najpopulárnejšie | \
        ^najważniejsze | najčitanij* | najčítanejš* | nejkomentovanější | nejoblíbenější | nejpopulárnější | \
        nejvíc čtené | nejvíce komentované | nejvíce čtené | nejčtenějš* | nos podcasts | ^nos vidéos | \
        noticias principales | notizie principali | notícias principais | novice dneva | oblíbené články | \
        obľúbené články | paling dibaca | paling dikomentari | pangunahing balita | phổ biến nhất | \
        pilihan editor | pilihan pengarang | pilihan redaksi | pinakabasa* | pinakasikat | più cliccati | \
        più commentati | più letto | più viste | plus lues | plus lus | ^podcast* | populaire$ | ^popularni$ | \
        popularni postovi | popularni članci | popularni članki | principais notícias | principalele știri | \
        principales noticias | principali notizie | ^ranking$ | redakční výběr | scelti dai lettori | \
        scelti dalla redazione | sohor kini | správy dňa | subiectul zilei | tajuk berita | tajuk utama | \
        tema del día | tema do dia | temas del día | temas del momento | temat dnia | tematy dnia | \
        temi del giorno | tendències | terbanyak dibaca | terpopular | thịnh hành | tin chính | tin hot | \
        tin tiêu điểm | titlurile zilei | titulars | ^tiêu điểm$ | top actus | top articole | top cikkek | \
        top notícias | top novice | top správy | top vesti | top vijesti | top xəbər* | top zprávy | top články | \
        top știri | topik hangat | topik pilihan | topik utama | ^tâm điểm$ | téma dne | téma dňa | témata dne | \
        udarne vesti | udarne vijesti | události dne | vesti dana | ^videá$ | ^videó$ | ^vidéos$ | vijesti dana | \
        vruće teme | ^vídeos$ | ^wideo$ | wydarzenia dnia | ^wyróżnione$ | ^xu hướng$ | zprávy dne | \
        çok izlenen* | çox baxılan* | çox oxunan* | önemli haber* | önə çıxan* | ^điểm nóng$ | știri principale | \
        știrile zilei | ən oxunan* | əsas xəbər* | ട്രെൻഡിങ് | ഫോട്ടോ ഗാലറി | ட்ரெண்டிங் | பிரபலமானவை | \
        ஹெட்லைன்ஸ் | టాప్ న్యూస్ | ట్రెండింగ్ | ముఖ్యాంశాలు | ข่าวหลัก | ข่าวฮิต | คนอ่านมาก | ดูมากที่สุด | \
        ประเด็นร้อน | ยอดฮิต | อ่านมากสุด
        """

    /// Titles of lists of what is new.
    static let latest = """
        what’s new | newswire | just published | just posted | minute by minute | ^last 24 hours | \
        ^past 24 hours | ^as it happens | neuste* | liveticker | liveblog | kurznachrichten | kurz gemeldet | \
        kurz notiert | kurz & knapp | kurz & bündig | ^in kürze$ | letzte artikel | jüngste artikel | \
        letzten 24 stunden | ^actueel | kort nieuws | nieuwsoverzicht | in het kort | ^nieuws$ | nyhetsflöde* | \
        kortnytt | i korthet | nyaste | nya artiklar | ^direkte$ | ^nyhende | nyhetsdøgnet | nye saker | nyheder | \
        kort nyt | ^netop nu | nyhedsoverblik | nye artikler | nýjustu | síðustu fréttir | ^fréttir$ | nýlegt | \
        fréttir dagsins | uusinta | uusimpia | tuoreita | uutisvirta | ^lyhyesti$ | ^tänään$ | ^värsked | \
        värskeimad | viimati lisatud | lühiuudised | uued artiklid | jaunākais | ^pēdējie | jaunumi | \
        aktualitātes | svaigāk* | ^šodien$ | ^paskutiniai | aktualijos | naujienų juosta | nauji straipsniai | \
        ^šiandien$ | آج کی خبریں | آخر الأنباء | آخر الاخبار | آخر التحديثات | آخر المقالات | آخرین خبرها | \
        آخرین عناوین | آخرین مطالب | آخرین مقالات | أخبار اليوم | أخبار سريعة | أخبار عاجلة | اخبار امروز | \
        اخبار فوری | اخبار کوتاه | اخر الأخبار | المقالات الأخيرة | تازہ خبریں | حالیہ خبریں | شريط الأخبار | \
        مختصر خبریں | مطالب جدید | موجز الأخبار | այսօրվա լուրեր | թարմ լուրեր | ^լուրեր$ | ^լրահոս$ | \
        համառոտ լուրեր | հրատապ լուրեր | վերջին լուրեր | վերջին լուրերը | վերջին նյութեր | আজকের খবর | \
        আজকের সংবাদ | তাজা খবর | ব্রেকিং | লেটেস্ট | সদ্যপ্রাপ্ত | সবশেষ খবর | ニュースフラッシュ | 今週のニュース | 刚刚更新 | ^快訊$ | \
        新しい記事 | 新聞動態 | 新聞速遞 | 更新情報 | 突發新聞 | 近期文章 | ^актуалн* | ^актуальн* | ^актуелн* | ^апошняе$ | ^вести$ | \
        вести накратко | вести укратко | ^вијести$ | вијести укратко | денешни вести | дневне вести | \
        дневни вести | ^днес$ | ^жаңалықтар$ | жаңалықтар легі | за останню добу | ^извънредно$ | ^коротко$ | \
        коротко о главном | кратке вести | кратке вијести | кратки вести | ^кратко$ | ^мэдээ$ | ^мэдээлэл$ | \
        ^навіны$ | навіны дня | найновіше | найновіші | ^накратко$ | ^најнов* | недавние записи | \
        недавние новости | нещодавні записи | нови вести | нови статии | нови чланци | новините днес | ^новое$ | \
        ^новости$ | новости за день | новости за сегодня | новости кратко | новости сегодня | новые записи | \
        новые материалы | новые публикации | новые статьи | новыя артыкулы | нові матеріали | нові публікації | \
        нові статті | останн* новин* | ^останні$ | останні матеріали | останні статті | охирги янгиликлар | \
        последн* новост* | ^последнее$ | ^последните$ | последните вести | последно добавени | последњи чланци | \
        посљедње вијести | посљедњи чланци | свежи вести | ^сегодня$ | ^срочно$ | срочные новости | \
        стужка навінаў | ^сьогодні$ | сўнгги янгиликлар | сүүлийн мэдээ | ^уживо$ | ^укратко$ | цаг үеийн мэдээ | \
        шинэ мэдээ | шуурхай мэдээ | ^янгиликлар$ | अभी-अभी | आज की खबर | आजको समाचार | थोडक्यात | नयाँ समाचार | \
        नवीन बातम्या | ब्रेकिङ | लाइव अपडेट | हाल की पोस्ट | ትኩስ ዜናዎች | የቅርብ ዜናዎች | ახალი ამბები | ბოლო ამბები | \
        ^სიახლეები$ | ^უახლესი$ | ειδήσεις$ | εν συντομία | επικαιρότητα | πρόσφατες | τελευταιεσ | આજના સમાચાર | \
        બ્રેકિંગ | ਤਾਜ਼ਾ | ਬ੍ਰੇਕਿੰਗ | 뉴스 브리핑 | 새 글 | 오늘 뉴스 | 이 시각 뉴스 | 이 시간 뉴스 | החדשות האחרונות | \
        הכתבות האחרונות | מבזק | מבזקים | ^עדכונים$ | עדכונים אחרונים | פוסטים אחרונים | ಬ್ರೇಕಿಂಗ್ | ព័ត៌មានថ្មី | \
        ^actu$ | actualidade | actualitat | actualitate$ | ^actus$ | aktualitet | aktualitás* | ^aktualn* | \
        ^aktuális | ^aktuální$ | aktuální zprávy | aktuální články | al minut | alerte info | anlık haber* | \
        attualità$ | atualidade | atualidades | bagong balita | balita ngayon | berita baru | berita ringkas | \
        berita semasa | berita singkat | berita terakhir | breaking | breus$ | breves | ^brevi$ | ^brèves$ | \
        bugungi yangiliklar | bài viết gần đây | današnje vesti | današnje vijesti | darrera hora | \
        de ultimă oră | dnešné správy | dnešní zprávy | dépêches | eng so‘nggi | fil actu | fil actus | \
        fil d’actualité | fil infos | flash info | flash infos | flaş haber* | gyorshír* | gündem$ | gündəm$ | \
        habari za hivi punde | habari za leo | haber akışı | haberler$ | hírek$ | hírfolyam* | indeks berita | \
        jongste nuus | kilas berita | kratke novice | kratke vesti | kratke vijesti | ^krátce$ | krátke správy | \
        ^krátké zprávy | ^krótko$ | kısa haber* | l'actu | lajm i fundit | ^lajme$ | lajme të shkurtra | lajmet$ | \
        les brèves | les plus récentes | l’actualité | más reciente | na bieżąco | na kratko | najnovejš* | \
        najnovij* | najnovš* | najnowsz* artykuł* | nejnověj* | noticias del día | notiziario | notícias$ | \
        notícias do dia | notícies$ | noutăţi | noutăți | novedades | novetats | novi članki | ^novice$ | \
        novidades | ^novinky$ | novità$ | ^novosti$ | nové články | ^nowości$ | nuevas entradas | \
        nuevas noticias | nuutste | ostatnio dodane | ostatnio opublikowane | pinakahuling balita | \
        poslednji članci | posledné príspevky | posledné správy | posledné články | posljednji članci | \
        pregled vesti | pregled vijesti | publications récentes | qısa xəbər* | resumen del día | \
        récemment publié* | röviden | rövidhírek | sekilas berita | serwis informacyjny | skorašnji tekstovi | \
        skorašnji članci | sondakika | so‘nggi yangiliklar | ^správy$ | ^stručne$ | ^stručně$ | sveže vesti | \
        svježe vijesti | sıcak haber* | teletipo* | terbaharu | tin 24h | tin hôm nay | tin nhanh | \
        tin tức trong ngày | tin vắn | təcili xəbər* | ^ukratko$ | ultimissim* | ultimora | ultim’ora | \
        v skratke | ^vesti$ | vesti ukratko | ^vijesti$ | vijesti ukratko | vừa cập nhật | w skrócie | \
        wararka cusub | ^wiadomości$ | wiadomości dnia | xəbər lenti | ^xəbərlər$ | xəbərlər lenti | \
        yangi xabarlar | ^yangiliklar$ | yeni eklenen* | yeni xəbər* | zadnji članki | ^ze świata$ | ^zprávy$ | \
        özet haber* | új cikkek | újdonságok | último minuto | último momento | điểm tin | ştiri$ | știri$ | \
        știri azi | știrile de azi | ən yeni | பிரேக்கிங் | லேட்டஸ்ட் | నేటి వార్తలు | బ్రేకింగ్ | ข่าวด่วน | \
        ข่าววันนี้ | ข่าวสั้น | สรุปข่าว | เรื่องใหม่
        """

    /// Titles of lists of subjects.
    static let sections = """
        ^topics | ^tags | ^tagged | ^keywords | ^categories | ^sections | trending topics | popular topics | \
        all topics | browse by | story topics | posted in | ^themen | schlagwörter | schlagworte | stichwörter | \
        stichworte | ^rubriken | ^ressorts | ^kategorien | alle themen | beliebte themen | themen im artikel | \
        themenübersicht | trefwoorden | ^rubrieken | ^categorieën | ^thema's | ^thema’s | nyckelord | taggar | \
        ^kategorier | ^avdelningar | stikkord | nøkkelord | ^temaer | emneknagger | ^seksjoner | nøgleord | \
        ^sektioner | efnisorð | ^flokkar | efnisflokkar | asiasanat | tunnisteet | aihetunnisteet | ^osastot | \
        ^kategoriat | märksõnad | ^teemad | ^rubriigid | ^sildid | ^kategooriad | võtmesõnad | ^tēmas | ^birkas | \
        atslēgvārdi | ^kategorijas | ^sadaļas | ^temos | žymos | žymės | raktažodžiai | ^kategorijos | ^rubrikos | \
        الأقسام | التصنيفات | المواضيع | الوسوم | دسته بندی | كلمات مفتاحية | هاشتاغ | ٹیگز | کلمات کلیدی | \
        բանալի բառեր | ^թեգեր$ | ট্যাগস | カテゴリー一覧 | 关键字 | 热门话题 | 関連テーマ | 關鍵詞 | ^категории$ | ^категорије$ | \
        ^категорії$ | клучни зборови | ключавыя словы | ключови думи | кључне речи | кључне ријечи | ^метки$ | \
        ^мітки$ | облако тегов | ^разделы$ | ^розділи$ | ^рубрике$ | ^рубрики$ | ^тагове | ^тагови | ^тема: | \
        ^теми$ | ^тэгі$ | ^тэмы$ | түлхүүр үг | कीवर्ड | ^თეგები$ | ^თემები$ | ενότητες | κατηγορίες | \
        λέξεις κλειδιά | 관련 주제 | 카테고리 | מדורים | מילות מפתח | ^נושאים$ | קטגוריות | ^תגים$ | anahtar kelime* | \
        ^assuntos | açar söz* | ^categorias | ^categorie | categories$ | categorii | ^categorías$ | ^catégories$ | \
        chuyên mục | ^chủ đề$ | chủ đề: | cimke* | cimkék | en esta noticia | en este artículo | etichette | \
        etiket$ | ^etiqueta | etiquetes | ^kategoria | ^kategorije$ | kategoriler | ^kategórie$ | kategóriák | \
        ključne besede | ključne reči | ključne riječi | klíčová slova | kulcsszavak | kľúčové slová | mot-clé | \
        palabras clave | palavras-chave | paraules clau | parole chiave | ^rubriques$ | ^secciones$ | ^secções$ | \
        secțiuni | ^sezioni | ^seções$ | ^sujets$ | sujets liés | słowa kluczowe | tag terkait | tag: | ^tagovi | \
        tags | ^tagy | ^temas | ^teme$ | ^teme: | teqlər | ^thèmes$ | thẻ: | ^topik$ | topik: | témák | tópicos | \
        ^značky$ | ^étiquettes$ | ടാഗുകൾ | குறிச்சொல் | ట్యాగ్లు | ป้ายกำกับ | หมวดหมู่
        """

    /// Titles of what stands about an author.
    static let authors = """
        from this author | ^from the author | by this author | by the same author | by this writer | \
        about the authors | about the writer | meet the author | our columnists | our writers | author archive | \
        ^written by | über den autor | über die autorin | zum autor | zur autorin | von diesem autor | \
        von dieser autorin | vom selben autor | von der autorin | beiträge von | texte von | unsere autoren | \
        unsere kolumnisten | over de auteur | van deze auteur | van dezelfde auteur | door deze auteur | \
        onze columnisten | om författaren | om skribenten | av samma författare | artiklar av | våra krönikörer | \
        om forfatteren | om journalisten | saker av | artikler av | av samme forfatter | fra samme forfatter | \
        artikler af | af samme forfatter | indlæg af | skrevet af | um höfundinn | eftir sama höfund | \
        greinar eftir | kirjoittajasta | kirjoittajan muut | kirjoittajan artikkelit | toimittajalta | \
        kolumnistit | autorilt | autorist | autori teised | autori artiklid | par autoru | autora raksti | \
        citi autora | no šī autora | apie autorių | apie autorę | autoriaus straipsniai | to paties autoriaus | \
        kiti autoriaus | درباره نویسنده | عن الكاتب | لنفس الكاتب | مصنف کے بارے میں | من نفس الكاتب | نویسندگان | \
        հեղինակի այլ | նույն հեղինակի | এই লেখকের | লেখকের আরও | この記事を書いた | この記者 | 作者介紹 | 作者介绍 | 作者的其他 | 作者简介 | \
        作者簡介 | 关于作者 | 著者紹介 | 该作者 | ^автор: | ^автори$ | ^авторы$ | ^блоги$ | истог аутора | ^колонки$ | \
        ^колумне$ | наши автори | наши авторы | нашите автори | наші автори | о аутору | об авторе | \
        повеќе од авторот | про автора | того же автора | цього автора | этого автора | још од аутора | इस लेखक | \
        ამ ავტორის | απόψεις$ | 기자 다른 기사 | 기자 다른기사 | 기자 프로필 | אודות הכותב | עוד מאת | על הכותב | același autor | \
        acerca del autor | ^autor$ | ^autores | autres textes de | aynı yazarın | bài của tác giả | columnistas | \
        ^colunistas | další články od | de este autor | del mateix autor | dell'autore | despre autor | \
        deste autor | di questo autore | ^firmas$ | inne autora | istega avtorja | istog autora | ^kolumne$ | \
        kuhusu mwandishi | köşe yazıları | köşə yazıları | más artículos de | müəllif haqqında | müəlliflər | \
        nasi autorzy | nos journalistes | o autorovi | o autoru | o autorze | o avtorju | od rovnakého autora | \
        od stejného autora | ovog autora | penulis lainnya | rreth autorit | sobre l'autor | sobre o autor | \
        sull'autore | szerző korábbi | szerző további | tego autora | tego samego autora | tentang penulis | \
        tohoto autora | tohto autora | về tác giả | więcej od autora | yazar hakkında | yazarlar | \
        yazarın yazıları | članci autora | članki avtorja | ďalšie články od | จากผู้เขียน
        """

    /// Titles of advertising and of other offers.
    static let offers = """
        sponsored | promoted posts | ^advertisement | advertorial | our partners | partner stories | classifieds | \
        ^coupons | voucher codes | discount codes | subscriber offers | public notices | ^anzeige | ^werbung | \
        gesponsert* | bezahlter inhalt | partnerinhalte | unsere partner | ^gutscheine | traueranzeigen | \
        stellenanzeigen | offene stellen | leserreisen | ^advertentie* | gesponsorde | onze partners | \
        familieberichten | kortingscodes | aangeboden door | ^annons | annonser | sponsrad* | i samarbete med | \
        rabattkoder | ^erbjudanden | ^annonse* | annonsørinnhold | betalt innhold | i samarbeid med | \
        ledig stilling | ^annonce* | sponsoreret* | annoncørbetalt* | i samarbejde med | ledige job | rabatkoder | \
        ^auglýsing* | smáauglýsingar | kostað efni | ^kynning | í samstarfi við | laus störf | ^mainos* | \
        kaupallinen yhteistyö | kumppanisisäl* | ^yhteistyössä | alennuskoodit | ^tarjoukset$ | ^reklaam | \
        sisuturundus | tööpakkumised | kuulutused | ^pakkumised | ^reklām* | sludinājumi | ^vakances | \
        sadarbībā ar | sponsorēt* | ^piedāvājumi | ^reklam* | skelbimai | darbo pasiūlymai | užsakomasis turinys | \
        partnerių turinys | ^nuolaidos$ | إعلان ممول | ^اشتہار$ | اشتہارات | النشرة البريدية | رپرتاژ | \
        محتوى برعاية | محتوى ممول | نیازمندی ها | ^գովազդ$ | ^বিজ্ঞাপন$ | 分類廣告 | 友情链接 | 合作伙伴 | ^广告$ | ^広告$ | \
        広告特集 | ^廣告$ | 招聘信息 | ^求人$ | ^вакансиялар$ | ^вакансіі$ | від партнерів | ^жарнама$ | мали огласи | \
        материал партнера | матеріал партнера | на правах реклами | ^недвижимость$ | ^нерухомість$ | новости сми | \
        ^объявления$ | ^обяви$ | ^оголошення$ | от партнеров | ^от партньорите | ^партнерськ* | ^партньорск* | \
        ^партнёрск* | ^подписка$ | ^претплата$ | ^промо$ | ^промоматериал* | ^работа$ | ^реклам* | ^рэклам* | \
        ^спонзор* | ^спонсор* | ^जाहिरात$ | ^विज्ञापन$ | स्पॉन्सर | αγγελίες | από το διαδίκτυο | δελτία τύπου | \
        θέσεις εργασίας | χορηγούμεν* | ^જાહેરાત$ | ^광고$ | 보도자료 | 채용정보 | כתבות שיווקיות | תוכן ממומן | \
        תוכן מסחרי | תוכן פרסומי | תוכן שיווקי | ^abonnement* | abonnez-vous | advertorial* | ^annonces$ | \
        annonces classées | ^annunci | anuncios | apróhirdetés* | basın bültenleri | bolsa de trabajo | \
        bons plans | clasificados | classificados | codes promo | comunicato stampa | contenido de marca | \
        contenido promocionado | contenu promotionnel | conteúdo publicitário | contingut patrocinat | \
        conținut promovat | elanlar | előfizet* | ^empleo$ | ^emplois$ | en partenariat avec | ^esquelas$ | \
        hirdetés* | ^iklan$ | iklan baris | ilanlar | ^immobilier$ | ^inzerce$ | ^inzercia$ | ^komerčn* | \
        lowongan kerja | mali oglasi | materiał promocyjny | materiał reklamowy | ^nekretnine$ | ^nepremičnine$ | \
        ^newsletter* | ^nieruchomości$ | od našich partnerov | od našich partnerů | od partnerov | od partnerów | \
        ^oglas* | ^ogłoszeni* | ^osmrtnice$ | partenerii noștri | ^partnersk* | patrocinados | petites annonces | \
        placený obsah | platený obsah | plaćeni sadržaj | ^predplatné$ | ^prenumerata$ | ^pretplata$ | ^promo$ | \
        ^promowane$ | pubblicità | ^publicidad | publicidade | publicitat | publicitate | ^publicité$ | \
        publiredazionale | publireportage* | publirreportaje* | ^předplatné$ | ^quảng cáo$ | ^soutěže$ | \
        ^sponzor* | ^súťaže$ | tanıtım yazısı | ^tuyển dụng$ | támogatott tartalom | vagas$ | \
        współpraca reklamowa | články partnerov | články partnerů | ^പരസ്യം$ | ^விளம்பரம்$ | ^โฆษณา$
        """
}
