### What residents read of events. Placeholders: $title, $when (from when to when), $place, $count (seats or people), $ticket
### (the code that lets them in), $until and $own (moments), $value (a list or the organiser's words), $now and $was, $goal,
### $pledged and $received (sums of money).

## An event
event-when = 📅 { $when }
event-own-clock = { $when } (by your clock: { $own })
event-where = 📍 { $place }
event-seats = { $count ->
    [0] 💺 No seats left. You can join the waiting list.
    [one] 💺 One seat left
   *[other] 💺 { $count } seats left
}
event-deadline = ⏳ Please answer by: { $when }
event-organiser = 👤 { $value }
event-languages = 🗣 Spoken there: { $value }
event-accessibility = ♿ { $value }
event-goal = 🎯 Goal: { $goal } · promised: { $pledged } · received: { $received }
event-is-closed = Sign-up for this event has ended. If you cannot come after all, you can still say so.
event-is-over = This event is over.
event-is-cancelled = This event does not take place.

## Lists
event-list = Coming near you:
event-list-empty = Nothing is planned near you at the moment. Under “Areas” you can choose what you hear of.
event-line = { $title } · { $when }
event-dates = The next dates. Press one to see more or to sign up:
event-mine = Your events:
event-mine-empty = You have not signed up for anything yet.
event-own-going = { $count ->
    [one] ✅ You are coming. Your code at the door: { $ticket }
   *[other] ✅ { $count } of you are coming. Your code at the door: { $ticket }
}
event-own-maybe = 🤔 You may come.
event-own-waiting = { $count ->
    [one] ⏳ You are on the waiting list.
   *[other] ⏳ { $count } of you are on the waiting list.
}
event-own-offered = { $count ->
    [one] 🎟 A seat is held for you. Please accept or decline it.
   *[other] 🎟 { $count } seats are held for you. Please accept or decline them.
}
event-calendar = { $title }: open this file to add it to your calendar.

## Buttons
event-button-going = ✅ Going
event-button-maybe = 🤔 Maybe
event-button-no = ❌ Not going
event-button-leave = ❌ I cannot come
event-button-accept = ✅ Yes, I will come
event-button-decline = ❌ No, thanks
event-button-calendar = 📆 Add to calendar
event-button-map = 🗺 Map
event-button-dates = 🔁 More dates
event-button-show = ℹ️ Details
event-button-mine = 🎟 My events
event-button-list = 📅 Events
event-button-earlier = ⬅️ Earlier
event-button-later = Later ➡️

## Answers
event-said-going = { $count ->
    [one] ✅ You are coming to “{ $title }”.
   *[other] ✅ { $count } of you are coming to “{ $title }”.
    }
    📅 { $when }
    🎟 Your code at the door: { $ticket }
    How many are you altogether?
event-said-maybe = 🤔 Noted: you may come to “{ $title }”. No seat is held for you, but we tell you if something changes.
event-said-no = Noted: you are not coming to “{ $title }”. Your seat is free for somebody else. Thank you for telling us.
event-said-no-first = Noted: you are not coming to “{ $title }”.
event-too-many = { $count ->
    [one] There is only one seat altogether. Nothing was changed.
   *[other] There are only { $count } seats altogether. Nothing was changed.
}
event-no-more = { $count ->
    [0] There are no more seats. You keep those that you have: { $people }
    [one] There is only one more seat. You keep those that you have: { $people }
   *[other] There are only { $count } more seats. You keep those that you have: { $people }
}
event-waiting = ⏳ “{ $title }” is full. You are on the waiting list, at place { $count }. As soon as there is a seat for you, we ask you here. How many are you altogether?
event-offer = { $count ->
    [one] 🎟 A seat for “{ $title }” has become free for you.
   *[other] 🎟 { $count } seats for “{ $title }” have become free for you.
    }
    📅 { $when }
    Do you want to come? We hold it for you until: { $until }
event-offer-over = The time to accept your seat for “{ $title }” is over, so it went to the next in line. If you still want to come, press the button and join the list again.
event-offer-gone = This offer is no longer open. The button below your events shows how things stand: /events
event-unknown-code = We know no event with this code. It may have been deleted. What is coming: /events

## Something is different
event-changed = ⚠️ Something about this event has changed.
event-changed-when = New time: { $now } (it was: { $was })
event-changed-where = New place: { $now } (it was: { $was })
event-changed-where-open = The place is not settled any more (it was: { $was }). Please look at the details before you set out.
event-changed-spot = The exact spot is another one. Please look at it before you set out.
event-changed-kept = Your answer still stands. If you cannot come now, please tell us.
event-cancelled = ❌ This event does not take place ({ $when }). We are sorry. You do not need to do anything.
event-cancelled-reason = The organisers write: { $reason }

## Reminders and the door
event-reminder = ⏰ A reminder of this event:
event-door-here = Welcome to “{ $title }”! You are checked in.
event-door-early = It is too early to check in for “{ $title }”. Please scan the code again when you are there.
event-door-full = “{ $title }” is full, and we find no seat for you. Please ask the people at the entrance.

## The public page
event-page-title = Events in { $community }
event-page-empty = Nothing is planned at the moment.
event-page-join = Sign up in Telegram
event-page-calendar = 📆 Subscribe to this calendar
event-page-all-area = all areas
event-page-all-topic = all topics
event-page-unknown = There is no such topic or area.
