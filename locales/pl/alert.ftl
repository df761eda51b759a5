### Co mieszkańcy czytają wokół słów ostrzeżenia, ogłoszenia, sprostowania … Placeholders: $headline (słowa koordynatorów),
### $when (dzień i godzina, alert-moment), $day, $time, $contact, $community (nazwa miasta).

## The first line
alert-lead-grave = 🚨 Niebezpieczeństwo: { $headline }
alert-lead-alert = ⚠️ Ostrzeżenie: { $headline }
alert-lead-announcement = 📣 Komunikat: { $headline }
alert-lead-update = 🔄 Aktualizacja: { $headline }
alert-lead-correction = ✏️ Sprostowanie: { $headline }
alert-lead-all-clear = ✅ Koniec zagrożenia: { $headline }
alert-drill-mark = 🔶 ĆWICZENIA

## Below it
alert-moment = { $day }, godz. { $time }
alert-refers = Dotyczy naszej wiadomości ({ $when }): „{ $headline }”.
alert-refers-changed = To sprostowanie naszej wiadomości ({ $when }): „{ $headline }”. Prosimy kierować się poniższym tekstem; gdzie to możliwe, poprawiliśmy też wcześniejszą wiadomość.
alert-edited = ✏️ Poprawiono: { $when }.
alert-onset = Spodziewane od: { $when }.
alert-until = Obowiązuje do: { $when }.
alert-contact = Pytania: { $contact }
alert-source = Nadawca: { $community }
alert-drill-close = 🔶 To były tylko ćwiczenia. Nie ma żadnego zagrożenia i nie trzeba nic robić. Dziękujemy za udział.

## The drill group
alert-drill-joined = Bierzesz teraz udział w naszych ćwiczeniach. Takie wiadomości zaczynają się od „🔶 ĆWICZENIA” i nigdy nie oznaczają zagrożenia. Dziękujemy.
alert-drill-leave = Opuść grupę ćwiczebną
alert-drill-left = Nie bierzesz już udziału w ćwiczeniach. Prawdziwe ostrzeżenia nadal będą do Ciebie docierać.
