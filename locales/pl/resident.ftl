### What residents read. Placeholders: $reference (K4T-7M2), $department and $community (names from the configuration),
### $when (an adverb of time made by format_when), $number (the emergency number), $count, $limit, $days.

## Languages
resident-language-name = Polski
resident-language-menu = W jakim języku mamy do Ciebie pisać?
resident-language-changed = Gotowe. Od teraz piszemy do Ciebie po polsku.
resident-language-button = 🌐 Język

## First contact
resident-greeting =
    Dzień dobry! Tu { $community }. Jestem botem: przekazuję wiadomości do właściwego wydziału, a odpowiada człowiek – tutaj, na tym czacie.
    Napisz własnymi słowami i w swoim języku. Możesz też wysłać zdjęcie, nagranie głosowe albo swoją lokalizację.
resident-greeting-privacy = Twoje wiadomości czytają tylko osoby, które zajmują się Twoją sprawą. Więcej: /privacy
resident-greeting-emergency = Jeśli komuś grozi niebezpieczeństwo, najpierw zadzwoń pod { $number }.

## Receipts
resident-receipt =
    Dziękujemy, mamy Twoją wiadomość. Numer sprawy: { $reference }
    Zajmuje się nią: { $department }
    Odpowiedź najpóźniej: { $when }
resident-receipt-more = Chcesz coś dodać? Po prostu odpowiedz na tę wiadomość: tekstem, zdjęciem, nagraniem albo lokalizacją.
resident-receipt-undecided = Dziękujemy, mamy Twoją wiadomość. Numer sprawy: { $reference }
resident-receipt-urgent =
    Dziękujemy, mamy Twoją wiadomość i oznaczyliśmy ją jako pilną. Numer sprawy: { $reference }
    Zajmuje się nią: { $department }
resident-emergency =
    ⚠️ Jeśli komuś grozi niebezpieczeństwo, zadzwoń od razu pod { $number }. Nie czekaj na odpowiedź tutaj: urząd nie dotrze na miejsce tak szybko jak służby ratunkowe.

## Which department?
resident-ask-department = Którego wydziału to dotyczy? Wybierz, żeby wiadomość od razu trafiła do właściwych osób.
resident-ask-department-none = Żaden z nich
resident-department-chosen =
    Dziękujemy. Sprawą { $reference } zajmuje się teraz: { $department }
    Odpowiedź najpóźniej: { $when }
resident-routed-late =
    Sprawę { $reference } ma teraz: { $department }. Przeczytamy ją tam i przekażemy właściwym osobom.
    Odpowiedź najpóźniej: { $when }

## Which matter?
resident-ask-case = Masz więcej niż jedną otwartą sprawę. Której dotyczy ta wiadomość?
resident-ask-case-one = Czy ta wiadomość dotyczy sprawy { $reference }, czy to nowa sprawa?
resident-ask-case-button = { $reference } · { $department }
resident-ask-case-new = ➕ Nowa sprawa
resident-added = Dodano do sprawy { $reference } ({ $department }).

## News of a case
resident-reassigned =
    Sprawa { $reference } należy do innego wydziału, więc ją przekazaliśmy. Teraz zajmuje się nią: { $department }
    Odpowiedź najpóźniej: { $when }
resident-reassigned-undated = Sprawa { $reference } należy do innego wydziału, więc ją przekazaliśmy. Teraz zajmuje się nią: { $department }
resident-claimed = Ktoś już zajmuje się sprawą { $reference }. Wydział: { $department }
resident-waiting = { $department } · { $reference }: żeby zająć się tym dalej, potrzebujemy Twojej odpowiedzi. Odpowiedz na tę wiadomość.
resident-reply-lead = { $department } · { $reference }
resident-thanks = Bardzo proszę!
resident-thanks-noted = Dziękujemy za miłe słowa. Przekazaliśmy je dalej: { $department }

## The end of a case
resident-resolved = { $department }: uważamy sprawę { $reference } za załatwioną. Czy rzeczywiście jest załatwiona?
resident-solved-yes = ✅ Tak, załatwiona
resident-solved-no = ❌ Jeszcze nie
resident-rate-ask = Miło to słyszeć. Jak nam poszło? 1 to źle, 5 to bardzo dobrze.
resident-rate-button = { $stars } ⭐
resident-rate-thanks = Dziękujemy za ocenę.
resident-unsolved = Dziękujemy za informację. Sprawa { $reference } jest znów otwarta i wraca do tych samych osób. Napisz tutaj, czego jeszcze brakuje.
resident-reopened = Sprawa { $reference } jest znów otwarta, a wiadomość dotarła. Wydział: { $department }

## What we cannot take in
resident-unsupported = { $kind ->
    [sticker] Ładna naklejka! Umiem jednak przekazać tylko tekst, zdjęcia, filmy, nagrania, pliki i lokalizacje.
    [poll] Nie umiem przekazać ankiety. Napisz, proszę, o co chodzi.
   *[other] Nie umiem przekazać takiej wiadomości. Napisz, proszę, o co chodzi, albo wyślij zdjęcie, nagranie, plik lub lokalizację.
}
resident-file-failed = Wiadomość w sprawie { $reference } dotarła, ale pliku nie udało się przekazać: jest za duży albo już go nie ma. Wyślij go jeszcze raz, w miarę możliwości mniejszy, albo opisz słowami.
resident-flood = To dużo wiadomości naraz. Żadna nie zginie: przyjmujemy je po kolei. Jeśli możesz, resztę napisz w jednej wiadomości.
resident-button-expired = Ten przycisk już nie działa. Po prostu napisz do nas.

## Commands: descriptions in the menu
resident-command-start = Zacznij albo znów otrzymuj ogłoszenia
resident-command-help = Co umie ten bot
resident-command-new = Nowa sprawa
resident-command-cases = Moje otwarte sprawy
resident-command-status = Stan sprawy według numeru
resident-command-idea = Pomysły sąsiadów i Twój własny
resident-command-volunteer = Wolontariat: pomóż innym
resident-command-events = Najbliższe wydarzenia i Twoje zapisy
resident-command-language = Zmień język
resident-command-settings = Co i kiedy do Ciebie wysyłamy
resident-command-privacy = Co o Tobie przechowujemy, kopia, usunięcie
resident-command-stop = Nie przysyłaj ogłoszeń

## Commands: answers
resident-help =
    Tu { $community }. Po prostu napisz, o co chodzi, a wiadomość trafi do właściwego wydziału. Odpowiedź przyjdzie tutaj.

    /new – nowa sprawa
    /cases – Twoje otwarte sprawy
    /status i numer – jak stoi sprawa
    /events – najbliższe wydarzenia
    /idea – pomysły sąsiadów i Twój własny
    /volunteer – wolontariat
    /language – zmiana języka
    /settings – co i kiedy do Ciebie wysyłamy
    /privacy – co o Tobie przechowujemy
    /stop – bez ogłoszeń

    W nagłym wypadku dzwoń: { $number }
resident-help-button-new = ➕ Nowa sprawa
resident-help-button-cases = 📋 Moje sprawy
resident-help-button-events = 📅 Wydarzenia
resident-help-button-settings = ⚙️ Ustawienia
resident-help-button-privacy = 🔒 Prywatność
resident-help-button-help = ❓ Pomoc
resident-help-button-idea = 💡 Pomysły
resident-help-button-volunteer = 🤝 Wolontariat
resident-help-button-stop = 🔕 Bez ogłoszeń
resident-help-button-start = 🔔 Znów z ogłoszeniami
resident-new = Napisz, o co chodzi. Następna wiadomość będzie nową sprawą.
resident-cases = { $count ->
    [0] Nie masz otwartych spraw. Jeśli czegoś potrzebujesz, po prostu napisz.
    [one] Masz jedną otwartą sprawę:
    [few] Masz { $count } otwarte sprawy:
    [many] Masz { $count } otwartych spraw:
   *[other] Masz { $count } otwartej sprawy:
}
resident-case-line = { $reference } · { $department } · { $state }
resident-case-undecided = wydział jeszcze nie wybrany
resident-status =
    { $reference } · { $department }
    { $state }
    Przyjęto: { $since }
resident-status-due = Odpowiedź najpóźniej: { $when }
resident-status-unknown = Nie mamy Twojej sprawy o numerze { $reference }. Otwarte sprawy pokaże /cases
resident-status-usage = Podaj też numer sprawy, na przykład: /status K4T-7M2
resident-state-new = przyjęta, czeka, aż ktoś się nią zajmie
resident-state-claimed = ktoś się nią zajmuje
resident-state-waiting = czeka na Twoją odpowiedź
resident-state-resolved = załatwiona, jeśli się zgadzasz
resident-state-closed = zamknięta
resident-state-reopened = znów otwarta
resident-stopped = Nie będziemy już przysyłać ogłoszeń. Nadal możesz pisać, a my odpowiemy. Ogłoszenia włączysz znów przez /start
resident-started-again = Witamy z powrotem. Znów będziemy przysyłać ogłoszenia. Jeśli czegoś potrzebujesz, po prostu napisz.

## Privacy
resident-privacy =
    { $community } – co tu o Tobie przechowujemy: nazwę, której używasz w tej aplikacji, Twój język i ustawienia, Twoje zapisy, wiadomości, pliki i lokalizacje oraz nasze odpowiedzi.
    Kto to widzi: tylko osoby, które zajmują się Twoją sprawą, oraz te, które prowadzą wydarzenie, na które się zapisujesz.
    Jak długo: { $days ->
        [one] po upływie { $days } dnia od zamknięcia sprawy usuwamy jej wiadomości, pliki, lokalizacje i odpowiedzi; możesz usunąć je wcześniej.
        [few] po upływie { $days } dni od zamknięcia sprawy usuwamy jej wiadomości, pliki, lokalizacje i odpowiedzi; możesz usunąć je wcześniej.
        [many] po upływie { $days } dni od zamknięcia sprawy usuwamy jej wiadomości, pliki, lokalizacje i odpowiedzi; możesz usunąć je wcześniej.
       *[other] po upływie { $days } dnia od zamknięcia sprawy usuwamy jej wiadomości, pliki, lokalizacje i odpowiedzi; możesz usunąć je wcześniej.
    }
    Twoje prawa: możesz zobaczyć swoje dane, poprawić je i usunąć. Przyciski poniżej robią to od razu.
resident-privacy-contact = Na pytania o dane odpowiada: { $contact }
resident-privacy-page = 🔗 Pełna informacja o prywatności
resident-privacy-export = 📄 Przyślij mi moje dane
resident-privacy-erase = 🗑 Usuń moje dane
resident-export-ready = Oto wszystko, co o Tobie przechowujemy. Plik otworzy każda przeglądarka i każdy edytor tekstu.
resident-erase-confirm = Czy usunąć wszystko: nazwę, ustawienia, zapisy, wiadomości, pliki i lokalizacje? Otwarte sprawy zakończą się bez odpowiedzi, a Twoje miejsca dostaną inni. Tego nie da się cofnąć.
resident-erase-yes = Tak, usuń wszystko
resident-erase-no = Nie, zostaw
resident-erase-done = Usunęliśmy wszystko, co o Tobie przechowywaliśmy. Gdy napiszesz ponownie, zaczniemy od nowa.
resident-erase-kept = Nic nie zostało usunięte.

## The bot's profile (limits of the Bot API: description 512 characters, short description 120)
resident-profile-description =
    Tu { $community }. Napisz w swoim języku, czego potrzebujesz, co się zepsuło albo co można zrobić lepiej. Wiadomość trafi do właściwego wydziału, a odpowie człowiek.

    W nagłym wypadku dzwoń: { $number }
resident-profile-short = { $community }: napisz w swoim języku. Odpowiada człowiek.
