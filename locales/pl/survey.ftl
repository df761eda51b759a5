### Surveys, as residents read them. Placeholders: $when (adverb of time), $count (questions), $low and $high (numbers),
### $option (an answer to choose), $title (of the survey).

survey-length = { $count ->
    [one] To jedno pytanie.
    [few] To najwyżej { $count } pytania.
    [many] To najwyżej { $count } pytań.
   *[other] To najwyżej { $count } pytania.
}
survey-anonymous = 🔒 Ankieta jest anonimowa: zapisujemy odpowiedzi, ale nigdzie nie zapisujemy, kto ich udzielił. Prosimy nie podawać w odpowiedziach nazwisk.
survey-named = Odpowiedzi zapisujemy razem z imieniem i nazwiskiem. Pracownicy widzą je w zestawieniu z odpowiedziami innych osób.
survey-until = Na odpowiedzi czekamy do: { $when }
survey-button-begin = ▶️ Zaczynam
survey-button-no = Nie, dziękuję
survey-button-ready = ✅ To wszystko
survey-button-skip = ⏭ Pomiń
survey-button-stop = ✖️ Zakończ
survey-button-answer = 📝 Moja odpowiedź w ankiecie
survey-ticked = ☑️ { $option }
survey-how-choice = Wybierz jedną z odpowiedzi.
survey-how-choices = Zaznacz wszystkie pasujące odpowiedzi, a potem „To wszystko”.
survey-how-scale = Wybierz liczbę: { $low } to najmniej, { $high } to najwięcej.
survey-how-number = Odpowiedz na tę wiadomość liczbą od { $low } do { $high }.
survey-how-text = Odpowiedz na tę wiadomość własnymi słowami.
survey-how-place = Odpowiedz na tę wiadomość lokalizacją (📎, potem „Lokalizacja”).
survey-wrong-buttons = Nie udało się dopasować tego do żadnej z odpowiedzi. Nic nie przepadło: pytanie nadal czeka.
survey-wrong-number = Tu potrzebna jest liczba zapisana cyframi. Nic nie przepadło: pytanie nadal czeka.
survey-wrong-words = Nie znaleźliśmy tu żadnych słów. Nic nie przepadło: pytanie nadal czeka.
survey-wrong-place = Tu potrzebna jest lokalizacja. Nic nie przepadło: pytanie nadal czeka.
survey-wrong-long = Ta odpowiedź jest za długa. Prosimy ją skrócić. Pytanie nadal czeka.
survey-what-for = Czego dotyczy ta wiadomość? Czeka na Ciebie pytanie z ankiety. Dopóki nie wybierzesz, nikomu jej nie przekażemy.
survey-not-said = Nie wiemy, czego dotyczyła Twoja wiadomość. Ankieta jest anonimowa, więc nikomu jej nie przekazaliśmy ani nie policzyliśmy. Jeśli to była odpowiedź, wyślij ją jako odpowiedź na pytanie. Jeśli to sprawa do nas, wyślij ją jeszcze raz.
survey-thanks = Dziękujemy! Mamy Twoje odpowiedzi. Pomogą nam działać lepiej.
survey-thanks-anonymous = Dziękujemy! Mamy Twoje odpowiedzi. Nic już nie łączy ich z Tobą, dlatego nie możemy ich też zmienić ani odszukać.
survey-done-already = Masz już tę ankietę za sobą. Dziękujemy!
survey-declined = Dobrze, nie będziemy więcej pytać. Jeśli zmienisz zdanie, naciśnij „Zaczynam”.
survey-stopped = Ankieta przerwana. Dotychczasowe odpowiedzi się liczą. Jeśli potrzebujesz czegoś innego, po prostu napisz.
survey-late = Dziękujemy za chęć udziału. Ta ankieta już się zakończyła: { $when }. Jeśli chcesz nam coś powiedzieć, po prostu napisz tutaj.
survey-edited = Zmieniono wcześniejszą wiadomość. Odpowiedzi w ankiecie zostają takie, jak za pierwszym razem. Jeśli chodzi o coś innego, wyślij to jako nową wiadomość.
survey-reminder = Przypominamy: nadal chętnie poznamy Twoje odpowiedzi. „{ $title }”
