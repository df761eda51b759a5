### What staff read of events. Placeholders: $title, $count, $when, $url, $code; in refusals what was typed ($text, $value).
### Lengths: titles of forms and their buttons at most 24 characters.

## The card
desk-event-card = 📅 { $title }
desk-event-card-cancelled = ❌ Odwołane: { $title }
desk-event-field-when = Kiedy
desk-event-field-more = Kolejne terminy
desk-event-field-where = Gdzie
desk-event-field-seats = Zajęte miejsca
desk-event-field-answers = Inne odpowiedzi
desk-event-field-came = Obecni
desk-event-field-deadline = Zapisy do
desk-event-field-area = Okolica
desk-event-field-topic = Temat
desk-event-field-organiser = Organizator
desk-event-field-languages = Języki na miejscu
desk-event-field-texts = Ogłoszone w językach
desk-event-value-more = { $count ->
    [one] jeszcze jeden
    [few] jeszcze { $count }
    [many] jeszcze { $count }
   *[other] jeszcze { $count }
}
desk-event-value-answers = może: { $maybe }, czeka: { $waiting }
desk-event-value-taken = { $count }, bez ograniczeń
desk-event-value-seats = { $count } z { $capacity }
desk-event-value-unlimited = bez ograniczeń
desk-event-value-came = obecnych { $came } z { $going }
desk-event-value-absent = { $count ->
    [0] { $came }, wszyscy zapisani
    [one] { $came }; jedna osoba nie przyszła
    [few] { $came }; nie przyszły { $count } osoby
    [many] { $came }; nie przyszło { $count } osób
   *[other] { $came }; nie przyszło { $count } osoby
}
desk-event-task-open = ⬜ { $text }
desk-event-task-done = ✅ { $text }
desk-event-task-who = { $line } ({ $who })
desk-event-code = Kod: { $code }
desk-event-link = Na plakaty: { $url }
desk-event-button-change = ✏️ Zmień
desk-event-button-door = 🚪 Wejście
desk-event-button-tell = 📣 Powiadom ludzi
desk-event-button-poster = 🖨 Kod na plakat
desk-event-button-cancel = ❌ Odwołaj
desk-event-button-again = Popraw

## The form
desk-event-new-title = Nowe wydarzenie
desk-event-new-submit = Ogłoś
desk-event-change-title = Zmiana wydarzenia
desk-event-change-submit = Zapisz
desk-event-ask-name = Tytuł ({ $language })
desk-event-ask-text = Opis ({ $language })
desk-event-ask-day = Dzień
desk-event-ask-start = Początek
desk-event-ask-end = Koniec
desk-event-ask-last = Ostatni dzień, jeśli jest inny
desk-event-ask-last-hint = Zostaw puste, jeśli wydarzenie kończy się tego samego dnia.
desk-event-ask-zone = Strefa czasowa miejsca
desk-event-ask-repeat = Powtarza się
desk-event-ask-until = Powtarza się do
desk-event-ask-rule = Własna reguła
desk-event-ask-rule-hint = Reguła RFC 5545 z końcem, na przykład FREQ=MONTHLY;BYDAY=1SA;COUNT=6
desk-event-repeat-never = nigdy
desk-event-repeat-daily = codziennie
desk-event-repeat-weekly = co tydzień
desk-event-repeat-fortnightly = co dwa tygodnie
desk-event-repeat-monthly = co miesiąc tego dnia
desk-event-repeat-yearly = co rok
desk-event-repeat-own = według reguły poniżej
desk-event-ask-place = Miejsce
desk-event-ask-pin = Punkt na mapie
desk-event-ask-pin-hint = Stopnie (51.6402, 18.9385) albo link do mapy.
desk-event-ask-area = Okolica
desk-event-everywhere = dla wszystkich
desk-event-ask-capacity = Liczba miejsc
desk-event-ask-capacity-hint = Puste: bez ograniczeń. Gdy zabraknie miejsc, kolejni czekają.
desk-event-ask-deadline = Zapisy kończą się tyle godzin przed
desk-event-ask-deadline-hint = Puste: z początkiem wydarzenia.
desk-event-ask-remind = Przypomnij przed początkiem
desk-event-ask-topic = Temat
desk-event-ask-department = Wydział
desk-event-ask-organiser = Organizator
desk-event-ask-languages = Języki na miejscu
desk-event-ask-access = Dostępność ({ $language })
desk-event-ask-tasks = Co trzeba przygotować i kto to zrobi
desk-event-ask-tasks-hint = Jedna rzecz w wierszu: [ ] 40 krzeseł — Anna. Zrobione oznacz [x]. Mieszkańcy tego nie widzą.
desk-event-lead-days = { $count ->
    [one] { $count } dzień wcześniej
    [few] { $count } dni wcześniej
    [many] { $count } dni wcześniej
   *[other] { $count } dnia wcześniej
}
desk-event-lead-hours = { $count ->
    [one] { $count } godzinę wcześniej
    [few] { $count } godziny wcześniej
    [many] { $count } godzin wcześniej
   *[other] { $count } godziny wcześniej
}
desk-event-lead-minutes = { $count ->
    [one] { $count } minutę wcześniej
    [few] { $count } minuty wcześniej
    [many] { $count } minut wcześniej
   *[other] { $count } minuty wcześniej
}

## Refusals
desk-event-refuse-role = Wydarzenia planują tylko koordynatorzy. Nic się nie zmieniło. Kto jest koordynatorem, mówi konfiguracja ([roles], coordinators).
desk-event-refuse-none = Nie ma wydarzenia { $code }. Nic się nie zmieniło. Najbliższe pokaże /event list
desk-event-refuse-cancelled = To wydarzenie zostało odwołane. Nic się nie zmieniło. Zaplanuj je na nowo przez /event
desk-event-refuse-link = Bot nie zna jeszcze swojej nazwy w Telegramie. Nic nie zginęło; naciśnij jeszcze raz za minutę.
desk-event-refuse-zone = „{ $zone }” nie jest strefą czasową. Nic się nie zmieniło. Wybierz na przykład Europe/Warsaw.
desk-event-refuse-time = „{ $text }” nie jest dniem i godziną. Nic się nie zmieniło. Wybierz jedno i drugie.
desk-event-refuse-gap = { $day } nie ma godziny { $time }: tej nocy zegary przestawia się do przodu. Nic się nie zmieniło. Wybierz godzinę wcześniejszą albo późniejszą.
desk-event-refuse-fold = { $day } zegar pokaże { $time } dwa razy, bo tej nocy cofa się zegary. Nic się nie zmieniło. Wybierz godzinę wcześniejszą albo późniejszą.
desk-event-refuse-end-before-start = Wydarzenie skończyłoby się przed początkiem. Nic się nie zmieniło. Sprawdź godziny i ostatni dzień.
desk-event-refuse-too-long = { $count ->
    [one] Wydarzenie trwałoby dłużej niż jeden dzień. Nic się nie zmieniło. Zaplanuj je jako powtarzające się.
    [few] Wydarzenie trwałoby dłużej niż { $count } dni. Nic się nie zmieniło. Zaplanuj je jako powtarzające się.
    [many] Wydarzenie trwałoby dłużej niż { $count } dni. Nic się nie zmieniło. Zaplanuj je jako powtarzające się.
   *[other] Wydarzenie trwałoby dłużej niż { $count } dnia. Nic się nie zmieniło. Zaplanuj je jako powtarzające się.
}
desk-event-refuse-endless = Wydarzenie powtarzałoby się bez końca. Nic się nie zmieniło. Podaj, do kiedy się powtarza.
desk-event-refuse-rule = Reguły „{ $rule }” nie potrafimy zastosować. Nic się nie zmieniło. Możliwe są dni, tygodnie, miesiące i lata, z podanym końcem.
desk-event-refuse-too-many = { $count ->
    [one] Reguła ma więcej niż jeden termin. Nic się nie zmieniło. Niech skończy się wcześniej.
    [few] Reguła ma więcej niż { $count } terminy. Nic się nie zmieniło. Niech skończy się wcześniej.
    [many] Reguła ma więcej niż { $count } terminów. Nic się nie zmieniło. Niech skończy się wcześniej.
   *[other] Reguła ma więcej niż { $count } terminu. Nic się nie zmieniło. Niech skończy się wcześniej.
}
desk-event-refuse-past = Wszystkie terminy już minęły. Nic się nie zmieniło. Wybierz późniejszy dzień.
desk-event-refuse-deadline = Zapisy byłyby już zamknięte. Nic się nie zmieniło. Wybierz późniejszy termin zapisów.
desk-event-refuse-capacity = { $count ->
    [one] Zajęte jest już jedno miejsce, więcej niż { $capacity }. Nic się nie zmieniło.
    [few] Zajęte są już { $count } miejsca, więcej niż { $capacity }. Nic się nie zmieniło. Odwołaj wydarzenie albo najpierw uzgodnij to z zapisanymi.
    [many] Zajętych jest już { $count } miejsc, więcej niż { $capacity }. Nic się nie zmieniło. Odwołaj wydarzenie albo najpierw uzgodnij to z zapisanymi.
   *[other] Zajęte jest już { $count } miejsca, więcej niż { $capacity }. Nic się nie zmieniło. Odwołaj wydarzenie albo najpierw uzgodnij to z zapisanymi.
}
desk-event-refuse-capacity-number = „{ $text }” nie jest liczbą miejsc. Nic się nie zmieniło. Wpisz liczbę od 1 do 100000 albo nic.
desk-event-refuse-deadline-number = „{ $text }” nie jest liczbą godzin. Nic się nie zmieniło. Wpisz na przykład 24 albo 1.5, albo nic.
desk-event-refuse-pin = „{ $text }” nie jest punktem na mapie. Nic się nie zmieniło. Wpisz stopnie, na przykład 51.6402, 18.9385, albo wklej link do mapy.
desk-event-refuse-tasks = { $count ->
    [one] Za dużo wierszy z zadaniami; możliwy jest jeden. Nic się nie zmieniło.
    [few] Za dużo wierszy z zadaniami; możliwe są { $count }. Nic się nie zmieniło.
    [many] Za dużo wierszy z zadaniami; możliwych jest { $count }. Nic się nie zmieniło.
   *[other] Za dużo wierszy z zadaniami; możliwych jest { $count }. Nic się nie zmieniło.
}
desk-event-refuse-untitled = Wydarzenie nie ma tytułu. Nic się nie zmieniło.
desk-event-refuse-unknown = Wartości „{ $value }” nie ma (już) w konfiguracji. Nic się nie zmieniło. Wybierz jeszcze raz.
desk-event-refuse-changed-meanwhile = Ktoś inny zmienił w międzyczasie to wydarzenie. Z Twoich zmian nic nie zapisano. Otwórz je ponownie i sprawdź.
desk-event-refuse-file-size = Plik jest za duży; czytamy do { $limit } kB.
desk-event-refuse-file-broken = Tego pliku nie da się odczytać jako kalendarza.
desk-event-refuse-file-empty = W pliku nie ma żadnego wydarzenia.
desk-event-refuse-file-entries = W pliku jest za dużo wydarzeń; czytamy do { $limit }.
desk-event-refuse-entry-broken = We wpisie brakuje tytułu, nazwy (UID) lub czasu albo nie da się ich odczytać.

## The command and the poster
desk-event-list = { $count ->
    [0] Nic nie jest zaplanowane. Nowe wydarzenie: /event
    [one] Najbliższy termin:
    [few] Najbliższe { $count } terminy:
    [many] Najbliższe { $count } terminów:
   *[other] Najbliższe { $count } terminu:
}
desk-event-list-line = { $title } · { $when } · { $count } z { $seats }
desk-event-poster = Kod na plakaty „{ $title }”. Otwiera { $url }

## Telling people
desk-event-tell-confirm = Każdy, kto chce wiedzieć o tym temacie i tej okolicy, dostanie to raz, w słowach z formularza.
desk-event-announced = Powiadamiamy tych, którzy chcą wiedzieć o tym temacie w tej okolicy i jeszcze nie odpowiedzieli. Godziny ciszy są zachowane.
desk-event-announced-before = O tym wydarzeniu już powiadomiono. Nic nie wysłano ponownie; o zmianach powiadamiamy sami.

## Cancelling
desk-event-cancel-title = Odwołanie wydarzenia
desk-event-cancel-submit = Odwołaj i powiadom
desk-event-cancel-which = Które terminy?
desk-event-cancel-all = całe wydarzenie
desk-event-cancel-reason = Dlaczego?
desk-event-cancel-reason-hint = Dostaną to wszyscy zapisani, dokładnie tak, jak napiszesz.

## The door
desk-event-guest = { $count ->
    [one] { $name }
    [few] { $name } ({ $count } osoby)
    [many] { $name } ({ $count } osób)
   *[other] { $name } ({ $count } osoby)
}
desk-event-door-title = Wejście
desk-event-door-submit = Wpuść
desk-event-door-code = Kod gościa
desk-event-door-code-hint = Goście znajdą go w /events, „Moje wydarzenia”.
desk-event-door-names = Albo po nazwisku
desk-event-door-nobody = Na liście są tylko ci, którzy jeszcze nie weszli.
desk-event-door-link = Goście mogą też zeskanować kod przy wejściu; ma otwierać ten adres: { $url }
desk-event-door-unknown = ❌ Nikt z zapisanych nie ma kodu { $code }. Nikogo z nim nie wpuszczono.
desk-event-door-twice = ❔ Osoba z kodem { $code } weszła już wcześniej.
desk-event-door-welcome = { $count ->
    [one] ✅ { $code }: weszła jedna osoba.
    [few] ✅ { $code }: weszły { $count } osoby.
    [many] ✅ { $code }: weszło { $count } osób.
   *[other] ✅ { $code }: weszło { $count } osoby.
}
desk-event-door-let-in = { $count ->
    [one] ✅ Jedno zgłoszenie wpuszczone po nazwisku.
    [few] ✅ { $count } zgłoszenia wpuszczone po nazwisku.
    [many] ✅ { $count } zgłoszeń wpuszczonych po nazwisku.
   *[other] ✅ { $count } zgłoszenia wpuszczone po nazwisku.
}
desk-event-door-empty = Nie podano ani kodu, ani nazwiska. Nic się nie zmieniło.

## Calendar files
desk-event-imported = { $count ->
    [0] W pliku nie ma nic nowego: wszystkie wydarzenia już tu są.
    [one] Z pliku przyjęto jedno wydarzenie:
    [few] Z pliku przyjęto { $count } wydarzenia:
    [many] Z pliku przyjęto { $count } wydarzeń:
   *[other] Z pliku przyjęto { $count } wydarzenia:
}
desk-event-import-new = ➕ { $title }
desk-event-import-changed = ✏️ { $title }
desk-event-import-cancelled = ❌ { $title }
desk-event-import-refused = Z pliku { $file } nic nie przyjęto. { $reason }
desk-event-import-refused-at = „{ $title }”: { $reason }
desk-event-import-failed = Pliku { $file } nie udało się pobrać ze Slacka. Nic się nie zmieniło. Wyślij go jeszcze raz.

## What the clock reports
desk-event-reminder-late = ⌛ Nikomu nie przypomniano o „{ $title }” (początek: { $start }): przypomnienie miało wyjść { $due }, a bot nie działał tak długo, że nie miało już sensu.
desk-event-over = { $count ->
    [0] 🏁 „{ $title }” już za nami. Przyszli wszyscy zapisani: { $going }.
    [one] 🏁 „{ $title }” już za nami. Przyszło { $came } z { $going }; jedna osoba nie przyszła:
    [few] 🏁 „{ $title }” już za nami. Przyszło { $came } z { $going }; nie przyszły { $count } osoby:
    [many] 🏁 „{ $title }” już za nami. Przyszło { $came } z { $going }; nie przyszło { $count } osób:
   *[other] 🏁 „{ $title }” już za nami. Przyszło { $came } z { $going }; nie przyszło { $count } osoby:
}
desk-event-over-unchecked = { $count ->
    [one] 🏁 „{ $title }” już za nami. Zapisana była jedna osoba; przy wejściu nikogo nie odnotowano.
    [few] 🏁 „{ $title }” już za nami. Zapisane były { $count } osoby; przy wejściu nikogo nie odnotowano.
    [many] 🏁 „{ $title }” już za nami. Zapisanych było { $count } osób; przy wejściu nikogo nie odnotowano.
   *[other] 🏁 „{ $title }” już za nami. Zapisanych było { $count } osoby; przy wejściu nikogo nie odnotowano.
}
