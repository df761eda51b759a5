### The report of a programme, for staff and for those who paid. Placeholders: $what, $value, $number, $best, $community, $date, $title.

programme-occasions = Liczba terminów
programme-invited = Powiadomione osoby
programme-signed-up = Zapisane osoby
programme-came = Obecne osoby
programme-turned-up = Jaka część zapisanych przyszła
programme-volunteers = Wolontariusze
programme-hours = Godziny wolontariatu
programme-answers = Odpowiedzi w ankiecie
programme-satisfaction = Zadowolenie
programme-cost = Koszt
programme-cost-per-person = Koszt na osobę
programme-goal = Cel zbiórki
programme-pledged = Zadeklarowano
programme-received = Otrzymano
programme-of-best = { $number } z { $best }
programme-line = { $what }: { $value }
programme-what = Wskaźnik
programme-value = Wartość
programme-of = { $community }, { $date }
programme-comments = Co mówili uczestnicy
programme-comment = „{ $text }”
programme-small-groups = Liczb i wypowiedzi grup mniejszych niż pięć osób nie pokazujemy.
programme-report = Sprawozdanie: { $title }
