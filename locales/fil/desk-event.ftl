### What staff read of events. Placeholders: $title, $count, $when, $url, $code; in refusals what was typed ($text, $value).
### Lengths: titles of forms and their buttons at most 24 characters.

## The card
desk-event-card = 📅 { $title }
desk-event-card-cancelled = ❌ Kinansela: { $title }
desk-event-field-when = Kailan
desk-event-field-more = Iba pang petsa
desk-event-field-where = Saan
desk-event-field-seats = Nakuhang puwesto
desk-event-field-answers = Ibang sagot
desk-event-field-came = Dumalo
desk-event-field-deadline = Pagpapalista hanggang
desk-event-field-area = Lugar
desk-event-field-topic = Paksa
desk-event-field-organiser = Nag-organisa
desk-event-field-languages = Mga wika roon
desk-event-field-texts = Inanunsiyo sa
desk-event-value-more = { $count ->
    [one] { $count } pa
   *[other] { $count } pa
}
desk-event-value-answers = baka: { $maybe }, naghihintay: { $waiting }
desk-event-value-taken = { $count }, walang limitasyon
desk-event-value-seats = { $count } sa { $capacity }
desk-event-value-unlimited = walang limitasyon
desk-event-value-came = { $came } sa { $going } ang narito
desk-event-value-absent = { $count ->
    [0] { $came }, lahat ng nagpalista
    [one] { $came }; { $count } ang hindi dumating
   *[other] { $came }; { $count } ang hindi dumating
}
desk-event-task-open = ⬜ { $text }
desk-event-task-done = ✅ { $text }
desk-event-task-who = { $line } ({ $who })
desk-event-code = Code: { $code }
desk-event-link = Para sa mga poster: { $url }
desk-event-button-change = ✏️ Baguhin
desk-event-button-door = 🚪 Papasukin
desk-event-button-tell = 📣 Ipaalam sa mga tao
desk-event-button-poster = 🖨 Code sa poster
desk-event-button-cancel = ❌ Kanselahin
desk-event-button-again = Itama

## The form
desk-event-new-title = Bagong kaganapan
desk-event-new-submit = Ianunsiyo
desk-event-change-title = Baguhin ang kaganapan
desk-event-change-submit = I-save
desk-event-ask-name = Pamagat ({ $language })
desk-event-ask-text = Paglalarawan ({ $language })
desk-event-ask-day = Araw
desk-event-ask-start = Simula
desk-event-ask-end = Tapos
desk-event-ask-last = Huling araw, kung iba
desk-event-ask-last-hint = Iwanang blangko kung matatapos sa araw ng simula.
desk-event-ask-zone = Time zone ng lugar
desk-event-ask-repeat = Inuulit
desk-event-ask-until = Inuulit hanggang
desk-event-ask-rule = Sariling tuntunin
desk-event-ask-rule-hint = Tuntunin ng RFC 5545 na may katapusan, halimbawa FREQ=MONTHLY;BYDAY=1SA;COUNT=6
desk-event-repeat-never = hindi
desk-event-repeat-daily = araw-araw
desk-event-repeat-weekly = linggo-linggo
desk-event-repeat-fortnightly = tuwing ikalawang linggo
desk-event-repeat-monthly = buwan-buwan sa petsang ito
desk-event-repeat-yearly = taon-taon
desk-event-repeat-own = ayon sa tuntunin sa ibaba
desk-event-ask-place = Lugar na pagdarausan
desk-event-ask-pin = Punto sa mapa
desk-event-ask-pin-hint = Mga digri (51.6402, 18.9385) o link ng mapa.
desk-event-ask-area = Lugar sa bayan
desk-event-everywhere = para sa lahat
desk-event-ask-capacity = Bilang ng puwesto
desk-event-ask-capacity-hint = Blangko: walang limitasyon. Kapag puno na, maghihintay sa pila ang iba.
desk-event-ask-deadline = Ilang oras bago magsimula sarado ang pagpapalista
desk-event-ask-deadline-hint = Blangko: sa pagsisimula nito.
desk-event-ask-remind = Paalalahanan ang mga tao bago magsimula
desk-event-ask-topic = Paksa
desk-event-ask-department = Departamento
desk-event-ask-organiser = Nag-organisa
desk-event-ask-languages = Mga wika roon
desk-event-ask-access = Accessibility ({ $language })
desk-event-ask-tasks = Ano ang dapat ihanda, at sino ang bahala
desk-event-ask-tasks-hint = Isa sa bawat linya: [ ] 40 upuan — Anna. Isulat ang [x] kapag tapos na. Hindi ito nakikita ng mga residente.
desk-event-lead-days = { $count ->
    [one] { $count } araw bago
   *[other] { $count } araw bago
}
desk-event-lead-hours = { $count ->
    [one] { $count } oras bago
   *[other] { $count } oras bago
}
desk-event-lead-minutes = { $count ->
    [one] { $count } minuto bago
   *[other] { $count } minuto bago
}

## Refusals
desk-event-refuse-role = Mga coordinator lamang ang nagpaplano ng kaganapan. Walang nabago. Nasa configuration kung sino sila ([roles], coordinators).
desk-event-refuse-none = Walang kaganapan na { $code }. Walang nabago. Ipinapakita ng /event list ang mga paparating.
desk-event-refuse-cancelled = Kinansela na ang kaganapang ito. Walang nabago. Planuhin itong muli sa /event
desk-event-refuse-link = Hindi pa alam ng bot ang sarili nitong pangalan sa Telegram. Walang nawala; pakipindot muli pagkaraan ng isang minuto.
desk-event-refuse-zone = Hindi time zone ang “{ $zone }”. Walang nabago. Pumili ng gaya ng Europe/Warsaw.
desk-event-refuse-time = Hindi araw at oras ang “{ $text }”. Walang nabago. Pakipili ang dalawa.
desk-event-refuse-gap = Walang { $time } sa { $day }: iniuusad pasulong ang mga orasan sa gabing iyon. Walang nabago. Pumili ng oras na mas maaga o mas huli.
desk-event-refuse-fold = Dalawang beses ang { $time } sa { $day }, dahil ibinabalik ang mga orasan sa gabing iyon. Walang nabago. Pumili ng oras na mas maaga o mas huli.
desk-event-refuse-end-before-start = Matatapos ito bago magsimula. Walang nabago. Pakitingnan ang mga oras at ang huling araw.
desk-event-refuse-too-long = { $count ->
    [one] Lalampas ito sa { $count } araw. Walang nabago. Gawin na lang itong inuulit na kaganapan.
   *[other] Lalampas ito sa { $count } araw. Walang nabago. Gawin na lang itong inuulit na kaganapan.
}
desk-event-refuse-endless = Uulit ang kaganapan nang walang katapusan. Walang nabago. Pakisabi kung hanggang kailan.
desk-event-refuse-rule = Hindi namin masusunod ang tuntuning “{ $rule }”. Walang nabago. Maaari ang mga araw, linggo, buwan, at taon, na may katapusan.
desk-event-refuse-too-many = { $count ->
    [one] Mahigit sa { $count } petsa ang tuntunin. Walang nabago. Pakitapos ito nang mas maaga.
   *[other] Mahigit sa { $count } petsa ang tuntunin. Walang nabago. Pakitapos ito nang mas maaga.
}
desk-event-refuse-past = Lumipas na ang lahat ng petsa. Walang nabago. Pumili ng mas huling araw.
desk-event-refuse-deadline = Sarado na sana ang pagpapalista. Walang nabago. Pumili ng mas huling deadline.
desk-event-refuse-capacity = { $count ->
    [one] { $count } puwesto na ang nakuha, higit sa { $capacity } na gusto ninyo. Walang nabago.
   *[other] { $count } puwesto na ang nakuha, higit sa { $capacity } na gusto ninyo. Walang nabago. Kanselahin ang kaganapan o kausapin muna ang mga tao.
}
desk-event-refuse-capacity-number = Hindi bilang ng puwesto ang “{ $text }”. Walang nabago. Sumulat ng buong bilang mula 1 hanggang 100000, o iwanang blangko.
desk-event-refuse-deadline-number = Hindi bilang ng oras ang “{ $text }”. Walang nabago. Sumulat halimbawa ng 24 o 1.5, o iwanang blangko.
desk-event-refuse-pin = Hindi punto sa mapa ang “{ $text }”. Walang nabago. Sumulat ng mga digri gaya ng 51.6402, 18.9385, o i-paste ang link ng mapa.
desk-event-refuse-tasks = { $count ->
    [one] Sobra ang mga linya ng gawain; { $count } lang ang maaari. Walang nabago.
   *[other] Sobra ang mga linya ng gawain; { $count } lang ang maaari. Walang nabago.
}
desk-event-refuse-untitled = Walang pamagat ang kaganapan. Walang nabago.
desk-event-refuse-unknown = Wala (na) sa configuration ang “{ $value }”. Walang nabago. Pakipili muli.
desk-event-refuse-changed-meanwhile = May ibang nagbago ng kaganapang ito habang binubuksan ninyo. Walang naitala sa binago ninyo. Buksan itong muli at tingnan.
desk-event-refuse-file-size = Masyadong malaki ang file; hanggang { $limit } kB ang binabasa.
desk-event-refuse-file-broken = Hindi mabasa bilang kalendaryo ang file.
desk-event-refuse-file-empty = Walang kaganapan sa file.
desk-event-refuse-file-entries = Sobra ang mga kaganapan sa file; hanggang { $limit } ang binabasa.
desk-event-refuse-entry-broken = May entry na walang pamagat, pangalan (UID), o oras, o hindi mabasa ang mga ito.

## The command and the poster
desk-event-list = { $count ->
    [0] Walang nakaplano. Magplano sa /event
    [one] { $count } petsa ang paparating:
   *[other] { $count } petsa ang paparating:
}
desk-event-list-line = { $title } · { $when } · { $count } sa { $seats }
desk-event-poster = Ang code para sa mga poster ng “{ $title }”. Binubuksan nito ang { $url }

## Telling people
desk-event-tell-confirm = Minsan lang itong matatanggap ng lahat ng gustong makabalita sa paksa at lugar na ito, sa mga salitang nasa form.
desk-event-announced = Ipinapaalam na ito sa mga gustong makabalita sa paksang ito sa lugar na ito at hindi pa sumasagot. Sinusunod ang oras ng katahimikan.
desk-event-announced-before = Naipaalam na dati ang kaganapang ito. Walang ipinadalang muli; kusang ipinapaalam ang mga pagbabago.

## Cancelling
desk-event-cancel-title = Kanselahin
desk-event-cancel-submit = Kanselahin at ipaalam
desk-event-cancel-which = Aling mga petsa?
desk-event-cancel-all = ang buong kaganapan
desk-event-cancel-reason = Bakit?
desk-event-cancel-reason-hint = Ipapadala sa lahat ng nagpalista, kung ano mismo ang isusulat ninyo.

## The door
desk-event-guest = { $count ->
    [1] { $name }
    [one] { $name } ({ $count } tao)
   *[other] { $name } ({ $count } tao)
}
desk-event-door-title = Papasukin
desk-event-door-submit = Papasukin
desk-event-door-code = Code ng panauhin
desk-event-door-code-hint = Makikita ito ng mga panauhin sa /events, “Mga kaganapan ko”.
desk-event-door-names = O ayon sa pangalan
desk-event-door-nobody = Ang mga hindi pa nakakapasok lamang ang nasa listahan.
desk-event-door-link = Maaari ring mag-scan ang mga panauhin ng code sa pasukan; dapat nitong buksan ang address na ito: { $url }
desk-event-door-unknown = ❌ Walang may puwesto na may code na { $code }. Walang pinapasok gamit ito.
desk-event-door-twice = ❔ Nakapasok na dati ang may code na { $code }.
desk-event-door-welcome = { $count ->
    [one] ✅ { $code }: { $count } tao ang nakapasok.
   *[other] ✅ { $code }: { $count } tao ang nakapasok.
}
desk-event-door-let-in = { $count ->
    [one] ✅ { $count } panauhin ang pinapasok ayon sa pangalan.
   *[other] ✅ { $count } panauhin ang pinapasok ayon sa pangalan.
}
desk-event-door-empty = Walang ibinigay na code o pangalan. Walang nabago.

## Calendar files
desk-event-imported = { $count ->
    [0] Walang bago sa file: narito na ang lahat ng kaganapan nito.
    [one] { $count } kaganapan ang kinuha mula sa file:
   *[other] { $count } kaganapan ang kinuha mula sa file:
}
desk-event-import-new = ➕ { $title }
desk-event-import-changed = ✏️ { $title }
desk-event-import-cancelled = ❌ { $title }
desk-event-import-refused = Walang kinuha mula sa { $file }. { $reason }
desk-event-import-refused-at = “{ $title }”: { $reason }
desk-event-import-failed = Hindi makuha ang { $file } mula sa Slack. Walang nabago. Pakipadala itong muli.

## What the clock reports
desk-event-reminder-late = ⌛ Walang napaalalahanan tungkol sa “{ $title }” (simula: { $start }): dapat sana { $due } ang paalala, pero hindi tumatakbo ang bot hanggang wala na itong saysay.
desk-event-over = { $count ->
    [0] 🏁 Tapos na ang “{ $title }”. Dumating ang lahat ng { $going } na nagpalista.
    [one] 🏁 Tapos na ang “{ $title }”. { $came } sa { $going } ang dumating; { $count } ang hindi:
   *[other] 🏁 Tapos na ang “{ $title }”. { $came } sa { $going } ang dumating; { $count } ang hindi:
}
desk-event-over-unchecked = { $count ->
    [one] 🏁 Tapos na ang “{ $title }”. { $count } ang nagpalista; walang naitalang pumasok sa pinto.
   *[other] 🏁 Tapos na ang “{ $title }”. { $count } ang nagpalista; walang naitalang pumasok sa pinto.
}
