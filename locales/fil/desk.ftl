### What staff read. Placeholders: $reference, $department, $from and $to (names of departments), $person (a mention or
### name that the channel made), $when (adverb of time), $age (short span), $reason (a desk-reason-… text), $language.
### Lengths: titles of forms and their buttons at most 24 characters, buttons of cards at most 75 (Slack's Block Kit).

## Cards
desk-card-title = { $reference } · { $kind }
desk-field-resident = Residente
desk-field-language = Wika
desk-field-area = Lugar
desk-field-age = Tagal
desk-field-state = Kalagayan
desk-field-priority = Priyoridad
desk-field-owner = Hawak ni
desk-field-due = Sagutin bago
desk-field-rating = Marka
desk-value-nobody = wala pa
desk-value-unknown = hindi alam
desk-value-rating = { $stars } sa 5
desk-card-sensitive = 🔒 Sensitibo: huwag banggitin sa labas ng channel na ito
desk-card-more-messages = { $count ->
    [one] { $count } pang mensahe sa thread
   *[other] { $count } pang mensahe sa thread
}
desk-card-moved = Inilipat sa { $department }

## States, kinds, priorities
desk-state-new = bago
desk-state-claimed = inaasikaso
desk-state-waiting = hinihintay ang residente
desk-state-resolved = nalutas
desk-state-closed = sarado
desk-state-reopened = bukas muli
desk-kind-question = Tanong
desk-kind-complaint = Reklamo
desk-kind-suggestion = Mungkahi
desk-kind-thanks = Pasasalamat
desk-kind-report = Ulat
desk-priority-low = mababa
desk-priority-normal = karaniwan
desk-priority-high = mataas
desk-priority-urgent = apurahan

## Buttons
desk-button-claim = ✋ Akin ito
desk-button-reply = 💬 Sagutin
desk-button-reassign = ↪️ Ilipat
desk-button-priority = ⚑ Priyoridad
desk-button-wait = ⏳ Maghintay
desk-button-resolve = ✅ Lutasin
desk-button-release = Bitiwan

## Forms
desk-form-cancel = Kanselahin
desk-reply-title = Sagutin ang residente
desk-reply-submit = Ipadala
desk-reply-about = { $reference } · Wika ng residente: { $language }. Ipapadala ang isinulat mo nang eksakto.
desk-reply-last = Isinulat ng residente: { $text }
desk-reply-label = Ang sagot mo
desk-reply-hint = Pangalan ng departamento ang makikita ng residente, hindi ang pangalan mo.
desk-reassign-title = Ilipat ang kaso
desk-reassign-submit = Ilipat
desk-reassign-department = Sa aling departamento?
desk-reassign-note = Tala para sa mga kasamahan doon
desk-reassign-note-hint = Mananatili sa loob. Sasabihin lamang sa residente kung aling departamento na ang may hawak.
desk-wait-title = Hintayin ang residente
desk-wait-submit = Magtanong at hintayin
desk-wait-label = Ano ang kailangan mong malaman?
desk-wait-hint = Ipapadala ito sa residente. Maghihintay ang kaso hanggang sumagot siya.
desk-resolve-title = Lutasin ang kaso
desk-resolve-submit = Ipadala at lutasin
desk-resolve-label = Huling mensahe sa residente
desk-resolve-hint = Tatanungin pagkatapos ang residente kung talagang nalutas na.
desk-priority-title = Priyoridad
desk-priority-submit = Itakda
desk-priority-label = Gaano kabilis dapat itong tingnan?

## Lines in the thread
desk-thread-resident-wrote = Isinulat ni { $name }:
desk-thread-resident-edited = ✏️ Binago ni { $name } ang isang mensahe. Ito na ngayon:
desk-thread-earlier-reply = Naunang sagot sa residente:
desk-thread-earlier-note = Naunang panloob na tala:
desk-thread-urgent = 🚨 Apurahan na: may “{ $word }” sa mensahe ng residente.
desk-thread-flood = Sabay-sabay na sumusulat ng napakaraming mensahe ang residente. { $count ->
    [one] { $count } pa ang naitabi
   *[other] { $count } pa ang naitabi
} sa kasaysayan nang hindi ipinapakita rito.
desk-thread-split = Sabi ng residente, hiwalay na usapin ang mensaheng ito: { $reference }
desk-thread-place-unnamed = Lugar
desk-thread-place = 📍 { $label } { $url }
desk-thread-contact = 👤 Contact mula sa residente: { $name }, { $phone }
desk-thread-contact-own = 👤 Sariling numero ng residente: { $name }, { $phone }
desk-thread-claimed = ✋ Hawak na ni { $person } ang kasong ito.
desk-thread-released = Ibinalik ni { $person } ang kaso sa pila.
desk-thread-reassigned = ↪️ Inilipat ni { $person } ang kaso mula sa { $from } patungo sa { $to }.
desk-thread-reassigned-note = Tala: { $note }
desk-thread-waiting = ⏳ Hinihintay ni { $person } ang sagot ng residente.
desk-thread-priority = ⚑ Itinakda ni { $person } ang priyoridad: { $priority }
desk-thread-resolved = ✅ Nilutas ni { $person } ang kaso.
desk-thread-confirmed = 🎉 Sabi ng residente: nalutas na.
desk-thread-rejected = ❌ Sabi ng residente: hindi pa nalulutas. Bukas muli ang kaso.
desk-thread-rated = ⭐ Marka ng residente: { $stars } sa 5
desk-thread-reopened = 🔁 Sumulat muli ang residente: bukas muli ang kaso.
desk-thread-closed-unanswered = Walang tumutol sa takdang panahon: sarado na ang kaso.
desk-thread-blocked = Na-block ng residente ang bot at hindi na siya maaabot.

## Replies and what became of them
desk-reply-line = 💬 { $person } sa residente:
desk-reply-queued = 🕓 nakapila
desk-reply-sent = ✅ naipadala, { $when }
desk-reply-failed = ❌ hindi naipadala: { $reason }
desk-reply-waiting-until = 🕓 hindi pa naipapadala: { $reason }. Susunod na subok: { $when }
desk-reply-doubt = ❔ baka naipadala: { $reason }
desk-reply-stopped = ⏹ itinigil bago naipadala
desk-reply-expired = ⌛ hindi na ipinadala: lipas na ang oras
desk-reason-refused = tinanggihan ng platform ang mensaheng ito
desk-reason-rate-limited = pinaghihintay tayo ng platform
desk-reason-network = walang koneksiyon
desk-reason-platform-down = may sira ang platform
desk-reason-no-answer = naputol ang koneksiyon bago sumagot ang platform
desk-reason-blocked = na-block ng residente ang bot o umalis na siya
desk-reason-moved = may bagong address ang chat
desk-reason-token-revoked = hindi na tinatanggap ng platform ang access token natin
desk-reason-gone = wala na ang mensahe
desk-reason-erased = binura na ang kanyang datos
desk-reason-other = may error ({ $code })

## Reply form: how it will look, and what happens next
desk-reply-looks = Ano ang magiging itsura
desk-reply-your-words = (ang isinulat mo)
desk-reply-rtl = Mula kanan pakaliwa ang teksto.
desk-reply-then = Ano ang susunod?
desk-reply-then-send = Ipadala agad
desk-reply-then-preview = Ipakita muna sa thread
desk-reply-files = { $count ->
    [one] { $count } file
   *[other] { $count } na file
}

## After a reply that did not arrive: what staff can do
desk-advice-blocked = Magagawa mo: walang makararating sa residenteng ito hangga’t hindi siya muling sumusulat sa bot. Kung hindi makapaghihintay, tawagan siya o padalhan ng liham. Naitabi sa kaso ang isinulat mo.
desk-advice-doubt = Magagawa mo: bago ipadalang muli, hintayin ang tugon ng residente o tawagan siya. Maaaring natanggap na niya ito.
desk-advice-failed = Magagawa mo: pindutin ang Sagutin at ipadalang muli, o abutin ang residente sa ibang paraan.
desk-thread-file-failed = Hindi maipakita rito ang isang file mula sa residente: { $reason }. Hilinging ipadala itong muli.

## Asking before a mention goes out
desk-mention-ask = Ipapadala ba ito sa residente ng { $reference }, sa ngalan ng { $department }?
desk-mention-send = Ipadala sa residente
desk-mention-cancel = Panatilihin sa loob
desk-mention-sent = Nakapila na para sa residente.
desk-mention-cancelled = Nanatili sa loob. Walang ipinadala.
desk-mention-empty = Isulat ang sagot mo pagkatapos ng mention, sa parehong mensahe.
desk-mention-no-case = Kailangan ng kaso ang sagot: isulat ito sa thread ng isang card.
desk-mention-already-sent = Naipadala na sa residente ang mensaheng ito. Dito lamang ang pagbabago mo; para magtama, magpadala ng panibagong sagot.
desk-mention-withdrawn = Binura ang mensahe bago pa ito naipadala.
desk-mention-changed = Binago ang mensahe. Nasa ibaba ang bagong bersiyon.

## Refusals (only the person who acted sees them)
desk-refuse-member = Mga miyembro lamang ng { $channel } ang maaaring kumilos sa kasong ito. Sumali sa channel o magtanong doon.
desk-refuse-claimed = Naunahan ka ni { $person }; hawak na niya ang { $reference }.
desk-refuse-state = Hindi ito tugma sa kalagayan ng { $reference }: { $state }
desk-refuse-unknown = Galing sa lumang bersiyon ng card ang button na ito. Gamitin ang pinakabagong card.
desk-refuse-no-case = Wala na ang kasong iyan.
desk-refuse-same-department = Nasa departamentong ito na ang kaso: { $department }
desk-refuse-empty = Sumulat muna ng kahit ano.
desk-refuse-unreachable = Hindi maaabot ang residente: { $reason }
desk-refuse-your-words = Narito ang isinulat mo, para hindi mawala:
desk-refuse-decided = May nagpasya na tungkol sa mensaheng ito.
desk-refuse-form = Hindi nabuksan ang form. Pindutin muli ang button.
desk-done-claimed = Sa iyo na ang { $reference }.

## App Home
desk-home-title = Mga kaso mo
desk-home-mine = Mga kaso ko
desk-home-mine-empty = Wala kang bukas na kaso. Kumuha ng isa sa ibaba.
desk-home-queue = { $department } · { $count } ang bukas
desk-home-queue-empty = Walang naghihintay rito. 🎉
desk-home-quiet = Walang naghihintay rito 🎉
desk-home-more = { $count ->
    [one] at { $count } pa
   *[other] at { $count } pa
}
desk-home-none = Hindi ka pa miyembro ng channel ng alinmang departamento.
desk-home-filter-all = Lahat
desk-home-filter-unclaimed = Walang may hawak
desk-home-filter-urgent = Apurahan
desk-home-filter-overdue = Lampas na
desk-home-filter-mine = Akin

## The /liaison command
desk-help =
    /liaison find K4T-7M2 – hanapin ang kaso ayon sa reference number
    /liaison queue – mga bukas na kaso ng mga departamento
    /liaison phone – code para maaprubahan at mapahinto ang mga babala mula sa sariling Telegram
    /liaison drill – paano sumali sa grupong nakatatanggap ng pagsasanay
    /liaison help – ang listahang ito
    /alert – sumulat ng babala, anunsiyo, o pagsasanay
    /event – magplano ng kaganapan
    /survey – magtanong sa mga residente
    /volunteer – humanap ng boluntaryo, magplano ng shift
    /partner – listahan ng mga partner
    /programme – ano ang naging bunga ng isang kaganapan

    Nananatili sa loob ang lahat ng isinusulat mo sa thread. Para sagutin ang residente, gamitin ang button na Sagutin, o simulan sa pag-mention sa akin at kumpirmahin.
desk-find-usage = Pakilagay ang reference number, halimbawa: /liaison find K4T-7M2
desk-find-none = Walang kaso na may reference number na { $reference }.
desk-find-elsewhere = Ang { $reference } ay nasa { $department }, kalagayan: { $state }. Mga miyembro lamang ng channel na iyon ang nakakakita ng iba pa.
desk-queue-title = Mga bukas na kaso
desk-queue-line = { $department }: { $count ->
    [0] wala
   *[other] { $count }, pinakamatagal: { $age }
}
desk-command-unknown = Hindi ko alam ang “{ $text }”. Nasa /liaison help ang mga magagawa ko.

## Why the router chose this department (one key a kind of reason)
desk-why-keyword = tugma: { $text }
desk-why-similar = katulad ng { $text }
desk-why-learned = gaya ng mga naunang kaso: { $text }
desk-why-area = ang lugar: { $text }

## Alarms for administrators ($channel: Telegram or Slack)
desk-alarm-dead-letter = ⚠️ May mensaheng hindi naproseso at itinabi bilang numero { $number }. Makikita at mauulit ito sa “liaison dead-letters”.
desk-alarm-channel-revoked = 🛑 Hindi na tinatanggap ng { $channel } ang access token natin. Nakapila ang lahat para sa { $channel }. Maglagay ng bagong token sa .env at simulan muli.
desk-alarm-channel-down = ⚠️ Hindi sumasagot ang { $channel }. Naghihintay ang mga mensahe at ipapadala nang sunod-sunod pagbalik nito.
desk-alarm-channel-back = ✅ Sumasagot na muli ang { $channel }. Ipinapadala na nang sunod-sunod ang mga naghintay.
desk-alarm-telegram-conflict = 🛑 May ibang programang tumatanggap ng mga mensahe ng bot na ito mula sa Telegram, kaya walang dumarating sa atin. Itigil ang programang iyon, o alisin ang webhook nito.
desk-alarm-telegram-revoked = 🛑 Hindi na tinatanggap ng Telegram ang token ng bot, kaya walang dumarating na mensahe. Maglagay ng bagong token sa .env at simulan muli.
desk-alarm-forged = ⚠️ Maraming kahilingang nagpapanggap na galing sa { $channel } ang tinanggihan: mali ang lihim o pirma ng mga ito. Walang itinago mula sa mga ito at tuloy ang mga mensahe gaya ng dati. Kung kakapalit lang po ng lihim, pakihambing ang .env sa mga setting sa { $channel }.
desk-alarm-storage = ⚠️ May sandaling hindi makasulat sa database; gumagana na itong muli. Walang nawala: naghintay ang mga mensahe sa mga platform at pinoproseso na ngayon. Pakisuri po ang natitirang espasyo ng disk nito.
desk-alarm-feed = ⚠️ Hindi mabasa ang feed ng opisyal na babala sa { $address } ({ $reason }). Hindi darating sa atin ang mga babala mula roon hanggang gumana itong muli. Suriin po ang address sa configuration at bantayan muna ang pahina ng naglathala.
desk-plan-overdue = 📋 Noong { $day } pa dapat nasuri ang planong “{ $plan }”. Pakibasa po ito, itama ang nagbago, at magtakda ng bagong petsa sa { $file }. Magagamit pa rin ito hanggang doon.
