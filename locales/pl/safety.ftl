### Sprawdzenie bezpieczeństwa: co mieszkańcy czytają i naciskają. Zmienne: $number (numer alarmowy), $reference (numer
### sprawy), $headline (pierwszy wiersz ostrzeżenia).

safety-safe = ✅ Nic mi nie grozi
safety-help = 🆘 Potrzebuję pomocy
safety-away = 🚶 Nie ma mnie na miejscu
safety-chase = Nie mamy jeszcze od Ciebie wiadomości. Czy nic Ci nie grozi? Wystarczy jedno naciśnięcie; dzięki temu najpierw szukamy osób, które nas potrzebują.
safety-noted-safe = ✅ Dziękujemy, mamy zapisane, że nic Ci nie grozi. Jeśli to się zmieni, naciśnij inny przycisk powyżej. W razie zagrożenia życia zadzwoń pod { $number }.
safety-noted-away = 🚶 Dziękujemy, mamy zapisane, że nie ma Cię na miejscu. Jeśli to się zmieni, naciśnij inny przycisk powyżej. W razie zagrożenia życia zadzwoń pod { $number }.
safety-help-words = Potrzebuję pomocy. (Odpowiedź na: { $headline })
safety-help-again = 🆘 Wiemy, że potrzebujesz pomocy: Twoją sprawą { $reference } zajmują się nasi ludzie. W razie zagrożenia życia zadzwoń teraz pod { $number }.
safety-place-ask = Gdzie jesteś? Udostępnij miejsce przyciskiem poniżej albo napisz adres, piętro i czego potrzebujesz.
safety-place-send = 📍 Wyślij moje miejsce
safety-drill-noted = 🔶 Dziękujemy. To były ćwiczenia: odpowiedź została zapisana i nic więcej nie trzeba robić.
safety-drill-help = 🔶 To były ćwiczenia, więc nikt do Ciebie nie jedzie. Jeśli naprawdę potrzebujesz teraz pomocy, zadzwoń pod { $number } albo napisz do nas tutaj.
