### What `liaison cap` says of official warnings (Common Alerting Protocol 1.2). Names of elements stay as the file has them.

## Where
cap-at-line = Wiersz { $line }: { $reason }
cap-in-block = Blok info { $block }: { $reason }

## The file
cap-unreadable = Nie można otworzyć pliku: { $problem }.
cap-empty = Plik jest pusty.
cap-too-large = Plik jest większy niż { $limit } MiB. Nie został odczytany.
cap-too-many-elements = Plik ma więcej elementów niż dozwolone { $limit }. Dalszej części nie odczytano.
cap-too-deep = Elementy są zagnieżdżone głębiej niż na { $limit } poziomów. Dalszej części nie odczytano.
cap-encoding-wrong = Bajty nie są zapisane w UTF-8, choć plik tak zapowiada. Prosimy poprosić wydawcę o poprawny plik.
cap-encoding-refused = Kodowanie „{ $encoding }” nie jest przyjmowane. Prosimy poprosić o plik w UTF-8.
cap-encoding-unusual = Plik jest zapisany w { $encoding } zamiast w UTF-8. Warto sprawdzić litery ze znakami diakrytycznymi.
cap-doctype = Plik zawiera DOCTYPE, w którym można ukryć pułapki. CAP go nie potrzebuje, więc nic z pliku nie użyto.
cap-malformed = To nie jest poprawny XML: { $problem }.
cap-root = Najbardziej zewnętrzny element to <{ $element }>, a nie <alert>. To nie jest komunikat CAP.
cap-no-feed = <{ $element }> nie rozpoczyna ani kanału (Atom, RSS), ani komunikatu CAP.
cap-namespace-old = To jest CAP { $version }. Przyjmowany jest tylko CAP 1.2; prosimy poprosić o niego wydawcę.
cap-namespace-none = <alert> nie podaje przestrzeni nazw. Komunikat CAP 1.2 podaje urn:oasis:names:tc:emergency:cap:1.2.
cap-namespace-other = Przestrzeń nazw „{ $namespace }” nie należy do CAP 1.2.
cap-foreign = { $element } nie należy do CAP i zostało pominięte.
cap-message-twice = Ten sam komunikat jest w pliku { $file }.

## The schema
cap-attribute = <{ $element }> ma atrybut „{ $attribute }”, którego CAP nie zna.
cap-element-unknown = W <{ $parent }> nie może być elementu <{ $element }>.
cap-element-missing = W <{ $parent }> brakuje wymaganego elementu <{ $element }>.
cap-element-twice = <{ $element }> może tu wystąpić tylko raz.
cap-element-order = <{ $element }> stoi po <{ $after }>, a powinien stać przed nim.
cap-element-empty = <{ $element }> jest pusty, więc nie ma nazwy, do której można się odwołać.
cap-text-astray = Bezpośrednio w <{ $element }> jest tekst, a mogą tam być tylko elementy.
cap-not-a-choice = „{ $value }” nie jest wartością elementu <{ $element }>. Możliwe są: { $choices }.
cap-value = „{ $value }” nie może stać w <{ $element }>.
cap-time = „{ $value }” w <{ $element }> nie jest czasem takim jak 2026-03-01T18:00:00+01:00 (CAP nie dopuszcza Z).
cap-polygon-pair = „{ $pair }” w <polygon> nie jest punktem „szerokość,długość”.
cap-polygon-short = <polygon> ma za mało punktów ({ $count }); potrzebne są cztery, ostatni równy pierwszemu.
cap-polygon-open = <polygon> nie jest zamknięty: ostatni punkt musi być równy pierwszemu.
cap-circle = „{ $text }” nie jest okręgiem „szerokość,długość promień”.

## Sense
cap-status = Status to { $status }: to nie jest dla mieszkańców.
cap-scope = Zakres to { $scope }: to nie jest dla ogółu.
cap-says-test = Status to Actual, ale tekst mówi, że to test albo ćwiczenia.
cap-name-unfit = <{ $element }> zawiera spacje lub przecinki („{ $name }”), więc inne komunikaty nie odwołają się do niego pewnie.
cap-reply = To odpowiedź na inny komunikat ({ $type }), a nie ostrzeżenie.
cap-no-info = Komunikat nie ma bloku info, więc nie ma czego przekazać mieszkańcom.
cap-references-form = „{ $text }” w <references> nie wskazuje komunikatu w postaci „sender,identifier,sent”.
cap-references-none = Rodzaj to { $type }, ale nie wskazano wcześniejszego komunikatu.
cap-references-not-held = Odwołuje się do komunikatów, których tu nie ma. Ile: { $count }. Pierwszy: { $first }.
cap-references-itself = Komunikat odwołuje się do samego siebie.
cap-references-later = Komunikat odwołuje się do późniejszego.
cap-event-empty = <event> jest pusty.
cap-no-text = Nie ma ani nagłówka, ani opisu.
cap-no-expires = Nie podano, do kiedy obowiązuje. Koniec trzeba wybrać samodzielnie.
cap-expires-before-sent = Kończy się, zanim został wysłany.
cap-expires-before-onset = Kończy się, zanim się zacznie.
cap-no-area = Nie podano obszaru. Obszary trzeba wybrać samodzielnie.
cap-area-in-words = Obszar „{ $area }” podano tylko słowami. Obszary trzeba wybrać samodzielnie.
cap-ceiling-alone = Obszar „{ $area }” ma górną granicę bez wysokości dolnej.
cap-embedded-large = Dołączono plik większy niż { $limit } KiB. Nie zostanie wysłany.
cap-block-twice = Blok info { $number } powtarza wcześniejszy.

## Import
cap-import-known = Ten komunikat był już wczytany.
cap-import-status = Status to { $status }: komunikat odłożono.
cap-import-scope = Zakres to { $scope }, a nie Public: komunikat odłożono.
cap-import-reply = To odpowiedź na inny komunikat ({ $type }): odłożono ją.
cap-import-expired = Już nie obowiązuje: komunikat odłożono.
cap-import-no-info = Nie ma tekstu dla mieszkańców: komunikat odłożono.
cap-import-cancels-nothing = Odwołuje komunikat, z którego nie powstało u nas ogłoszenie: nie ma nic do zrobienia.
cap-import-mixed = To test albo ćwiczenia, a odwołuje się do prawdziwego ostrzeżenia: komunikat odłożono.
cap-import-meanwhile = Ktoś w tej samej chwili zmienił ogłoszenie. Nic nie zrobiono; plik trzeba wczytać ponownie.
cap-import-elsewhere = Nie dotyczy żadnego z naszych obszarów: komunikat odłożono.
cap-import-areas-unknown = Nie wiadomo, o które z naszych obszarów chodzi ({ $areas }). Trzeba je wybrać przed przekazaniem do zatwierdzenia.
cap-import-no-end = Nie podano końca. Wygaśnie po tylu godzinach od początku: { $hours }; w razie potrzeby można to zmienić.
cap-import-shortened = Tekst w językach { $languages } był zbyt długi na wiadomość i został skrócony. Całość jest u wydawcy.
cap-import-earlier-unknown = Aktualizuje komunikat, którego tu nie wysłano, więc powstało osobne ostrzeżenie.
cap-import-drafted = Powstał szkic { $reference }. Jak każde ogłoszenie wymaga koordynatora i osoby zatwierdzającej.
cap-import-changed = Zmieniono { $reference }, bo nie był jeszcze wysłany; wymaga ponownego zatwierdzenia.
cap-import-called-off = Odwołano { $reference }, bo nie był jeszcze wysłany.
cap-told-drafted = Oficjalne ostrzeżenie od { $sender }: { $headline }. Szkic { $reference } czeka na Was. Nic jeszcze nie wysłano.
cap-told-changed = { $sender }: zmiana oficjalnego ostrzeżenia: { $headline }. Zmieniono szkic { $reference }; wymaga ponownego zatwierdzenia. Nic jeszcze nie wysłano.
cap-told-called-off = { $sender }: wycofano oficjalne ostrzeżenie: { $headline }. { $reference } odwołano, zanim cokolwiek wysłano.
cap-withdrawn-headline = Już nie obowiązuje: { $headline }
cap-withdrawn-text = To ostrzeżenie zostało wycofane. Wycofuje: { $sender }.

## Export
cap-export-unknown = Nie ma ogłoszenia { $reference }.
cap-export-not-sent = { $reference } nie został wysłany, więc nie ma ostrzeżenia do zapisania.
cap-export-announcement = { $reference } to ogłoszenie, a nie ostrzeżenie.
cap-export-no-sender = Konfiguracja nie mówi, jak organizacja nazywa się w ostrzeżeniach. Trzeba ustawić „sender” w [broadcasts].
cap-not-allowed = { $user } nie może przygotowywać ogłoszeń. Trzeba podać koordynatora lub dyżurnego z konfiguracji.
