### What staff read. Placeholders: $reference, $department, $from and $to (names of departments), $person (a mention or
### name that the channel made), $when (adverb of time), $age (short span), $reason (a desk-reason-… text), $language.
### Lengths: titles of forms and their buttons at most 24 characters, buttons of cards at most 75 (Slack's Block Kit).

## Cards
desk-card-title = { $reference } · { $kind }
desk-field-resident = Mieszkaniec
desk-field-language = Język
desk-field-area = Okolica
desk-field-age = Wiek sprawy
desk-field-state = Stan
desk-field-priority = Priorytet
desk-field-owner = Prowadzi
desk-field-due = Odpowiedź najpóźniej
desk-field-rating = Ocena
desk-value-nobody = jeszcze nikt
desk-value-unknown = nieznany
desk-value-rating = { $stars } z 5
desk-card-sensitive = 🔒 Sprawa wrażliwa: nie cytować poza tym kanałem
desk-card-more-messages = { $count ->
    [one] Jeszcze { $count } wiadomość w wątku
    [few] Jeszcze { $count } wiadomości w wątku
    [many] Jeszcze { $count } wiadomości w wątku
   *[other] Jeszcze { $count } wiadomości w wątku
}
desk-card-moved = Przekazano do: { $department }

## States, kinds, priorities
desk-state-new = nowa
desk-state-claimed = w toku
desk-state-waiting = czeka na mieszkańca
desk-state-resolved = załatwiona
desk-state-closed = zamknięta
desk-state-reopened = otwarta ponownie
desk-kind-question = Pytanie
desk-kind-complaint = Skarga
desk-kind-suggestion = Pomysł
desk-kind-thanks = Podziękowanie
desk-kind-report = Zgłoszenie
desk-priority-low = niski
desk-priority-normal = zwykły
desk-priority-high = wysoki
desk-priority-urgent = pilny

## Buttons
desk-button-claim = ✋ Biorę
desk-button-reply = 💬 Odpowiedz
desk-button-reassign = ↪️ Przekaż
desk-button-priority = ⚑ Priorytet
desk-button-wait = ⏳ Czekaj
desk-button-resolve = ✅ Załatwione
desk-button-release = Oddaj

## Forms
desk-form-cancel = Anuluj
desk-reply-title = Odpowiedź
desk-reply-submit = Wyślij
desk-reply-about = { $reference } · Język mieszkańca: { $language }. Tekst zostanie wysłany dokładnie tak, jak go napiszesz.
desk-reply-last = Mieszkaniec napisał: { $text }
desk-reply-label = Twoja odpowiedź
desk-reply-hint = Mieszkaniec widzi nazwę wydziału, nie Twoje nazwisko.
desk-reassign-title = Przekazanie sprawy
desk-reassign-submit = Przekaż
desk-reassign-department = Do którego wydziału?
desk-reassign-note = Notatka dla tamtego wydziału
desk-reassign-note-hint = Zostaje wewnątrz. Mieszkaniec dowie się tylko, który wydział ma teraz sprawę.
desk-wait-title = Czekamy na mieszkańca
desk-wait-submit = Zapytaj i czekaj
desk-wait-label = Czego chcesz się dowiedzieć?
desk-wait-hint = To pytanie dostanie mieszkaniec. Sprawa czeka na odpowiedź.
desk-resolve-title = Załatwienie sprawy
desk-resolve-submit = Wyślij i zakończ
desk-resolve-label = Wiadomość końcowa do mieszkańca
desk-resolve-hint = Potem zapytamy mieszkańca, czy sprawa rzeczywiście jest załatwiona.
desk-priority-title = Priorytet
desk-priority-submit = Ustaw
desk-priority-label = Jak szybko ktoś musi się tym zająć?

## Lines in the thread
desk-thread-resident-wrote = { $name }:
desk-thread-resident-edited = ✏️ { $name } – zmieniona wiadomość. Teraz brzmi:
desk-thread-earlier-reply = Wcześniejsza odpowiedź do mieszkańca:
desk-thread-earlier-note = Wcześniejsza notatka wewnętrzna:
desk-thread-urgent = 🚨 Teraz pilne: w wiadomości jest „{ $word }”.
desk-thread-flood = Mieszkaniec pisze bardzo dużo wiadomości naraz. { $count ->
    [one] Jeszcze { $count } zapisano
    [few] Jeszcze { $count } zapisano
    [many] Jeszcze { $count } zapisano
   *[other] Jeszcze { $count } zapisano
} w historii; nie pokazujemy ich tutaj.
desk-thread-split = Mieszkaniec mówi, że ta wiadomość to osobna sprawa: { $reference }
desk-thread-place-unnamed = Miejsce
desk-thread-place = 📍 { $label } { $url }
desk-thread-contact = 👤 Kontakt od mieszkańca: { $name }, { $phone }
desk-thread-contact-own = 👤 Numer mieszkańca: { $name }, { $phone }
desk-thread-claimed = ✋ Sprawę prowadzi: { $person }
desk-thread-released = { $person } oddaje sprawę do kolejki.
desk-thread-reassigned = ↪️ { $person } przekazuje sprawę: { $from } → { $to }
desk-thread-reassigned-note = Notatka: { $note }
desk-thread-waiting = ⏳ { $person } czeka na odpowiedź mieszkańca.
desk-thread-priority = ⚑ { $person } ustawia priorytet: { $priority }
desk-thread-resolved = ✅ { $person } kończy sprawę.
desk-thread-confirmed = 🎉 Mieszkaniec potwierdza: załatwione.
desk-thread-rejected = ❌ Mieszkaniec mówi: niezałatwione. Sprawa jest znów otwarta.
desk-thread-rated = ⭐ Ocena mieszkańca: { $stars } z 5
desk-thread-reopened = 🔁 Mieszkaniec napisał ponownie: sprawa jest znów otwarta.
desk-thread-closed-unanswered = Nikt w porę nie zaprzeczył: sprawa jest zamknięta.
desk-thread-blocked = Ta osoba zablokowała bota i nie można do niej pisać.

## Replies and what became of them
desk-reply-line = 💬 { $person } do mieszkańca:
desk-reply-queued = 🕓 w kolejce
desk-reply-sent = ✅ wysłano, { $when }
desk-reply-failed = ❌ nie wysłano: { $reason }
desk-reply-waiting-until = 🕓 jeszcze nie wysłano: { $reason }. Następna próba { $when }
desk-reply-doubt = ❔ być może wysłano: { $reason }
desk-reply-stopped = ⏹ zatrzymano przed wysłaniem
desk-reply-expired = ⌛ już nie wysłano: minął termin
desk-reason-refused = platforma nie przyjmuje tej wiadomości
desk-reason-rate-limited = platforma każe poczekać
desk-reason-network = brak połączenia
desk-reason-platform-down = awaria platformy
desk-reason-no-answer = połączenie przerwało się, zanim platforma odpowiedziała
desk-reason-blocked = ta osoba zablokowała bota albo usunęła konto
desk-reason-moved = czat ma nowy adres
desk-reason-token-revoked = platforma nie przyjmuje już naszego tokenu
desk-reason-gone = tej wiadomości już nie ma
desk-reason-erased = dane tej osoby zostały usunięte
desk-reason-other = błąd ({ $code })

## Reply form: how it will look, and what happens next
desk-reply-looks = Jak to będzie wyglądać
desk-reply-your-words = (Twój tekst)
desk-reply-rtl = Tekst biegnie od prawej do lewej.
desk-reply-then = Co dalej?
desk-reply-then-send = Wyślij od razu
desk-reply-then-preview = Najpierw pokaż w wątku
desk-reply-files = { $count ->
    [one] { $count } plik
    [few] { $count } pliki
    [many] { $count } plików
   *[other] { $count } pliku
}

## After a reply that did not arrive: what staff can do
desk-advice-blocked = Co można zrobić: do tej osoby nic nie dotrze, dopóki sama znów nie napisze do bota. Jeśli sprawa nie może czekać, zadzwoń albo wyślij list. Twój tekst zostaje w sprawie.
desk-advice-doubt = Co można zrobić: zanim wyślesz jeszcze raz, poczekaj na reakcję mieszkańca albo zadzwoń. Być może wiadomość już dotarła.
desk-advice-failed = Co można zrobić: naciśnij Odpowiedz i wyślij jeszcze raz albo skontaktuj się w inny sposób.
desk-thread-file-failed = Nie można tu pokazać pliku od mieszkańca: { $reason }. Poproś o ponowne przesłanie.

## Asking before a mention goes out
desk-mention-ask = Wysłać to do mieszkańca w sprawie { $reference }, jako { $department }?
desk-mention-send = Wyślij do mieszkańca
desk-mention-cancel = Zostaw wewnątrz
desk-mention-sent = W kolejce do mieszkańca.
desk-mention-cancelled = Zostaje wewnątrz. Nic nie wysłano.
desk-mention-empty = Napisz odpowiedź po wzmiance, w tej samej wiadomości.
desk-mention-no-case = Odpowiedź musi należeć do sprawy: napisz ją w wątku karty.
desk-mention-already-sent = Ta wiadomość już poszła do mieszkańca. Zmiana zostaje tylko tutaj; aby coś sprostować, wyślij kolejną odpowiedź.
desk-mention-withdrawn = Wiadomość usunięto, zanim ktoś ją wysłał.
desk-mention-changed = Wiadomość zmieniono. Nowa wersja jest poniżej.

## Refusals (only the person who acted sees them)
desk-refuse-member = W tej sprawie mogą działać tylko osoby z kanału { $channel }. Dołącz do kanału albo zapytaj tam.
desk-refuse-claimed = Sprawę { $reference } ma już { $person }.
desk-refuse-state = To nie pasuje do stanu sprawy { $reference }: { $state }.
desk-refuse-unknown = Ten przycisk pochodzi ze starszej wersji karty. Użyj najnowszej.
desk-refuse-no-case = Takiej sprawy już nie ma.
desk-refuse-same-department = Tę sprawę ma już wydział: { $department }
desk-refuse-empty = Najpierw coś napisz.
desk-refuse-unreachable = Nie można napisać do mieszkańca: { $reason }
desk-refuse-your-words = Oto Twój tekst, żeby nie przepadł:
desk-refuse-decided = Ktoś już zdecydował o tej wiadomości.
desk-refuse-form = Nie udało się otworzyć formularza. Naciśnij przycisk jeszcze raz.
desk-done-claimed = Sprawa { $reference } jest Twoja.

## App Home
desk-home-title = Twoje sprawy
desk-home-mine = Moje sprawy
desk-home-mine-empty = Nie masz otwartych spraw. Weź którąś z poniższych.
desk-home-queue = { $department } · otwarte: { $count }
desk-home-queue-empty = Nic tu nie czeka. 🎉
desk-home-quiet = Tu nic nie czeka 🎉
desk-home-more = { $count ->
    [one] i jeszcze { $count }
    [few] i jeszcze { $count }
    [many] i jeszcze { $count }
   *[other] i jeszcze { $count }
}
desk-home-none = Nie należysz jeszcze do kanału żadnego wydziału.
desk-home-filter-all = Wszystkie
desk-home-filter-unclaimed = Niczyje
desk-home-filter-urgent = Pilne
desk-home-filter-overdue = Po terminie
desk-home-filter-mine = Moje

## The /liaison command
desk-help =
    /liaison find K4T-7M2 – znajdź sprawę po numerze
    /liaison queue – otwarte sprawy wydziałów
    /liaison phone – kod, by zatwierdzać i zatrzymywać ostrzeżenia z własnego Telegrama
    /liaison drill – jak dołączyć do grupy, która dostaje ćwiczenia
    /liaison help – ta lista
    /alert – ostrzeżenie, ogłoszenie albo ćwiczenia
    /event – zaplanuj wydarzenie
    /survey – zapytaj mieszkańców
    /volunteer – znajdź wolontariuszy, zaplanuj dyżur
    /partner – lista partnerów
    /programme – co dało wydarzenie

    Wszystko, co piszesz w wątku, zostaje wewnątrz. Żeby odpisać mieszkańcowi, użyj przycisku Odpowiedz albo zacznij od wzmianki o mnie i potwierdź.
desk-find-usage = Podaj też numer sprawy, na przykład: /liaison find K4T-7M2
desk-find-none = Nie ma sprawy o numerze { $reference }.
desk-find-elsewhere = { $reference }: wydział { $department }, stan: { $state }. Więcej widzą tylko osoby z tego kanału.
desk-queue-title = Otwarte sprawy
desk-queue-line = { $department }: { $count ->
    [0] brak
   *[other] { $count }, najstarsza: { $age }
}
desk-command-unknown = Nie znam „{ $text }”. Lista poleceń: /liaison help

## Why the router chose this department (one key a kind of reason)
desk-why-keyword = pasuje: { $text }
desk-why-similar = podobna do { $text }
desk-why-learned = podobnie jak wcześniejsze sprawy: { $text }
desk-why-area = miejsce: { $text }

## Alarms for administrators ($channel: Telegram or Slack)
desk-alarm-dead-letter = ⚠️ Jednej wiadomości nie udało się obsłużyć; odłożono ją pod numerem { $number }. Pokaże ją i powtórzy „liaison dead-letters”.
desk-alarm-channel-revoked = 🛑 { $channel } nie przyjmuje już naszego tokenu. Wszystko dla { $channel } czeka w kolejce. Wpisz nowy token do .env i uruchom ponownie.
desk-alarm-channel-down = ⚠️ { $channel } nie odpowiada. Wiadomości czekają i wyjdą po kolei, gdy tylko wróci łączność.
desk-alarm-channel-back = ✅ { $channel } znów odpowiada. Zaległe wiadomości wychodzą teraz po kolei.
desk-alarm-telegram-conflict = 🛑 Wiadomości tego bota odbiera z Telegrama inny program, więc do nas nic nie dociera. Zatrzymaj tamten program albo usuń jego webhook.
desk-alarm-telegram-revoked = 🛑 Telegram nie przyjmuje już tokenu bota, więc wiadomości nie docierają. Wpisz nowy token do .env i uruchom ponownie.
desk-alarm-forged = ⚠️ Odrzucono wiele żądań, które podają się za { $channel }: mają błędny sekret lub podpis. Niczego z nich nie zapisano, a wiadomości docierają jak zwykle. Jeśli właśnie zmieniono sekret, proszę porównać .env z ustawieniami w { $channel }.
desk-alarm-storage = ⚠️ Przez pewien czas nie dało się zapisywać w bazie danych; teraz znów działa. Nic nie zginęło: wiadomości czekały na platformach i są właśnie obsługiwane. Proszę sprawdzić wolne miejsce na jej dysku.
desk-alarm-feed = ⚠️ Nie można odczytać kanału oficjalnych ostrzeżeń { $address } ({ $reason }). Do tego czasu ostrzeżenia stamtąd do nas nie docierają. Sprawdźcie adres w konfiguracji, a tymczasem śledźcie stronę wydawcy.
desk-plan-overdue = 📋 Plan „{ $plan }” trzeba było przejrzeć do: { $day }. Przeczytajcie go, poprawcie, co się zmieniło, i wpiszcie nowy dzień w { $file }. Do tego czasu można go nadal używać.
