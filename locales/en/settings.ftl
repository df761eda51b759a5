### What a resident wants to hear of, and when. Placeholders: $areas and $topics (lists of names), $hours (a settings-span),
### $city (a time zone's city), $name (what a button offers), $start and $end and $time (clock times).

## The overview
settings-title = What we send you, and when
settings-areas = Areas: { $areas }
settings-topics = Topics: { $topics }
settings-quiet = Quiet hours: { $hours }
settings-zone = Your clock: { $city }
settings-all = all of them
settings-no = none
settings-span = { $start } – { $end }
settings-button-areas = 📍 Areas
settings-button-topics = 📰 Topics
settings-button-quiet = 🌙 Quiet hours
settings-button-zone = 🕐 Time zone

## The pages
settings-ask-areas = Which areas do you want to hear of? Press as many as you like. If you choose none, you hear of all.
settings-ask-topics = What do you want to hear of? Press as many as you like.
settings-ask-quiet = When shall we not disturb you? What comes then waits until the end of the quiet hours. Dangerous weather and other serious warnings, and answers to your own matters, still come at once.
settings-ask-zone = What time is it where you live? Quiet hours and reminders follow that clock.
settings-on = ✅ { $name }
settings-back = ↩️ Back
settings-quiet-off = Off
settings-clock = { $city } · { $time }

## An area by its place
settings-place = 📍 By my location
settings-place-send = Send my location
settings-place-ask = Please send your location with the button below. We keep only the area in which it lies.
settings-place-found = Thank you. From now on you hear of this area: { $area }
settings-place-unknown = This place lies in none of our areas. Nothing was changed. You can choose areas by name: /settings

## Topics that the organisation did not name itself
settings-topic-alerts = Warnings
settings-topic-events = Events
settings-topic-news = News
settings-topic-volunteering = Volunteering
settings-topic-surveys = Surveys
