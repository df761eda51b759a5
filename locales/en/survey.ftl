### Surveys, as residents read them. Placeholders: $when (adverb of time), $count (questions), $low and $high (numbers),
### $option (an answer to choose), $title (of the survey).

survey-length = { $count ->
    [one] It is one question.
   *[other] It has { $count } questions at most.
}
survey-anonymous = 🔒 It is anonymous: we keep what is answered, but nowhere who answered it. Please do not write names in your answers.
survey-named = Your answers are kept together with your name. Staff see them summed up with those of others.
survey-until = You can answer until: { $when }
survey-button-begin = ▶️ Begin
survey-button-no = No, thank you
survey-button-ready = ✅ That is all
survey-button-skip = ⏭ Skip
survey-button-stop = ✖️ Stop
survey-button-answer = 📝 My answer to the survey
survey-ticked = ☑️ { $option }
survey-how-choice = Tap one of the answers.
survey-how-choices = Tap all that apply, then “That is all”.
survey-how-scale = Tap a number: { $low } is the lowest, { $high } the highest.
survey-how-number = Reply to this message with a number from { $low } to { $high }.
survey-how-text = Reply to this message in your own words.
survey-how-place = Reply to this message with a location (📎, then “Location”).
survey-wrong-buttons = We could not match that to one of the answers. Nothing is lost: the question still waits.
survey-wrong-number = We need a number here, written in digits. Nothing is lost: the question still waits.
survey-wrong-words = We could not read any words in that. Nothing is lost: the question still waits.
survey-wrong-place = We need a place here. Nothing is lost: the question still waits.
survey-wrong-long = That is longer than we can take in. Please make it shorter. The question still waits.
survey-what-for = What is this message for? A survey question is waiting for you. As long as you have not chosen, we pass it on to nobody.
survey-not-said = You did not choose what your message was for. Because the survey is anonymous, we passed it on to nobody and did not count it. If it was an answer, send it as a reply to the question. If it is a matter for us, please send it again.
survey-thanks = Thank you! Your answers have arrived. They help us to do better.
survey-thanks-anonymous = Thank you! Your answers have arrived. Nothing links them to you any more, so we cannot change or find them either.
survey-done-already = You have already answered this survey. Thank you!
survey-declined = All right, we will not ask you again. If you change your mind, press “Begin”.
survey-stopped = We have stopped. What you have answered so far counts. If you need something else, just write.
survey-late = Thank you for wanting to take part. This survey has ended: { $when }. If there is something you would like to tell us, just write it here.
survey-edited = You changed an earlier message. Answers to a survey stay as they were first given. If it is about something else, please send it as a new message.
survey-reminder = A small reminder: we would still be glad of your answers. “{ $title }”
