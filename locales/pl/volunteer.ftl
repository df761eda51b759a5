### Volunteers, as they read it. Placeholders: $community, $chosen (a list), $choice, $hours, $title (of a shift), $when and
### $other_when (when it is), $other (another shift), $place, $needed (people), $start and $end, $name, $count, $date.

## Joining and the profile
volunteer-title = Wolontariat
volunteer-invitation =
    Chcesz pomagać w społeczności { $community }? Napisz, co potrafisz i kiedy możesz, a zaproponujemy pasujące dyżury. Za każdym razem decydujesz o tym samodzielnie.
    Dołączając, zgadzasz się, że koordynatorzy widzą Twoje imię i nazwisko oraz to, co tu wybierzesz, i że wysyłamy Ci propozycje. W każdej chwili możesz to zmienić albo zrezygnować: /volunteer
volunteer-button-join = 🙋 Chcę pomagać
volunteer-line-skill = Umiejętności: { $chosen }
volunteer-line-language = Języki: { $chosen }
volunteer-line-area = Okolice: { $chosen }
volunteer-line-time = Pory: { $chosen }
volunteer-none = jeszcze nic nie wybrano
volunteer-any = dowolne
volunteer-hours = Dotychczasowe godziny: { $hours }
volunteer-mine = 📌 { $title }, { $when }
volunteer-button-skill = 🛠 Co potrafię
volunteer-button-language = 🗣 Języki
volunteer-button-area = 📍 Okolice
volunteer-button-time = 🕓 Pory
volunteer-button-certificate = 📄 Zaświadczenie
volunteer-button-training = 📚 Szkolenia
volunteer-button-leave = Rezygnuję
volunteer-ticked = ☑️ { $choice }
volunteer-next = Dalej ▶️
volunteer-done = ✅ Gotowe
volunteer-ask-skill = Co potrafisz? Zaznacz wszystko, co pasuje.
volunteer-ask-language = W jakich językach możesz pomagać?
volunteer-ask-area = Gdzie możesz pomagać? Nie wybieraj nic, jeśli gdziekolwiek.
volunteer-ask-time = Kiedy zwykle masz czas? Nie wybieraj nic, jeśli pora nie ma znaczenia.
volunteer-left = Nie ma Cię już na liście, a Twoje dyżury są wolne. Dziękujemy za wszystko! Godziny pozostają zapisane na potrzeby zaświadczenia. Wrócić można przez /volunteer
volunteer-leave-ask = Skreślić Cię z listy wolontariuszy? Dyżury, które są przed Tobą, zostaną zwolnione.
volunteer-leave-yes = Tak, skreślcie mnie
volunteer-leave-no = Nie, zostaję
volunteer-no-hours = Nie ma jeszcze policzonych godzin. Po pierwszym dyżurze będzie tu można dostać zaświadczenie.
volunteer-certificate-caption = Twoje zaświadczenie o godzinach. Dziękujemy!
volunteer-training = Materiały, z których warto skorzystać:
volunteer-training-none = Na razie nie ma dla Ciebie materiałów szkoleniowych. Damy znać, gdy się pojawią.
volunteer-read = 📖 Czytaj więcej
volunteer-skill-interpreting = tłumaczenie
volunteer-skill-first-aid = pierwsza pomoc
volunteer-skill-driving = prowadzenie samochodu
volunteer-skill-carrying = noszenie i przygotowanie
volunteer-skill-cooking = gotowanie
volunteer-skill-children = opieka nad dziećmi
volunteer-skill-seniors = odwiedzanie seniorów
volunteer-skill-computers = komputery i telefony
volunteer-time-weekday-morning = rano w dni robocze
volunteer-time-weekday-afternoon = po południu w dni robocze
volunteer-time-weekday-evening = wieczorem w dni robocze
volunteer-time-weekend-morning = rano w weekendy
volunteer-time-weekend-afternoon = po południu w weekendy
volunteer-time-weekend-evening = wieczorem w weekendy
volunteer-span = { $start } – { $end }

## Shifts
volunteer-offer =
    Możesz pomóc? { $title }
    Kiedy: { $when }
    Gdzie: { $place }
    { $needed ->
        [one] Potrzebna jest jedna osoba.
        [few] Potrzebne są { $needed } osoby.
        [many] Potrzeba { $needed } osób.
       *[other] Potrzeba { $needed } osoby.
    }
volunteer-offer-freed =
    Zwolniło się miejsce: { $title }
    Kiedy: { $when }
    Gdzie: { $place }
volunteer-button-accept = ✅ Przyjdę
volunteer-button-decline = Nie tym razem
volunteer-button-cannot = Jednak nie mogę przyjść
volunteer-button-here = 👋 Jestem na miejscu
volunteer-shift-accepted = Dziękujemy, miejsce jest Twoje: { $title }, { $when }. Przypomnimy dzień wcześniej.
volunteer-shift-accepted-soon = Dziękujemy, miejsce jest Twoje: { $title }, { $when }. To już niedługo, więc nie przypomnimy dzień wcześniej. Godzinę przed początkiem poprosimy o znak, że jesteś na miejscu.
volunteer-shift-accepted-now = Dziękujemy, miejsce jest Twoje: { $title }, { $when }. Na miejscu prosimy nacisnąć przycisk, żeby godziny się policzyły.
volunteer-shift-yours = Ten dyżur jest już Twój: { $title }, { $when }.
volunteer-shift-over = Na ten dyżur nie można się już zapisać: { $title }, { $when }. Dziękujemy mimo to!
volunteer-shift-overlaps = W tym czasie już pomagasz: { $other }, { $other_when }. Dlatego nie zapisaliśmy Cię na { $title } ({ $when }). Jeśli wolisz ten dyżur, najpierw zwolnij tamten.
volunteer-shift-full = Inni byli szybsi: { $title }, { $when } – jest już komplet. Dziękujemy! Jeśli zwolni się miejsce, dowiesz się pierwszy lub pierwsza.
volunteer-shift-declined = W porządku: { $title }, { $when }. Będą inne okazje.
volunteer-shift-left = Dziękujemy za wiadomość. Miejsce czeka na kogoś innego: { $title }, { $when }.
volunteer-shift-not-yours = Nie masz miejsca na tym dyżurze: { $title }, { $when }. Nic się nie zmieniło.
volunteer-shift-early = Na to jest jeszcze za wcześnie. Przycisk działa od godziny przed początkiem: { $title }, { $when }.
volunteer-shift-here = 👍 Zapisaliśmy, że jesteś na miejscu: { $title }, { $when }. Dziękujemy!
volunteer-shift-cancelled = Odwołane: { $title }, { $when }. Nie trzeba przychodzić. Dziękujemy za gotowość!
volunteer-reminder =
    Przypominamy o Twoim dyżurze: { $title }
    Kiedy: { $when }
    Gdzie: { $place }
volunteer-check-in =
    Niedługo początek: { $title }, { $when }
    Gdzie: { $place }
    Naciśnij, proszę, na miejscu, żeby godziny się policzyły.
volunteer-thanks = 💚 Dziękujemy za pomoc: { $title }, { $when }. Godziny są policzone; pokazuje je /volunteer

## The certificate
volunteer-certificate-title = Zaświadczenie o wolontariacie
volunteer-certificate-text = Imię i nazwisko: { $name }. Wolontariat na rzecz: { $community }. Łącznie godzin: { $hours }, { $count ->
    [one] { $count } dyżur
    [few] { $count } dyżury
    [many] { $count } dyżurów
   *[other] { $count } dyżuru
}.
volunteer-certificate-date = Data
volunteer-certificate-shift = Dyżur
volunteer-certificate-hours = Godziny
volunteer-certificate-total = Razem
volunteer-certificate-issued = Wydano { $date } na podstawie ewidencji: { $community }.
