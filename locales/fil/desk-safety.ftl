### Ang board ng pagtiyak ng kaligtasan, para sa mga coordinator. Mga palitan: $reference (ng mensahe), $safe, $help, $away at
### $silent (mga tao), $count (ilang beses), $name (isang residente).

desk-safety-board = Pagtiyak ng kaligtasan { $reference }
desk-safety-all = Lahat
desk-safety-area-unknown = Hindi alam ang lugar
desk-safety-line = { $area }: 🆘 { $help } · ✅ { $safe } · 🚶 { $away } · walang sagot { $silent }
desk-safety-note-chased = { $count ->
    [1] Isang beses nang tinanong muli ang mga hindi pa sumasagot.
    [one] { $count } beses nang tinanong muli ang mga hindi pa sumasagot.
   *[other] { $count } beses nang tinanong muli ang mga hindi pa sumasagot.
}
desk-safety-note-closed = Tapos na ang pagtiyak na ito: wala nang tatanungin. Binibilang pa rin ang mga huling sagot.
desk-safety-note-drill = 🔶 Pagsasanay: walang bubuksang kaso.
desk-safety-list = Listahan ng mga walang sagot
desk-safety-list-caption = Ang mga hindi pa sumasagot ({ $reference }). Ingatan po ang mga pangalan at burahin ang file pagkatapos.
desk-safety-chase = Tanungin muli ngayon
desk-safety-chase-sure = Tanungin muli ang lahat ng hindi pa sumasagot?
desk-safety-end = Tapusin ang pagtiyak
desk-safety-now-safe = ✅ Sabi ngayon ni { $name }: Ligtas po ako.
desk-safety-now-away = 🚶 Sabi ngayon ni { $name }: Wala po ako roon.
desk-safety-refuse-role = Mga coordinator lamang po ang makagagawa nito. Walang binago.
desk-safety-refuse-closed = Tapos na ang pagtiyak na ito. Walang ipinadala. Para magtanong muli, magpadala ng update na may pagtiyak ng kaligtasan.
desk-safety-refuse-chased = May ibang kasasabi lamang na tanungin silang muli. Walang ipinadala nang dalawang beses.
desk-safety-column-name = Pangalan
desk-safety-column-language = Wika
desk-safety-column-area = Lugar
desk-safety-column-channel = Sumusulat sa
desk-safety-column-number = Numero sa amin
