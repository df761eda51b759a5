### Tablica sprawdzenia bezpieczeństwa dla koordynatorów. Zmienne: $reference (numer komunikatu), $safe, $help, $away i $silent
### (osoby), $count (ile razy), $name (mieszkaniec).

desk-safety-board = Sprawdzenie bezpieczeństwa { $reference }
desk-safety-all = Wszyscy
desk-safety-area-unknown = Okolica nieznana
desk-safety-line = { $area }: 🆘 { $help } · ✅ { $safe } · 🚶 { $away } · bez odpowiedzi { $silent }
desk-safety-note-chased = { $count ->
    [one] Osoby bez odpowiedzi zapytano ponownie raz.
    [few] Osoby bez odpowiedzi zapytano ponownie { $count } razy.
    [many] Osoby bez odpowiedzi zapytano ponownie { $count } razy.
   *[other] Osoby bez odpowiedzi zapytano ponownie { $count } razu.
}
desk-safety-note-closed = To sprawdzenie zakończono: nikogo więcej nie pytamy. Późniejsze odpowiedzi nadal się liczą.
desk-safety-note-drill = 🔶 Ćwiczenia: nie powstają żadne sprawy.
desk-safety-list = Lista osób bez odpowiedzi
desk-safety-list-caption = Kto jeszcze nie odpowiedział ({ $reference }). Prosimy obchodzić się z nazwiskami ostrożnie i usunąć plik po użyciu.
desk-safety-chase = Zapytaj ponownie
desk-safety-chase-sure = Zapytać jeszcze raz wszystkich, którzy nie odpowiedzieli?
desk-safety-end = Zakończ sprawdzenie
desk-safety-now-safe = ✅ { $name } – teraz odpowiedź brzmi: nic mi nie grozi.
desk-safety-now-away = 🚶 { $name } – teraz odpowiedź brzmi: nie ma mnie na miejscu.
desk-safety-refuse-role = Mogą to robić tylko koordynatorzy. Niczego nie zmieniono.
desk-safety-refuse-closed = To sprawdzenie zakończono. Niczego nie wysłano. Aby zapytać ponownie, wyślij aktualizację ze sprawdzeniem bezpieczeństwa.
desk-safety-refuse-chased = Ktoś inny właśnie zapytał ponownie. Niczego nie wysłano dwa razy.
desk-safety-column-name = Imię i nazwisko
desk-safety-column-language = Język
desk-safety-column-area = Okolica
desk-safety-column-channel = Pisze przez
desk-safety-column-number = Nasz numer
