### Ideas of residents, as residents read them. Placeholders: $count, $number (in the list), $text (the idea), $answer, $most.

idea-list = { $count ->
    [0] 💡 Dobre pomysły zmieniają okolicę. Nikt jeszcze tu żadnego nie opublikował. Twój może być pierwszy.
    [one] 💡 Oto jeden pomysł z Twojej okolicy:
    [few] 💡 Oto { $count } pomysły z Twojej okolicy:
    [many] 💡 Oto { $count } pomysłów z Twojej okolicy:
   *[other] 💡 Oto { $count } pomysłu z Twojej okolicy:
}
idea-entry = { $number }. { $text } — { $count ->
    [one] popiera go { $count } osoba
    [few] popierają go { $count } osoby
    [many] popiera go { $count } osób
   *[other] popiera go { $count } osoby
}
idea-answer = 💬 Odpowiedź: { $answer }
idea-done = ✅ Prosiliście – zrobiliśmy: { $answer }
idea-button-back = 👍 Popieram numer { $number }
idea-button-unback = Nie popieram już numeru { $number }
idea-button-new = 💡 Nowy pomysł
idea-button-send = 💡 Wyślij jako pomysł
idea-button-drop = Nieważne
idea-ask = Co zmieniłoby coś na lepsze w Twojej okolicy? Napisz to w jednej wiadomości. Nie pokażemy, kto to napisał.
idea-confirm = Wysłać to jako Twój pomysł? Najpierw przeczytają go pracownicy, a potem sąsiedzi zobaczą go bez nazwiska i będą mogli go poprzeć.
idea-long = To więcej niż { $most } znaków, za dużo na listę pomysłów. Skróć, proszę, i wyślij jeszcze raz.
idea-sent = Dziękujemy! Pomysł jest u pracowników. Damy znać, kiedy zostanie opublikowany.
idea-dropped = Dobrze. Nic nie zostało wysłane.
idea-published = 🎉 Twój pomysł można już zobaczyć i poprzeć: „{ $text }” Pokazuje go /idea
idea-declined =
    Dziękujemy za pomysł „{ $text }”. Nie został opublikowany.
    { $answer }
idea-backed = { $count ->
    [one] Popierasz ten pomysł, na razie jako pierwsza osoba: „{ $text }”
    [few] Popierasz ten pomysł, razem { $count } osoby: „{ $text }”
    [many] Popierasz ten pomysł, razem { $count } osób: „{ $text }”
   *[other] Popierasz ten pomysł, razem { $count } osoby: „{ $text }”
}
idea-unbacked = { $count ->
    [one] Nie popierasz już tego pomysłu; popiera go { $count } osoba: „{ $text }”
    [few] Nie popierasz już tego pomysłu; popierają go { $count } osoby: „{ $text }”
    [many] Nie popierasz już tego pomysłu; popiera go { $count } osób: „{ $text }”
   *[other] Nie popierasz już tego pomysłu; popiera go { $count } osoby: „{ $text }”
}
idea-news-answer =
    Jest odpowiedź w sprawie pomysłu, który popierasz: „{ $text }”
    { $answer }
idea-news-done =
    ✅ Prosiliście – zrobiliśmy! „{ $text }”
    { $answer }
