/// A sentence or two of news in each language that `LanguageDetector` tells.
enum LanguageExamples {
    /// BCP 47 tag and text.
    static let all: [(String, String)] = lines.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    private static let lines = """
        en:The council said on Monday that the bridge would be closed for two weeks, because the storm had damaged more of it than was known at first.
        de:Der Stadtrat teilte am Montag mit, dass die Brücke für zwei Wochen gesperrt wird, weil der Sturm sie stärker beschädigt hat als zunächst bekannt war.
        fr:Le conseil municipal a annoncé lundi que le pont sera fermé pendant deux semaines, parce que la tempête l’a endommagé plus gravement que prévu.
        es:El ayuntamiento anunció el lunes que el puente estará cerrado durante dos semanas, porque la tormenta lo dañó más de lo que se sabía al principio.
        it:Il consiglio comunale ha annunciato lunedì che il ponte resterà chiuso per due settimane, perché la tempesta lo ha danneggiato più di quanto si pensasse.
        pt:A câmara municipal anunciou na segunda-feira que a ponte vai estar fechada durante duas semanas, porque a tempestade não a poupou e os danos são graves.
        nl:De gemeenteraad heeft maandag laten weten dat de brug twee weken dicht gaat, omdat de storm er meer schade aan heeft gedaan dan eerst bekend was.
        af:Die stadsraad het Maandag gesê dat die brug vir twee weke gesluit sal wees, omdat die storm dit baie erger beskadig het as wat eers bekend was.
        fy:De gemeenteried hat moandei sein dat de brêge twa wike ticht giet, om’t de stoarm der mear skea oan dien hat as dat der earst tocht waard troch de minsken.
        lb:De Gemengerot huet e Méindeg matgedeelt, datt d’Bréck zwou Woche gespaart gëtt, well de Stuerm se méi staark beschiedegt huet wéi een am Ufank gemengt huet.
        sv:Kommunen meddelade på måndagen att bron kommer att vara stängd i två veckor, eftersom stormen har skadat den mer än vad man först trodde.
        da:Kommunen oplyste mandag, at broen bliver lukket i to uger, fordi stormen har gjort mere skade på den, end man først troede. Flere af de ansatte skal nu arbejde andre steder.
        no:Kommunen opplyste mandag at broen blir stengt i to uker, fordi stormen har gjort mer skade på den enn man først trodde. Flere av de ansatte må nå jobbe andre steder.
        is:Bæjarstjórnin sagði á mánudag að brúin verði lokuð í tvær vikur þar sem óveðrið hefur skemmt hana meira en vitað var í fyrstu.
        fo:Býráðið segði mánadagin, at brúgvin verður stongd í tvær vikur, tí at stormurin hevur gjørt størri skaða á hana, enn fólk hildu fyri nøkrum døgum síðani.
        fi:Kaupunki kertoo, että silta on suljettu kaksi viikkoa, koska myrsky on vaurioittanut sitä enemmän kuin aluksi tiedettiin. Myös tie sillalle on kiinni.
        et:Linnavalitsus teatas esmaspäeval, et sild on kaks nädalat suletud, sest torm kahjustas seda rohkem, kui alguses teada oli. Ka tee sillani on kinni.
        lv:Pilsētas dome pirmdien paziņoja, ka tilts būs slēgts divas nedēļas, jo vētra to ir bojājusi vairāk, nekā sākumā bija zināms. Arī ceļš uz tiltu ir slēgts.
        lt:Miesto taryba pirmadienį pranešė, kad tiltas bus uždarytas dvi savaites, nes audra jį apgadino labiau, nei iš pradžių buvo manyta. Taip pat uždarytas kelias į tiltą.
        pl:Rada miasta poinformowała w poniedziałek, że most będzie zamknięty przez dwa tygodnie, bo burza uszkodziła go bardziej, niż było wiadomo na początku.
        cs:Radnice v pondělí oznámila, že most bude na dva týdny uzavřen, protože ho bouře poškodila více, než se zpočátku vědělo. Uzavřena je také silnice k mostu.
        sk:Radnica v pondelok oznámila, že most bude na dva týždne uzavretý, pretože ho búrka poškodila viac, ako sa na začiatku vedelo. Uzavretá je aj cesta k mostu.
        sl:Občina je v ponedeljek sporočila, da bo most dva tedna zaprt, ker ga je neurje poškodovalo bolj, kot je bilo sprva znano. Zaprta je tudi cesta do mostu.
        hr:Gradsko vijeće priopćilo je da će most tijekom sljedeća dva tjedna biti zatvoren. Predsjednik općine rekao je da nitko ne zna tko će platiti više od milijun eura.
        bs:Gradsko vijeće saopćilo je da će most biti zatvoren tokom sljedeće dvije sedmice. Predsjednik općine rekao je da niko ne zna ko će platiti više od milion maraka.
        sr-Latn:Gradsko veće je saopštilo da će most tokom sledeće dve nedelje biti zatvoren. Predsednik opštine rekao je da niko ne zna ko će platiti više od milion dinara.
        hu:A városi tanács hétfőn közölte, hogy a hidat két hétre lezárják, mert a vihar jobban megrongálta, mint azt először gondolták. Az út is le van zárva.
        ro:Consiliul local a anunțat luni că podul va fi închis două săptămâni, pentru că furtuna l-a avariat mai mult decât se știa la început. Și drumul către pod este închis.
        sq:Bashkia njoftoi të hënën se ura do të jetë e mbyllur për dy javë, sepse stuhia e ka dëmtuar më shumë nga sa dihej në fillim.
        tr:Belediye pazartesi günü yaptığı açıklamada, fırtına köprüye ilk bilinenden daha çok zarar verdiği için köprünün iki hafta kapalı olacağını söyledi.
        az:Bələdiyyə bildirib ki, fırtına körpüyə daha çox ziyan vurduğu üçün körpü iki həftə bağlı olacaq. Bu barədə bazar ertəsi məlumat verilib.
        uz:Shahar hokimligi dushanba kuni ko‘prik ikki hafta yopiq bo‘lishini ma’lum qildi, chunki bo‘ron uni kutilganidan ham ko‘p shikastlagan. Yo‘l ham yopilgan va ta’mirlash uchun bir oy kerak.
        tk:Şäher häkimligi köprüniň iki hepde ýapyk boljakdygyny habar berdi, sebäbi tupan oňa has köp zeper ýetirdi. Şeýle hem bu ýol işçiler üçin ýapyldy we bejeriler.
        ku:Şaredariyê roja duşemê got ku pir wê ji bo du hefteyan were girtin, ji ber ku bahozê zirareke mezin dayê. Rêya ku diçe pirê jî hat girtin û xebat dest pê dike.
        mt:Il-kunsill qal nhar it-Tnejn li l-pont se jkun magħluq għal ġimgħatejn, għax il-maltempata għamlet aktar ħsara milli kien maħsub fil-bidu. Anke t-triq hija magħluqa.
        ga:Dúirt an chomhairle Dé Luain go mbeidh an droichead dúnta ar feadh dhá sheachtain, mar gur dhéan an stoirm níos mó damáiste dó ná mar a bhí ar eolas.
        gd:Thuirt a’ chomhairle Diluain gum bi an drochaid dùinte airson dà sheachdain, leis gun do rinn an stoirm barrachd milleadh oirre na bha fios aig daoine an toiseach.
        cy:Dywedodd y cyngor ddydd Llun y bydd y bont ar gau am bythefnos, gan fod y storm wedi gwneud mwy o ddifrod iddi nag yr oedd yn hysbys ar y dechrau.
        br:Ar c’huzul-kêr en deus kemennet d’al Lun e vo serret ar pont e-pad div sizhun, rak gwallaozet eo bet gant ar barr-amzer, ha n’eo ket bet kempennet c’hoazh an hent war-eeun.
        eu:Udalak astelehenean jakinarazi zuen zubia bi astez itxita egongo dela, ekaitzak hasieran uste baino kalte handiagoa egin duelako. Errepidea ere itxita dago eta ez da irekiko.
        ca:L’ajuntament va anunciar dilluns que el pont estarà tancat durant dues setmanes, perquè la tempesta l’ha malmès més del que es pensava amb les primeres dades.
        gl:O concello anunciou o luns que a ponte vai estar pechada durante dúas semanas, porque o temporal non a deixou en bo estado e os danos son máis graves do que se cría.
        oc:La comuna a anonciat diluns que lo pont serà barrat pendent doas setmanas, perque la tempèsta l’a damatjat mai que çò que se pensava. Es tanben barrada la rota amb los tunèls.
        ast:El conceyu anunció’l llunes que la ponte va tar zarrada dos selmanes, porque la tormenta fízo-y más dañu de lo que se pensaba. Tamién ta zarrada la carretera pal pueblu y nun se sabe cuándo abre.
        id:Pemerintah kota mengatakan pada hari Senin bahwa jembatan itu akan ditutup selama dua minggu karena badai telah merusaknya. Warga tidak bisa lewat sampai saat itu.
        ms:Majlis bandaran berkata jambatan itu akan ditutup selama dua minggu kerana ribut telah merosakkannya. Polis memberitahu bahawa jalan ke pekan itu juga ditutup selepas kejadian.
        jv:Pamarintah kutha ngumumake yen kreteg kuwi bakal ditutup rong minggu amarga rusak kena angin gedhe. Wong saka desa ora bisa liwat lan kudu nganggo dalan liya sing adoh.
        su:Pamaréntah kota ngumumkeun yén sasak téh bakal ditutup dua minggu ku sabab ruksak. Warga ti désa teu bisa ngaliwat jeung kudu ngagunakeun jalan séjén anu leuwih jauh pikeun ka kota.
        fil:Sinabi ng lungsod noong Lunes na isasara ang tulay sa loob ng dalawang linggo dahil mas malaki ang pinsala ng bagyo kaysa sa inakala. Hindi rin madaraanan ang kalsada.
        ceb:Matud pa sa siyudad niadtong Lunes, sirad-an ang tulay sulod sa duha ka semana kay dako ang kadaot sa bagyo. Wala usab maagian ang dalan ug ang mga tawo kinahanglan mobiyahe og layo.
        vi:Hội đồng thành phố cho biết hôm thứ Hai rằng cây cầu sẽ bị đóng cửa trong hai tuần, vì cơn bão đã gây ra nhiều thiệt hại hơn so với những gì được biết.
        sw:Baraza la mji lilisema Jumatatu kuwa daraja hilo litafungwa kwa wiki mbili, kwa sababu dhoruba iliharibu zaidi ya ilivyojulikana. Watu wengi katika eneo hilo hawawezi kupita.
        ha:Hukumar birnin ta ce za a rufe gadar har na tsawon mako biyu saboda guguwar ta yi mata barna sosai. Mutane da dama ba su iya wucewa ta wannan hanyar ba.
        yo:Ìjọba ìlú náà sọ ní ọjọ́ Ajé pé wọn yóò ti afárá náà fún ọ̀sẹ̀ méjì, nítorí pé ìjì ti bà á jẹ́. Àwọn ènìyàn kò lè gba ojú ọ̀nà yìí lọ sí ọjà.
        ig:Ndị ọchịchị obodo ahụ kwuru na a ga-emechi àkwà mmiri ahụ ruo izu abụọ n’ihi na oke ifufe mebiri ya. Ọtụtụ ndị mmadụ enweghị ike ịgafe ebe ahụ ma ọ bụ gaa ahịa.
        so:Golaha magaalada ayaa sheegay Isniintii in buundada la xiri doono laba toddobaad, maadaama duufaanta ay ka gaartay waxyeello badan. Dadka ma mari karaan jidka ilaa marka la dayactiro.
        om:Manni marii magaalaa akka jedhetti riqichi kun torban lamaaf ni cufama, sababni isaas bubbeen waan miidheef. Namoonni magaalaa keessa jiraatan karaa biraa irra deemu, kana malees hojiin yeroo dheeraa fudhata.
        rw:Inama y’umujyi yavuze ko ikiraro kizafungwa ibyumweru bibiri kuko umuyaga wacyangije cyane. Abantu bo muri ako gace ntibazabasha kwambuka, ariko leta yavuze ko igihe cyo kugisana ari gito.
        zu:Umkhandlu uthe ibhuloho lizovalwa amasonto amabili ngoba isiphepho silimaze kakhulu kunalokho obekulindelwe. Abantu abahlala khona bathi akulula ukuthi baye emsebenzini futhi nezingane azikwazi ukuya esikoleni manje.
        xh:Ibhunga lithe ibhulorho iza kuvalwa iiveki ezimbini kuba isaqhwithi siyonakalise kakhulu. Abantu abahlala apho bathi akukho lula ukuya emsebenzini kwaye nabantwana abakwazi ukuya esikolweni ngenxa yoko.
        st:Lekgotla la motse le boletse hore borokgo bo tla kwalwa dibeke tse pedi hobane sefefo se bo sentse haholo. Batho ba motse ha ba kgone ho feta moo empa ba ka sebedisa tsela e nngwe.
        tn:Lekgotla la toropo le boletse gore borogo bo tla tswalwa dibeke tse pedi ka gonne ledimo le bo sentse thata. Batho fa ba batla go feta ba tshwanetse go dirisa tsela e nngwe jaaka fela ba ne ba dira.
        nso:Kgoro ya toropo e boletše gore leporogo le tla tswalelwa dibeke tše pedi ka gobane ledimo le le sentše kudu. Batho ba motse ga ba kgone go feta gona eupša ba ka diriša tsela ye nngwe.
        sn:Kanzuru yeguta yakati zambuko richavharwa kwemavhiki maviri nokuti dutu rakarikuvadza zvikuru. Vanhu vari munzvimbo iyi vakati havachakwanisi kuenda kubasa asi hurumende yakati ichagadzirisa mushure memazuva.
        ny:Khonsolo ya mzinda yati mlatho utsekedwa kwa milungu iwiri chifukwa mphepo yauwononga kwambiri. Anthu omwe amakhala pa malowa ati sangadutse koma boma la Malawi lati likonza monga mwa nthawi zonse.
        mg:Nilaza ny tanàna fa hikatona mandritra ny roa herinandro ny tetezana satria nosimban’ny rivotra mahery. Tsy afaka mandalo eo ny olona ary efa betsaka no mitaraina amin’izao.
        ht:Lakomin lan di lendi pon an ap fèmen pandan de semèn paske siklòn nan te kraze li anpil. Moun ki nan peyi a pa ka pase epi yo gen pou yo fè yon gwo detou.
        eo:La urba konsilio diris lunde, ke la ponto estos fermita dum du semajnoj, ĉar la ŝtormo difektis ĝin pli ol oni pensis. Ankaŭ la vojo al ĝi ne estas uzebla por aŭtoj kaj biciklistoj.
        kl:Kommunimiit nalunaarutigineqarpoq ikaartarfik sapaatit akunneri marluk matoqqassasoq. Tamanna pillugu naalakkersuisoq oqarpoq inuit allat aamma suli aqqusinermik atuisinnaasut, kisianni massakkut ulorianarpoq.
        se:Gielda dieđihii vuossárgga ahte šaldi lea gitta guokte vahku, go garra dálki lea dan bilidan. Muhto olbmot geat orrot doppe, eai leat vel ožžon veahki ja sii leat vuordán guhká dan maid gielda lohpidii.
        el:Το δημοτικό συμβούλιο ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα είναι κλειστή για δύο εβδομάδες, γιατί η καταιγίδα την έχει καταστρέψει.
        ru:Городской совет сообщил в понедельник, что мост будет закрыт на две недели, потому что буря повредила его больше, чем было известно сначала.
        uk:Міська рада повідомила в понеділок, що міст буде закритий на два тижні, бо буря пошкодила його більше, ніж було відомо спочатку. Дорога до мосту також закрита.
        be:Гарадскі савет паведаміў у панядзелак, што мост будзе зачынены на два тыдні, бо бура пашкодзіла яго больш, чым было вядома спачатку. Дарога да моста таксама закрыта.
        bg:Общинският съвет съобщи в понеделник, че мостът ще бъде затворен за две седмици, защото бурята го е повредила повече, отколкото се знаеше.
        mk:Градскиот совет соопшти во понеделникот дека мостот ќе биде затворен две недели, бидејќи бурата го оштети повеќе отколку што се знаеше на почетокот.
        sr:Градско веће је саопштило да ће мост током следеће две недеље бити затворен. Председник општине рекао је да нико не зна ко ће платити више од милион динара.
        kk:Қала әкімдігі дүйсенбіде көпір екі аптаға жабылады деп хабарлады, өйткені дауыл оған көп зиян келтірген. Көпірге баратын жол да жабық болды және жөндеу үшін бір ай керек.
        ky:Шаардык кеңеш дүйшөмбүдө көпүрө эки жумага жабылат деп билдирди, анткени бороон ага көп зыян келтирген. Көпүрөгө барган жол да жабык болду жана оңдоо үчүн бир ай керек.
        tt:Шәһәр хакимияте дүшәмбе көнне күпер ике атнага ябыла дип хәбәр итте, чөнки давыл аңа бик зур зыян китергән. Юл да ябык булган һәм аны төзәтү өчен бер ай кирәк.
        mn:Хотын зөвлөл даваа гаригт гүүрийг хоёр долоо хоног хаана гэж мэдэгдлээ. Учир нь шуурга түүнийг их гэмтээсэн байна. Энэ зам бас хаалттай болсон юм.
        tg:Шӯрои шаҳр рӯзи душанбе хабар дод, ки пул барои ду ҳафта баста мешавад, зеро тӯфон ба он зарари зиёд расонд. Роҳ ба пул низ баста шудааст ва мардум аз роҳи дигар мераванд.
        uz-Cyrl:Шаҳар ҳокимлиги душанба куни кўприк икки ҳафта ёпиқ бўлишини маълум қилди, чунки бўрон уни кўп шикастлаган. Йўл ҳам ёпилган ва таъмирлаш учун бир ой керак.
        hy:Քաղաքային խորհուրդը երկուշաբթի հայտնեց, որ կամուրջը երկու շաբաթ փակ կլինի, քանի որ փոթորիկը վնասել է այն ավելի շատ, քան սկզբում հայտնի էր։
        ka:საკრებულომ ორშაბათს განაცხადა, რომ ხიდი ორი კვირით დაიკეტება, რადგან ქარიშხალმა ის იმაზე მეტად დააზიანა, ვიდრე თავიდან იყო ცნობილი.
        he:מועצת העיר הודיעה ביום שני כי הגשר יהיה סגור במשך שבועיים, כי הסופה גרמה לו נזק רב יותר ממה שהיה ידוע בתחילה. גם הדרך אל הגשר חסומה.
        yi:דער שטאָטראַט האָט געזאָגט מאָנטיק אַז די בריק וועט זיין פארמאכט צוויי וואכן, ווייל דער שטורעם האט איר געמאכט שאדן. מען קען נישט פארן אויף דעם וועג און די מענטשן ווארטן.
        ar:قال مجلس المدينة يوم الاثنين إن الجسر سيغلق لمدة أسبوعين، لأن العاصفة ألحقت به أضرارا أكبر مما كان معروفا في البداية. كما أغلق الطريق إلى الجسر.
        fa:شورای شهر روز دوشنبه اعلام کرد که پل به مدت دو هفته بسته می‌شود، چون توفان بیش از آنچه در آغاز گفته شده بود به آن آسیب زده است.
        ur:شہری کونسل نے پیر کو کہا کہ پل دو ہفتوں کے لیے بند رہے گا، کیونکہ طوفان سے اس کو بہت نقصان پہنچا ہے۔ پل تک جانے والی سڑک بھی بند ہے۔
        ps:د ښار شورا د دوشنبې په ورځ وویل چې پل به د دوو اونیو لپاره تړلی وي، ځکه چې توپان هغه ته ډېر زیان رسولی دی. د پل لاره هم بنده شوې ده.
        ckb:ئەنجومەنی شار ڕۆژی دووشەممە ڕایگەیاند کە پردەکە بۆ ماوەی دوو هەفتە دادەخرێت، چونکە زریانەکە زیانی زۆری پێ گەیاندووە. هەروەها ڕێگاکەش داخراوە و کارەکان دەست پێ دەکەن.
        ug:شەھەرلىك ھۆكۈمەت دۈشەنبە كۈنى كۆۋرۈكنىڭ ئىككى ھەپتە تاقىلىدىغانلىقىنى ئېيتتى، چۈنكى بوران ئۇنىڭغا زىيان سالغان. بۇ يول ھەم تاقالغان ۋە ئۇنى ياساش ئۈچۈن بىر ئاي كېتىدۇ.
        sd:شهر جي ڪائونسل سومر تي چيو ته پل ٻن هفتن لاءِ بند رهندي، ڇو ته طوفان ان کي گهڻو نقصان پهچايو آهي. پل ڏانهن ويندڙ رستو به بند آهي ۽ ماڻهو ٻئي رستي کان وڃن ٿا.
        dv:ސިޓީ ކައުންސިލުން ބުނީ ތޫފާނުގައި ބުރިޖަށް ގެއްލުން ލިބިފައިވާތީ ދެ ހަފްތާއަށް ބުރިޖު ބަންދުކުރާނެ ކަމަށެވެ.
        hi:नगर परिषद ने सोमवार को कहा कि पुल दो सप्ताह के लिए बंद रहेगा, क्योंकि तूफान से उसे पहले की जानकारी से ज्यादा नुकसान हुआ है। पुल तक जाने वाली सड़क भी बंद है।
        mr:शहर परिषदेने सोमवारी सांगितले की वादळामुळे पुलाचे मोठे नुकसान झाले असून तो दोन आठवडे बंद राहणार आहे. पुलाकडे जाणारा रस्ताही बंद करण्यात आला आहे आणि लोक नाराज आहेत.
        ne:नगर परिषद्ले सोमबार पुल दुई साता बन्द हुने बताएको छ। आँधीले पुलमा ठूलो क्षति पुर्‍याएको र मर्मत गर्न समय लाग्ने भएको छ। पुलसम्म जाने बाटो पनि बन्द गरिएको छ।
        bn:নগর পরিষদ সোমবার জানিয়েছে যে ঝড়ে সেতুটির অনেক ক্ষতি হয়েছে এবং তাই এটি দুই সপ্তাহ বন্ধ থাকবে। সেতুতে যাওয়ার রাস্তাও বন্ধ করা হয়েছে।
        as:নগৰ পৰিষদে সোমবাৰে কৈছে যে ধুমুহাত দলংখনৰ বহুত ক্ষতি হৈছে আৰু সেই বাবে দুসপ্তাহ বন্ধ থাকিব। দলংলৈ যোৱা পথটোও বন্ধ কৰা হৈছে।
        pa:ਨਗਰ ਕੌਂਸਲ ਨੇ ਸੋਮਵਾਰ ਨੂੰ ਕਿਹਾ ਕਿ ਪੁਲ ਦੋ ਹਫ਼ਤਿਆਂ ਲਈ ਬੰਦ ਰਹੇਗਾ, ਕਿਉਂਕਿ ਤੂਫ਼ਾਨ ਨੇ ਇਸ ਦਾ ਬਹੁਤ ਨੁਕਸਾਨ ਕੀਤਾ ਹੈ।
        gu:શહેર પરિષદે સોમવારે જણાવ્યું કે પુલ બે અઠવાડિયા માટે બંધ રહેશે, કારણ કે વાવાઝોડાએ તેને ઘણું નુકસાન કર્યું છે.
        or:ସହର ପରିଷଦ ସୋମବାର କହିଛି ଯେ ଝଡ଼ରେ ପୋଲର ବହୁତ କ୍ଷତି ହୋଇଥିବାରୁ ଏହା ଦୁଇ ସପ୍ତାହ ବନ୍ଦ ରହିବ।
        ta:புயலால் பாலம் பெரிதும் சேதமடைந்துள்ளதால் இரண்டு வாரங்களுக்கு மூடப்படும் என்று நகர சபை திங்கட்கிழமை தெரிவித்தது.
        te:తుఫాను వల్ల వంతెన బాగా దెబ్బతిన్నందున రెండు వారాల పాటు మూసివేస్తామని నగర మండలి సోమవారం తెలిపింది.
        kn:ಚಂಡಮಾರುತದಿಂದ ಸೇತುವೆಗೆ ಹೆಚ್ಚು ಹಾನಿಯಾಗಿರುವುದರಿಂದ ಎರಡು ವಾರಗಳ ಕಾಲ ಮುಚ್ಚಲಾಗುವುದು ಎಂದು ನಗರಸಭೆ ಸೋಮವಾರ ತಿಳಿಸಿದೆ.
        ml:കൊടുങ്കാറ്റിൽ പാലത്തിന് വലിയ കേടുപാടുകൾ ഉണ്ടായതിനാൽ രണ്ടാഴ്ച അടച്ചിടുമെന്ന് നഗരസഭ തിങ്കളാഴ്ച അറിയിച്ചു.
        si:කුණාටුවෙන් පාලමට විශාල හානියක් සිදුවී ඇති නිසා එය සති දෙකක් වසා තබන බව නගර සභාව සඳුදා පැවසීය.
        th:สภาเมืองกล่าวเมื่อวันจันทร์ว่าสะพานจะปิดเป็นเวลาสองสัปดาห์ เพราะพายุทำให้สะพานเสียหายมากกว่าที่คิดไว้
        lo:ສະພາເມືອງກ່າວໃນວັນຈັນວ່າຂົວຈະປິດເປັນເວລາສອງອາທິດ ເພາະພາຍຸເຮັດໃຫ້ຂົວເສຍຫາຍຫຼາຍກວ່າທີ່ຄິດ
        bo:གྲོང་ཁྱེར་ལྷན་ཚོགས་ཀྱིས་ཟམ་པ་བདུན་ཕྲག་གཉིས་ལ་སྒོ་རྒྱག་རྒྱུ་ཡིན་པ་བསྒྲགས་སོང་།
        my:မုန်တိုင်းကြောင့် တံတားပျက်စီးမှုများသဖြင့် နှစ်ပတ်ကြာ ပိတ်ထားမည်ဟု မြို့တော်ကောင်စီက တနင်္လာနေ့တွင် ပြောကြားသည်။
        km:ក្រុមប្រឹក្សាក្រុងបាននិយាយនៅថ្ងៃចន្ទថា ស្ពាននឹងត្រូវបិទរយៈពេលពីរសប្តាហ៍ ព្រោះព្យុះបានធ្វើឱ្យខូចខាតច្រើន។
        am:የከተማው ምክር ቤት ሰኞ እንዳለው ድልድዩ ለሁለት ሳምንታት ይዘጋል፤ ምክንያቱም አውሎ ነፋሱ ብዙ ጉዳት አድርሷል። ወደ ድልድዩ የሚወስደው መንገድም ዝግ ነው።
        ti:ቤት ምኽሪ ከተማ ሰኑይ ከም ዝበሎ፡ እቲ ድልድል ንክልተ ሰሙን ክዕጾ እዩ። ማዕበል ብዙሕ ጉድኣት ኣብ ልዕሊኡ ኣውሪዱ፡ እቲ ናብ ድልድል ዝወስድ መንገዲ ድማ ተዓጽዩ ኣሎ ግን ሰራሕተኛታት ካብ ትማሊ ኣትዮም።
        iu:ᓄᓇᓕᒃ ᑲᑎᒪᔨᖏᑦ ᐅᖃᓚᐅᖅᑐᑦ ᐅᓂᒃᑲᖅᖢᑎᒃ ᐃᑳᕐᕕᒃ ᒪᑐᓯᒪᓂᐊᕐᓂᖓᓄᑦ ᐱᓇᓱᐊᕈᓯᕐᓄᑦ ᒪᕐᕉᖕᓄᑦ.
        ja:市議会は月曜日、嵐による橋の損傷が当初の想定より大きいため、橋を二週間閉鎖すると発表した。
        zh:市议会星期一宣布,由于暴风雨造成的损坏比最初估计的更严重,大桥将关闭两周,通往大桥的道路也已封闭。
        ko:시의회는 월요일 폭풍으로 인한 다리의 손상이 처음 알려진 것보다 심해 두 주 동안 다리를 폐쇄한다고 발표했다.
        """
}
