### Volunteers on the coordinators' desk. Placeholders: $count, $name, $traits, $number, $title, $taken, $needed, $asked, $hours,
### $language, $most, $text, $time, $day, $zone.

desk-volunteer-help = 
    /volunteer – szukanie wolontariuszy
    /volunteer shift – zaplanowanie i zaproponowanie dyżuru
desk-volunteer-refuse-role = Wolontariuszy widzą i dyżury planują tylko koordynatorzy. Nic się nie zmieniło. O rolę można poprosić administratora.
desk-volunteer-search-title = Szukaj wolontariuszy
desk-volunteer-search-submit = Szukaj
desk-volunteer-ask-skill = Potrafi
desk-volunteer-ask-language = Mówi w języku
desk-volunteer-ask-area = Pomaga w
desk-volunteer-ask-time = Ma czas
desk-volunteer-line = • { $name }: { $traits }
desk-volunteer-shift-head = Dyżur { $number }: { $title }
desk-volunteer-shift-title = Nowy dyżur
desk-volunteer-shift-submit = Zaplanuj
desk-volunteer-shift-open = otwarty
desk-volunteer-shift-cancelled = odwołany
desk-volunteer-shift-over = zakończony
desk-volunteer-ask-name = Co jest do zrobienia? ({ $language })
desk-volunteer-ask-occasion = Do którego wydarzenia?
desk-volunteer-occasion = { $title }, { $when }
desk-volunteer-ask-day = Dzień
desk-volunteer-ask-from = Od
desk-volunteer-ask-to = Do
desk-volunteer-ask-place = Gdzie
desk-volunteer-ask-needed = Ile osób?
desk-volunteer-refuse-order = Dyżur musi kończyć się po rozpoczęciu, tego samego dnia. Nic nie zaplanowano.
desk-volunteer-refuse-past = Dyżur zaczynałby się w przeszłości. Nic nie zaplanowano.
desk-volunteer-refuse-needed = Proszę podać liczbę osób od 1 do { $most }. Nic nie zaplanowano.
desk-volunteer-refuse-trait = Nieznana umiejętność, język lub okolica. Nic nie zaplanowano.
desk-volunteer-refuse-time = „{ $text }” to nie dzień i godzina. Nic nie zaplanowano.
desk-volunteer-refuse-gap = W dniu { $day } zegar pomija godzinę { $time }. Proszę wybrać inną. Nic nie zaplanowano.
desk-volunteer-refuse-fold = W dniu { $day } zegar pokazuje godzinę { $time } dwa razy. Proszę wybrać inną. Nic nie zaplanowano.
desk-volunteer-refuse-zone = Strefa czasowa { $zone } jest nieznana. Nic nie zaplanowano.
desk-volunteer-refuse-shift = Nie ma takiego dyżuru, z którym można to zrobić. Nic się nie zmieniło.
desk-volunteer-refuse-hours = Proszę podać godziny jako liczbę od 0 do 24, na przykład 2,5. Nic się nie zmieniło.
desk-volunteer-hours-title = Kto przyszedł?
desk-volunteer-hours-submit = Policz
desk-volunteer-ask-came = Kto przyszedł?
desk-volunteer-hint-came = Pozostali z miejscem nie przyszli, jeśli dyżur już się skończył.
desk-volunteer-ask-hours = Godziny każdej osoby
desk-volunteer-field-when = Kiedy
desk-volunteer-field-where = Gdzie
desk-volunteer-field-needs = Potrzeba
desk-volunteer-field-places = Miejsca
desk-volunteer-places = { $taken } z { $needed } · zapytano: { $asked }
desk-volunteer-holder-accepted = 🕓 { $name }
desk-volunteer-holder-came = ✅ { $name } ({ $hours } h)
desk-volunteer-holder-missed = ✖️ { $name }
desk-volunteer-button-hours = Kto przyszedł, godziny…
desk-volunteer-button-cancel = Odwołaj
desk-volunteer-confirm-cancel = Odwołać ten dyżur? Wszyscy, którzy mają miejsce, dostaną wiadomość.
desk-volunteer-found = { $count ->
    [one] Pasuje jedna osoba:
    [few] Pasują { $count } osoby:
    [many] Pasuje { $count } osób:
   *[other] Pasuje { $count } osoby:
}
desk-volunteer-offered = { $count ->
    [one] Dyżur { $number } zaplanowany. Pytamy jedną osobę.
    [few] Dyżur { $number } zaplanowany. Pytamy { $count } osoby.
    [many] Dyżur { $number } zaplanowany. Pytamy { $count } osób.
   *[other] Dyżur { $number } zaplanowany. Pytamy { $count } osoby.
}
