### Ideas on the coordinators' desk. Placeholders: $number, $answer, $language.

desk-idea-card = 💡 Mungkahi { $number }
desk-idea-state-new = babasahin pa
desk-idea-state-public = nailathala
desk-idea-state-declined = tinanggihan
desk-idea-state-done = tapos na
desk-idea-everywhere = buong komunidad
desk-idea-field-backers = Sumusuporta
desk-idea-answered = Sagot namin: { $answer }
desk-idea-button-publish = Ilathala
desk-idea-button-decline = Tanggihan…
desk-idea-button-answer = Sumagot sa lahat…
desk-idea-button-done = Hiniling ninyo, ginawa namin…
desk-idea-decline-title = Tanggihan ang mungkahi
desk-idea-decline-submit = Tanggihan
desk-idea-answer-title = Sumagot sa lahat
desk-idea-answer-submit = Sumagot
desk-idea-done-title = Ginawa na namin
desk-idea-done-submit = Ipaalam
desk-idea-ask-words = Mga salita ({ $language })
desk-idea-refuse-role = Mga koordineytor lang ang naglalathala at sumasagot sa mungkahi. Walang nabago.
desk-idea-refuse-unknown = Wala na ang mungkahing ito. Walang nabago.
desk-idea-refuse-state = Iba na ang kalagayan ng mungkahing ito: may nauna. Walang nabago.
