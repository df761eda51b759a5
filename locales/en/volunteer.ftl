### Volunteers, as they read it. Placeholders: $community, $chosen (a list), $choice, $hours, $title (of a shift), $when and
### $other_when (when it is), $other (another shift), $place, $needed (people), $start and $end, $name, $count, $date.

## Joining and the profile
volunteer-title = Volunteering
volunteer-invitation =
    Would you like to lend a hand in { $community }? Tell us what you can do and when, and we offer you shifts that fit. You say yes or no each time.
    By joining you agree that coordinators see your name and what you choose here, and that we send you such offers. You can change it or leave at any time: /volunteer
volunteer-button-join = 🙋 I would like to help
volunteer-line-skill = Can do: { $chosen }
volunteer-line-language = Languages: { $chosen }
volunteer-line-area = Areas: { $chosen }
volunteer-line-time = Times: { $chosen }
volunteer-none = nothing chosen yet
volunteer-any = any
volunteer-hours = Hours so far: { $hours }
volunteer-mine = 📌 { $title }, { $when }
volunteer-button-skill = 🛠 What I can do
volunteer-button-language = 🗣 Languages
volunteer-button-area = 📍 Areas
volunteer-button-time = 🕓 Times
volunteer-button-certificate = 📄 Certificate of hours
volunteer-button-training = 📚 Training
volunteer-button-leave = Leave
volunteer-ticked = ☑️ { $choice }
volunteer-next = Next ▶️
volunteer-done = ✅ Done
volunteer-ask-skill = What can you do? Tap all that fits.
volunteer-ask-language = Which languages do you speak well enough to help in?
volunteer-ask-area = Where can you help? Choose nothing if it may be anywhere.
volunteer-ask-time = When do you usually have time? Choose nothing if it may be any time.
volunteer-left = You have left, and your shifts are given back. Thank you for everything! Your hours stay on record for a certificate. /volunteer brings you back.
volunteer-leave-ask = Shall we take you off the list of volunteers? Shifts that are ahead of you are given back.
volunteer-leave-yes = Yes, take me off
volunteer-leave-no = No, I stay
volunteer-no-hours = There are no counted hours yet. After your first shift you can have a certificate here.
volunteer-certificate-caption = Your certificate of hours. Thank you!
volunteer-training = Here is something to read and learn from:
volunteer-training-none = There is no training material for you at the moment. We will tell you when there is.
volunteer-read = 📖 Read more
volunteer-skill-interpreting = interpreting
volunteer-skill-first-aid = first aid
volunteer-skill-driving = driving
volunteer-skill-carrying = carrying and setting up
volunteer-skill-cooking = cooking
volunteer-skill-children = looking after children
volunteer-skill-seniors = visiting older people
volunteer-skill-computers = computers and phones
volunteer-time-weekday-morning = weekday mornings
volunteer-time-weekday-afternoon = weekday afternoons
volunteer-time-weekday-evening = weekday evenings
volunteer-time-weekend-morning = weekend mornings
volunteer-time-weekend-afternoon = weekend afternoons
volunteer-time-weekend-evening = weekend evenings
volunteer-span = { $start } – { $end }

## Shifts
volunteer-offer =
    Can you help? { $title }
    When: { $when }
    Where: { $place }
    { $needed ->
        [one] One person is needed.
       *[other] { $needed } people are needed.
    }
volunteer-offer-freed =
    A place is free again: { $title }
    When: { $when }
    Where: { $place }
volunteer-button-accept = ✅ I will come
volunteer-button-decline = Not this time
volunteer-button-cannot = I cannot come after all
volunteer-button-here = 👋 I am there
volunteer-shift-accepted = Thank you, you are in: { $title }, { $when }. We remind you a day before.
volunteer-shift-accepted-soon = Thank you, you are in: { $title }, { $when }. It is so soon that we do not remind you a day before. An hour before we ask you to say that you are there.
volunteer-shift-accepted-now = Thank you, you are in: { $title }, { $when }. Please press the button when you are there, so that your hours count.
volunteer-shift-yours = You have this shift already: { $title }, { $when }.
volunteer-shift-over = This shift cannot be taken any more: { $title }, { $when }. Thank you all the same!
volunteer-shift-overlaps = You already help at that time: { $other }, { $other_when }. So we did not sign you up for { $title } ({ $when }). Give the other one back first if you would rather do this.
volunteer-shift-full = Others were quicker: { $title }, { $when }, has enough people now. Thank you! If a place is freed you hear first.
volunteer-shift-declined = All right: { $title }, { $when }. There will be other times.
volunteer-shift-left = Thank you for telling us. Your place is free for somebody else: { $title }, { $when }.
volunteer-shift-not-yours = You have no place on this shift: { $title }, { $when }. Nothing was changed.
volunteer-shift-early = It is still too early for that. The button works from an hour before: { $title }, { $when }.
volunteer-shift-here = 👍 Noted that you are there: { $title }, { $when }. Thank you!
volunteer-shift-cancelled = Called off: { $title }, { $when }. You need not come. Thank you for being ready to!
volunteer-reminder =
    A reminder that you help: { $title }
    When: { $when }
    Where: { $place }
volunteer-check-in =
    It begins soon: { $title }, { $when }
    Where: { $place }
    Please press when you are there, so that your hours count.
volunteer-thanks = 💚 Thank you for helping: { $title }, { $when }. Your hours are counted; /volunteer shows them.

## The certificate
volunteer-certificate-title = Certificate of volunteering
volunteer-certificate-text = { $name } has volunteered with { $community } for { $hours } hours in { $count ->
    [one] one shift
   *[other] { $count } shifts
}.
volunteer-certificate-date = Date
volunteer-certificate-shift = What was done
volunteer-certificate-hours = Hours
volunteer-certificate-total = Together
volunteer-certificate-issued = Issued on { $date } from the records of { $community }.
