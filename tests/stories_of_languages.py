"""Short invented news stories in many languages, each with its true sentences and language."""

from __future__ import annotations

# A headline, then paragraphs of sentences. What tells a language apart is in them: its quotation
# and question marks, its abbreviations, ordinals and decimals, and whether it puts spaces.
STORIES: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "de": (
        "Fähre nach Orlund bleibt nach Brand im Hafen",
        (
            (
                (
                    "Die Fähre zwischen Orlund und dem Festland fährt nach einem Brand im "
                    "Maschinenraum bis zum 3. Mai nicht."
                ),
                "Verletzt wurde niemand, wie die Reederei am Montag mitteilte.",
            ),
            (
                (
                    "„Wir legen erst ab, wenn jedes Ventil geprüft ist“, sagte Dr. Ines Dahl, die "
                    "Leiterin der Reederei."
                ),
                "Die Prüfung kostet nach ihren Angaben rund 1,5 Mio. Euro.",
            ),
            (
                "Bürgermeister Peter Aas verlangte ein Ersatzschiff.",
                "»Wer soll die 1.200 Menschen auf der Insel versorgen?«, fragte er im Stadtrat.",
                "Die Schule bleibt z. B. an zwei Tagen geschlossen.",
                "Wie lange die Vorräte reichen, ist offen.",
            ),
        ),
    ),
    "fr": (
        "Le ferry d’Orlund suspendu après un incendie",
        (
            (
                (
                    "Le ferry qui relie Orlund au continent est suspendu depuis lundi après un "
                    "incendie dans la salle des machines."
                ),
                "Il n’y a pas de blessés, selon la compagnie.",
            ),
            (
                (
                    "« Nous ne partirons pas avant d’avoir vérifié chaque vanne », a déclaré "
                    "Mme Inès Dahl, directrice de la compagnie."
                ),
                "Les travaux coûteront environ 1,5 million d’euros.",
            ),
            (
                "Le maire, M. Pierre Aas, a demandé un bateau de remplacement.",
                (
                    "« Qui va ravitailler les 1 200 habitants de l’île ? » a-t-il demandé devant "
                    "le conseil."
                ),
                "L’école restera fermée jusqu’au 3 mai.",
            ),
        ),
    ),
    "es": (
        "Suspendido el ferri de Orlund tras un incendio",
        (
            (
                (
                    "El ferri que une Orlund con el continente quedó suspendido el lunes tras un "
                    "incendio en la sala de máquinas."
                ),
                "No hubo heridos, según la naviera.",
            ),
            (
                (
                    "«No zarparemos hasta que se revise cada válvula», dijo la Dra. Inés Dahl, "
                    "directora de la naviera."
                ),
                "Las obras costarán unos 1,5 millones de euros.",
            ),
            (
                "El alcalde, Pedro Aas, pidió un barco de sustitución.",
                "¿Quién va a abastecer a los 1.200 vecinos de la isla?",
                "¡No podemos esperar una semana!",
                "La escuela seguirá cerrada hasta el 3 de mayo.",
            ),
        ),
    ),
    "it": (
        "Traghetto per Orlund fermo dopo un incendio",
        (
            (
                (
                    "Il traghetto che collega Orlund alla terraferma è fermo da lunedì dopo un "
                    "incendio nella sala macchine."
                ),
                "Non ci sono feriti, secondo la compagnia.",
            ),
            (
                (
                    "«Non partiremo finché ogni valvola non sarà controllata», ha detto la "
                    "dott.ssa Ines Dahl, direttrice della compagnia."
                ),
                "I lavori costeranno circa 1,5 milioni di euro.",
            ),
            (
                "Il sindaco Pietro Aas ha chiesto un'altra nave.",
                "Chi rifornirà i 1.200 abitanti dell'isola?",
                "La scuola resterà chiusa fino al 3 maggio.",
            ),
        ),
    ),
    "pl": (
        "Prom na Orlund wstrzymany po pożarze",
        (
            (
                (
                    "Prom między Orlundem a stałym lądem nie kursuje od poniedziałku po pożarze w "
                    "maszynowni."
                ),
                "Nikt nie został ranny, jak podał przewoźnik.",
            ),
            (
                (
                    "„Nie wypłyniemy, dopóki każdy zawór nie zostanie sprawdzony” – powiedziała "
                    "dr Ines Dahl, która kieruje przewoźnikiem."
                ),
                "Prace będą kosztować ok. 1,5 mln euro.",
            ),
            (
                "Burmistrz Piotr Aas zażądał zastępczego statku.",
                "Kto zaopatrzy 1200 mieszkańców wyspy?",
                "Szkoła będzie zamknięta do 3 maja.",
            ),
        ),
    ),
    "ru": (
        "Паром на Орлунд остановлен после пожара",
        (
            (
                (
                    "Паром между Орлундом и материком не ходит с понедельника из-за пожара в "
                    "машинном отделении."
                ),
                "Никто не пострадал, сообщила компания.",
            ),
            (
                (
                    "«Мы не выйдем в море, пока не будет проверен каждый клапан», — сказала Инес "
                    "Даль, которая руководит компанией."
                ),
                "Работы обойдутся в 1,5 млн евро.",
            ),
            (
                "Мэр Пётр Аас потребовал другое судно.",
                "Кто будет снабжать 1200 жителей острова?",
                "Школа закрыта до 3 мая.",
            ),
        ),
    ),
    "uk": (
        "Пором на Орлунд зупинили після пожежі",
        (
            (
                (
                    "Пором між Орлундом і материком не ходить від понеділка через пожежу в "
                    "машинному відділенні."
                ),
                "Ніхто не постраждав, повідомила компанія.",
            ),
            (
                (
                    "«Ми не вийдемо в море, доки не перевіримо кожен клапан», — сказала Інес Даль, "
                    "яка керує компанією."
                ),
                "Роботи коштуватимуть близько 1,5 млн євро.",
            ),
            (
                "Мер Петро Аас вимагає іншого судна.",
                "Хто постачатиме 1200 мешканців острова?",
                "Школа зачинена до 3 травня.",
            ),
        ),
    ),
    "tr": (
        "Orlund vapuru yangından sonra durduruldu",
        (
            (
                (
                    "Orlund ile anakara arasındaki vapur, makine dairesinde çıkan yangından sonra "
                    "pazartesi günü durduruldu."
                ),
                "İşletmenin açıklamasına göre yaralanan olmadı.",
            ),
            (
                (
                    "“Her vana kontrol edilmeden yola çıkmayacağız” dedi işletmenin müdürü "
                    "Dr. İnci Dal."
                ),
                "Onarım yaklaşık 1,5 milyon avro tutacak.",
            ),
            (
                "Belediye Başkanı Işıl Aras yedek bir gemi istedi.",
                "Adadaki 1.200 kişiye kim yiyecek götürecek?",
                "Okul 3 Mayıs'a kadar kapalı kalacak.",
            ),
        ),
    ),
    "el": (
        "Σταμάτησε το πλοίο για το Όρλουντ μετά από φωτιά",
        (
            (
                (
                    "Το πλοίο που συνδέει το Όρλουντ με την ηπειρωτική χώρα σταμάτησε τη Δευτέρα "
                    "μετά από φωτιά στο μηχανοστάσιο."
                ),
                "Δεν υπήρξαν τραυματίες, σύμφωνα με την εταιρεία.",
            ),
            (
                (
                    "«Δεν θα φύγουμε πριν ελεγχθεί κάθε βαλβίδα», είπε η Ινές Νταλ, διευθύντρια "
                    "της εταιρείας."
                ),
                "Οι εργασίες θα κοστίσουν περίπου 1,5 εκατ. ευρώ.",
            ),
            (
                "Ο δήμαρχος Πέτρος Άας ζήτησε άλλο πλοίο.",
                "Ποιος θα τροφοδοτήσει τους 1.200 κατοίκους του νησιού;",
                "Το σχολείο θα μείνει κλειστό ως τις 3 Μαΐου.",
            ),
        ),
    ),
    "ar": (
        "توقف عبّارة أورلوند بعد حريق",
        (
            (
                (
                    "توقفت العبّارة بين جزيرة أورلوند والبر الرئيسي يوم الاثنين بعد حريق في غرفة "
                    "المحركات."
                ),
                "ولم يصب أحد بأذى، كما قالت الشركة.",
            ),
            (
                "قالت إيناس دال، مديرة الشركة: «لن نبحر قبل فحص كل صمام».",
                "وستكلف الأعمال نحو 1.5 مليون يورو.",
            ),
            (
                "وطلب رئيس البلدية بيتر آس سفينة بديلة من الحكومة.",
                "من سيزود 1200 شخص على الجزيرة بالطعام؟",
                "وستبقى المدرسة مغلقة حتى 3 مايو.",
            ),
        ),
    ),
    "he": (
        "המעבורת לאורלונד הושבתה אחרי שריפה",
        (
            (
                "המעבורת בין האי אורלונד ליבשת הושבתה ביום שני אחרי שריפה בחדר המכונות.",
                "לא היו נפגעים, כך מסרה החברה.",
            ),
            (
                '"לא נפליג לפני שכל שסתום ייבדק", אמרה ד"ר אינס דאל, מנהלת החברה.',
                "העבודות יעלו כ-1.5 מיליון יורו, על פי החברה.",
            ),
            (
                "ראש העיר פטר אס דרש אונייה אחרת.",
                "מי יספק מזון ל-1,200 התושבים של האי?",
                "בית הספר יהיה סגור עד 3 במאי.",
            ),
        ),
    ),
    "zh": (
        "机舱起火后奥伦岛渡轮停航",
        (
            (
                "连接奥伦岛和大陆的渡轮因机舱起火于星期一停航。",
                "航运公司说，没有人受伤。",
            ),
            (
                "“在检查完每一个阀门之前，我们不会开船。”公司负责人伊内斯·达尔说。",
                "修理费用约为150万欧元，即每位居民约1250.5欧元。",
            ),
            (
                "市长彼得·奥斯要求政府派一艘替代渡轮。",
                "谁来供应岛上的1200名居民？",
                "学校将关闭到5月3日。",
            ),
        ),
    ),
    "ja": (
        "機関室の火災でオーランド行きフェリーが運休",
        (
            (
                "島と本土を結ぶフェリーは、機関室の火災のため月曜日から運休している。",
                "けが人はいないと運航会社は発表した。",
            ),
            (
                "「すべての弁を点検するまで出航しません」と、同社のイネス・ダール社長は述べた。",
                "修理費は約1億5000万円になる見通しだ。",
            ),
            (
                "ペーター・オース市長は、代わりの船を出すよう国に求めた。",
                "島の1200人の食料は誰が運ぶのか？",
                "学校は5月3日まで休校となる。",
            ),
        ),
    ),
    "ko": (
        "기관실 화재로 오를룬 여객선 운항 중단",
        (
            (
                "섬과 본토를 잇는 여객선이 기관실 화재로 월요일부터 운항을 멈췄다.",
                "선사는 다친 사람이 없다고 밝혔다.",
            ),
            (
                '"모든 밸브를 점검하기 전에는 출항하지 않겠다"고 이네스 달 대표가 말했다.',
                "수리비는 약 1.5억 원이 들 것으로 보인다.",
            ),
            (
                "페테르 오스 시장은 정부에 다른 배를 요청했다.",
                "섬 주민 1,200명에게 누가 식량을 나르는가?",
                "학교는 5월 3일까지 문을 닫는다.",
            ),
        ),
    ),
    "hi": (
        "आग के बाद ओरलुंड की नौका बंद",
        (
            (
                (
                    "ओरलुंड द्वीप और मुख्य भूमि के बीच चलने वाली नौका इंजन कक्ष में आग लगने के बाद "
                    "सोमवार को रोक दी गई।"
                ),
                "कंपनी ने कहा कि किसी को चोट नहीं आई।",
            ),
            (
                "कंपनी की प्रमुख डॉ. इनेस दाल ने कहा, “जब तक हर वाल्व की जांच नहीं हो जाती, हम नहीं चलेंगे।”",
                "मरम्मत पर करीब 1.5 करोड़ रुपये खर्च होंगे।",
            ),
            (
                "मेयर पीटर आस ने सरकार से दूसरी नौका मांगी।",
                "द्वीप के 1,200 लोगों को खाना कौन देगा?",
                "स्कूल 3 मई तक बंद रहेगा।",
            ),
        ),
    ),
    "sv": (
        "Färjan till Orlund inställd efter brand",
        (
            (
                (
                    "Färjan mellan Orlund och fastlandet är inställd sedan i måndags efter en "
                    "brand i maskinrummet."
                ),
                "Ingen skadades, enligt rederiet.",
            ),
            (
                (
                    "– Vi lägger inte ut förrän varje ventil har kontrollerats, säger Ines Dahl, "
                    "som leder rederiet."
                ),
                "Arbetet kostar omkring 1,5 miljoner euro.",
            ),
            (
                "Borgmästaren Peter Aas kräver ett annat fartyg.",
                "”Vem ska försörja de 1 200 människorna på ön?” frågade han.",
                "Skolan är stängd t.o.m. den 3 maj.",
            ),
        ),
    ),
}
# No space stands between the sentences of these.
CLOSE = ("ja", "zh")


def told(language: str) -> str:
    """Return the story in *language* as an article's text, its headline on top."""
    headline, paragraphs = STORIES[language]
    space = "" if language in CLOSE else " "
    return "\n\n".join([headline, *(space.join(each) for each in paragraphs)]) + "\n"


def sentences(language: str) -> list[str]:
    """Return the true sentences of the story in *language*, without its headline."""
    return [sentence for paragraph in STORIES[language][1] for sentence in paragraph]


# The first lines of the same story in further languages, to tell one from its neighbours.
FURTHER = {
    "bg": (
        "Фериботът между острова и сушата не се движи от понеделник след пожар в машинното. Никой "
        "не е пострадал, съобщи компанията, но хората, които живеят на острова, трябва да чакат, "
        "докато всичко бъде проверено."
    ),
    "ca": (
        "El transbordador entre l'illa i el continent no surt des de dilluns després d'un incendi "
        "a la sala de màquines. No hi ha ferits, segons la companyia, però els veïns que viuen a "
        "l'illa hauran d'esperar fins que tot sigui revisat."
    ),
    "cs": (
        "Trajekt mezi ostrovem a pevninou nejezdí od pondělí po požáru ve strojovně. Nikdo nebyl "
        "zraněn, uvedla společnost, ale lidé, kteří na ostrově žijí, musí čekat, než bude všechno "
        "zkontrolováno."
    ),
    "da": (
        "Færgen mellem øen og fastlandet har ikke sejlet siden mandag efter en brand i "
        "maskinrummet. Ingen kom til skade, siger rederiet, men de mennesker, der bor på øen, må "
        "nu vente, til det hele er blevet undersøgt af myndighederne."
    ),
    "et": (
        "Praam saare ja mandri vahel ei sõida alates esmaspäevast pärast põlengut masinaruumis. "
        "Keegi ei saanud viga, ütles ettevõte, aga inimesed, kes saarel elavad, peavad ootama, "
        "kuni kõik on üle vaadatud."
    ),
    "fa": (
        "کشتی میان جزیره و خشکی از روز دوشنبه پس از آتش‌سوزی در موتورخانه کار نمی‌کند. شرکت گفت که "
        "هیچ کس آسیب ندیده است، اما مردمی که در این جزیره زندگی می‌کنند باید تا پایان بازرسی "
        "صبر کنند و دولت برای آنها غذا می‌فرستد."
    ),
    "fi": (
        "Saaren ja mantereen välinen lautta ei ole kulkenut maanantain jälkeen, kun konehuoneessa "
        "oli tulipalo. Kukaan ei loukkaantunut, kertoo yhtiö, mutta ihmiset, jotka asuvat "
        "saarella, joutuvat nyt odottamaan, että kaikki on tarkastettu."
    ),
    "hr": (
        "Trajekt između otoka i kopna ne vozi od ponedjeljka nakon požara u strojarnici. Nitko "
        "nije ozlijeđen, kažu u tvrtki, ali ljudi koji žive na otoku moraju čekati dok se sve ne "
        "pregleda, a škola će biti zatvorena."
    ),
    "hu": (
        "A sziget és a szárazföld közötti komp hétfő óta nem jár, mert tűz volt a gépházban. "
        "Senki sem sérült meg, közölte a cég, de azoknak, akik a szigeten élnek, várniuk kell, "
        "amíg mindent át nem vizsgálnak."
    ),
    "id": (
        "Feri antara pulau itu dan daratan tidak berlayar sejak Senin setelah kebakaran di ruang "
        "mesin. Tidak ada yang terluka, kata perusahaan, tetapi warga yang tinggal di pulau harus "
        "menunggu sampai semuanya diperiksa."
    ),
    "lt": (
        "Keltas tarp salos ir žemyno neplaukia nuo pirmadienio po gaisro mašinų skyriuje. Niekas "
        "nenukentėjo, sakė bendrovė, bet žmonės, kurie gyvena saloje, turi laukti, kol viskas bus "
        "patikrinta ir kada jis vėl plauks."
    ),
    "lv": (
        "Prāmis starp salu un cietzemi nekursē kopš pirmdienas pēc ugunsgrēka mašīntelpā. Neviens "
        "nav cietis, paziņoja uzņēmums, bet cilvēkiem, kas dzīvo uz salas, ir jāgaida, līdz viss "
        "būs pārbaudīts."
    ),
    "ml": (
        "എഞ്ചിൻ മുറിയിലെ തീപിടിത്തത്തെ തുടർന്ന് ദ്വീപിലേക്കുള്ള ബോട്ട് തിങ്കളാഴ്ച മുതൽ ഓടുന്നില്ല. "
        "ആർക്കും പരിക്കില്ല എന്ന് കമ്പനി പറഞ്ഞു. സ്കൂൾ മേയ് 3 വരെ അടച്ചിടും."
    ),
    "nb": (
        "Fergen mellom øya og fastlandet har ikke gått siden mandag etter en brann i maskinrommet. "
        "Ingen ble skadet, sier rederiet, men de menneskene som bor på øya, må nå vente til alt er "
        "blitt undersøkt av myndighetene."
    ),
    "nl": (
        "De veerboot tussen het eiland en het vasteland vaart sinds maandag niet meer na een brand "
        "in de machinekamer. Niemand raakte gewond, zegt de rederij, maar de mensen die op het "
        "eiland wonen, moeten wachten tot alles is gecontroleerd."
    ),
    "pt": (
        "O barco entre a ilha e o continente não sai desde segunda-feira depois de um incêndio na "
        "casa das máquinas. Ninguém ficou ferido, disse a empresa, mas as pessoas que vivem na "
        "ilha têm de esperar até que tudo seja verificado."
    ),
    "ro": (
        "Feribotul dintre insulă și continent nu mai circulă de luni, după un incendiu în sala "
        "mașinilor. Nimeni nu a fost rănit, a anunțat compania, dar oamenii care locuiesc pe "
        "insulă trebuie să aștepte până când totul este verificat."
    ),
    "sk": (
        "Trajekt medzi ostrovom a pevninou nepremáva od pondelka po požiari v strojovni. Nikto "
        "nebol zranený, uviedla spoločnosť, ale ľudia, ktorí na ostrove žijú, musia čakať, kým "
        "bude všetko skontrolované."
    ),
    "sl": (
        "Trajekt med otokom in celino od ponedeljka ne vozi zaradi požara v strojnici. Nihče ni "
        "bil poškodovan, so sporočili iz družbe, ljudje, ki živijo na otoku, pa morajo čakati, da "
        "bo vse pregledano."
    ),
    "sr": (
        "Трајект између острва и копна не саобраћа од понедељка после пожара у машинском одељењу. "
        "Нико није повређен, кажу у предузећу, али људи који живе на острву морају да чекају док "
        "се све не прегледа."
    ),
    "th": (
        "เรือข้ามฟากระหว่างเกาะกับแผ่นดินใหญ่หยุดให้บริการตั้งแต่วันจันทร์หลังเกิดไฟไหม้ในห้องเครื่อง "
        "บริษัทกล่าวว่าไม่มีผู้ได้รับบาดเจ็บ"
    ),
    "ur": (
        "انجن روم میں آگ لگنے کے بعد جزیرے اور ساحل کے درمیان چلنے والی کشتی پیر سے بند ہے۔ کمپنی "
        "نے کہا کہ کوئی زخمی نہیں ہوا، لیکن جو لوگ جزیرے پر رہتے ہیں انہیں انتظار کرنا ہو گا۔"
    ),
    "vi": (
        "Chuyến phà giữa đảo và đất liền đã ngừng chạy từ thứ Hai sau một vụ cháy trong buồng máy. "
        "Công ty cho biết không có ai bị thương, nhưng những người sống trên đảo phải chờ cho đến "
        "khi mọi thứ được kiểm tra."
    ),
}
