### What residents read. Placeholders: $reference (K4T-7M2), $department and $community (names from the configuration),
### $when (an adverb of time made by format_when), $number (the emergency number), $count, $limit, $days.

## Languages
resident-language-name = Filipino
resident-language-menu = Sa anong wika po namin kayo susulatan?
resident-language-changed = Ayos na po. Mula ngayon, sa Filipino na namin kayo susulatan.
resident-language-button = 🌐 Wika

## First contact
resident-greeting =
    Magandang araw po! Ito ang linya ng mensahe ng { $community }. Isa po akong bot: ipinapasa ko ang mensahe ninyo sa tamang departamento, at tunay na tao ang sasagot sa inyo rito sa chat na ito.
    Sumulat po kayo sa sarili ninyong salita at wika. Puwede rin po kayong magpadala ng litrato, voice message, o lokasyon.
resident-greeting-privacy = Ang mga kawani lamang na humahawak ng usapin ninyo ang nakababasa ng isinusulat ninyo. Higit pa: /privacy
resident-greeting-emergency = Kung may nanganganib, tumawag po muna sa { $number }.

## Receipts
resident-receipt =
    Salamat po, natanggap namin ang mensahe ninyo. Ang reference number ninyo ay { $reference }.
    Hawak ng: { $department }
    Asahan po ang sagot hanggang: { $when }
resident-receipt-more = Kung may idaragdag po kayo, mag-reply lang sa mensaheng ito: salita, litrato, voice message, o lokasyon.
resident-receipt-undecided = Salamat po, natanggap namin ang mensahe ninyo. Ang reference number ninyo ay { $reference }.
resident-receipt-urgent =
    Salamat po, natanggap namin ang mensahe ninyo at minarkahan itong apurahan. Ang reference number ninyo ay { $reference }.
    Hawak ng: { $department }
resident-emergency =
    ⚠️ Kung may nanganganib, tumawag na po agad sa { $number }. Huwag na pong hintayin ang sagot dito: mas mabilis dumating ang mga tagasagip kaysa sa alinmang departamento.

## Which department?
resident-ask-department = Para sa aling departamento po ito? Pumili po ng isa para makarating agad sa tamang tao ang mensahe ninyo.
resident-ask-department-none = Wala sa mga ito
resident-department-chosen =
    Salamat po. Ang { $reference } ay hawak na ng: { $department }
    Asahan po ang sagot hanggang: { $when }
resident-routed-late =
    Ang { $reference } ay hawak na ng: { $department }. Babasahin po nila ito at ipapasa sa tamang tao.
    Asahan po ang sagot hanggang: { $when }

## Which matter?
resident-ask-case = Higit sa isa po ang bukas ninyong usapin. Tungkol sa alin po ang mensaheng ito?
resident-ask-case-one = Tungkol po ba sa { $reference } ang mensaheng ito, o bagong usapin?
resident-ask-case-button = { $reference } · { $department }
resident-ask-case-new = ➕ Bagong usapin
resident-added = Naidagdag na po sa { $reference } ({ $department }).

## News of a case
resident-reassigned =
    Sa ibang departamento po ang { $reference }, kaya ipinasa na namin. Hawak na ito ng: { $department }
    Asahan po ang sagot hanggang: { $when }
resident-reassigned-undated = Sa ibang departamento po ang { $reference }, kaya ipinasa na namin. Hawak na ito ng: { $department }
resident-claimed = May humahawak na po ng { $reference }. Departamento: { $department }
resident-waiting = Kailangan po ng { $department } ang sagot ninyo para maituloy ang { $reference }. Mag-reply lang po sa mensaheng ito.
resident-reply-lead = { $department } · { $reference }
resident-thanks = Walang anuman po!
resident-thanks-noted = Salamat po sa magandang salita. Ipinaabot na namin ito sa: { $department }

## The end of a case
resident-resolved = Para sa { $department }, tapos na ang { $reference }. Nalutas na po ba ito para sa inyo?
resident-solved-yes = ✅ Opo, nalutas na
resident-solved-no = ❌ Hindi pa po
resident-rate-ask = Mabuti naman po. Kumusta ang serbisyo namin? 1 kung hindi maganda, 5 kung napakahusay.
resident-rate-button = { $stars } ⭐
resident-rate-thanks = Salamat po sa marka ninyo.
resident-unsolved = Salamat po sa pagsabi. Bukas na muli ang { $reference } at hawak ng parehong mga tao. Isulat po rito kung ano pa ang kulang.
resident-reopened = Bukas na muli ang { $reference }, at natanggap na ang mensahe ninyo ng: { $department }

## What we cannot take in
resident-unsupported = { $kind ->
    [sticker] Ang ganda po ng sticker! Pero salita, litrato, video, voice message, file, at lokasyon lamang po ang naipapasa ko.
    [poll] Hindi ko po maipapasa ang poll. Pakisulat na lang po.
   *[other] Hindi ko po maipapasa ang ganitong mensahe. Pakisulat na lang po, o magpadala ng litrato, voice message, file, o lokasyon.
}
resident-file-failed = Natanggap po ang mensahe ninyo tungkol sa { $reference }, pero may file na hindi naipasa: masyadong malaki ito o wala na. Pakipadala po ulit, mas maliit kung maaari, o ilarawan na lang sa salita.
resident-flood = Ang dami po ninyong mensahe nang sabay-sabay. Walang mawawala: isa-isa po namin itong tatanggapin. Kung maaari, ilagay na po sa isang mensahe ang iba pa.
resident-button-expired = Hindi na po gumagana ang button na ito. Sumulat na lang po sa amin.

## Commands: descriptions in the menu
resident-command-start = Magsimula, o tumanggap muli ng mga anunsiyo
resident-command-help = Ano ang magagawa ng bot na ito
resident-command-new = Magsimula ng bagong usapin
resident-command-cases = Mga bukas kong usapin
resident-command-status = Kalagayan ng usapin, ayon sa reference number
resident-command-idea = Mga mungkahi ng kapitbahay at ninyo
resident-command-volunteer = Tumulong bilang boluntaryo
resident-command-events = Mga paparating na malapit sa inyo, at mga kaganapan ninyo
resident-command-language = Palitan ang wika
resident-command-settings = Ano ang ipinapadala namin sa inyo, at kailan
resident-command-privacy = Ano ang iniimbak namin tungkol sa inyo, kopya, pagbura
resident-command-stop = Itigil ang mga anunsiyo

## Commands: answers
resident-help =
    Isulat lang po kung tungkol saan, at mapupunta ang mensahe ninyo sa tamang departamento ng { $community }. Dito rin po darating ang sagot.

    /new – bagong usapin
    /cases – mga bukas ninyong usapin
    /status at ang reference number – kalagayan ng usapin
    /events – mga paparating na malapit sa inyo
    /idea – mga mungkahi ng kapitbahay at ninyo
    /volunteer – tumulong bilang boluntaryo
    /language – palitan ang wika
    /settings – ano ang ipinapadala namin sa inyo, at kailan
    /privacy – ano ang iniimbak namin tungkol sa inyo
    /stop – wala nang anunsiyo

    Sa emergency, tumawag po sa { $number }.
resident-help-button-new = ➕ Bagong usapin
resident-help-button-cases = 📋 Mga usapin ko
resident-help-button-events = 📅 Mga kaganapan
resident-help-button-settings = ⚙️ Mga setting
resident-help-button-privacy = 🔒 Privacy
resident-help-button-help = ❓ Tulong
resident-help-button-idea = 💡 Mga mungkahi
resident-help-button-volunteer = 🤝 Magboluntaryo
resident-help-button-stop = 🔕 Itigil ang anunsiyo
resident-help-button-start = 🔔 Ibalik ang anunsiyo
resident-new = Isulat po kung tungkol saan. Magiging bagong usapin ang susunod ninyong mensahe.
resident-cases = { $count ->
    [0] Wala po kayong bukas na usapin. Kung may kailangan kayo, sumulat lang po.
    [one] May { $count } po kayong bukas na usapin:
   *[other] May { $count } po kayong bukas na usapin:
}
resident-case-line = { $reference } · { $department } · { $state }
resident-case-undecided = wala pang napiling departamento
resident-status =
    { $reference } · { $department }
    { $state }
    Natanggap: { $since }
resident-status-due = Asahan po ang sagot hanggang: { $when }
resident-status-unknown = Wala po kaming nakitang usapin ninyo na may reference number na { $reference }. Nasa /cases ang mga bukas ninyong usapin.
resident-status-usage = Pakilagay din po ang reference number, halimbawa: /status K4T-7M2
resident-state-new = natanggap, hinihintay na may humawak
resident-state-claimed = may humahawak na
resident-state-waiting = hinihintay ang sagot ninyo
resident-state-resolved = tapos na, kung sang-ayon po kayo
resident-state-closed = sarado na
resident-state-reopened = bukas muli
resident-stopped = Hindi na po kami magpapadala ng mga anunsiyo sa inyo. Makakasulat pa rin po kayo, at sasagot pa rin kami. I-on po itong muli sa /start
resident-started-again = Maligayang pagbabalik po. Makakatanggap na ulit kayo ng mga anunsiyo namin. Kung may kailangan kayo, sumulat lang po.

## Privacy
resident-privacy =
    Ano ang iniimbak dito ng { $community } tungkol sa inyo: ang pangalang gamit ninyo sa app na ito, ang wika at mga setting ninyo, ang mga pinagpalistahan ninyo, ang mga mensahe, file, at lokasyon ninyo, at ang mga sagot namin.
    Sino ang nakakakita: ang mga kawani lamang na humahawak ng usapin ninyo, at ang mga nagpapatakbo ng kaganapang pinagpalistahan ninyo.
    Gaano katagal: { $days ->
        [one] { $days } araw matapos isara ang isang usapin, binubura namin ang mga mensahe, file, lokasyon, at sagot dito; maaari po ninyong ipabura nang mas maaga.
       *[other] { $days } na araw matapos isara ang isang usapin, binubura namin ang mga mensahe, file, lokasyon, at sagot dito; maaari po ninyong ipabura nang mas maaga.
    }
    Mga karapatan ninyo: maaari po ninyong makita, maipatama, at maipabura ang datos ninyo. Magagawa agad ito ng mga button sa ibaba.
resident-privacy-contact = Sumasagot sa mga tanong tungkol sa datos ninyo: { $contact }
resident-privacy-page = 🔗 Buong paunawa sa privacy
resident-privacy-export = 📄 Ipadala sa akin ang datos ko
resident-privacy-erase = 🗑 Burahin ang datos ko
resident-export-ready = Narito po ang lahat ng iniimbak namin tungkol sa inyo. Mabubuksan ang file sa kahit anong browser o text editor.
resident-erase-confirm = Buburahin po ba namin ang lahat: pangalan, mga setting, mga pagpapalista, mga mensahe, file, at lokasyon ninyo? Magtatapos nang walang sagot ang mga bukas na usapin, at mapupunta sa iba ang mga puwesto ninyo. Hindi na po ito maibabalik.
resident-erase-yes = Opo, burahin lahat
resident-erase-no = Huwag po, panatilihin
resident-erase-done = Nabura na po ang lahat ng iniimbak namin tungkol sa inyo. Kung susulat po kayong muli, magsisimula tayo sa umpisa.
resident-erase-kept = Wala pong binura.

## The bot's profile (limits of the Bot API: description 512 characters, short description 120)
resident-profile-description =
    Ang linya ng mensahe ng { $community }. Isulat po sa sarili ninyong wika kung ano ang kailangan, ano ang sira, o ano ang maaaring pagbutihin. Mapupunta ang mensahe ninyo sa tamang departamento, at tunay na tao ang sasagot dito.

    Sa emergency, tumawag po sa { $number }.
resident-profile-short = Sumulat sa { $community } sa sarili ninyong wika. Tunay na tao ang sasagot.
