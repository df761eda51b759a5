### Volunteers on the coordinators' desk. Placeholders: $count, $name, $traits, $number, $title, $taken, $needed, $asked, $hours,
### $language, $most, $text, $time, $day, $zone.

desk-volunteer-help = 
    /volunteer – find volunteers
    /volunteer shift – plan a shift and offer it
desk-volunteer-refuse-role = Only coordinators see volunteers and plan shifts. Nothing was changed. Ask an admin for the role.
desk-volunteer-search-title = Find volunteers
desk-volunteer-search-submit = Find
desk-volunteer-ask-skill = Can do
desk-volunteer-ask-language = Speaks
desk-volunteer-ask-area = Helps in
desk-volunteer-ask-time = Has time
desk-volunteer-line = • { $name }: { $traits }
desk-volunteer-shift-head = Shift { $number }: { $title }
desk-volunteer-shift-title = Plan a shift
desk-volunteer-shift-submit = Plan and offer
desk-volunteer-shift-open = open
desk-volunteer-shift-cancelled = called off
desk-volunteer-shift-over = over
desk-volunteer-ask-name = What is to be done? ({ $language })
desk-volunteer-ask-occasion = For which event?
desk-volunteer-occasion = { $title }, { $when }
desk-volunteer-ask-day = Day
desk-volunteer-ask-from = From
desk-volunteer-ask-to = To
desk-volunteer-ask-place = Where
desk-volunteer-ask-needed = How many people?
desk-volunteer-refuse-order = The shift must end after it begins, on the same day. Nothing was planned.
desk-volunteer-refuse-past = The shift would begin in the past. Nothing was planned.
desk-volunteer-refuse-needed = Please give a number of people from 1 to { $most }. Nothing was planned.
desk-volunteer-refuse-trait = A skill, language or area is not known. Nothing was planned.
desk-volunteer-refuse-time = “{ $text }” is no day and time. Nothing was planned.
desk-volunteer-refuse-gap = On { $day } the clock skips { $time }. Please choose another time. Nothing was planned.
desk-volunteer-refuse-fold = On { $day } the clock shows { $time } twice. Please choose another time. Nothing was planned.
desk-volunteer-refuse-zone = The time zone { $zone } is not known. Nothing was planned.
desk-volunteer-refuse-shift = There is no such shift that this could be done with. Nothing was changed.
desk-volunteer-refuse-hours = Please give hours as a number from 0 to 24, for example 2.5. Nothing was changed.
desk-volunteer-hours-title = Who came?
desk-volunteer-hours-submit = Count
desk-volunteer-ask-came = Who came?
desk-volunteer-hint-came = Everybody else with a place stayed away, once the shift is over.
desk-volunteer-ask-hours = Hours of each
desk-volunteer-field-when = When
desk-volunteer-field-where = Where
desk-volunteer-field-needs = Needs
desk-volunteer-field-places = Places
desk-volunteer-places = { $taken } of { $needed } · asked: { $asked }
desk-volunteer-holder-accepted = 🕓 { $name }
desk-volunteer-holder-came = ✅ { $name } ({ $hours } h)
desk-volunteer-holder-missed = ✖️ { $name }
desk-volunteer-button-hours = Who came, hours…
desk-volunteer-button-cancel = Call off
desk-volunteer-confirm-cancel = Call this shift off? Everybody who has a place is told.
desk-volunteer-found = { $count ->
    [one] One volunteer fits:
   *[other] { $count } volunteers fit:
}
desk-volunteer-offered = { $count ->
    [one] Shift { $number } is planned. One volunteer is asked.
   *[other] Shift { $number } is planned. { $count } volunteers are asked.
}
