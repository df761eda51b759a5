"""Everyday and chat words, abbreviations too, that this project's authors wrote down from general knowledge.

For languages whose open frequency lists come from edited text and subtitles. Each list runs from frequent to rare.
"""
# ruff: noqa: SIM905 - lists of words read better as words

CHAT = {
    "tr": """
tmm tamam slm selam nbr naber cnm canım canim aşkım askim abi abla kanka knk hocam napıyosun napiyosun napıyon naptın
noldu nolur noluyo geliyom geliyorum gidiyom gidiyorum yok var evet hayır hayir tabi tabii olur olmaz lütfen lutfen
tşk tsk teşekkürler tesekkurler sağol sagol eyvallah bişey bisey bişi bisi birşey şey sey ya yaa işte iste bende sende
bana sana ona bize size onlara ben sen biz siz onlar bu şu su o ne nerde nerede nasıl nasil neden niye niçin kim kaç
kac çok cok az daha en mi mı mu mü de da ki ama fakat çünkü cunku için icin gibi kadar sonra önce once şimdi simdi
bugün bugun yarın yarin dün dun akşam aksam sabah gece saat gün gun hafta ay yıl yil ara ararım ararim aradım aradim
gel git al ver yap et bak söyle soyle konuş konus anladım anladim bilmiyorum bilmiyom biliyom istiyorum istiyom alırım
alirim yaparım yaparim rahat güzel guzel iyi kötü kotu amin inşallah insallah maşallah masallah allah hayırlı hayirli
geceler günaydın gunaydin kolay gelsin görüşürüz gorusuruz elektrik yol sokak mahalle belediye çöp cop yardım yardim
hastane ilaç ilac okul iş is para ev
""".split(),
    "pl": """
siema siemka hej cześć czesc nara spoko spox luz elo no tak nie co jak gdzie kiedy dlaczego czemu kto który która
które ile jest są był była było będzie mam masz ma mamy macie mają chcę chce chcesz mogę może możesz trzeba proszę
prosze dzięki dzieki dziękuję dziekuje dzk nwm wgl zw jj bd pzdr pozdro pozdrawiam żeby zeby że ze się sie już juz
jeszcze teraz dziś dzisiaj jutro wczoraj zawsze nigdy bardzo trochę dużo mało tu tam tutaj u nas na w z do od po za
przy przez bez dla o pod nad woda wody leci prąd prądu ulica ulicy droga drogi dziura dziury śmieci kosz pomoc pomocy
szpital lekarz lek leki szkoła praca pieniądze dom mieszkanie blok kran
""".split(),
    "es": """
q xq pq porq tmb tb tbn hola buenas holaa gracias grax porfa porfis vale dale bueno buena pues nada todo algo alguien
nadie ya aun aún todavia también tambien siempre nunca ahora hoy mañana ayer luego despues después antes aqui aquí ahí
alla allá donde dónde cuando cuándo como cómo quien quién cual cuál porque por para con sin sobre desde hasta entre
agua luz calle basura ayuda casa perro wey güey tio tía
""".split(),
    "fr": """
slt cc bjr bsr mdr jsp pk pcq c'est jai j'ai t'as tas chui chuis ouais nan non oui merci svp stp quoi quand comment
pourquoi où ou qui que ya y'a pas plus jamais toujours maintenant aujourd'hui demain hier ici là voilà bonjour salut
bonsoir eau rue aide route poubelle
""".split(),
    "pt": """
vc vcs tb tbm pq blz obg obrigado obrigada vlw valeu né ne tá ta to tô cê ce pra pro num numa não nao sim oi olá ola
bom boa dia tarde noite hoje amanhã amanha ontem agora aqui ali lá onde quando como quem qual porque então entao muito
pouco água agua luz rua lixo ajuda
""".split(),
    "de": """
hallo hi moin servus tschüss danke bitte ja nein nö ne jo klar genau vllt vielleicht nix nichts was wann wo wie wer
warum wieso mal nur noch schon auch aber oder und ich du er sie es wir ihr mich dich mir dir uns euch hab habe hast
hat bin bist ist sind war kann kannst muss will willst heute morgen gestern jetzt immer nie hier da dort wasser strom
straße strasse müll hilfe
""".split(),
    "en": """
u r ur thx pls plz gonna wanna gotta dunno lemme yeah yep nope hey hi hello yes no not what when where why who how is
are was were am i i'm im i'll ill don't dont can't cant won't wont it's its that's thats you're youre leh lah lor meh
den dun wat wan haf sia gr8 2day 2nite b8 l8r m8 w8 tmr tmrw nite cos coz bcoz bcos msg ppl abt wif juz oso ard
""".split(),
    "ru": """
прив привет ку спс спасибо пж пжл пожалуйста щас ща сейчас норм нормально ладно да нет неа не что че чё шо как где
когда почему зачем кто какой сколько есть был была было будет мне тебе нам вам его её их я ты он она мы вы они лол кек
сегодня завтра вчера тут там здесь вода свет улица мусор помощь помогите бот
""".split(),
    "uk": """
прив привіт дяк дякую будь ласка шо що як де коли чому навіщо хто який скільки є був була було буде мені тобі нам вам
його її їх я ти він вона ми ви вони нема немає так ні не сьогодні завтра вчора зараз тут там вже ще дуже вода світло
вулиця сміття допомога допоможіть треба можна
""".split(),
    "vi": """
ko k hok hem dc đc vs mik mk mình bạn bn ms mới nhé nhe nha nhỉ ntn trc ng người r rồi j gì ai đâu sao khi nào bao
nhiêu cho với của là có không được rất quá lắm ạ ơi dạ vâng ừ cảm ơn cám chào xin shop em anh chị cô chú bác tôi tui
tao mày nó họ chúng nước điện đường rác giúp nhà hôm nay mai qua bây giờ
""".split(),
    "ar": """
شو ايش وش ليش ليه عشان علشان كده كدا هيك ازيك ازاي كيفك كيف شلون شلونك بدي عايز عاوز ابغى ابي حابب مش مو مب ما ماشي
طيب تمام ايوه اه لا يعني بس كمان برضو لسه دلوقتي هلق هلا الحين هسه دابا بزاف برشا كتير وايد واجد شوي شوية فين وين منين
امتى متى مين منو اللي انا انت انتي انتو احنا نحن هو هي هم هاد هاي هذا هذه ده دي دول والله يلا حبيبي يا رب الله الحمد
شكرا مرحبا اهلا السلام عليكم صباح مساء الخير رح راح ترا مره قاعد عم بكرة بكرا امبارح اليوم النهاردة مية ماء مويه
كهرباء شارع زبالة مستشفى دواء مساعدة ساعدوني
""".split(),
    "fa": """
سلام چطوری خوبی خوبم مرسی ممنون آره اره نه بله باشه چی چیه کجا کجاست کی چرا چطور چند من تو او ما شما اونا میخوام
میخوای میخواد میتونم میتونی میشه نمیشه میدونم نمیدونم هست نیست دارم داری داره داریم بود شد شده الان امروز فردا دیروز
اینجا اونجا خیلی خوب بد این اون همین همون برای با از به در رو را که هم یه یک تا اگه اگر ولی اما آب برق خیابون زباله
کمک بیمارستان دارو
""".split(),
    "ur": """
ہے ہیں ہوں تھا تھی تھے کا کی کے کو سے میں نے پر اور یہ وہ کیا کیوں کیسے کہاں کب کون کتنا نہیں مت ہاں جی اچھا ٹھیک بہت
کچھ سب ابھی آج کل مجھے مجھ میرا میری میرے تم تمہارا آپ ہم ہمارا ان اس پانی بجلی سڑک کچرا مدد ہسپتال دوا گھر کام بات
بھائی یار شکریہ سلام کر کرو کرنا کرتے رہا رہی رہے گیا گئی گئے ہوا ہوئی دیا لیا دو لو
""".split(),
}
