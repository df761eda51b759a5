### Ang nababasa ng mga residente sa paligid ng babala, anunsiyo, pagwawasto … Placeholders: $headline (salita ng mga tagapag-ugnay),
### $when (araw at oras, alert-moment), $day, $time, $contact, $community (pangalan ng bayan).

## The first line
alert-lead-grave = 🚨 Panganib: { $headline }
alert-lead-alert = ⚠️ Babala: { $headline }
alert-lead-announcement = 📣 Anunsiyo: { $headline }
alert-lead-update = 🔄 Bagong balita: { $headline }
alert-lead-correction = ✏️ Pagwawasto: { $headline }
alert-lead-all-clear = ✅ Ligtas na: { $headline }
alert-drill-mark = 🔶 PAGSASANAY

## Below it
alert-moment = { $day }, { $time }
alert-refers = Tungkol po ito sa mensahe namin noong { $when }: “{ $headline }”.
alert-refers-changed = Iwinawasto po nito ang mensahe namin noong { $when }: “{ $headline }”. Ang nasa ibaba po ang sundin; kung posible, binago na rin namin ang naunang mensahe.
alert-edited = ✏️ Iwinasto noong { $when }.
alert-onset = Inaasahan mula { $when }.
alert-until = May bisa hanggang { $when }.
alert-contact = Mga tanong: { $contact }
alert-source = Mula sa: { $community }
alert-drill-close = 🔶 Pagsasanay lamang po ito. Walang panganib at wala po kayong kailangang gawin. Salamat po sa paglahok.

## The drill group
alert-drill-joined = Kasali na po kayo sa aming mga pagsasanay. Nagsisimula ang mga mensahe sa “🔶 PAGSASANAY” at walang tunay na panganib. Salamat po.
alert-drill-leave = Umalis sa grupo ng pagsasanay
alert-drill-left = Hindi na po kayo kasali sa mga pagsasanay. Darating pa rin sa inyo ang mga totoong babala.
