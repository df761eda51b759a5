### What a resident wants to hear of, and when. Placeholders: $areas and $topics (lists of names), $hours (a settings-span),
### $city (a time zone's city), $name (what a button offers), $start and $end and $time (clock times).

## The overview
settings-title = Co i kiedy do Ciebie wysyłamy
settings-areas = Okolice: { $areas }
settings-topics = Tematy: { $topics }
settings-quiet = Cisza: { $hours }
settings-zone = Twój zegar: { $city }
settings-all = wszystkie
settings-no = brak
settings-span = { $start }–{ $end }
settings-button-areas = 📍 Okolice
settings-button-topics = 📰 Tematy
settings-button-quiet = 🌙 Godziny ciszy
settings-button-zone = 🕐 Strefa czasowa

## The pages
settings-ask-areas = O których okolicach chcesz dostawać wiadomości? Możesz wybrać kilka. Bez wyboru dostajesz o wszystkich.
settings-ask-topics = O czym chcesz dostawać wiadomości? Możesz wybrać kilka tematów.
settings-ask-quiet = Kiedy mamy nie przeszkadzać? To, co wypadnie w tym czasie, poczeka do końca ciszy. Groźne zjawiska pogodowe i inne poważne ostrzeżenia oraz odpowiedzi w Twoich sprawach przyjdą od razu.
settings-ask-zone = Która godzina jest teraz u Ciebie? Według tego zegara liczymy ciszę i przypomnienia.
settings-on = ✅ { $name }
settings-back = ↩️ Wróć
settings-quiet-off = Bez ciszy
settings-clock = { $city } · { $time }

## An area by its place
settings-place = 📍 Według mojej lokalizacji
settings-place-send = Wyślij moją lokalizację
settings-place-ask = Wyślij swoją lokalizację przyciskiem poniżej. Zapamiętamy tylko okolicę, w której leży.
settings-place-found = Dziękujemy. Od teraz dostajesz wiadomości o okolicy: { $area }
settings-place-unknown = To miejsce nie leży w żadnej z naszych okolic. Nic się nie zmieniło. Okolice możesz wybrać z nazwy: /settings

## Topics that the organisation did not name itself
settings-topic-alerts = Ostrzeżenia
settings-topic-events = Wydarzenia
settings-topic-news = Aktualności
settings-topic-volunteering = Wolontariat
settings-topic-surveys = Ankiety
