### Ideas on the coordinators' desk. Placeholders: $number, $answer, $language.

desk-idea-card = 💡 Idea { $number }
desk-idea-state-new = to be read
desk-idea-state-public = published
desk-idea-state-declined = declined
desk-idea-state-done = done
desk-idea-everywhere = the whole community
desk-idea-field-backers = Backed by
desk-idea-answered = Our answer: { $answer }
desk-idea-button-publish = Publish
desk-idea-button-decline = Decline…
desk-idea-button-answer = Answer in public…
desk-idea-button-done = You asked, we did…
desk-idea-decline-title = Decline the idea
desk-idea-decline-submit = Decline
desk-idea-answer-title = Answer in public
desk-idea-answer-submit = Answer
desk-idea-done-title = You asked, we did
desk-idea-done-submit = Tell them
desk-idea-ask-words = Words ({ $language })
desk-idea-refuse-role = Only coordinators can publish and answer ideas. Nothing was changed.
desk-idea-refuse-unknown = There is no such idea any more. Nothing was changed.
desk-idea-refuse-state = The idea is not in that state any more: somebody was quicker. Nothing was changed.
