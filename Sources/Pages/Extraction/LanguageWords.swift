/// Frequent words of the languages that news is written in, for `LanguageDetector`.
///
/// A line begins with the BCP 47 tag of a language and a colon; what follows, up to the next tag, are its words, in lower
/// case and without apostrophes, which part words ("l'an" is "l" and "an"). A word stands with every language in which it
/// is frequent: that makes it worth less, and keeps it from telling the wrong one. Words of more than eight languages
/// ("a", "e") may be left out.
enum LanguageWords {
    /// Those of the languages in Latin letters.
    static let latin: StaticString = """
        en: the of and to in is that for it was on with as are be this by have from at not he his but they had were
            which an or her has been you their will would there who more one about said its if after what we all
            when can also new out than up no she our your i my so over into other some only them could how first
            these people two just s t year years
        de: der die und den von das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
            dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
            bis mehr durch man sein wurde sei kann gegen vom schon wenn habe seine ihre dann unter wir soll ich
            eines jahr zwei diese wieder keine in
        fr: de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux
            cette ou été sa ses mais comme nous ont elle être deux ces leur je fait même après ans également très
            sans aussi entre bien dont si tout vous peut faire depuis contre selon où encore était avait lors moins
            c l d qu n j on leurs lundi mardi mercredi jeudi vendredi samedi dimanche parce pendant cet afin ceux
            ils
        es: de la que el en y los se del las un por con una su para es al lo como más no o pero sus le ha este esta
            porque entre cuando muy sin sobre también me hasta hay donde desde todo nos durante todos les ni contra
            otros ese eso había ante ellos esto antes qué yo otro otra él tanto años fue ser son dos según sido
            tiene está han año así ya uno fueron lunes martes miércoles jueves viernes sábado domingo
        it: di il la che in per un è del non una i della con le si da al sono dei alla nel come più ha anche lo gli
            delle ma nella su ai se o dal ed alle questo dell all anni dalla suo hanno sul due essere cui stato ad
            quando dopo ci tra prima era tutti l d c fra molto sua ancora solo loro questa degli nell sulla mentre
            così perché stata già poi contro lunedì martedì mercoledì giovedì venerdì sabato domenica
        pt: de o que do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
            sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era depois sem mesmo aos
            ter seus quem nas esse eles estão você foram essa num nem suas às têm numa pelos seja segundo disse anos
            são após ano sobre pode dois ainda segunda terça quarta quinta sexta feira sábado domingo vai vão porque
            será
        nl: de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit door naar
            over werd heeft worden wordt nog tot ze hij hun meer was deze of zich kan al hebben geen we wel moet zo
            jaar haar onder tegen dit waar veel na twee ik mensen had je kunnen zou gaat zegt wat omdat heb volgens
            andere weer tussen alleen
        af: die van en in is het dat wat vir met nie op te om sy hy was word deur ook sal aan by as maar kan hulle
            haar ons uit na tot oor meer daar of nog ek moet wees sê al dit so jaar toe baie onder nuwe tussen n
            gesê mense teen waar geen egter hierdie ander net hom volgens twee kon wil se
        fy: de it fan in en is dat op te foar mei net oan as yn sy hy wie om ek troch út nei by wurde wurdt fryslân
            har syn mar dy noch sein jier dit sille hawwe wol minsken gjin moat kinne oer fryske tsjin nije
        lb: an de déi d den vun zu mat op fir ass huet dat och net sech eng en hunn gëtt ginn si der um bei datt no
            nach wéi sinn wann hien mir vum beim méi iwwer awer goufen gouf säi sot joer lëtzebuerg lëtzebuerger
            well war säin mä ze vu schonn virun zwee keng dem bis nëmmen dësem dës am géint eise all
        sv: och att det i en på är som av för med den till inte har de ett om han men var jag från vi så kan när
            hade nu efter också mot under mellan eller då hon år ut där sin sig blev skulle kommer andra bara ska
            sedan mycket över vid finns blir säger två alla många får upp detta några sina varit hur måste första
            samt nya enligt vara här även ha dem
        da: og at det i en på er af til for den med de som ikke har der et om han var men fra ved jeg sig så kan
            også blev vi nu eller skal efter siger hun år havde blevet over mod være hvor vil ud mere da sin hvad
            bliver noget når mellem under kun op alle får meget andre mange været kommer hans dem dog her selv end
            flere ind igen siden mig må dette ny andet gøre første disse denne
        no: og i det på er som en til av for at med har de den ikke han om et var men fra vi ved jeg seg så kan også
            ble nå eller skal etter sier hun år hadde blitt over mot være hvor vil ut mer da sin hva blir noe når
            mellom under bare opp alle får mye andre mange vært kommer dem her selv enn flere inn siden meg ikkje
            ein eg frå dei ho vart noko meir må dette ny gjøre første disse denne
        is: og að í á er sem var til um við með fyrir ekki af en hann það þá ég hefur þetta eru hún verið hafa eftir
            þess því sér frá verður þeir þar vera þegar eða einnig segir eins hafi yfir sé upp þeirra hans nú ár út
            okkur vegna sagði væri hafði allt mjög þau svo þessu þessi sig
        fo: og at í á er sum ikki til við av ein hava vóru hevur fyri frá men hann tað eru um ella skal hesum teir
            verður eisini sigur verið føroyar føroyum føroya nú eftir vit var tá kann honum eg tey hon hetta millum
            okkum síðani sær hesi onnur nógv har skulu tann
        fi: ja on ei että oli se hän mutta ovat myös kun mukaan sen joka ole vain kuin jo niin sekä ollut voi tai
            hänen kanssa jos olisi noin sitä sanoo siitä tämä jälkeen vielä nyt en he vuoden jonka eivät kuitenkin
            kertoo pitää olla tänä tällä ennen mitä koska kaikki niiden enää jotka suomen aikana euroa kaksi yli
            vuonna sillä eikä kuten voidaan kuinka näin jotta jota jossa johon niitä nämä miten sitten vaan vuotta
        et: ja on ei et see oli ka kui mis ning aga või seda oma tema selle kes siis nii veel ole nad mida ma ta
            kuid pole sest juba välja peab olla eesti üks pärast poolt kus aasta üle saab aastal ainult selles
            sellest väga peale kõik vastu tuleb eest mille kuni olid juures kogu inimeste ütles lisaks kohta enne
        lv: un ir no ar par ka uz lai bija kas tas arī pēc tiek var ne bet kā gan viņš šo jau tā viņa kad pie līdz
            latvijas latvijā tikai ļoti kuri vai pret tika būs gada gadā šis savu nav kopā bez šajā kurš vēl mēs tad
            nevar starp ja šī viņi pirms būt vairāk daudz kur sava
        lt: ir kad yra į su iš tai buvo kaip apie bet už per dėl nuo po jis bus tik taip jau jo savo ar turi
            lietuvos lietuvoje gali daugiau metų šis kuris dar jie ji šiuo tačiau kurie būti metais labai iki pat
            prieš vis prie nėra šios pagal kai jos mes nei todėl kurių ant sako tarp dabar jų tų šį arba
        pl: w na i z nie się do to że jest o jak po co tak za od był są dla przez oraz jego ale czy już może tym ich
            przed tylko być pod tego ze roku jej także które który która było jako ma bardzo bo będzie go nawet
            jeszcze też lat przy tej była został więc kiedy sobie nad mu gdy osób między bez jednak mają powiedział
            podczas
        cs: se v na je že o s z do i to k ve pro za by ale si po jako jsou které od podle jeho který byl jak při tak
            už nebo bude roku však také až která této jsem ze být bylo byla co své má před mezi než ho jen pouze
            jejich lidí let jsme není může aby kde proto ještě více těchto uvedl řekl dnes pod mu toho bez tím
        sk: sa v na je že o s z do i to k vo pre za by ale si po ako sú ktoré od podľa jeho ktorý bol pri tak už
            alebo bude roku však tiež až ktorá tejto som zo byť bolo bola čo svoje má pred medzi než ho len iba ich
            ľudí rokov sme nie môže aby kde preto ešte viac týchto uviedol povedal dnes pod mu toho bez tým ktorí
            boli aj so
        sl: in je v na se da so za z ki ne po pa s bi tudi kot bo ali od do pri še to kar ter iz že bil o le bila ni
            ko med več če lahko leta niso sta bodo bilo ima si kako pred zaradi samo vse svoje sloveniji slovenije
            let glede jih biti nad brez proti kjer danes dejal katerih kateri predvsem jim mu ob zdaj tem ta pravi
            kakor tako vendar tega kaj saj ker dela bomo ste
        hr: i u je se na da su za od s koji o kako će to ne bi ali iz do po koja što nije kao bio koje sa te ili
            samo više nakon još jer sve kada ima prema između oko kod već godine dok bez svoje može rekao tko netko
            nitko tijekom tjedan tjedna tisuća uopće općina općine prije poslije vrijeme gdje ovdje dvije dio mjesto
            siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
            također hrvatske hrvatskoj hrvatska tvrtka tvrtke obitelj predsjednik vijeće tjedana gospodarstvo
            povijest primjer djeca sljedeći sljedeće uvijek cijeli svijet riječ mjere promjene rješenje vidjeti
            vrijednost dijela dijelova uvjete milijun milijuna milijardi europske europska europski europi točno
            izvješće županije hrvatski ministarstvo sustav sustava suradnja suradnje ponovno skupina skupine
            stoljeća sudionici izravno ured
        bs: i u je se na da su za od s koji o kako će to ne bi ali iz do po koja što nije kao bio koje sa te ili
            samo više nakon još jer sve kada ima prema između oko kod već godine dok bez svoje može rekao ko neko
            niko tokom sedmica sedmice hiljada uopće općina općine prije poslije vrijeme gdje ovdje dvije dio mjesto
            januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra također bosne
            hercegovine bih sarajevo sarajevu fbih porodica porodice historija predsjednik vijeće kazao sedmici
            primjer djeca sljedeći sljedeće uvijek cijeli svijet riječ mjere promjene rješenje vidjeti vrijednost
            dijela dijelova milion miliona milijardi evropske evropska evropski evropi tačno izvještaj hiljade
            ministarstvo sistem sistema saradnja saradnje ponovo grupe učesnici direktno
        sr-Latn: i u je se na da su za od s koji o kako će to ne bi ali iz do po koja što nije kao bio koje sa te
            ili samo više nakon još jer sve kada ima prema između oko kod već godine dok bez svoje može rekao ko
            neko niko tokom nedelja nedelje hiljada uopšte opština opštine pre posle vreme gde ovde dve deo mesto
            januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra takođe srbije
            srbiji srbija beogradu porodica porodice istorija predsednik veće uvek šta primer deca sledeći sledeće
            celo svet reč mere promene rešenje videti vrednost dela delova uslove milion miliona milijardi evropske
            evropska evropski evropi tačno izveštaj hiljade ministarstvo sistem sistema saradnja saradnje ponovo
            grupe učesnici direktno veka
        hu: az és hogy nem is egy meg volt de ezt csak azt már szerint el ki ha még mint vagy van lehet pedig után
            amely akkor minden több ez ami úgy sem magyar nagy most mert fel két aki volna kell én itt majd között
            így lesz olyan azonban ezért ugyanis során ő be miatt arra ebben voltak amelyek illetve alatt évben első
            ezek
        ro: de și în la cu pe din nu este că o care pentru au un să mai ce se lui fi ale cel dar ca sau fost unui am
            după prin până sunt al această acest între ani când ar va lor îi doar foarte dintre fără spus potrivit
            său avea despre putea iar însă era acestea ei două cei vor le astfel dacă persoane şi
        sq: të në dhe për me që i një nga se është u më si ka do nuk edhe kjo ky ishte kanë pas deri ai tij janë
            duke por ose pasi ne kur sipas shumë vetëm ku mund tyre ajo këtë saj kishte shqipëri shqipërisë kosovë
            kosovës gjatë ndërsa tha pa kësaj vitin para ta tek gjithë prej këto duhet
        tr: ve bir bu da için de ile olarak çok daha olan gibi ne sonra kadar var en o ya ancak ise değil olduğunu
            olduğu etti ama her dedi göre mi diye iki ben önce kendi tarafından yeni oldu büyük türkiye üzerinde yıl
            zaman içinde ki mı hem nasıl milyon karşı edilen şekilde ayrıca söyledi şu bunu bunun onun olması veya
            bağlı olacak geçen
        az: və bir bu üçün ilə də ki olan daha da kimi sonra olub olaraq ancaq çox onun edib bildirib o görə qədər
            isə var hər azərbaycan azərbaycanın ildə həmin lakin yeni deyil deyib ən etmək tərəfindən olunub böyük
            iki arasında digər edilib haqqında öz onlar iştirak respublikası artıq üzrə heç belə ya deyə et ildən
            ölkə
        uz: va bilan uchun bu ham bir deb esa edi yil da bo lgan lib o zbekiston g keyin kerak qilish haqida barcha
            yangi kabi emas lekin mumkin ular uning ldi ko ra katta davlat respublikasi yili har hamda orqali shu
            qildi ega faqat boshqa tomonidan yilda yicha lsa biz
        tk: we bilen üçin bu bir hem şeýle ýurdumyzyň türkmenistanyň türkmen boýunça bolan ýaly onuň baradaky döwlet
            arkaly halk häzirki ähli has diňe ýylyň eden diýip boldy edip
        ku: û di de ku li ji bo bi ya jî ev wê wî ew yê xwe wek tê hat dike be kir an da piştî min her heye nav hemû
            kurd kurdistanê tirkiyê got hatin dibe lê re yên dikin vê me çi kes sê
        mt: li u ta l il tal f għal fil biex mill ma kien din dan dwar hija b minn kienet għall jew kif huwa kienu
            wara malta qal iktar aktar sena jekk kull dawn biss hemm għandu għandha meta ukoll żewġ minħabba filwaqt
            fuq qed lil qabel bħala kollha jista għandhom fejn
        ga: agus an na ar go i is bhí tá sé le ag don ina atá do ach sin mar leis de nach níl bhfuil seo chun as
            siad gur ní nó sna idir féin faoi beidh sí bliain éireann gaeilge duine gach aon rud tar éis bhaint
            dúirt linn maidir freisin mhór bheith daoine ó lena
        gd: agus an na air gu ann tha bha airson aig do nach seo iad cha chan is bho gun ach ri ag mar sin robh bidh
            mu dhèidh eadar alba gàidhlig fhèin às dh chaidh fo bhith dhan leis cuideachd tro nas bliadhna
        cy: y yn i o ar ei yr mae ac wedi am oedd bod fod gan bydd fel ond hyn gyda ni eu ganddo cymru na ddim rhaid
            sydd roedd cael mwy dros pan chi iawn gyfer hefyd neu mewn drwy hwn ymlaen nid dyma ôl pobl blynyddoedd
            dweud gymraeg sy fydd os yw rhwng cyn hon iddo llawer wrth
        br: ha an ar er eus gant zo ez ouzh evit ur war ket hag ivez breizh brezhoneg bloaz goude eo hep met bet
            anezho anezhañ evel dre vez dindan hon kalz tud da
        eu: eta da ez du bat dira izan zen dute ere egin hau behar zuen baina dela ditu duen baino dituzte hori nahi
            euskal bere eusko hala den urte oso beste gabe arte zuten egiten diren bi edo bezala ari esan dio
            gehiago zuela lehen orain egun zaio horrek dago bada dagoen hain herri ondoren zer zituen
        ca: de la i el que en l d les per un del va no amb una és els al més com ha ser són també però han seva o
            fer dels si aquest ja aquesta anys entre hi n on durant fins quan molt catalunya dos sobre tot després
            pel havia van seu sense altres així perquè està segons any qui té hem dia contra era ens es als només
            dilluns dimarts dimecres dijous divendres dissabte diumenge
        gl: de o que do da en un para non unha os con no as por se na dos como máis ao foi á das polo pola nos ou
            seu ser moi súa galicia galego tamén pero anos está este esta lle sobre nas entre é son despois aos ten
            ata sen cando só todos xa era cos segundo ano onde porque toda iso nun nunha xunta mesmo coas ás dous
            luns martes mércores xoves venres sábado domingo vai van foron
        oc: de la lo los que en un es per las del amb una dins pas aquel aquela foguèt coma tanben avia lor son tot
            aquesta cossí totes lenga occitana mai èra entre fins qu d l aquò mas
        ast: de la que y el los nel na pa colos coles del les una con por más ye foi tamién asturies pola esti esta
            nun pal dempués ente so como al cola col conceyu llingua
        id: yang dan di dengan untuk ini itu dari pada dalam tidak akan juga ke oleh ada bisa para telah tersebut
            saat sudah kata karena lebih menjadi atau kami orang adalah seperti tahun hingga mereka saya dia hari
            bahwa sebagai kepada belum harus namun satu kita anak masih dapat secara hanya pun warga terhadap
            setelah beberapa agar sejak lalu jadi indonesia rp polisi baru atas berbagai uang negara pemerintah
            setiap sehingga bagi ketika antara turut berkata katanya beliau daripada serta lain kalau senin kamis
            jumat januari februari maret juli agustus desember kantor rabu mobil rumah kota provinsi kabupaten
            presiden gubernur mengatakan ujar perusahaan universitas tim rupiah apakah jakarta
        ms: yang dan di dengan untuk ini itu dari pada dalam tidak akan juga ke oleh ada boleh para telah tersebut
            ketika sudah kata kerana lebih menjadi atau kami orang adalah seperti tahun hingga mereka saya dia hari
            bahawa sebagai kepada belum harus namun satu kita anak masih dapat secara hanya pun daripada beliau
            malaysia semasa polis selepas turut berkata katanya bagi manakala mahu iaitu kerajaan pelbagai wang
            negeri tempoh sehingga setiap kawasan berkenaan setelah saat agar sejak jadi lain serta antara ialah
            sahaja apabila supaya isnin khamis jumaat ahad mac julai ogos disember syarikat bandar hospital
            universiti pasukan ringgit datuk adakah parlimen pengarah maklumat mangsa kes lelaki rm
        jv: ing lan sing kanggo iki saka ora karo bakal uga wis utawa menyang kang ana dadi wong kuwi amarga marang
            yaiku taun
        su: nu di jeung dina anu ieu pikeun ti éta teu aya kana geus tina téh ogé urang sarta jadi nyaéta sabab
            bakal
        fil: ang ng sa na mga at ay si ni para ito may kay nang hindi niya siya din ko ako nito isang kanyang lang
            kung pa naman rin o mula kanilang dahil sila habang kaya dito bilang ayon pero walang wala natin mas
            upang noong kapag tulad ngayon sinabi nila tayo iyon
        ceb: ang sa nga ug mga ni usa ka kini kay siya dili si ilang iyang gikan alang kaniya wala niadtong unya
            kaayo matud kon ngadto niini didto na
        vi: và của là có trong cho được với các không này đã một người từ khi đến những để cũng ông vào tại ra trên
            về năm sẽ còn như nhiều đó theo tôi bị hơn làm sau ngày nhưng nước phải công đang thì chỉ hai do việc
            rất bà anh thể việt nam
        sw: na ya wa kwa ni katika kuwa hiyo huo alisema hii yake wake cha kama hicho baada pia ambayo lakini watu
            ili hilo kuhusu hao ambao hivyo bila huyo kila sasa huku si hayo bado vya yao hivi mkuu nchini nchi
            serikali mwaka baadhi zaidi wakati dhidi mmoja kufanya hapo kati kutoka wao zake kabla sana rais polisi
            waziri wananchi jeshi wengine mtu kuna hakuna ambaye kwamba vile mbele chini juu nyingine sababu miaka
            siku
        ha: da na ta ya ba shi su ce wannan cikin don kuma wani wata wanda ga an daga sun domin ko kasar amma yi kan
            bayan hukumar gwamnatin jihar shugaban mutane tare hakan yana suka saboda ke duk cewa jami wasu yadda
            har wajen zai sai lokacin najeriya ake mai yan nan inda
        yo: ní ti tí ó sí ń àwọn fún kan pé náà wọn àti ṣe láti tó bá ìjọba sì lọ yìí ọdún ìpínlẹ̀ kò ló wà jẹ́
            gbogbo rẹ̀ orílẹ̀ èdè nígbà ènìyàn sọ ọ̀pọ̀ nàìjíríà máa ṣùgbọ́n lórí
        ig: na nke ndị ya ọ bụ n ahụ ga dị site maka onye ma ihe nwere kwuru ụfọdụ ọchịchị niile afọ were mana otu
            mgbe ebe anyị steeti
        so: ku ka oo iyo in ee ay uu waa ah soo ayaa waxaa u si waxa wax kale inuu dowladda soomaaliya sheegay dalka
            badan kala magaalada muqdisho madaxweyne waxay lagu kuwa isku hore marka laga ayay ugu inay aan xilli
            dadka dhanka halka sida kaddib
        om: fi kan akka irraa keessa itti waan jedhan kana hin oromoo oromiyaa mootummaa ni yoo biyya namoota isaa
            sana irratti keessatti waliin biroo garuu jira ture kun kanaan isheen akkasumas jedhe malees kanneen
            fuula
        rw: mu ku na ko kandi cyangwa ariko abantu kuko iyi uyu muri rwanda u y n w igihe leta yavuze ubwo nyuma
            kugira ngo bwa ya cyane buri ndetse umuntu ari
        zu: ukuthi futhi kanye uma kodwa ngoba noma lokhu ngesikhathi abantu uthe ukuba nge kakhulu kule lo wathi
            ukuze kusho kuleli ngemuva bese nokuthi ngenxa khona izwe njengoba lapho uthi lesi leli lowo zonke bonke
            yena konke kanti umnuz kahle abanye ngaphambi manje uhulumeni amaphoyisa umasipala ningizimu isifundazwe
            umphakathi nakuba emva ngo yize lokho njalo kuze sekuyisikhathi okokuqala kulo kulolu yilokho ke
        xh: ukuba kwaye kunye ukuze kodwa okanye abantu uthi into xa kuba ngexesha ukuya kakhulu kule yokuba nto
            umntu apho lo emva kwakhona ngoku yonke ngenxa malunga kuphela nangona bonke zonke sele njengoko phambi
            abanye kufuneka ukususela enye oko ezi aba eli wathi esi leyo kwi ngaba loo oku ke nokuba emzantsi
            urhulumente amapolisa umasipala iphondo abahlali ngokutsho ekubeni apha usithi esithi ngumntu kwabo
            ngolu lwe ngo
        st: ho hore tsa ka ba ya wa mme batho ha empa hape jwalo feela tseo bona etsa hae tse se re naha puso kapa
            moo haholo bana
        tn: go gore tsa ka ba ya wa mme batho fa mo ga kwa jaaka gape fela tse tshwanetse nna puso naga yone kana
            motho bana teng
        nso: go gore tša ka ba ya wa gomme batho ge mo ga eupša gape goba tše kudu yeo bjalo seo bjo naga mmušo
        sn: kuti uye kana asi vanhu zvino kubva nokuti vari iyi zimbabwe nyika hurumende akati vakati zvikuru
            mushure kwete apo panguva izvi ichi
        ny: ndi kuti pa mu anthu ku wa ya monga koma chifukwa komanso boma malawi iye omwe kwa
        mg: ny sy amin fa dia no ho tsy izay ireo eo teo tao ao azy misy mba satria avy koa nefa raha olona taona
            izao firenena ary
        ht: nan yo ki pou se li pa ak te gen yon nou moun men tou kote ayiti oswa peyi lè ap fè anpil apre tankou
        eo: la de kaj en estas al por kiu kun pri ke el li estis ankaŭ kiuj sed per tiu ĝi aŭ oni post pli dum jaro
            ĉi kiel inter ĉe ĝis laŭ ili
        kl: aamma aammalu pillugu tassa imaluunniit taamaattumik kalaallit nunaat nunaanni naalakkersuisut
            naalakkersuisoq inatsisartut inatsisartuni ukioq ukiut ukiumi nunatsinni inuit taamaalilluni oqarpoq
            tamanna kisianni ilaatigut taanna massakkut maannakkut ulloq kommuneqarfik ilaat ilaallutik amerlasuut
            arlallit taamatut allat tamarmik suli assersuutigalugu uani taakku tamakku pisariaqarpoq
        se: ja lea ahte go mii dat maid leat ii sámi lei sámediggi dan muhto maŋŋel eará birra buot geat gii sii son
            gos sámiid
        """
}
