### What coordinators read while they write, approve and steer broadcasts. Placeholders: $reference (B-K4T-7M2), $kind (a
### coordination-kind-…), $person, $language (its own name), $area (names of areas), $time (short span), $count, $when.
### Lengths: titles of forms and their buttons at most 24 characters, buttons of cards at most 75 (Slack's Block Kit).

## Forms
coordination-begin-title = New message to many
coordination-next = Next
coordination-to-preview = Preview
coordination-training-on = 🔶 Training is on: whatever you write now is a drill and stays one.
coordination-go-on = Slack was too slow to show the next step. Nothing is lost; this button goes on.
coordination-ask-kind = What is it?
coordination-ask-areas = Areas
coordination-ask-areas-hint = None chosen: the whole town. People who chose no area hear of all areas.
coordination-ask-playbook = Contingency plan
coordination-ask-playbook-hint = None chosen: you write the text yourself.
coordination-checklist = Before you send
coordination-ask-gap = { $variable } · { $language }
coordination-ask-gap-hint = Languages left empty read as this one.
coordination-ask-event = What has happened (short, for the record)
coordination-ask-severity = How severe?
coordination-ask-urgency = How urgent?
coordination-ask-certainty = How certain?
coordination-ask-category = Category
coordination-ask-onset-day = Expected from (day)
coordination-ask-onset-time = Expected from (time)
coordination-ask-onset-hint = Leave it empty if it has begun or nobody knows.
coordination-ask-until-day = Valid until (day)
coordination-ask-until-time = Valid until (time)
coordination-ask-contact = Whom people can ask
coordination-ask-topic = Topic
coordination-ask-headline = { $language }: first line
coordination-ask-description = { $language }: what, where, what it means
coordination-ask-instruction = { $language }: what to do now
coordination-ask-roles = Only people with one of these roles
coordination-ask-languages = Only people who read one of these languages
coordination-ask-fallback = Languages without a text get the one in
coordination-ask-fallback-hint = None chosen: it is not sent while a language lacks its text.
coordination-ask-start-day = Send on (day)
coordination-ask-start-time = Send at (time)
coordination-ask-start-hint = Leave it empty to send as soon as a second person has approved.
coordination-ask-repeat = How often?
coordination-repeat-never = once
coordination-repeat-hourly = every hour, until it is stopped or the all-clear
coordination-repeat-daily = every day at this time
coordination-repeat-weekly = every week at this time
coordination-note-planned = Planned: { $when }, { $repeat }.
coordination-note-next = Next: { $when }, { $repeat }.
coordination-call-off = Call off
coordination-call-off-sure = Call it off? Nothing has been sent yet.
coordination-field-start = When
coordination-refuse-past = That time has passed. Nothing was changed. Please choose a later one, or leave day and time empty to send at once.
coordination-timed-missed = { $count ->
    [one] ⚠️ { $reference } was not sent at its time ({ $when }): Liaison was not running, or it was paused. It was too late to send it afterwards. If it is still needed, write it anew.
   *[other] ⚠️ { $reference } was not sent { $count } times, the first { $when }: Liaison was not running, or it was paused. It was too late to send them afterwards. If it is still needed, write it anew.
}
coordination-ask-safety = Safety check
coordination-ask-safety-yes = Ask everybody whether they are safe
coordination-ask-safety-hint = Adds the buttons “I am safe / I need help / I am not there”. Whoever needs help gets an urgent case.
coordination-role-volunteer = Volunteers
coordination-role-partner = Partners
coordination-role-staff = Staff

## Values of CAP 1.2
coordination-cap-immediate = Immediate: act now
coordination-cap-expected = Expected: within the hour
coordination-cap-future = Future: soon
coordination-cap-past = Past
coordination-cap-unknown = Unknown
coordination-cap-extreme = Extreme
coordination-cap-severe = Severe
coordination-cap-moderate = Moderate
coordination-cap-minor = Minor
coordination-cap-observed = Observed
coordination-cap-likely = Likely
coordination-cap-possible = Possible
coordination-cap-unlikely = Unlikely
coordination-cap-safety = General safety
coordination-cap-met = Weather and floods
coordination-cap-geo = Earth: landslides, quakes
coordination-cap-fire = Fire
coordination-cap-health = Health
coordination-cap-env = Environment
coordination-cap-transport = Transport
coordination-cap-infra = Water, power, networks
coordination-cap-rescue = Rescue
coordination-cap-security = Security
coordination-cap-cbrne = Chemicals, radiation, explosives
coordination-cap-other = Other

## Kinds and states
coordination-kind-alert = Alert
coordination-kind-announcement = Announcement
coordination-kind-update = Update
coordination-kind-correction = Correction
coordination-kind-all-clear = All-clear
coordination-kind-drill = 🔶 Drill
coordination-state-draft = draft
coordination-state-submitted = waits for a second person
coordination-state-approved = approved, waits for its time
coordination-state-running = is being sent
coordination-state-paused = paused
coordination-state-stopped = stopped
coordination-state-done = sent
coordination-state-expired = expired, not sent
coordination-state-discarded = thrown away
coordination-state-called-off = called off

## Preview
coordination-preview-title = { $reference } · { $kind } · preview
coordination-preview-note = This is how it will look. Nothing has been sent. After “Submit” somebody else approves it.
coordination-preview-mend = Nothing has been sent. Please change what is marked above; then it can be submitted.
coordination-text-parts = { $language } ({ $count ->
    [one] { $count } part
   *[other] { $count } parts
})
coordination-duration = { $time } for { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
coordination-paid = { $time }, for { $stars } Stars
coordination-edits = { $count ->
    [one] { $count } earlier message is changed in place
   *[other] { $count } earlier messages are changed in place
}
coordination-area-unknown = area not told
coordination-field-people = People
coordination-field-duration = Takes
coordination-field-paid = As a paid broadcast
coordination-field-languages = By language
coordination-field-areas = By home area
coordination-field-channels = By channel
coordination-field-unreachable = Not reached
coordination-field-where = Where
coordination-field-responders = Those who help, wherever they live
coordination-field-until = Valid until
coordination-field-edits = Changed in place
coordination-gone-blocked = blocked the bot
coordination-gone-stopped = said /stop
coordination-gone-unwanted = do not want this topic

## The card in the coordinators' channel
coordination-card-title = { $reference } · { $kind }
coordination-field-state = State
coordination-field-submitted = Submitted by
coordination-field-approved = Approved by
coordination-field-stopped = Stopped by
coordination-field-progress = Progress
coordination-field-sent = Sent
coordination-field-unsent = Not sent
coordination-field-left = Left
coordination-field-public = Public posts
coordination-field-rate = Rate
coordination-field-finish = Through by
coordination-rate = { $rate } a second
coordination-posted = { $sent } of { $all }
coordination-end-failed = failed
coordination-end-blocked = blocked
coordination-end-doubt = in doubt
coordination-end-stopped = stopped
coordination-end-expired = expired
coordination-note-type = Whoever approves types where it goes: { $area }
coordination-note-voided = { $person } changed it: it is a draft again and must be submitted anew.
coordination-note-override = { $person } sent it alone, as duty officer: { $reason }
coordination-note-refers = Refers to { $reference }

## Buttons
coordination-submit = Submit
coordination-change = Change
coordination-discard = Throw away
coordination-discard-sure = Throw this draft away? Nothing has been sent.
coordination-approve = Approve and send
coordination-send-back = Send back
coordination-override = Duty officer: send alone
coordination-pause = Pause
coordination-resume = Resume
coordination-stop = Stop
coordination-stop-sure = Stop for good? What has not left stays unsent; what has arrived stays there.
coordination-follow-correction = Correct
coordination-follow-update = Update
coordination-follow-all-clear = All-clear

## The last question
coordination-approve-title = Approve and send
coordination-send-now = Send now
coordination-ask-area = Type where it goes: { $area }
coordination-ask-area-hint = This is no drill. It is sent to everybody in: { $area }
coordination-ask-reason = Why can nobody else approve it? (It is logged, and all coordinators are told.)

## What is told in private
coordination-submitted = { $reference } waits for a second person, in the coordinators' channel. Nothing has been sent yet.
coordination-returned = { $reference } came back: a colleague wants it changed. Nothing has been sent.
coordination-discarded = { $reference } is thrown away. Nothing was sent.
coordination-overridden = 🚨 { $person } has sent { $reference } alone, as duty officer. Reason: { $reason }

## The own page
coordination-home = Broadcasts
coordination-home-none = Nothing waits and nothing runs.
coordination-new = Write a broadcast

## Refusals: what happened, what stays, what to do
coordination-refuse-role = You do not have the role for this. Nothing was changed. Roles stand in the configuration, under [roles].
coordination-refuse-duty = Only a duty officer may send alone. Nothing was changed; a second person can approve it.
coordination-refuse-state = It does not stand where that can be done (any more). Nothing was changed. Its card shows how it stands.
coordination-refuse-changed = Somebody has changed it since you saw it. Nothing was done. Please look at the newest card and decide again.
coordination-refuse-own = You submitted it, so somebody else must approve it. Nothing was sent.
coordination-refuse-submitter-role = Whoever submitted it is no coordinator any more. Nothing was sent. A coordinator can submit it anew.
coordination-refuse-approved-already = { $reference } has been approved already, once is enough. Nothing more was sent.
coordination-refuse-expired = Its time is over, so it is not sent. Nothing was changed. Please set a later “valid until”.
coordination-refuse-reason = A reason of at least ten characters is needed: it is logged. Nothing was sent.
coordination-refuse-nobody = Nobody would get it: no resident fits this audience. Nothing was sent. Please choose other areas, roles or languages.
coordination-refuse-nobody-drill = Nobody of the drill group fits. Nothing was sent. Drills reach only people with the role “drill”.
coordination-refuse-no-original = What it refers to was never sent. Nothing was changed. A correction, update or all-clear follows a message that was sent.
coordination-refuse-forgotten = Nobody can say any more whom that message reached: who got a message is kept for a limited time only. Nothing was changed. Please write a new message to the same areas or groups.
coordination-refuse-drill-unmarked = A drill must say so in every message, and this one does not. Nothing was sent. Please write it anew.
coordination-refuse-drill-mixed = A drill and the real thing cannot follow each other. Nothing was changed. Please begin anew.
coordination-refuse-facts = An alert needs to say what has happened and until when it holds. Nothing was sent. Please fill in both.
coordination-refuse-order = It ends before it begins. Nothing was changed. Please correct the times.
coordination-refuse-no-text = There is no text in any language. Nothing was changed. Please write at least one.
coordination-refuse-no-channel = There is no coordinators' channel, so nothing can be approved. Nothing was changed. It is named in the configuration, under [broadcasts].
coordination-refuse-unknown = There is no such broadcast. Nothing was changed. /alert begins a new one.
coordination-refuse-when = The clock never shows that time. Nothing was changed. Please choose another.
coordination-refuse-no-headline = The text in { $language } has no first line. Nothing was changed. Please write one.
coordination-refuse-long-headline = The first line in { $language } is longer than { $most } characters. Nothing was changed. Please shorten it.
coordination-refuse-variable = In { $language } the gap { $variable } is not filled. Nothing was sent. Please fill it in.
coordination-refuse-gap = The plan still needs: { $variable }. Nothing was sent. Please fill it in for at least one language.
coordination-refuse-fallback = { $language } was chosen for languages without a text, but has none itself. Nothing was changed. Please choose another.
coordination-refuse-language = { $count ->
    [one] { $count } person reads { $language }, and there is no text for them
   *[other] { $count } people read { $language }, and there is no text for them
}. Nothing was sent. Please write one, or choose by name which text they get.
coordination-refuse-area = There is no area called { $area }. Nothing was changed. Areas stand in the configuration, under [[areas]].
coordination-refuse-value = { $value } is not a value that official warnings (CAP 1.2) know. Nothing was changed. Please choose from the list.
coordination-refuse-typed-area = That was not the name of where it goes. Nothing was sent. To send it, type: { $area }
coordination-refuse-seal = What rests under { $reference } is not what was submitted. Nothing was sent. Please submit it anew and tell whoever runs the system.

## On a coordinator's own phone
coordination-phone-code = Your code: { $code }. Send /coordinate { $code } to the bot in your own Telegram chat within { $minutes } minutes. It works once.
coordination-phone-linked = { $person }, a Telegram chat can now act for you. If that was not you: take your role away and tell an administrator.
coordination-phone-off = This chat no longer acts for a coordinator.
coordination-phone-menu = Choose a plan to begin an alert, write in your own words, or look at what waits, runs or was sent.
coordination-phone-gap = Please write: { $variable }
coordination-phone-own-alert = ✍️ Alert in your own words
coordination-phone-own-words = ✍️ In your own words
coordination-phone-plan = Which plan do you practise?
coordination-phone-hours = For how long does it hold?
coordination-phone-hours-value = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
coordination-phone-text = Please write the message in { $language }: the headline on the first line, below it what happened and what people should do.
coordination-phone-leave-out = Leave out { $language }
coordination-phone-uses = No text in { $languages }. Which text do these readers get?
coordination-phone-no-text = None for now
coordination-phone-cancel = ✖️ Cancel
coordination-phone-cancelled = Ended. Nothing was made and nothing was sent. /coordinate shows what you can do.
coordination-drill-link = Give this to whoever takes part in drills: { $link }
coordination-told = 📢 { $reference } goes out to residents now: { $headline }

## Audiences with a name
coordination-audience-title = Save this audience
coordination-audience-submit = Save
coordination-ask-audience-name = Its name
coordination-ask-audience = Or one that was saved
coordination-keep-audience = Save audience
coordination-audience-saved = The audience “{ $name }” is saved; the form offers it from now on.
coordination-refuse-name = It needs a name. Nothing was changed.
coordination-refuse-audience = No audience is called { $name }. Nothing was changed. Please choose another one.

## Whom it is for, beyond area, role and language. Placeholders: $event (code of an event)
coordination-ask-shape = Or where, as a shape or code
coordination-ask-shape-hint = Corners “lat,lon lat,lon lat,lon”, a circle “lat,lon kilometres”, or a code “NAME=value”. Areas that it meets are chosen.
coordination-ask-without-areas = Not people in these areas
coordination-ask-case-departments = Only people with an open case at
coordination-ask-cases = Only people with one of these open cases
coordination-ask-cases-hint = References, with spaces between them.
coordination-ask-events = Only people of these events
coordination-ask-events-hint = Who came, where guests were checked in; else who signed up.
coordination-ask-audience-also = And also these saved audiences
coordination-ask-audience-without = But not these saved audiences
coordination-refuse-shape = That is no outline, circle or code. Nothing was changed. Please write it like 54.0,18.0 5 (a circle of 5 km).
coordination-refuse-shape-nowhere = That shape meets none of our areas. Nothing was changed. Please check its numbers or choose areas by name.
coordination-refuse-cases = Not all of that are references of cases. Nothing was changed. Please write them like K4T-7M2.
coordination-refuse-event = No event has the code { $event }. Nothing was changed. Please choose another one.
