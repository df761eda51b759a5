### Surveys, as residents read them. Placeholders: $when (adverb of time), $count (questions), $low and $high (numbers),
### $option (an answer to choose), $title (of the survey).

survey-length = { $count ->
    [one] May { $count } tanong lang po ito.
   *[other] May hanggang { $count } tanong po ito.
}
survey-anonymous = 🔒 Hindi po ito pinapangalanan: iniimbak namin ang mga sagot, pero hindi namin itinatala kahit saan kung sino ang sumagot. Huwag po sanang maglagay ng pangalan sa mga sagot.
survey-named = Iniimbak po ang mga sagot ninyo kasama ng pangalan ninyo. Nakikita ito ng mga kawani na pinagsama sa sagot ng iba.
survey-until = Maaari po kayong sumagot hanggang: { $when }
survey-button-begin = ▶️ Simulan
survey-button-no = Hindi po, salamat
survey-button-ready = ✅ Iyon na po lahat
survey-button-skip = ⏭ Laktawan
survey-button-stop = ✖️ Itigil
survey-button-answer = 📝 Sagot ko sa survey
survey-ticked = ☑️ { $option }
survey-how-choice = Pindutin po ang isa sa mga sagot.
survey-how-choices = Pindutin po ang lahat ng naaangkop, saka ang “Iyon na po lahat”.
survey-how-scale = Pumindot po ng numero: { $low } ang pinakamababa, { $high } ang pinakamataas.
survey-how-number = I-reply po sa mensaheng ito ang isang numero mula { $low } hanggang { $high }.
survey-how-text = I-reply po sa mensaheng ito ang sagot ninyo sa sarili ninyong salita.
survey-how-place = I-reply po sa mensaheng ito ang isang lokasyon (📎, saka “Location”).
survey-wrong-buttons = Hindi po namin ito maitugma sa alinman sa mga sagot. Walang nawala: naghihintay pa rin ang tanong.
survey-wrong-number = Numero po ang kailangan dito. Walang nawala: naghihintay pa rin ang tanong.
survey-wrong-words = Wala po kaming nabasang salita. Walang nawala: naghihintay pa rin ang tanong.
survey-wrong-place = Lokasyon po ang kailangan dito. Walang nawala: naghihintay pa rin ang tanong.
survey-wrong-long = Masyado po itong mahaba. Pakiiklian po. Naghihintay pa rin ang tanong.
survey-what-for = Para saan po ang mensaheng ito? May tanong sa survey na naghihintay sa inyo. Hangga't hindi kayo pumipili, hindi namin ito ipapasa kaninuman.
survey-not-said = Hindi po ninyo napili kung para saan ang mensahe ninyo. Dahil hindi pinapangalanan ang survey, hindi namin ito ipinasa kaninuman at hindi binilang. Kung sagot po ito, ipadala bilang reply sa tanong. Kung usapin po ito para sa amin, pakipadala po ulit.
survey-thanks = Salamat po! Natanggap na ang mga sagot ninyo. Malaking tulong ito para humusay kami.
survey-thanks-anonymous = Salamat po! Natanggap na ang mga sagot ninyo. Wala nang nag-uugnay nito sa inyo, kaya hindi na rin namin ito mababago o mahahanap.
survey-done-already = Nasagot na po ninyo ang survey na ito. Salamat po!
survey-declined = Sige po, hindi na namin kayo tatanungin. Kung magbago ang isip ninyo, pindutin ang “Simulan”.
survey-stopped = Itinigil na po natin. Bilang na ang mga nasagot ninyo. Kung may iba pa kayong kailangan, sumulat lang po.
survey-late = Salamat po sa pagnanais na sumali. Tapos na po ang survey na ito: { $when }. Kung may gusto kayong sabihin sa amin, isulat lang po rito.
survey-edited = Binago po ninyo ang isang naunang mensahe. Nananatili po ang mga sagot sa survey gaya ng unang ibinigay. Kung tungkol ito sa iba, ipadala po bilang bagong mensahe.
survey-reminder = Munting paalala po: ikatutuwa pa rin naming malaman ang mga sagot ninyo. “{ $title }”
