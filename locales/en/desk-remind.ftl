### What staff are reminded of by the clock. Placeholders: $count, $reference, $age (a short span), $owner, $department.

desk-remind-overdue = { $count ->
    [one] ⏰ One case should have been answered by now:
   *[other] ⏰ { $count } cases should have been answered by now:
}
desk-remind-overdue-line = { $reference } · late by { $age } · { $owner }
desk-remind-overdue-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
desk-remind-tomorrow = { $count ->
    [one] 📅 Tomorrow there is one event:
   *[other] 📅 Tomorrow there are { $count } events:
}
desk-remind-tomorrow-line = { $title } · { $when } · { $place } · signed up: { $count }
desk-remind-week = 📊 The week of { $department }
desk-remind-week-cases = Last week: { $opened } new cases, { $resolved } resolved
desk-remind-week-open = Open now: { $count }
desk-remind-week-overdue = Of these overdue: { $count }
desk-remind-week-events = Events this week: { $count }
