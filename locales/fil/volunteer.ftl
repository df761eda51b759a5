### Volunteers, as they read it. Placeholders: $community, $chosen (a list), $choice, $hours, $title (of a shift), $when and
### $other_when (when it is), $other (another shift), $place, $needed (people), $start and $end, $name, $count, $date.

## Joining and the profile
volunteer-title = Pagboboluntaryo
volunteer-invitation =
    Gusto po ba ninyong tumulong sa { $community }? Sabihin po ninyo kung ano ang kaya ninyo at kailan, at mag-aalok kami ng mga bagay na gawain. Kayo po ang magpapasya sa bawat alok.
    Sa pagsali, pumapayag kayong makita ng mga koordineytor ang pangalan at mga pinili ninyo rito, at padalhan namin kayo ng mga alok. Maaari po itong baguhin o umalis anumang oras: /volunteer
volunteer-button-join = 🙋 Gusto kong tumulong
volunteer-line-skill = Kayang gawin: { $chosen }
volunteer-line-language = Mga wika: { $chosen }
volunteer-line-area = Mga lugar: { $chosen }
volunteer-line-time = Mga oras: { $chosen }
volunteer-none = wala pang napili
volunteer-any = kahit alin
volunteer-hours = Mga oras hanggang ngayon: { $hours }
volunteer-mine = 📌 { $title }, { $when }
volunteer-button-skill = 🛠 Kaya kong gawin
volunteer-button-language = 🗣 Mga wika
volunteer-button-area = 📍 Mga lugar
volunteer-button-time = 🕓 Mga oras
volunteer-button-certificate = 📄 Sertipiko ng oras
volunteer-button-training = 📚 Pagsasanay
volunteer-button-leave = Umalis
volunteer-ticked = ☑️ { $choice }
volunteer-next = Susunod ▶️
volunteer-done = ✅ Tapos na
volunteer-ask-skill = Ano po ang kaya ninyo? Pindutin ang lahat ng bagay.
volunteer-ask-language = Sa anong mga wika po kayo makatutulong?
volunteer-ask-area = Saan po kayo makatutulong? Huwag pumili kung kahit saan.
volunteer-ask-time = Kailan po kayo karaniwang may oras? Huwag pumili kung kahit kailan.
volunteer-left = Wala na po kayo sa listahan, at naibalik na ang mga gawain ninyo. Salamat po sa lahat! Nakatala pa rin ang mga oras ninyo para sa sertipiko. Makababalik po kayo sa /volunteer
volunteer-leave-ask = Aalisin po ba namin kayo sa listahan ng mga boluntaryo? Maibabalik ang mga paparating ninyong gawain.
volunteer-leave-yes = Opo, alisin ako
volunteer-leave-no = Hindi, mananatili ako
volunteer-no-hours = Wala pa pong nabilang na oras. Pagkatapos ng una ninyong gawain, makakukuha kayo rito ng sertipiko.
volunteer-certificate-caption = Narito po ang sertipiko ng mga oras ninyo. Salamat po!
volunteer-training = Narito po ang mababasa at mapag-aaralan:
volunteer-training-none = Wala pa pong materyal para sa inyo ngayon. Sasabihan namin kayo kapag mayroon na.
volunteer-read = 📖 Magbasa pa
volunteer-skill-interpreting = pag-iinterpret
volunteer-skill-first-aid = paunang lunas
volunteer-skill-driving = pagmamaneho
volunteer-skill-carrying = pagbubuhat at pag-aayos
volunteer-skill-cooking = pagluluto
volunteer-skill-children = pag-aalaga ng bata
volunteer-skill-seniors = pagdalaw sa matatanda
volunteer-skill-computers = kompyuter at telepono
volunteer-time-weekday-morning = umaga ng Lunes–Biyernes
volunteer-time-weekday-afternoon = hapon ng Lunes–Biyernes
volunteer-time-weekday-evening = gabi ng Lunes–Biyernes
volunteer-time-weekend-morning = umaga ng Sabado–Linggo
volunteer-time-weekend-afternoon = hapon ng Sabado–Linggo
volunteer-time-weekend-evening = gabi ng Sabado–Linggo
volunteer-span = { $start } – { $end }

## Shifts
volunteer-offer =
    Makatutulong po ba kayo? { $title }
    Kailan: { $when }
    Saan: { $place }
    { $needed ->
        [one] { $needed } tao ang kailangan.
       *[other] { $needed } tao ang kailangan.
    }
volunteer-offer-freed =
    May nabakanteng lugar po: { $title }
    Kailan: { $when }
    Saan: { $place }
volunteer-button-accept = ✅ Pupunta ako
volunteer-button-decline = Hindi muna ngayon
volunteer-button-cannot = Hindi pala ako makapupunta
volunteer-button-here = 👋 Nandito na ako
volunteer-shift-accepted = Salamat po, kasama na kayo: { $title }, { $when }. Magpapaalala kami isang araw bago nito.
volunteer-shift-accepted-soon = Salamat po, kasama na kayo: { $title }, { $when }. Malapit na ito, kaya hindi na kami magpapaalala isang araw bago nito. Isang oras bago magsimula, hihilingin naming sabihin ninyo na naroon na kayo.
volunteer-shift-accepted-now = Salamat po, kasama na kayo: { $title }, { $when }. Pakipindot po ang button pagdating ninyo, para mabilang ang mga oras.
volunteer-shift-yours = Nasa inyo na po ang gawaing ito: { $title }, { $when }.
volunteer-shift-over = Hindi na po makukuha ang gawaing ito: { $title }, { $when }. Salamat pa rin po!
volunteer-shift-overlaps = May gawain na po kayo sa oras na iyon: { $other }, { $other_when }. Kaya hindi namin kayo inilista sa { $title } ({ $when }). Kung mas gusto ninyo ito, ibalik muna ang isa.
volunteer-shift-full = May nauna po sa inyo: { $title }, { $when }, kumpleto na. Salamat po! Kung may mabakante, kayo ang unang makaaalam.
volunteer-shift-declined = Sige po: { $title }, { $when }. May iba pang pagkakataon.
volunteer-shift-left = Salamat po sa pagsabi. Maibibigay na sa iba ang lugar ninyo: { $title }, { $when }.
volunteer-shift-not-yours = Wala po kayong lugar sa gawaing ito: { $title }, { $when }. Walang nabago.
volunteer-shift-early = Maaga pa po para riyan. Gagana ang button isang oras bago magsimula: { $title }, { $when }.
volunteer-shift-here = 👍 Naitala na pong nandoon kayo: { $title }, { $when }. Salamat po!
volunteer-shift-cancelled = Kanselado po: { $title }, { $when }. Hindi na kailangang pumunta. Salamat po sa kahandaan!
volunteer-reminder =
    Paalala po sa gawain ninyo: { $title }
    Kailan: { $when }
    Saan: { $place }
volunteer-check-in =
    Malapit na pong magsimula: { $title }, { $when }
    Saan: { $place }
    Pakipindot po pagdating ninyo, para mabilang ang mga oras.
volunteer-thanks = 💚 Salamat po sa tulong: { $title }, { $when }. Nabilang na ang mga oras ninyo; makikita sa /volunteer

## The certificate
volunteer-certificate-title = Sertipiko ng pagboboluntaryo
volunteer-certificate-text = Nagboluntaryo si { $name } sa { $community } nang { $hours } oras sa { $count ->
    [one] { $count } gawain
   *[other] { $count } gawain
}.
volunteer-certificate-date = Petsa
volunteer-certificate-shift = Ginawa
volunteer-certificate-hours = Oras
volunteer-certificate-total = Kabuuan
volunteer-certificate-issued = Ibinigay noong { $date } mula sa talaan ng { $community }.
