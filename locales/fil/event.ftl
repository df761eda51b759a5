### What residents read of events. Placeholders: $title, $when (from when to when), $place, $count (seats or people), $ticket
### (the code that lets them in), $until and $own (moments), $value (a list or the organiser's words), $now and $was, $goal,
### $pledged and $received (sums of money).

## An event
event-when = 📅 { $when }
event-own-clock = { $when } (sa orasan ninyo: { $own })
event-where = 📍 { $place }
event-seats = { $count ->
    [0] 💺 Wala nang puwesto. Maaari po kayong sumali sa listahan ng naghihintay.
    [one] 💺 { $count } puwesto na lang ang natitira
   *[other] 💺 { $count } puwesto pa ang natitira
}
event-deadline = ⏳ Pakisagot po bago: { $when }
event-organiser = 👤 { $value }
event-languages = 🗣 Mga wika roon: { $value }
event-accessibility = ♿ { $value }
event-goal = 🎯 Target: { $goal } · ipinangako: { $pledged } · natanggap: { $received }
event-is-closed = Sarado na po ang pagpapalista sa kaganapang ito. Kung hindi kayo makakapunta, maaari pa rin ninyong sabihin.
event-is-over = Tapos na po ang kaganapang ito.
event-is-cancelled = Hindi na po matutuloy ang kaganapang ito.

## Lists
event-list = Mga paparating na malapit sa inyo:
event-list-empty = Wala pa pong nakaplano na malapit sa inyo. Sa button na “Mga lugar” makakapili kayo ng gusto ninyong mabalitaan.
event-line = { $title } · { $when }
event-dates = Ang mga susunod na petsa. Pindutin po ang isa para makita ang detalye o para magpalista:
event-mine = Mga kaganapan ninyo:
event-mine-empty = Hindi pa po kayo nagpalista sa anuman.
event-own-going = { $count ->
    [1] ✅ Pupunta po kayo. Ang code ninyo sa pinto: { $ticket }
    [one] ✅ { $count } po kayong pupunta. Ang code ninyo sa pinto: { $ticket }
   *[other] ✅ { $count } po kayong pupunta. Ang code ninyo sa pinto: { $ticket }
}
event-own-maybe = 🤔 Baka po kayo pumunta.
event-own-waiting = { $count ->
    [1] ⏳ Nasa listahan po kayo ng naghihintay.
    [one] ⏳ { $count } po kayong nasa listahan ng naghihintay.
   *[other] ⏳ { $count } po kayong nasa listahan ng naghihintay.
}
event-own-offered = { $count ->
    [1] 🎟 May nakalaan pong puwesto para sa inyo. Pakitanggap o pakitanggihan po.
    [one] 🎟 May { $count } pong puwestong nakalaan para sa inyo. Pakitanggap o pakitanggihan po.
   *[other] 🎟 May { $count } pong puwestong nakalaan para sa inyo. Pakitanggap o pakitanggihan po.
}
event-calendar = { $title }: buksan po ang file na ito para maidagdag sa kalendaryo ninyo.

## Buttons
event-button-going = ✅ Pupunta
event-button-maybe = 🤔 Baka
event-button-no = ❌ Hindi pupunta
event-button-leave = ❌ Hindi ako makakapunta
event-button-accept = ✅ Opo, pupunta ako
event-button-decline = ❌ Hindi po, salamat
event-button-calendar = 📆 Idagdag sa kalendaryo
event-button-map = 🗺 Mapa
event-button-dates = 🔁 Iba pang petsa
event-button-show = ℹ️ Mga detalye
event-button-mine = 🎟 Mga kaganapan ko
event-button-list = 📅 Mga kaganapan
event-button-earlier = ⬅️ Mas maaga
event-button-later = Mas huli ➡️

## Answers
event-said-going = { $count ->
    [1] ✅ Nakalista na po kayo sa “{ $title }”.
    [one] ✅ { $count } po kayong nakalista sa “{ $title }”.
   *[other] ✅ { $count } po kayong nakalista sa “{ $title }”.
    }
    📅 { $when }
    🎟 Ang code ninyo sa pinto: { $ticket }
    Ilan po kayo lahat?
event-said-maybe = 🤔 Itinala po namin: baka pumunta kayo sa “{ $title }”. Walang nakalaang puwesto, pero sasabihan namin kayo kung may magbabago.
event-said-no = Itinala po namin: hindi kayo pupunta sa “{ $title }”. Mapupunta sa iba ang puwesto ninyo. Salamat po sa pagsabi.
event-said-no-first = Itinala po namin: hindi kayo pupunta sa “{ $title }”.
event-too-many = { $count ->
    [one] { $count } lang po ang puwesto sa kabuuan. Walang nabago.
   *[other] { $count } lang po ang puwesto sa kabuuan. Walang nabago.
}
event-no-more = { $count ->
    [0] Wala na pong ibang puwesto. Sa inyo pa rin ang mga puwesto ninyo: { $people }
    [one] { $count } na lang po ang natitirang puwesto. Sa inyo pa rin ang mga puwesto ninyo: { $people }
   *[other] { $count } na lang po ang natitirang puwesto. Sa inyo pa rin ang mga puwesto ninyo: { $people }
}
event-waiting = ⏳ Puno na po ang “{ $title }”. Nasa listahan kayo ng naghihintay, pang-{ $count } kayo. Kapag may puwesto na para sa inyo, tatanungin namin kayo rito. Ilan po kayo lahat?
event-offer = { $count ->
    [1] 🎟 May nabakante pong puwesto para sa inyo sa “{ $title }”.
    [one] 🎟 May nabakante pong { $count } puwesto para sa inyo sa “{ $title }”.
   *[other] 🎟 May nabakante pong { $count } puwesto para sa inyo sa “{ $title }”.
    }
    📅 { $when }
    Gusto po ba ninyong pumunta? Nakalaan ito para sa inyo hanggang: { $until }
event-offer-over = Lumipas na po ang oras para tanggapin ang puwesto ninyo sa “{ $title }”, kaya napunta na ito sa sumunod. Kung gusto pa ninyong pumunta, pindutin ang button at sumaling muli sa listahan.
event-offer-gone = Hindi na po bukas ang alok na ito. Makikita ang kalagayan ng mga kaganapan ninyo sa /events
event-unknown-code = Wala po kaming nakitang kaganapan na may ganitong code. Baka nabura na ito. Ang mga paparating: /events

## Something is different
event-changed = ⚠️ May nagbago po sa kaganapang ito.
event-changed-when = Bagong oras: { $now } (dati: { $was })
event-changed-where = Bagong lugar: { $now } (dati: { $was })
event-changed-where-open = Hindi pa po tiyak ang lugar (dati: { $was }). Pakitingnan po muna ang mga detalye bago umalis.
event-changed-spot = Nagbago po ang eksaktong puwesto. Pakitingnan po muna ito bago umalis.
event-changed-kept = Nananatili po ang sagot ninyo. Kung hindi na kayo makakapunta, pakisabi po sa amin.
event-cancelled = ❌ Hindi na po matutuloy ang kaganapang ito ({ $when }). Paumanhin po. Wala na kayong kailangang gawin.
event-cancelled-reason = Sabi ng mga nag-organisa: { $reason }

## Reminders and the door
event-reminder = ⏰ Paalala po tungkol sa kaganapang ito:
event-door-here = Maligayang pagdating sa “{ $title }”! Naitala na po ang pagdalo ninyo.
event-door-early = Masyado pa pong maaga para sa “{ $title }”. Paki-scan po muli ang code kapag naroon na kayo.
event-door-full = Puno na po ang “{ $title }” at wala kaming makitang puwesto para sa inyo. Pakitanong po ang mga tao sa pasukan.

## The public page
event-page-title = Mga kaganapan sa { $community }
event-page-empty = Wala pang nakaplano sa ngayon.
event-page-join = Magpalista sa Telegram
event-page-calendar = 📆 Mag-subscribe sa kalendaryong ito
event-page-all-area = lahat ng lugar
event-page-all-topic = lahat ng paksa
event-page-unknown = Walang ganoong paksa o lugar.
