### What residents read. Placeholders: $reference (K4T-7M2), $department and $community (names from the configuration),
### $when (an adverb of time made by format_when), $number (the emergency number), $count, $limit, $days.

## Languages
resident-language-name = English
resident-language-menu = Which language shall we write to you in?
resident-language-changed = Done. From now on we write to you in English.
resident-language-button = 🌐 Language

## First contact
resident-greeting =
    Hello! This is the message line of { $community }. I am a bot: I pass your messages to the right department, and a real person answers you here, in this chat.
    Write in your own words and your own language. You can also send photos, voice messages and your location.
resident-greeting-privacy = Only the staff who deal with your matter read what you write. More: /privacy
resident-greeting-emergency = If anyone is in danger, call { $number } first.

## Receipts
resident-receipt =
    Thank you, we have your message. Your reference is { $reference }.
    With: { $department }
    You can expect an answer by: { $when }
resident-receipt-more = To add something, just reply to this message: words, a photo, a voice message or a place.
resident-receipt-undecided = Thank you, we have your message. Your reference is { $reference }.
resident-receipt-urgent =
    Thank you, we have your message and marked it as urgent. Your reference is { $reference }.
    With: { $department }
resident-emergency =
    ⚠️ If anyone is in danger, call { $number } now. Do not wait for an answer here: a department cannot come as fast as the emergency services.

## Which department?
resident-ask-department = Which department is this for? Choose one, so that your message reaches the right people at once.
resident-ask-department-none = None of these
resident-department-chosen =
    Thank you. { $reference } is now with: { $department }
    You can expect an answer by: { $when }
resident-routed-late =
    { $reference } is now with: { $department }. They will read it and pass it on to the right people.
    You can expect an answer by: { $when }

## Which matter?
resident-ask-case = You have more than one open matter. Which one is this message about?
resident-ask-case-one = Is this message about { $reference }, or is it a new matter?
resident-ask-case-button = { $reference } · { $department }
resident-ask-case-new = ➕ A new matter
resident-added = Added to { $reference } ({ $department }).

## News of a case
resident-reassigned =
    { $reference } is a matter for another department, so we passed it on. It is now with: { $department }
    You can expect an answer by: { $when }
resident-reassigned-undated = { $reference } is a matter for another department, so we passed it on. It is now with: { $department }
resident-claimed = Someone at { $department } is now dealing with { $reference }.
resident-waiting = { $department } needs an answer from you to go on with { $reference }. Please reply to this message.
resident-reply-lead = { $department } · { $reference }
resident-thanks = You are welcome!
resident-thanks-noted = Thank you for your kind words. We have passed them on to: { $department }

## The end of a case
resident-resolved = { $department } considers { $reference } settled. Is it solved for you?
resident-solved-yes = ✅ Yes, it is solved
resident-solved-no = ❌ No, not yet
resident-rate-ask = Good to hear. How well did we do? 1 means badly, 5 means very well.
resident-rate-button = { $stars } ⭐
resident-rate-thanks = Thank you for your rating.
resident-unsolved = Thank you for telling us. { $reference } is open again with the same people. Please write here what is still missing.
resident-reopened = { $reference } is open again, and your message has reached { $department }.

## What we cannot take in
resident-unsupported = { $kind ->
    [sticker] Nice sticker! I can only pass on words, photos, videos, voice messages, files and places, though.
    [poll] I cannot pass on polls. Please put it in words.
   *[other] I cannot pass on this kind of message. Please put it in words, or send a photo, a voice message, a file or a place.
}
resident-file-failed = Your message about { $reference } has arrived, but a file could not be passed on: it is too large or no longer there. Please send it once more, smaller if you can, or describe it in words.
resident-flood = That is a lot of messages at once. None is lost: we take them in one after the other. If you can, put the rest in one message.
resident-button-expired = This button no longer works. Please write to us instead.

## Commands: descriptions in the menu
resident-command-start = Begin, or receive our messages again
resident-command-help = What this bot can do
resident-command-new = Start a new matter
resident-command-cases = My open matters
resident-command-status = How a matter stands, by its reference
resident-command-idea = Ideas of your neighbours, and yours
resident-command-volunteer = Lend a hand as a volunteer
resident-command-events = What is coming near you, and your events
resident-command-language = Change the language
resident-command-settings = What we send you, and when
resident-command-privacy = What we keep about you, export, erasure
resident-command-stop = Stop announcements

## Commands: answers
resident-help =
    Just write what it is about, and your message goes to the right department of { $community }. The answer comes here.

    /new – start a new matter
    /cases – your open matters
    /status and a reference – how a matter stands
    /events – what is coming near you
    /idea – ideas of your neighbours, and yours
    /volunteer – lend a hand as a volunteer
    /language – change the language
    /settings – what we send you, and when
    /privacy – what we keep about you
    /stop – no more announcements

    In an emergency call { $number }.
resident-help-button-new = ➕ New matter
resident-help-button-cases = 📋 My matters
resident-help-button-events = 📅 Events
resident-help-button-settings = ⚙️ Settings
resident-help-button-privacy = 🔒 Privacy
resident-help-button-help = ❓ Help
resident-help-button-idea = 💡 Ideas
resident-help-button-volunteer = 🤝 Lend a hand
resident-help-button-stop = 🔕 No announcements
resident-help-button-start = 🔔 Announcements again
resident-new = Please write what it is about. Your next message becomes a new matter.
resident-cases = { $count ->
    [0] You have no open matters. If you need something, just write.
    [one] You have one open matter:
   *[other] You have { $count } open matters:
}
resident-case-line = { $reference } · { $department } · { $state }
resident-case-undecided = department not chosen yet
resident-status =
    { $reference } · { $department }
    { $state }
    Received: { $since }
resident-status-due = You can expect an answer by: { $when }
resident-status-unknown = We know no matter of yours with the reference { $reference }. /cases lists your open ones.
resident-status-usage = Please add the reference, for example: /status K4T-7M2
resident-state-new = received, waiting for someone to take it on
resident-state-claimed = someone is dealing with it
resident-state-waiting = waiting for your answer
resident-state-resolved = settled, if you agree
resident-state-closed = closed
resident-state-reopened = open again
resident-stopped = You will get no more announcements from us. You can still write, and we will still answer. /start switches them on again.
resident-started-again = Welcome back. You will get our announcements again. If you need something, just write.

## Privacy
resident-privacy =
    What { $community } keeps about you here: the name you use in this app, your language and settings, what you sign up for, your messages, files and places, and our answers.
    Who sees it: only the staff who deal with your matter, and those who run an event that you sign up for.
    How long: { $days ->
        [one] one day after a matter is closed, its messages, files, places and answers are erased; you can have them erased sooner.
       *[other] { $days } days after a matter is closed, its messages, files, places and answers are erased; you can have them erased sooner.
    }
    Your rights: you can see your data, have it corrected and have it erased. The buttons below do it at once.
resident-privacy-contact = Questions about your data are answered by: { $contact }
resident-privacy-page = 🔗 Full privacy notice
resident-privacy-export = 📄 Send me my data
resident-privacy-erase = 🗑 Erase my data
resident-export-ready = Here is everything we keep about you. Any browser or text editor opens the file.
resident-erase-confirm = Shall we erase everything: your name, your settings, your sign-ups, your messages, files and places? Open matters end without an answer, and your seats go to others. This cannot be undone.
resident-erase-yes = Yes, erase everything
resident-erase-no = No, keep it
resident-erase-done = Everything we kept about you is erased. If you write again, we begin anew.
resident-erase-kept = Nothing was erased.

## The bot's profile (limits of the Bot API: description 512 characters, short description 120)
resident-profile-description =
    The message line of { $community }. Write in your own language what you need, what is broken or what could be better. Your message goes to the right department, and a real person answers here.

    In an emergency call { $number }.
resident-profile-short = Write to { $community } in your own language. A real person answers.
