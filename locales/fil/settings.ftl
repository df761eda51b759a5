### What a resident wants to hear of, and when. Placeholders: $areas and $topics (lists of names), $hours (a settings-span),
### $city (a time zone's city), $name (what a button offers), $start and $end and $time (clock times).

## The overview
settings-title = Ano ang ipinapadala namin sa inyo, at kailan
settings-areas = Mga lugar: { $areas }
settings-topics = Mga paksa: { $topics }
settings-quiet = Oras ng katahimikan: { $hours }
settings-zone = Orasan ninyo: { $city }
settings-all = lahat
settings-no = wala
settings-span = { $start } – { $end }
settings-button-areas = 📍 Mga lugar
settings-button-topics = 📰 Mga paksa
settings-button-quiet = 🌙 Oras ng katahimikan
settings-button-zone = 🕐 Time zone

## The pages
settings-ask-areas = Aling mga lugar po ang gusto ninyong mabalitaan? Pumili po ng kahit ilan. Kung wala kayong pipiliin, lahat ay ibabalita namin.
settings-ask-topics = Tungkol saan po ang gusto ninyong mabalitaan? Pumili po ng kahit ilan.
settings-ask-quiet = Kailan po namin kayo hindi dapat abalahin? Maghihintay ang mga mensahe hanggang matapos ang oras na ito. Darating pa rin po agad ang mga seryosong babala, gaya ng mapanganib na panahon, at ang mga sagot sa sarili ninyong usapin.
settings-ask-zone = Anong oras na po ngayon sa tinitirhan ninyo? Susunod sa orasang iyon ang oras ng katahimikan at ang mga paalala.
settings-on = ✅ { $name }
settings-back = ↩️ Bumalik
settings-quiet-off = Huwag gamitin
settings-clock = { $city } · { $time }

## An area by its place
settings-place = 📍 Ayon sa lokasyon ko
settings-place-send = Ipadala ang lokasyon ko
settings-place-ask = Pakipadala po ang lokasyon ninyo gamit ang button sa ibaba. Ang lugar lamang na kinaroroonan nito ang iimbakin namin.
settings-place-found = Salamat po. Mula ngayon, mababalitaan ninyo ang lugar na ito: { $area }
settings-place-unknown = Wala po sa alinman sa mga lugar namin ang lokasyong ito. Walang nabago. Maaari po kayong pumili ng lugar ayon sa pangalan: /settings

## Topics that the organisation did not name itself
settings-topic-alerts = Mga babala
settings-topic-events = Mga kaganapan
settings-topic-news = Mga balita
settings-topic-volunteering = Pagboboluntaryo
settings-topic-surveys = Mga survey
