### Partners and community leaders, as they read it. Placeholders: $organisation, $when, $place.

partner-code-unknown = Nie znamy tego kodu albo był już użyty. Poproś o nowy osobę, od której go masz. Przykład: /partner K4T-7M2
partner-welcome = Dziękujemy! Ten czat należy teraz do partnera: { $organisation }. Tu będziemy pisać o wydarzeniach i ostrzeżeniach, które Was dotyczą. Kończy to /stop
partner-event = 
    Kiedy: { $when }
    Gdzie: { $place }
partner-event-pass-on = Będziemy wdzięczni za przekazanie tego dalej.
