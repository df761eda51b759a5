### Volunteers on the coordinators' desk. Placeholders: $count, $name, $traits, $number, $title, $taken, $needed, $asked, $hours,
### $language, $most, $text, $time, $day, $zone.

desk-volunteer-help = 
    /volunteer – maghanap ng boluntaryo
    /volunteer shift – magplano at mag-alok ng gawain
desk-volunteer-refuse-role = Mga koordineytor lang ang nakakakita ng boluntaryo at nagpaplano ng gawain. Walang nabago. Humingi ng papel sa admin.
desk-volunteer-search-title = Maghanap
desk-volunteer-search-submit = Hanapin
desk-volunteer-ask-skill = Kayang gawin
desk-volunteer-ask-language = Nagsasalita ng
desk-volunteer-ask-area = Tumutulong sa
desk-volunteer-ask-time = May oras
desk-volunteer-line = • { $name }: { $traits }
desk-volunteer-shift-head = Gawain { $number }: { $title }
desk-volunteer-shift-title = Bagong gawain
desk-volunteer-shift-submit = Iplano at ialok
desk-volunteer-shift-open = bukas
desk-volunteer-shift-cancelled = kanselado
desk-volunteer-shift-over = tapos na
desk-volunteer-ask-name = Ano ang gagawin? ({ $language })
desk-volunteer-ask-occasion = Para sa aling kaganapan?
desk-volunteer-occasion = { $title }, { $when }
desk-volunteer-ask-day = Araw
desk-volunteer-ask-from = Mula
desk-volunteer-ask-to = Hanggang
desk-volunteer-ask-place = Saan
desk-volunteer-ask-needed = Ilang tao?
desk-volunteer-refuse-order = Dapat matapos ang gawain pagkatapos ng simula, sa parehong araw. Walang naiplano.
desk-volunteer-refuse-past = Magsisimula sana sa nakaraan ang gawain. Walang naiplano.
desk-volunteer-refuse-needed = Bilang ng tao mula 1 hanggang { $most } po sana. Walang naiplano.
desk-volunteer-refuse-trait = Hindi kilala ang kakayahan, wika, o lugar. Walang naiplano.
desk-volunteer-refuse-time = Hindi araw at oras ang “{ $text }”. Walang naiplano.
desk-volunteer-refuse-gap = Sa { $day }, nilalaktawan ng orasan ang { $time }. Pumili ng iba. Walang naiplano.
desk-volunteer-refuse-fold = Sa { $day }, dalawang beses ang { $time } sa orasan. Pumili ng iba. Walang naiplano.
desk-volunteer-refuse-zone = Hindi kilala ang time zone na { $zone }. Walang naiplano.
desk-volunteer-refuse-shift = Walang ganoong gawain na magagawan nito. Walang nabago.
desk-volunteer-refuse-hours = Numero mula 0 hanggang 24 po sana ang oras, halimbawa 2.5. Walang nabago.
desk-volunteer-hours-title = Sino ang dumating?
desk-volunteer-hours-submit = Bilangin
desk-volunteer-ask-came = Sino ang dumating?
desk-volunteer-hint-came = Hindi dumating ang ibang may lugar, kapag tapos na ang gawain.
desk-volunteer-ask-hours = Oras ng bawat isa
desk-volunteer-field-when = Kailan
desk-volunteer-field-where = Saan
desk-volunteer-field-needs = Kailangan
desk-volunteer-field-places = Mga lugar
desk-volunteer-places = { $taken } ng { $needed } · tinanong: { $asked }
desk-volunteer-holder-accepted = 🕓 { $name }
desk-volunteer-holder-came = ✅ { $name } ({ $hours } oras)
desk-volunteer-holder-missed = ✖️ { $name }
desk-volunteer-button-hours = Sino ang dumating, oras…
desk-volunteer-button-cancel = Kanselahin
desk-volunteer-confirm-cancel = Kakanselahin ba ang gawaing ito? Sasabihan ang lahat ng may lugar.
desk-volunteer-found = { $count ->
    [one] { $count } boluntaryo ang bagay:
   *[other] { $count } boluntaryo ang bagay:
}
desk-volunteer-offered = { $count ->
    [one] Naiplano ang gawain { $number }. { $count } boluntaryo ang tinatanong.
   *[other] Naiplano ang gawain { $number }. { $count } boluntaryo ang tinatanong.
}
