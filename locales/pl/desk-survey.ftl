### Surveys, as staff make and read them. Placeholders: $number (of the survey, a mark), $title, $state (a desk-survey-state-…
### text), $language, $question (its number), $detail, $count, $share (percent), $answer, $part (a language or area), $most.

## The command and its refusals
desk-survey-help =
    /survey – nowa ankieta, krok po kroku
    /survey list – najnowsze ankiety z numerami
    /survey show 3 – stan ankiety nr 3
    /survey results 3 – jej wyniki, wykres i tabela
    /survey close 3 – zakończenie od razu
desk-survey-refuse-role = Ankiety tworzą i wyniki widzą tylko koordynatorzy. Nic się nie zmieniło. O rolę można poprosić administratora.
desk-survey-refuse-unknown = Nie ma ankiety o tym numerze. /survey list pokazuje najnowsze.
desk-survey-refuse-draft = Ta ankieta nie została jeszcze otwarta, więc nie ma wyników.
desk-survey-refuse-open = Zakończyć można tylko otwartą ankietę. Nic się nie zmieniło.
desk-survey-refuse-frozen = Ta ankieta jest już otwarta, więc jej pytania się nie zmieniają. Aby zapytać o coś innego, proszę utworzyć nową.
desk-survey-refuse-days = Proszę podać pełne dni, od 1 do { $most } do zakończenia. Nic nie zostało otwarte.
desk-survey-refuse-event = Proszę wybrać wydarzenie, po którym pytamy. Nic nie zostało otwarte.
desk-survey-refuse-nobody = Nikt z tej grupy, do kogo można napisać, nie wybrał ankiet (temat w /settings), więc nic nie zostało otwarte. Proszę wybrać więcej obszarów lub języków.
desk-survey-list-empty = Nie ma jeszcze ankiet. Pierwszą tworzy /survey.
desk-survey-list-line = { $number }. { $title } – { $state }
desk-survey-state-draft = szkic
desk-survey-state-open = otwarta
desk-survey-state-closed = zakończona
desk-survey-dropped = Szkic usunięty. Nikt go nie widział.
desk-survey-opened = { $count ->
    [one] Ankieta otwarta. Trafi do jednej osoby.
    [few] Ankieta otwarta. Trafi do { $count } osób.
    [many] Ankieta otwarta. Trafi do { $count } osób.
   *[other] Ankieta otwarta. Trafi do { $count } osoby.
}

## The card
desk-survey-card-head = Ankieta { $number }: { $title }
desk-survey-field-until = Do
desk-survey-field-answers = Odpowiedzi
desk-survey-value-anonymous = anonimowe
desk-survey-value-named = imienne, pokazywane zbiorczo
desk-survey-kind-choice = jedna odpowiedź
desk-survey-kind-choices = kilka odpowiedzi
desk-survey-kind-scale = skala
desk-survey-kind-number = liczba
desk-survey-kind-text = własne słowa
desk-survey-kind-place = miejsce
desk-survey-way = ↳ { $answer }: dalej do { $to }
desk-survey-way-end = koniec
desk-survey-mend-none = Do poprawy: nie ma jeszcze pytań.
desk-survey-mend-many = Do poprawy: pytań jest więcej niż { $detail }.
desk-survey-mend-id = Do poprawy: nazwy pytania { $question } nie można użyć.
desk-survey-mend-twice = Do poprawy: nazwa pytania { $question } występuje dwa razy.
desk-survey-mend-text = Do poprawy: { $question ->
    [0] tytuł nie ma treści w języku „{ $detail }”.
   *[other] pytanie { $question } nie ma treści w języku „{ $detail }”.
}
desk-survey-mend-long = Do poprawy: treść w języku „{ $detail }” jest za długa (pytanie { $question }).
desk-survey-mend-options-few = Do poprawy: pytanie { $question } potrzebuje co najmniej dwóch odpowiedzi do wyboru.
desk-survey-mend-options-many = Do poprawy: pytanie { $question } ma ponad { $detail } odpowiedzi, za dużo na telefon.
desk-survey-mend-option-twice = Do poprawy: w pytaniu { $question } odpowiedź { $detail } się powtarza albo jej nazwy nie można użyć.
desk-survey-mend-option-text = Do poprawy: w pytaniu { $question } odpowiedź { $detail } nie ma treści albo ma ponad 60 znaków.
desk-survey-mend-range = Do poprawy: najmniejsza i największa liczba w pytaniu { $question } nie pasują. Skala ma od 2 do 11 stopni, na przykład 1-5.
desk-survey-mend-branch-kind = Do poprawy: na pytanie { $question } odpowiada się własnymi słowami, więc odpowiedzi nie mogą prowadzić do różnych pytań.
desk-survey-mend-branch-answer = Do poprawy: pytanie { $question } nie ma odpowiedzi { $detail }, która mogłaby dokądś prowadzić.
desk-survey-mend-branch-target = Do poprawy: pytanie { $question } prowadzi do { $detail }, a takiego pytania nie ma.
desk-survey-mend-circle = Do poprawy: od pytania { $question } droga wraca do niego samego.
desk-survey-mend-unreached = Do poprawy: do pytania { $question } nie prowadzi żadna droga.
desk-survey-button-question = ➕ Dodaj pytanie
desk-survey-button-open = 📣 Otwórz
desk-survey-button-unask = Usuń ostatnie pytanie
desk-survey-button-drop = Wyrzuć
desk-survey-button-results = 📊 Wyniki
desk-survey-button-close = ⏹ Zakończ teraz
desk-survey-confirm-drop = Wyrzucić ten szkic?
desk-survey-confirm-close = Zakończyć tę ankietę teraz? Potem nikt już nie odpowie.

## Forms
desk-survey-new-title = Nowa ankieta
desk-survey-new-submit = Dalej
desk-survey-question-title = Nowe pytanie
desk-survey-question-submit = Dodaj
desk-survey-open-title = Otwarcie ankiety
desk-survey-open-submit = Otwórz
desk-survey-ask-name = Tytuł ({ $language })
desk-survey-ask-intro = Po co pytamy ({ $language })
desk-survey-ask-anonymous = Anonimowa?
desk-survey-hint-anonymous = Tak: nikt nie dowie się, kto co odpowiedział, nawet z bazy danych, a wyniki są po zakończeniu.
desk-survey-ask-kind = Jak się odpowiada?
desk-survey-ask-text = Pytanie ({ $language })
desk-survey-ask-options = Odpowiedzi do wyboru ({ $language })
desk-survey-hint-options = Jedna w wierszu, w tej samej kolejności w każdym języku.
desk-survey-ask-range = Najmniejsza i największa liczba
desk-survey-hint-range = Dla skali lub liczby, na przykład 1-5.
desk-survey-ask-ways = Dokąd prowadzą odpowiedzi
desk-survey-hint-ways = Jedna w wierszu. „2 > 5”: druga odpowiedź prowadzi do pytania 5. „1, 3 > end” kończy ankietę. Przy skali proszę podać jej liczby.
desk-survey-ask-optional = Czy można je pominąć?
desk-survey-hint-optional = „Tak” daje pod pytaniem przycisk „Pomiń”.
desk-survey-ask-occasion = Kiedy pytamy?
desk-survey-ask-event = Które wydarzenie? (dla „po wydarzeniu”)
desk-survey-ask-areas = Tylko te obszary
desk-survey-ask-languages = Tylko te języki
desk-survey-ask-role = Tylko te osoby
desk-survey-ask-days = Otwarta przez ile dni?
desk-survey-ask-remind = Po ilu dniach przypomnieć raz milczącym? (0: nigdy)
desk-survey-yes = Tak
desk-survey-no = Nie
desk-survey-occasion-audience = Teraz, wszystkich z grupy poniżej
desk-survey-occasion-case = Gdy mieszkaniec oceni załatwioną sprawę
desk-survey-occasion-event = Po wydarzeniu, wszystkich obecnych
desk-survey-role-volunteer = Wolontariusze
desk-survey-role-partner = Partnerzy

## Results
desk-survey-turnout = Zapytano: { $asked } · do końca: { $done } · w trakcie: { $begun } · przerwało lub odmówiło: { $left }
desk-survey-results-later = Ankieta jest anonimowa: wyniki pokażemy po jej zakończeniu, żeby nikt nie odróżnił jednej odpowiedzi od następnej.
desk-survey-too-few = Odpowiedziało mniej niż { $count } osób, więc niczego nie pokazujemy.
desk-survey-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
desk-survey-line = • { $answer }: { $count } ({ $share } %)
desk-survey-average = Średnia: { $number }
desk-survey-part = ▸ { $part } ({ $count }): { $shares }
desk-survey-texts = { $language } ({ $count }):
desk-survey-languages-mixed = Różne języki
desk-survey-chart-caption = Wykres: { $title }
desk-survey-table-caption = Wszystkie liczby w tabeli (CSV): { $title }
desk-survey-column-question = Pytanie
desk-survey-column-by = Podział
desk-survey-column-part = Grupa
desk-survey-column-answer = Odpowiedź
desk-survey-column-count = Liczba
desk-survey-column-share = Udział
desk-survey-by-all = wszyscy
desk-survey-by-language = język
desk-survey-by-area = obszar
