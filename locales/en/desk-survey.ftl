### Surveys, as staff make and read them. Placeholders: $number (of the survey, a mark), $title, $state (a desk-survey-state-…
### text), $language, $question (its number), $detail, $count, $share (percent), $answer, $part (a language or area), $most.

## The command and its refusals
desk-survey-help =
    /survey – make a survey, step by step
    /survey list – the newest surveys with their numbers
    /survey show 3 – how survey 3 stands
    /survey results 3 – its figures, a chart and a table
    /survey close 3 – end it now
desk-survey-refuse-role = Only coordinators can make surveys and see their results. Nothing was changed. Ask an admin for the role.
desk-survey-refuse-unknown = There is no survey of that number. /survey list shows the newest ones.
desk-survey-refuse-draft = This survey has not been opened yet, so it has no results.
desk-survey-refuse-open = Only an open survey can be closed. Nothing was changed.
desk-survey-refuse-frozen = This survey has been opened, so its questions stay as they are. Make a new one to ask something else.
desk-survey-refuse-days = Please give whole days, from 1 to { $most } until it ends. Nothing was opened.
desk-survey-refuse-event = Please choose the event after which people are asked. Nothing was opened.
desk-survey-refuse-nobody = Nobody in this audience wants surveys (a topic in /settings) and can be written to, so nothing was opened. Choose more areas or languages.
desk-survey-list-empty = There are no surveys yet. /survey makes the first one.
desk-survey-list-line = { $number }. { $title } – { $state }
desk-survey-state-draft = draft
desk-survey-state-open = open
desk-survey-state-closed = closed
desk-survey-dropped = The draft is gone. Nobody had seen it.
desk-survey-opened = { $count ->
    [one] The survey is open. It goes to one person.
   *[other] The survey is open. It goes to { $count } people.
}

## The card
desk-survey-card-head = Survey { $number }: { $title }
desk-survey-field-until = Until
desk-survey-field-answers = Answers
desk-survey-value-anonymous = anonymous
desk-survey-value-named = with names, shown summed up
desk-survey-kind-choice = one answer
desk-survey-kind-choices = several answers
desk-survey-kind-scale = scale
desk-survey-kind-number = number
desk-survey-kind-text = own words
desk-survey-kind-place = place
desk-survey-way = ↳ { $answer }: on to { $to }
desk-survey-way-end = the end
desk-survey-mend-none = To mend: it has no questions yet.
desk-survey-mend-many = To mend: it has more than { $detail } questions.
desk-survey-mend-id = To mend: question { $question } has a name that cannot be used.
desk-survey-mend-twice = To mend: the name of question { $question } is used twice.
desk-survey-mend-text = To mend: { $question ->
    [0] the title has no words in “{ $detail }”.
   *[other] question { $question } has no words in “{ $detail }”.
}
desk-survey-mend-long = To mend: the words in “{ $detail }” are too long (question { $question }).
desk-survey-mend-options-few = To mend: question { $question } needs at least two answers to choose from.
desk-survey-mend-options-many = To mend: question { $question } has more than { $detail } answers, too many for a phone.
desk-survey-mend-option-twice = To mend: question { $question } has the answer { $detail } twice, or its name cannot be used.
desk-survey-mend-option-text = To mend: in question { $question } the answer { $detail } has no words, or more than 60 characters.
desk-survey-mend-range = To mend: the lowest and highest number of question { $question } do not fit. A scale has 2 to 11 steps, for example 1-5.
desk-survey-mend-branch-kind = To mend: question { $question } is answered in words, so its answers cannot lead to different questions.
desk-survey-mend-branch-answer = To mend: question { $question } has no answer { $detail } that could lead anywhere.
desk-survey-mend-branch-target = To mend: question { $question } leads to { $detail }, and there is no such question.
desk-survey-mend-circle = To mend: from question { $question } a way leads back to itself.
desk-survey-mend-unreached = To mend: no way leads to question { $question }.
desk-survey-button-question = ➕ Add a question
desk-survey-button-open = 📣 Open it
desk-survey-button-unask = Take the last question away
desk-survey-button-drop = Throw away
desk-survey-button-results = 📊 Results
desk-survey-button-close = ⏹ End it now
desk-survey-confirm-drop = Throw this draft away?
desk-survey-confirm-close = End this survey now? Nobody can answer after that.

## Forms
desk-survey-new-title = New survey
desk-survey-new-submit = Go on
desk-survey-question-title = Add a question
desk-survey-question-submit = Add
desk-survey-open-title = Open the survey
desk-survey-open-submit = Open
desk-survey-ask-name = Title ({ $language })
desk-survey-ask-intro = What it is for ({ $language })
desk-survey-ask-anonymous = Anonymous?
desk-survey-hint-anonymous = Yes: nobody can find out who answered what, not even in the database, and results come after the end.
desk-survey-ask-kind = How is it answered?
desk-survey-ask-text = Question ({ $language })
desk-survey-ask-options = Answers to choose from ({ $language })
desk-survey-hint-options = One a line, in the same order in every language.
desk-survey-ask-range = Lowest and highest number
desk-survey-hint-range = Of a scale or a number, for example 1-5.
desk-survey-ask-ways = Where answers lead
desk-survey-hint-ways = One a line. “2 > 5”: the second answer leads to question 5. “1, 3 > end” ends the survey. On a scale write its numbers.
desk-survey-ask-optional = May it be skipped?
desk-survey-hint-optional = Yes puts a “Skip” button under the question.
desk-survey-ask-occasion = When are people asked?
desk-survey-ask-event = Which event? (for “after an event”)
desk-survey-ask-areas = Only these areas
desk-survey-ask-languages = Only these languages
desk-survey-ask-role = Only these people
desk-survey-ask-days = Open for how many days?
desk-survey-ask-remind = Remind the silent once, after how many days? (0: never)
desk-survey-yes = Yes
desk-survey-no = No
desk-survey-occasion-audience = Now, everybody in the audience below
desk-survey-occasion-case = Whenever a resident has rated a settled case
desk-survey-occasion-event = After an event, everybody who was there
desk-survey-role-volunteer = Volunteers
desk-survey-role-partner = Partners

## Results
desk-survey-turnout = Asked: { $asked } · finished: { $done } · in the middle: { $begun } · stopped or declined: { $left }
desk-survey-results-later = It is anonymous: figures are shown once it has ended, so that nobody can tell one answer from the next.
desk-survey-too-few = Fewer than { $count } people have answered, so nothing is shown.
desk-survey-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
desk-survey-line = • { $answer }: { $count } ({ $share } %)
desk-survey-average = Average: { $number }
desk-survey-part = ▸ { $part } ({ $count }): { $shares }
desk-survey-texts = { $language } ({ $count }):
desk-survey-languages-mixed = Several languages
desk-survey-chart-caption = Chart: { $title }
desk-survey-table-caption = All figures as a table (CSV): { $title }
desk-survey-column-question = Question
desk-survey-column-by = By
desk-survey-column-part = Group
desk-survey-column-answer = Answer
desk-survey-column-count = Count
desk-survey-column-share = Share
desk-survey-by-all = everybody
desk-survey-by-language = language
desk-survey-by-area = area
