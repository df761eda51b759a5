### Co czytają koordynatorzy, gdy piszą, zatwierdzają i prowadzą komunikaty. Placeholders: $reference (B-K4T-7M2), $kind
### (coordination-kind-…), $person, $language (nazwa własna), $area (nazwy okolic), $time (krótki czas), $count, $when.

## Forms
coordination-begin-title = Nowy komunikat
coordination-next = Dalej
coordination-to-preview = Podgląd
coordination-training-on = 🔶 Trwa tryb ćwiczeń: wszystko, co teraz powstanie, jest ćwiczeniem i nim pozostanie.
coordination-go-on = Slack nie zdążył pokazać następnego kroku. Nic nie przepadło; ten przycisk prowadzi dalej.
coordination-ask-kind = Co to jest?
coordination-ask-areas = Okolice
coordination-ask-areas-hint = Bez wyboru: całe miasto. Kto nie wybrał okolicy, dostaje wiadomości o wszystkich.
coordination-ask-playbook = Plan awaryjny
coordination-ask-playbook-hint = Bez wyboru: tekst pisze się samodzielnie.
coordination-checklist = Zanim wyślesz
coordination-ask-gap = { $variable } · { $language }
coordination-ask-gap-hint = Języki pozostawione puste przyjmą tę treść.
coordination-ask-event = Co się stało (krótko, do rejestru)
coordination-ask-severity = Jak poważne?
coordination-ask-urgency = Jak pilne?
coordination-ask-certainty = Jak pewne?
coordination-ask-category = Kategoria
coordination-ask-onset-day = Spodziewane od (dzień)
coordination-ask-onset-time = Spodziewane od (godzina)
coordination-ask-onset-hint = Puste: już trwa albo nie wiadomo.
coordination-ask-until-day = Obowiązuje do (dzień)
coordination-ask-until-time = Obowiązuje do (godzina)
coordination-ask-contact = Gdzie można zapytać
coordination-ask-topic = Temat
coordination-ask-headline = { $language }: pierwszy wiersz
coordination-ask-description = { $language }: co, gdzie, co to oznacza
coordination-ask-instruction = { $language }: co teraz robić
coordination-ask-roles = Tylko osoby w jednej z tych ról
coordination-ask-languages = Tylko osoby czytające w jednym z tych języków
coordination-ask-fallback = Języki bez tekstu dostaną tekst w języku
coordination-ask-fallback-hint = Bez wyboru: nic nie wyjdzie, dopóki brakuje tekstu w którymś języku.
coordination-ask-start-day = Wyślij dnia
coordination-ask-start-time = Wyślij o godzinie
coordination-ask-start-hint = Puste: wysyłka zaraz po zatwierdzeniu przez drugą osobę.
coordination-ask-repeat = Jak często?
coordination-repeat-never = raz
coordination-repeat-hourly = co godzinę, aż do zatrzymania lub odwołania alarmu
coordination-repeat-daily = codziennie o tej porze
coordination-repeat-weekly = co tydzień o tej porze
coordination-note-planned = Zaplanowano: { $when }, { $repeat }.
coordination-note-next = Następna wysyłka: { $when }, { $repeat }.
coordination-call-off = Odwołaj
coordination-call-off-sure = Odwołać? Nic jeszcze nie wysłano.
coordination-field-start = Kiedy
coordination-refuse-past = Ten czas już minął. Niczego nie zmieniono. Proszę wybrać późniejszy albo zostawić dzień i godzinę puste, aby wysłać od razu.
coordination-timed-missed = { $count ->
    [one] ⚠️ Nie wysłano { $reference } w zaplanowanym czasie ({ $when }): Liaison nie działał albo wysyłka była wstrzymana. Na późniejszą wysyłkę było za późno. Jeśli komunikat jest nadal potrzebny, proszę napisać nowy.
    [few] ⚠️ Nie wysłano { $reference } { $count } razy, po raz pierwszy { $when }: Liaison nie działał albo wysyłka była wstrzymana. Na późniejszą wysyłkę było za późno. Jeśli komunikat jest nadal potrzebny, proszę napisać nowy.
    [many] ⚠️ Nie wysłano { $reference } { $count } razy, po raz pierwszy { $when }: Liaison nie działał albo wysyłka była wstrzymana. Na późniejszą wysyłkę było za późno. Jeśli komunikat jest nadal potrzebny, proszę napisać nowy.
   *[other] ⚠️ Nie wysłano { $reference } { $count } razu, po raz pierwszy { $when }: Liaison nie działał albo wysyłka była wstrzymana. Na późniejszą wysyłkę było za późno. Jeśli komunikat jest nadal potrzebny, proszę napisać nowy.
}
coordination-ask-safety = Sprawdzenie bezpieczeństwa
coordination-ask-safety-yes = Zapytaj wszystkich, czy nic im nie grozi
coordination-ask-safety-hint = Dodaje przyciski „Nic mi nie grozi / Potrzebuję pomocy / Nie ma mnie na miejscu”. Kto potrzebuje pomocy, dostaje pilną sprawę.
coordination-role-volunteer = Wolontariusze
coordination-role-partner = Partnerzy
coordination-role-staff = Pracownicy

## Values of CAP 1.2
coordination-cap-immediate = Natychmiastowa: działać teraz
coordination-cap-expected = Spodziewana: w ciągu godziny
coordination-cap-future = Przyszła: wkrótce
coordination-cap-past = Miniona
coordination-cap-unknown = Nieznana
coordination-cap-extreme = Ekstremalne
coordination-cap-severe = Bardzo poważne
coordination-cap-moderate = Umiarkowane
coordination-cap-minor = Niewielkie
coordination-cap-observed = Zaobserwowane
coordination-cap-likely = Prawdopodobne
coordination-cap-possible = Możliwe
coordination-cap-unlikely = Mało prawdopodobne
coordination-cap-safety = Bezpieczeństwo publiczne
coordination-cap-met = Pogoda i powodzie
coordination-cap-geo = Ziemia: osuwiska, wstrząsy
coordination-cap-fire = Pożar
coordination-cap-health = Zdrowie
coordination-cap-env = Środowisko
coordination-cap-transport = Transport
coordination-cap-infra = Woda, prąd, sieci
coordination-cap-rescue = Ratownictwo
coordination-cap-security = Ochrona i porządek
coordination-cap-cbrne = Chemikalia, promieniowanie, wybuchy
coordination-cap-other = Inne

## Kinds and states
coordination-kind-alert = Ostrzeżenie
coordination-kind-announcement = Ogłoszenie
coordination-kind-update = Aktualizacja
coordination-kind-correction = Sprostowanie
coordination-kind-all-clear = Odwołanie alarmu
coordination-kind-drill = 🔶 Ćwiczenia
coordination-state-draft = szkic
coordination-state-submitted = czeka na drugą osobę
coordination-state-approved = zatwierdzony, czeka na swoją porę
coordination-state-running = jest wysyłany
coordination-state-paused = wstrzymany
coordination-state-stopped = zatrzymany
coordination-state-done = wysłany
coordination-state-expired = wygasł, nie wysłany
coordination-state-discarded = odrzucony
coordination-state-called-off = odwołany

## Preview
coordination-preview-title = { $reference } · { $kind } · podgląd
coordination-preview-note = Tak to będzie wyglądać. Nic jeszcze nie wysłano. Po „Przekaż” zatwierdza ktoś inny.
coordination-preview-mend = Nic nie wysłano. Proszę poprawić to, co zaznaczono powyżej; wtedy można przekazać dalej.
coordination-text-parts = { $language } ({ $count ->
    [one] { $count } część
    [few] { $count } części
    [many] { $count } części
   *[other] { $count } części
})
coordination-duration = { $time } na { $count ->
    [one] { $count } wiadomość
    [few] { $count } wiadomości
    [many] { $count } wiadomości
   *[other] { $count } wiadomości
}
coordination-paid = { $time }, za { $stars } Stars
coordination-edits = { $count ->
    [one] { $count } wcześniejsza wiadomość zostanie zmieniona na miejscu
    [few] { $count } wcześniejsze wiadomości zostaną zmienione na miejscu
    [many] { $count } wcześniejszych wiadomości zostanie zmienionych na miejscu
   *[other] { $count } wcześniejszej wiadomości zostanie zmienione na miejscu
}
coordination-area-unknown = okolica niepodana
coordination-field-people = Osoby
coordination-field-duration = Potrwa
coordination-field-paid = Jako płatna wysyłka
coordination-field-languages = Według języka
coordination-field-areas = Według miejsca zamieszkania
coordination-field-channels = Według kanału
coordination-field-unreachable = Nie dostaną
coordination-field-where = Gdzie
coordination-field-responders = Pomagający, gdziekolwiek mieszkają
coordination-field-until = Obowiązuje do
coordination-field-edits = Zmienione na miejscu
coordination-gone-blocked = zablokowali bota
coordination-gone-stopped = napisali /stop
coordination-gone-unwanted = nie chcą tego tematu

## The card in the coordinators' channel
coordination-card-title = { $reference } · { $kind }
coordination-field-state = Stan
coordination-field-submitted = Przekazał(a)
coordination-field-approved = Zatwierdził(a)
coordination-field-stopped = Zatrzymał(a)
coordination-field-progress = Postęp
coordination-field-sent = Wysłane
coordination-field-unsent = Niewysłane
coordination-field-left = Pozostało
coordination-field-public = Wpisy publiczne
coordination-field-rate = Tempo
coordination-field-finish = Koniec
coordination-rate = { $rate } na sekundę
coordination-posted = { $sent } z { $all }
coordination-end-failed = nieudane
coordination-end-blocked = zablokowane
coordination-end-doubt = niepewne
coordination-end-stopped = zatrzymane
coordination-end-expired = wygasłe
coordination-note-type = Kto zatwierdza, wpisuje, dokąd to idzie: { $area }
coordination-note-voided = { $person } – wprowadzono zmianę: to znów szkic i trzeba go przekazać od nowa.
coordination-note-override = { $person } – wysłano jednoosobowo, jako dyżurny: { $reason }
coordination-note-refers = Dotyczy { $reference }

## Buttons
coordination-submit = Przekaż
coordination-change = Zmień
coordination-discard = Odrzuć
coordination-discard-sure = Odrzucić ten szkic? Nic nie wysłano.
coordination-approve = Zatwierdź i wyślij
coordination-send-back = Zwróć
coordination-override = Dyżurny: wyślij jednoosobowo
coordination-pause = Wstrzymaj
coordination-resume = Wznów
coordination-stop = Zatrzymaj
coordination-stop-sure = Zatrzymać na dobre? Co nie wyszło, nie wyjdzie; co dotarło, zostaje.
coordination-follow-correction = Sprostuj
coordination-follow-update = Uaktualnij
coordination-follow-all-clear = Odwołaj alarm

## The last question
coordination-approve-title = Zatwierdź i wyślij
coordination-send-now = Wyślij teraz
coordination-ask-area = Proszę wpisać, dokąd to idzie: { $area }
coordination-ask-area-hint = To nie ćwiczenia. Dostaną to wszyscy: { $area }
coordination-ask-reason = Dlaczego nikt inny nie może zatwierdzić? (Zostanie to zapisane, a koordynatorzy powiadomieni.)

## What is told in private
coordination-submitted = { $reference } czeka na drugą osobę na kanale koordynatorów. Nic jeszcze nie wysłano.
coordination-returned = { $reference } wraca: ktoś z zespołu prosi o zmianę. Nic nie wysłano.
coordination-discarded = { $reference } odrzucono. Nic nie wysłano.
coordination-overridden = 🚨 { $person } – wysłano { $reference } jednoosobowo, jako dyżurny. Powód: { $reason }

## The own page
coordination-home = Komunikaty
coordination-home-none = Nic nie czeka i nic się nie wysyła.
coordination-new = Napisz komunikat

## Refusals: what happened, what stays, what to do
coordination-refuse-role = Brak uprawnień do tego. Niczego nie zmieniono. Role są w konfiguracji, w części [roles].
coordination-refuse-duty = Jednoosobowo wysyła tylko dyżurny. Niczego nie zmieniono; może zatwierdzić druga osoba.
coordination-refuse-state = W tym stanie nie można już tego zrobić. Niczego nie zmieniono. Stan pokazuje karta.
coordination-refuse-changed = Ktoś to w międzyczasie zmienił. Nic nie zrobiono. Proszę obejrzeć najnowszą kartę i zdecydować ponownie.
coordination-refuse-own = To własny komunikat, więc zatwierdzić musi go ktoś inny. Nic nie wysłano.
coordination-refuse-submitter-role = Osoba, która to przekazała, nie jest już koordynatorem. Nic nie wysłano. Może przekazać to na nowo inny koordynator.
coordination-refuse-approved-already = { $reference } już zatwierdzono, raz wystarczy. Nic więcej nie wysłano.
coordination-refuse-expired = Jego czas minął, więc nie zostanie wysłany. Niczego nie zmieniono. Proszę podać późniejsze „obowiązuje do”.
coordination-refuse-reason = Potrzebny jest powód, co najmniej dziesięć znaków: zostanie zapisany. Nic nie wysłano.
coordination-refuse-nobody = Nikt by tego nie dostał: żaden mieszkaniec nie pasuje do odbiorców. Nic nie wysłano. Proszę wybrać inne okolice, role lub języki.
coordination-refuse-nobody-drill = Nikt z grupy ćwiczebnej nie pasuje. Nic nie wysłano. Ćwiczenia docierają tylko do osób w roli „drill”.
coordination-refuse-no-original = To, czego dotyczy, nigdy nie zostało wysłane. Niczego nie zmieniono. Sprostowanie, aktualizacja lub odwołanie następuje po wysłanej wiadomości.
coordination-refuse-forgotten = Nie da się już ustalić, do kogo dotarła tamta wiadomość, bo listę odbiorców przechowujemy przez ograniczony czas. Niczego nie zmieniono. Prosimy napisać nową wiadomość do tych samych okolic lub grup.
coordination-refuse-drill-unmarked = Ćwiczenia muszą być oznaczone w każdej wiadomości, a tu tak nie jest. Nic nie wysłano. Proszę napisać to od nowa.
coordination-refuse-drill-mixed = Ćwiczenia i prawdziwy alarm nie mogą po sobie następować. Niczego nie zmieniono. Proszę zacząć od nowa.
coordination-refuse-facts = Ostrzeżenie musi mówić, co się stało i do kiedy obowiązuje. Nic nie wysłano. Proszę uzupełnić jedno i drugie.
coordination-refuse-order = Kończy się, zanim się zacznie. Niczego nie zmieniono. Proszę poprawić godziny.
coordination-refuse-no-text = Nie ma tekstu w żadnym języku. Niczego nie zmieniono. Proszę napisać choć jeden.
coordination-refuse-no-channel = Nie ma kanału koordynatorów, więc nic nie można zatwierdzić. Niczego nie zmieniono. Podaje się go w konfiguracji, w części [broadcasts].
coordination-refuse-unknown = Nie ma takiego komunikatu. Niczego nie zmieniono. /alert zaczyna nowy.
coordination-refuse-when = Zegar nigdy nie pokazuje tej godziny. Niczego nie zmieniono. Proszę wybrać inną.
coordination-refuse-no-headline = Tekst w języku { $language } nie ma pierwszego wiersza. Niczego nie zmieniono. Proszę go dopisać.
coordination-refuse-long-headline = Pierwszy wiersz w języku { $language } ma ponad { $most } znaków. Niczego nie zmieniono. Proszę go skrócić.
coordination-refuse-variable = W języku { $language } nie wypełniono miejsca { $variable }. Nic nie wysłano. Proszę je wypełnić.
coordination-refuse-gap = Plan wymaga jeszcze: { $variable }. Nic nie wysłano. Proszę uzupełnić w przynajmniej jednym języku.
coordination-refuse-fallback = { $language } miał zastąpić brakujące języki, ale sam nie ma tekstu. Niczego nie zmieniono. Proszę wybrać inny.
coordination-refuse-language = { $count ->
    [one] { $count } osoba czyta w języku { $language }, a nie ma dla niej tekstu
    [few] { $count } osoby czytają w języku { $language }, a nie ma dla nich tekstu
    [many] { $count } osób czyta w języku { $language }, a nie ma dla nich tekstu
   *[other] { $count } osoby czyta w języku { $language }, a nie ma dla nich tekstu
}. Nic nie wysłano. Proszę go napisać albo wskazać, który tekst dostaną.
coordination-refuse-area = Nie ma okolicy { $area }. Niczego nie zmieniono. Okolice są w konfiguracji, w częściach [[areas]].
coordination-refuse-value = { $value } nie jest wartością znaną w ostrzeżeniach (CAP 1.2). Niczego nie zmieniono. Proszę wybrać z listy.
coordination-refuse-typed-area = To nie była nazwa miejsca, do którego to idzie. Nic nie wysłano. Aby wysłać, proszę wpisać: { $area }
coordination-refuse-seal = To, co zapisano pod { $reference }, nie jest tym, co przekazano. Nic nie wysłano. Proszę przekazać to na nowo i powiadomić administratora.

## On a coordinator's own phone
coordination-phone-code = Twój kod: { $code }. W ciągu { $minutes } minut proszę wysłać do bota na własnym Telegramie: /coordinate { $code }. Działa jeden raz.
coordination-phone-linked = { $person } – czat na Telegramie może teraz działać w Twoim imieniu. Jeśli to ktoś inny: proszę odebrać rolę i powiadomić administratora.
coordination-phone-off = Ten czat nie działa już w imieniu koordynatora.
coordination-phone-menu = Proszę wybrać plan, by zacząć ostrzeżenie, napisać własnymi słowami albo zobaczyć, co czeka, co jest wysyłane i co wysłano.
coordination-phone-gap = Proszę napisać: { $variable }
coordination-phone-own-alert = ✍️ Ostrzeżenie własnymi słowami
coordination-phone-own-words = ✍️ Własnymi słowami
coordination-phone-plan = Który plan ćwiczymy?
coordination-phone-hours = Jak długo obowiązuje?
coordination-phone-hours-value = { $count ->
    [one] { $count } godzinę
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
coordination-phone-text = Proszę napisać wiadomość – język: { $language }. W pierwszym wierszu nagłówek, niżej co się stało i co robić.
coordination-phone-leave-out = Pomiń: { $language }
coordination-phone-uses = Brak tekstu: { $languages }. Który tekst mają dostać ci czytelnicy?
coordination-phone-no-text = Na razie żaden
coordination-phone-cancel = ✖️ Anuluj
coordination-phone-cancelled = Zakończono. Nic nie powstało i nic nie wysłano. /coordinate pokaże, co można zrobić.
coordination-drill-link = Proszę to przekazać osobom, które biorą udział w ćwiczeniach: { $link }
coordination-told = 📢 { $reference } – właśnie wychodzi do mieszkańców: { $headline }

## Audiences with a name
coordination-audience-title = Zapisz odbiorców
coordination-audience-submit = Zapisz
coordination-ask-audience-name = Nazwa
coordination-ask-audience = Albo zapisani odbiorcy
coordination-keep-audience = Zapisz odbiorców
coordination-audience-saved = Odbiorców „{ $name }” zapisano; odtąd można ich wybrać w formularzu.
coordination-refuse-name = Potrzebna jest nazwa. Niczego nie zmieniono.
coordination-refuse-audience = Nie ma odbiorców o nazwie { $name }. Niczego nie zmieniono. Proszę wybrać innych.

## Whom it is for, beyond area, role and language. Placeholders: $event (code of an event)
coordination-ask-shape = Albo gdzie – kształt lub kod
coordination-ask-shape-hint = Narożniki „szer.,dł. szer.,dł. szer.,dł.”, koło „szer.,dł. kilometry” albo kod „NAZWA=wartość”. Wybrane zostaną okolice, których to dotyczy.
coordination-ask-without-areas = Bez osób z tych okolic
coordination-ask-case-departments = Tylko osoby z otwartą sprawą w wydziale
coordination-ask-cases = Tylko osoby z jedną z tych otwartych spraw
coordination-ask-cases-hint = Numery spraw, oddzielone spacjami.
coordination-ask-events = Tylko osoby z tych wydarzeń
coordination-ask-events-hint = Kto przyszedł, jeśli odnotowano gości przy wejściu; inaczej kto się zapisał.
coordination-ask-audience-also = Oraz ci zapisani odbiorcy
coordination-ask-audience-without = Ale bez tych zapisanych odbiorców
coordination-refuse-shape = To nie jest obrys, koło ani kod. Niczego nie zmieniono. Proszę wpisać na przykład 54.0,18.0 5 (koło o promieniu 5 km).
coordination-refuse-shape-nowhere = Ten kształt nie obejmuje żadnej z naszych okolic. Niczego nie zmieniono. Proszę sprawdzić liczby albo wybrać okolice z nazwy.
coordination-refuse-cases = Nie wszystko to są numery spraw. Niczego nie zmieniono. Proszę wpisać je tak: K4T-7M2.
coordination-refuse-event = Żadne wydarzenie nie ma kodu { $event }. Niczego nie zmieniono. Proszę wybrać inne.
