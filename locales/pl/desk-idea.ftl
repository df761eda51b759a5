### Ideas on the coordinators' desk. Placeholders: $number, $answer, $language.

desk-idea-card = 💡 Pomysł nr { $number }
desk-idea-state-new = do przeczytania
desk-idea-state-public = opublikowany
desk-idea-state-declined = odrzucony
desk-idea-state-done = zrobiony
desk-idea-everywhere = cała społeczność
desk-idea-field-backers = Popiera
desk-idea-answered = Nasza odpowiedź: { $answer }
desk-idea-button-publish = Opublikuj
desk-idea-button-decline = Odrzuć…
desk-idea-button-answer = Odpowiedz publicznie…
desk-idea-button-done = Prosiliście – zrobiliśmy…
desk-idea-decline-title = Odrzucenie pomysłu
desk-idea-decline-submit = Odrzuć
desk-idea-answer-title = Odpowiedź publiczna
desk-idea-answer-submit = Odpowiedz
desk-idea-done-title = Zrobiliśmy
desk-idea-done-submit = Powiadom
desk-idea-ask-words = Treść ({ $language })
desk-idea-refuse-role = Pomysły publikują i odpowiadają na nie tylko koordynatorzy. Nic się nie zmieniło.
desk-idea-refuse-unknown = Tego pomysłu już nie ma. Nic się nie zmieniło.
desk-idea-refuse-state = Ten pomysł jest już w innym stanie: ktoś był szybszy. Nic się nie zmieniło.
