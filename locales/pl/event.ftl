### What residents read of events. Placeholders: $title, $when (from when to when), $place, $count (seats or people), $ticket
### (the code that lets them in), $until and $own (moments), $value (a list or the organiser's words), $now and $was, $goal,
### $pledged and $received (sums of money).

## An event
event-when = 📅 { $when }
event-own-clock = { $when } (według Twojego zegara: { $own })
event-where = 📍 { $place }
event-seats = { $count ->
    [0] 💺 Brak wolnych miejsc. Możesz zapisać się na listę oczekujących.
    [one] 💺 Zostało jedno wolne miejsce
    [few] 💺 Zostały { $count } wolne miejsca
    [many] 💺 Zostało { $count } wolnych miejsc
   *[other] 💺 Zostało { $count } wolnego miejsca
}
event-deadline = ⏳ Prosimy o odpowiedź do: { $when }
event-organiser = 👤 { $value }
event-languages = 🗣 Języki na miejscu: { $value }
event-accessibility = ♿ { $value }
event-goal = 🎯 Cel zbiórki: { $goal } · zadeklarowano: { $pledged } · otrzymano: { $received }
event-is-closed = Zapisy na to wydarzenie są już zamknięte. Jeśli jednak nie możesz przyjść, nadal możesz to zgłosić.
event-is-over = To wydarzenie już się odbyło.
event-is-cancelled = To wydarzenie się nie odbędzie.

## Lists
event-list = Najbliższe wydarzenia w Twojej okolicy:
event-list-empty = Na razie nic w Twojej okolicy nie zaplanowano. Pod przyciskiem „Okolice” wybierzesz, o czym chcesz wiedzieć.
event-line = { $title } · { $when }
event-dates = Najbliższe terminy. Naciśnij jeden z nich, aby zobaczyć więcej albo się zapisać:
event-mine = Twoje wydarzenia:
event-mine-empty = Nie masz jeszcze żadnych zapisów.
event-own-going = { $count ->
    [one] ✅ Przychodzisz. Twój kod przy wejściu: { $ticket }
    [few] ✅ Przychodzicie w { $count } osoby. Wasz kod przy wejściu: { $ticket }
    [many] ✅ Przychodzicie w { $count } osób. Wasz kod przy wejściu: { $ticket }
   *[other] ✅ Przychodzicie w { $count } osoby. Wasz kod przy wejściu: { $ticket }
}
event-own-maybe = 🤔 Może przyjdziesz.
event-own-waiting = { $count ->
    [one] ⏳ Jesteś na liście oczekujących.
    [few] ⏳ Czekacie na { $count } miejsca.
    [many] ⏳ Czekacie na { $count } miejsc.
   *[other] ⏳ Czekacie na { $count } miejsca.
}
event-own-offered = { $count ->
    [one] 🎟 Trzymamy dla Ciebie miejsce. Prosimy, przyjmij je albo zwolnij.
    [few] 🎟 Trzymamy dla Was { $count } miejsca. Prosimy, przyjmijcie je albo zwolnijcie.
    [many] 🎟 Trzymamy dla Was { $count } miejsc. Prosimy, przyjmijcie je albo zwolnijcie.
   *[other] 🎟 Trzymamy dla Was { $count } miejsca. Prosimy, przyjmijcie je albo zwolnijcie.
}
event-calendar = { $title }: otwórz ten plik, aby dodać wydarzenie do kalendarza.

## Buttons
event-button-going = ✅ Przyjdę
event-button-maybe = 🤔 Może
event-button-no = ❌ Nie przyjdę
event-button-leave = ❌ Jednak nie przyjdę
event-button-accept = ✅ Tak, przyjdę
event-button-decline = ❌ Nie, dziękuję
event-button-calendar = 📆 Dodaj do kalendarza
event-button-map = 🗺 Mapa
event-button-dates = 🔁 Inne terminy
event-button-show = ℹ️ Szczegóły
event-button-mine = 🎟 Moje wydarzenia
event-button-list = 📅 Wydarzenia
event-button-earlier = ⬅️ Wcześniej
event-button-later = Później ➡️

## Answers
event-said-going = { $count ->
    [one] ✅ Zapisaliśmy Cię na „{ $title }”.
    [few] ✅ Zapisaliśmy { $count } osoby na „{ $title }”.
    [many] ✅ Zapisaliśmy { $count } osób na „{ $title }”.
   *[other] ✅ Zapisaliśmy { $count } osoby na „{ $title }”.
    }
    📅 { $when }
    🎟 Kod przy wejściu: { $ticket }
    W ile osób przyjdziecie?
event-said-maybe = 🤔 Zanotowane: może przyjdziesz na „{ $title }”. Nie trzymamy miejsca, ale damy znać, jeśli coś się zmieni.
event-said-no = Zanotowane: nie przyjdziesz na „{ $title }”. Miejsce dostanie ktoś inny. Dziękujemy za wiadomość.
event-said-no-first = Zanotowane: nie przyjdziesz na „{ $title }”.
event-too-many = { $count ->
    [one] Jest tylko jedno miejsce. Nic się nie zmieniło.
    [few] Są tylko { $count } miejsca. Nic się nie zmieniło.
    [many] Jest tylko { $count } miejsc. Nic się nie zmieniło.
   *[other] Jest tylko { $count } miejsca. Nic się nie zmieniło.
}
event-no-more = { $count ->
    [0] Nie ma więcej miejsc. Zachowujesz te, które masz: { $people }
    [one] Jest jeszcze tylko jedno miejsce. Zachowujesz te, które masz: { $people }
    [few] Są jeszcze tylko { $count } miejsca. Zachowujesz te, które masz: { $people }
    [many] Jest jeszcze tylko { $count } miejsc. Zachowujesz te, które masz: { $people }
   *[other] Jest jeszcze tylko { $count } miejsca. Zachowujesz te, które masz: { $people }
}
event-waiting = ⏳ Na „{ $title }” nie ma już miejsc. Jesteś na liście oczekujących, pozycja { $count }. Gdy zwolni się miejsce, zapytamy Cię tutaj. W ile osób przyjdziecie?
event-offer = { $count ->
    [one] 🎟 Zwolniło się dla Ciebie miejsce na „{ $title }”.
    [few] 🎟 Zwolniły się dla Was { $count } miejsca na „{ $title }”.
    [many] 🎟 Zwolniło się dla Was { $count } miejsc na „{ $title }”.
   *[other] 🎟 Zwolniło się dla Was { $count } miejsca na „{ $title }”.
    }
    📅 { $when }
    Czy chcesz przyjść? Trzymamy do: { $until }
event-offer-over = Czas na przyjęcie miejsca na „{ $title }” minął, dostała je następna osoba. Jeśli nadal chcesz przyjść, naciśnij przycisk i zapisz się ponownie na listę.
event-offer-gone = Ta propozycja jest już nieaktualna. Jak stoją sprawy, pokażą Twoje wydarzenia: /events
event-unknown-code = Nie znamy wydarzenia o takim kodzie. Mogło zostać usunięte. Najbliższe wydarzenia: /events

## Something is different
event-changed = ⚠️ W tym wydarzeniu coś się zmieniło.
event-changed-when = Nowy termin: { $now } (poprzednio: { $was })
event-changed-where = Nowe miejsce: { $now } (poprzednio: { $was })
event-changed-where-open = Miejsce nie jest już ustalone (poprzednio: { $was }). Przed wyjściem prosimy sprawdzić szczegóły.
event-changed-spot = Zmienił się dokładny punkt spotkania. Przed wyjściem prosimy go sprawdzić.
event-changed-kept = Twoja odpowiedź pozostaje w mocy. Jeśli teraz nie możesz przyjść, prosimy o wiadomość.
event-cancelled = ❌ To wydarzenie się nie odbędzie ({ $when }). Przepraszamy. Nie musisz nic robić.
event-cancelled-reason = Organizatorzy piszą: { $reason }

## Reminders and the door
event-reminder = ⏰ Przypominamy o tym wydarzeniu:
event-door-here = Witamy na „{ $title }”! Obecność zapisana.
event-door-early = Na „{ $title }” jest jeszcze za wcześnie. Zeskanuj kod ponownie, gdy będziesz na miejscu.
event-door-full = Na „{ $title }” nie ma już wolnych miejsc i nie widzimy Twojego zapisu. Prosimy, zapytaj osoby przy wejściu.

## The public page
event-page-title = Wydarzenia: { $community }
event-page-empty = Na razie nic nie zaplanowano.
event-page-join = Zapisz się w Telegramie
event-page-calendar = 📆 Subskrybuj ten kalendarz
event-page-all-area = wszystkie okolice
event-page-all-topic = wszystkie tematy
event-page-unknown = Nie ma takiego tematu ani okolicy.
