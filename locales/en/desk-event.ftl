### What staff read of events. Placeholders: $title, $count, $when, $url, $code; in refusals what was typed ($text, $value).
### Lengths: titles of forms and their buttons at most 24 characters.

## The card
desk-event-card = 📅 { $title }
desk-event-card-cancelled = ❌ Cancelled: { $title }
desk-event-field-when = When
desk-event-field-more = Further dates
desk-event-field-where = Where
desk-event-field-seats = Seats taken
desk-event-field-answers = Other answers
desk-event-field-came = Came
desk-event-field-deadline = Sign-up until
desk-event-field-area = Area
desk-event-field-topic = Topic
desk-event-field-organiser = Organiser
desk-event-field-languages = Spoken there
desk-event-field-texts = Announced in
desk-event-value-more = { $count ->
    [one] one more
   *[other] { $count } more
}
desk-event-value-answers = maybe: { $maybe }, waiting: { $waiting }
desk-event-value-taken = { $count }, no limit
desk-event-value-seats = { $count } of { $capacity }
desk-event-value-unlimited = no limit
desk-event-value-came = { $came } of { $going } are here
desk-event-value-absent = { $count ->
    [0] { $came }, everybody who signed up
    [one] { $came }; one person did not come
   *[other] { $came }; { $count } people did not come
}
desk-event-task-open = ⬜ { $text }
desk-event-task-done = ✅ { $text }
desk-event-task-who = { $line } ({ $who })
desk-event-code = Code: { $code }
desk-event-link = For posters: { $url }
desk-event-button-change = ✏️ Change
desk-event-button-door = 🚪 Check in
desk-event-button-tell = 📣 Tell people
desk-event-button-poster = 🖨 Poster code
desk-event-button-cancel = ❌ Cancel event
desk-event-button-again = Correct it

## The form
desk-event-new-title = New event
desk-event-new-submit = Announce
desk-event-change-title = Change event
desk-event-change-submit = Save
desk-event-ask-name = Title ({ $language })
desk-event-ask-text = Description ({ $language })
desk-event-ask-day = Day
desk-event-ask-start = Begins at
desk-event-ask-end = Ends at
desk-event-ask-last = Last day, if it is another one
desk-event-ask-last-hint = Leave it empty if it ends on the day it begins.
desk-event-ask-zone = Time zone of the place
desk-event-ask-repeat = Repeats
desk-event-ask-until = Repeats until
desk-event-ask-rule = Own rule
desk-event-ask-rule-hint = A rule of RFC 5545 with an end, for example FREQ=MONTHLY;BYDAY=1SA;COUNT=6
desk-event-repeat-never = never
desk-event-repeat-daily = every day
desk-event-repeat-weekly = every week
desk-event-repeat-fortnightly = every two weeks
desk-event-repeat-monthly = every month on this date
desk-event-repeat-yearly = every year
desk-event-repeat-own = by the rule below
desk-event-ask-place = Place
desk-event-ask-pin = Point on the map
desk-event-ask-pin-hint = Degrees (51.6402, 18.9385) or the link of a map.
desk-event-ask-area = Area
desk-event-everywhere = for everybody
desk-event-ask-capacity = Seats
desk-event-ask-capacity-hint = Empty: no limit. When all are taken, people wait in line.
desk-event-ask-deadline = Sign-up ends so many hours before
desk-event-ask-deadline-hint = Empty: when it begins.
desk-event-ask-remind = Remind people before it begins
desk-event-ask-topic = Topic
desk-event-ask-department = Department
desk-event-ask-organiser = Organiser
desk-event-ask-languages = Languages spoken there
desk-event-ask-access = Accessibility ({ $language })
desk-event-ask-tasks = What must be there, and who sees to it
desk-event-ask-tasks-hint = One thing a line: [ ] Chairs for 40 — Anna. Write [x] when it is done. Residents do not see this.
desk-event-lead-days = { $count ->
    [one] { $count } day before
   *[other] { $count } days before
}
desk-event-lead-hours = { $count ->
    [one] { $count } hour before
   *[other] { $count } hours before
}
desk-event-lead-minutes = { $count ->
    [one] { $count } minute before
   *[other] { $count } minutes before
}

## Refusals
desk-event-refuse-role = Only coordinators plan events. Nothing was changed. Who coordinates is said in the configuration ([roles], coordinators).
desk-event-refuse-none = No event is called { $code }. Nothing was changed. /event list shows what is coming.
desk-event-refuse-cancelled = This event was cancelled. Nothing was changed. Plan it anew with /event.
desk-event-refuse-link = The bot does not know its own name in Telegram yet. Nothing was lost; please press again in a minute.
desk-event-refuse-zone = “{ $zone }” is not a time zone. Nothing was changed. Choose one like Europe/Warsaw.
desk-event-refuse-time = “{ $text }” is not a day and time. Nothing was changed. Please choose both.
desk-event-refuse-gap = On { $day } there is no { $time }: that night the clocks are set forward over it. Nothing was changed. Please choose a time before or after.
desk-event-refuse-fold = On { $day } the clock shows { $time } twice, because that night the clocks are set back. Nothing was changed. Please choose a time before or after.
desk-event-refuse-end-before-start = It would end before it begins. Nothing was changed. Please check the times, and the last day.
desk-event-refuse-too-long = { $count ->
    [one] It would take longer than one day. Nothing was changed. Make it a repeating event instead.
   *[other] It would take longer than { $count } days. Nothing was changed. Make it a repeating event instead.
}
desk-event-refuse-endless = The event would repeat for ever. Nothing was changed. Please say until when it repeats.
desk-event-refuse-rule = The rule “{ $rule }” is not one we can follow. Nothing was changed. Days, weeks, months and years are possible, with an end.
desk-event-refuse-too-many = { $count ->
    [one] The rule has more than one date. Nothing was changed. Please let it end earlier.
   *[other] The rule has more than { $count } dates. Nothing was changed. Please let it end earlier.
}
desk-event-refuse-past = All of it lies in the past. Nothing was changed. Please choose a later day.
desk-event-refuse-deadline = Sign-up would already have ended. Nothing was changed. Please choose a later deadline.
desk-event-refuse-capacity = { $count ->
    [one] One seat is taken already, more than the { $capacity } you want. Nothing was changed.
   *[other] { $count } seats are taken already, more than the { $capacity } you want. Nothing was changed. Cancel the event or agree with the people first.
}
desk-event-refuse-capacity-number = “{ $text }” is not a number of seats. Nothing was changed. Please write a whole number from 1 to 100000, or nothing.
desk-event-refuse-deadline-number = “{ $text }” is not a number of hours. Nothing was changed. Please write for example 24 or 1.5, or nothing.
desk-event-refuse-pin = “{ $text }” is not a point on the map. Nothing was changed. Please write degrees like 51.6402, 18.9385, or paste the link of a map.
desk-event-refuse-tasks = { $count ->
    [one] There are too many lines of tasks; one is possible. Nothing was changed.
   *[other] There are too many lines of tasks; { $count } are possible. Nothing was changed.
}
desk-event-refuse-untitled = The event has no title. Nothing was changed.
desk-event-refuse-unknown = “{ $value }” is not (any more) in the configuration. Nothing was changed. Please choose again.
desk-event-refuse-changed-meanwhile = Somebody else has changed this event meanwhile. Nothing of yours was changed. Please open it again and look.
desk-event-refuse-file-size = The file is too large; up to { $limit } kB are read.
desk-event-refuse-file-broken = The file is not a calendar that can be read.
desk-event-refuse-file-empty = There is no event in the file.
desk-event-refuse-file-entries = There are too many events in the file; up to { $limit } are read.
desk-event-refuse-entry-broken = An entry lacks its title, its name (UID) or its time, or they cannot be read.

## The command and the poster
desk-event-list = { $count ->
    [0] Nothing is planned. /event plans something.
    [one] One date is coming:
   *[other] { $count } dates are coming:
}
desk-event-list-line = { $title } · { $when } · { $count } of { $seats }
desk-event-poster = The code for posters of “{ $title }”. It opens { $url }

## Telling people
desk-event-tell-confirm = Everybody who wants to hear of this topic, and of its area, gets it once. They see the texts as the form has them.
desk-event-announced = People are being told: those who want to hear of this topic in its area and have not answered yet. Quiet hours are kept.
desk-event-announced-before = People were told of this event before. Nothing was sent again; changes are told by themselves.

## Cancelling
desk-event-cancel-title = Cancel event
desk-event-cancel-submit = Cancel and tell
desk-event-cancel-which = Which dates?
desk-event-cancel-all = the whole event
desk-event-cancel-reason = Why?
desk-event-cancel-reason-hint = Sent to everybody who signed up, exactly as you write it.

## The door
desk-event-guest = { $count ->
    [one] { $name }
   *[other] { $name } ({ $count } people)
}
desk-event-door-title = Check in
desk-event-door-submit = Let in
desk-event-door-code = Code of the guest
desk-event-door-code-hint = Guests find it under /events, “My events”.
desk-event-door-names = Or by name
desk-event-door-nobody = Only those who have not come in yet are listed.
desk-event-door-link = Guests can also scan a code at the entrance; it must open this address: { $url }
desk-event-door-unknown = ❌ Nobody with a seat has the code { $code }. Nobody was let in with it.
desk-event-door-twice = ❔ Whoever has the code { $code } was let in before.
desk-event-door-welcome = { $count ->
    [one] ✅ { $code }: one person is in.
   *[other] ✅ { $code }: { $count } people are in.
}
desk-event-door-let-in = { $count ->
    [one] ✅ One guest was let in by name.
   *[other] ✅ { $count } guests were let in by name.
}
desk-event-door-empty = Neither a code nor a name was given. Nothing was changed.

## Calendar files
desk-event-imported = { $count ->
    [0] Nothing in the file is new: all its events are here as they are.
    [one] One event was taken from the file:
   *[other] { $count } events were taken from the file:
}
desk-event-import-new = ➕ { $title }
desk-event-import-changed = ✏️ { $title }
desk-event-import-cancelled = ❌ { $title }
desk-event-import-refused = Nothing was taken from { $file }. { $reason }
desk-event-import-refused-at = “{ $title }”: { $reason }
desk-event-import-failed = { $file } could not be fetched from Slack. Nothing was changed. Please send it once more.

## What the clock reports
desk-event-reminder-late = ⌛ Nobody was reminded of “{ $title }” (begins { $start }): the reminder was due { $due }, and the bot was not running until it made no sense any more.
desk-event-over = { $count ->
    [0] 🏁 “{ $title }” is over. All { $going } who signed up came.
    [one] 🏁 “{ $title }” is over. { $came } of { $going } came; one person did not:
   *[other] 🏁 “{ $title }” is over. { $came } of { $going } came; { $count } people did not:
}
desk-event-over-unchecked = { $count ->
    [one] 🏁 “{ $title }” is over. One person had signed up; nobody was checked in at the door.
   *[other] 🏁 “{ $title }” is over. { $count } people had signed up; nobody was checked in at the door.
}
