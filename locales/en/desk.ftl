### What staff read. Placeholders: $reference, $department, $from and $to (names of departments), $person (a mention or
### name that the channel made), $when (adverb of time), $age (short span), $reason (a desk-reason-… text), $language.
### Lengths: titles of forms and their buttons at most 24 characters, buttons of cards at most 75 (Slack's Block Kit).

## Cards
desk-card-title = { $reference } · { $kind }
desk-field-resident = Resident
desk-field-language = Language
desk-field-area = Area
desk-field-age = Age
desk-field-state = State
desk-field-priority = Priority
desk-field-owner = Dealt with by
desk-field-due = Answer by
desk-field-rating = Rating
desk-value-nobody = nobody yet
desk-value-unknown = not known
desk-value-rating = { $stars } of 5
desk-card-sensitive = 🔒 Sensitive: do not quote outside this channel
desk-card-more-messages = { $count ->
    [one] 1 more message in the thread
   *[other] { $count } more messages in the thread
}
desk-card-moved = Moved to { $department }

## States, kinds, priorities
desk-state-new = new
desk-state-claimed = being dealt with
desk-state-waiting = waiting for the resident
desk-state-resolved = resolved
desk-state-closed = closed
desk-state-reopened = reopened
desk-kind-question = Question
desk-kind-complaint = Complaint
desk-kind-suggestion = Suggestion
desk-kind-thanks = Thanks
desk-kind-report = Report
desk-priority-low = low
desk-priority-normal = normal
desk-priority-high = high
desk-priority-urgent = urgent

## Buttons
desk-button-claim = ✋ Claim
desk-button-reply = 💬 Reply
desk-button-reassign = ↪️ Reassign
desk-button-priority = ⚑ Priority
desk-button-wait = ⏳ Wait
desk-button-resolve = ✅ Resolve
desk-button-release = Release

## Forms
desk-form-cancel = Cancel
desk-reply-title = Reply to resident
desk-reply-submit = Send
desk-reply-about = { $reference } · The resident writes in { $language }. Your words are sent exactly as you write them.
desk-reply-last = The resident wrote: { $text }
desk-reply-label = Your reply
desk-reply-hint = The resident sees the department's name, not yours.
desk-reassign-title = Reassign
desk-reassign-submit = Pass on
desk-reassign-department = To which department?
desk-reassign-note = Note for the colleagues there
desk-reassign-note-hint = Stays internal. The resident is only told which department has the matter now.
desk-wait-title = Wait for the resident
desk-wait-submit = Ask and wait
desk-wait-label = What do you need to know?
desk-wait-hint = This is sent to the resident. The case waits until they answer.
desk-resolve-title = Resolve
desk-resolve-submit = Send and resolve
desk-resolve-label = Closing message to the resident
desk-resolve-hint = The resident is then asked whether it is really solved.
desk-priority-title = Priority
desk-priority-submit = Set
desk-priority-label = How soon must someone look?

## Lines in the thread
desk-thread-resident-wrote = { $name } wrote:
desk-thread-resident-edited = ✏️ { $name } changed a message. It now says:
desk-thread-earlier-reply = Earlier reply to the resident:
desk-thread-earlier-note = Earlier internal note:
desk-thread-urgent = 🚨 Now urgent: the resident’s message contains “{ $word }”.
desk-thread-flood = The resident writes very many messages at once. { $count ->
    [one] One more is
   *[other] { $count } more are
} kept in the history without being shown here.
desk-thread-split = The resident says that this message is a matter of its own: { $reference }
desk-thread-place-unnamed = Place
desk-thread-place = 📍 { $label } { $url }
desk-thread-contact = 👤 Contact shared by the resident: { $name }, { $phone }
desk-thread-contact-own = 👤 The resident's own number: { $name }, { $phone }
desk-thread-claimed = ✋ { $person } deals with this case.
desk-thread-released = { $person } gave the case back to the queue.
desk-thread-reassigned = ↪️ { $person } passed the case on from { $from } to { $to }.
desk-thread-reassigned-note = Note: { $note }
desk-thread-waiting = ⏳ { $person } waits for an answer from the resident.
desk-thread-priority = ⚑ { $person } set the priority to { $priority }.
desk-thread-resolved = ✅ { $person } resolved the case.
desk-thread-confirmed = 🎉 The resident says: solved.
desk-thread-rejected = ❌ The resident says: not solved. The case is open again.
desk-thread-rated = ⭐ The resident rates it { $stars } of 5.
desk-thread-reopened = 🔁 The resident wrote again: the case is open again.
desk-thread-closed-unanswered = Nobody objected in time: the case is closed.
desk-thread-blocked = The resident has blocked the bot and cannot be reached.

## Replies and what became of them
desk-reply-line = 💬 { $person } to the resident:
desk-reply-queued = 🕓 queued
desk-reply-sent = ✅ sent, { $when }
desk-reply-failed = ❌ not sent: { $reason }
desk-reply-waiting-until = 🕓 not sent yet: { $reason }. Next try { $when }
desk-reply-doubt = ❔ perhaps sent: { $reason }
desk-reply-stopped = ⏹ stopped before it was sent
desk-reply-expired = ⌛ no longer sent: its time has passed
desk-reason-refused = the platform refuses this message
desk-reason-rate-limited = the platform asks us to wait
desk-reason-network = no connection
desk-reason-platform-down = the platform has a fault
desk-reason-no-answer = the connection broke before the platform answered
desk-reason-blocked = the resident has blocked the bot or left
desk-reason-moved = the chat has moved to a new address
desk-reason-token-revoked = the platform no longer accepts our access token
desk-reason-gone = the message is not there any more
desk-reason-erased = their data was erased
desk-reason-other = an error ({ $code })

## Reply form: how it will look, and what happens next
desk-reply-looks = How it will look
desk-reply-your-words = (your words)
desk-reply-rtl = Runs from right to left.
desk-reply-then = What happens next?
desk-reply-then-send = Send it at once
desk-reply-then-preview = Show it in the thread first
desk-reply-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}

## After a reply that did not arrive: what staff can do
desk-advice-blocked = What you can do: nothing reaches this resident until they write to the bot again. If it cannot wait, call them or send a letter. Your words are kept in the case.
desk-advice-doubt = What you can do: before you send it again, wait for the resident to react, or call them. They may already have it.
desk-advice-failed = What you can do: press Reply and send it again, or reach the resident in another way.
desk-thread-file-failed = A file from the resident could not be shown here: { $reason }. Please ask them to send it again.

## Asking before a mention goes out
desk-mention-ask = Shall this go to the resident of { $reference }, in the name of { $department }?
desk-mention-send = Send to the resident
desk-mention-cancel = Keep it internal
desk-mention-sent = Queued for the resident.
desk-mention-cancelled = Kept internal. Nothing was sent.
desk-mention-empty = Write your reply after the mention, in the same message.
desk-mention-no-case = A reply needs a case: write it in the thread of a card.
desk-mention-already-sent = This message has already gone to the resident. Your change stays here; to correct it, send another reply.
desk-mention-withdrawn = The message was deleted before anybody sent it.
desk-mention-changed = The message was changed. The new version stands below.

## Refusals (only the person who acted sees them)
desk-refuse-member = Only members of { $channel } can act on this case. Join the channel or ask there.
desk-refuse-claimed = { $person } was quicker and deals with { $reference }.
desk-refuse-state = This does not fit: { $reference } is { $state }.
desk-refuse-unknown = This button is from an earlier version of the card. Please use the newest card.
desk-refuse-no-case = There is no such case any more.
desk-refuse-same-department = The case is already with { $department }.
desk-refuse-empty = Please write something first.
desk-refuse-unreachable = The resident cannot be reached: { $reason }
desk-refuse-your-words = These were your words, so that they are not lost:
desk-refuse-decided = Somebody has already decided about this message.
desk-refuse-form = The form could not be opened. Please press the button again.
desk-done-claimed = { $reference } is yours.

## App Home
desk-home-title = Your cases
desk-home-mine = My cases
desk-home-mine-empty = You have no open case. Claim one below.
desk-home-queue = { $department } · { $count } open
desk-home-queue-empty = Nothing is waiting here. 🎉
desk-home-quiet = Nothing is waiting here 🎉
desk-home-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
desk-home-none = You are not a member of any department's channel yet.
desk-home-filter-all = All
desk-home-filter-unclaimed = Unclaimed
desk-home-filter-urgent = Urgent
desk-home-filter-overdue = Overdue
desk-home-filter-mine = Mine

## The /liaison command
desk-help =
    /liaison find K4T-7M2 – find a case by its reference
    /liaison queue – open cases of every department
    /liaison phone – a code to approve and stop alerts from your own Telegram
    /liaison drill – how somebody joins the group that gets drills
    /liaison help – this list
    /alert – write an alert, an announcement or a drill
    /event – plan an event
    /survey – ask residents
    /volunteer – find volunteers, plan a shift
    /partner – directory of partners
    /programme – what came of an event

    Whatever you write in a thread stays internal. To answer the resident, use the Reply button, or mention me first and confirm.
desk-find-usage = Please add the reference, for example: /liaison find K4T-7M2
desk-find-none = There is no case with the reference { $reference }.
desk-find-elsewhere = { $reference } is with { $department } and is { $state }. Only members of that channel see more.
desk-queue-title = Open cases
desk-queue-line = { $department }: { $count ->
    [0] none
   *[other] { $count } open, the oldest { $age }
}
desk-command-unknown = I do not know “{ $text }”. /liaison help lists what I can do.

## Why the router chose this department (one key a kind of reason)
desk-why-keyword = matched: { $text }
desk-why-similar = similar to { $text }
desk-why-learned = as in earlier cases: { $text }
desk-why-area = the place: { $text }

## Alarms for administrators ($channel: Telegram or Slack)
desk-alarm-dead-letter = ⚠️ A message could not be handled and was set aside as number { $number }. “liaison dead-letters” shows it and can replay it.
desk-alarm-channel-revoked = 🛑 { $channel } no longer accepts our access token. Everything for { $channel } stays queued. Enter a new token in .env and start again.
desk-alarm-channel-down = ⚠️ { $channel } does not answer. Messages wait and go out in order as soon as it is back.
desk-alarm-channel-back = ✅ { $channel } answers again. What was waiting goes out now, in order.
desk-alarm-telegram-conflict = 🛑 Another program receives this bot’s messages from Telegram, so we get none. Stop the other program, or remove its webhook.
desk-alarm-telegram-revoked = 🛑 Telegram no longer accepts the bot’s token, so no messages arrive. Enter a new token in .env and start again.
desk-alarm-forged = ⚠️ Many requests that pretend to come from { $channel } were turned away: their secret or signature is wrong. Nothing of them was kept and messages go on as usual. If you have just changed a secret, compare .env with the settings at { $channel }.
desk-alarm-storage = ⚠️ For a while nothing could be written to the database; it works again now. Nothing was lost: messages waited at the platforms and are being handled. Please check the free space of its disk.
desk-alarm-feed = ⚠️ The feed of official warnings at { $address } cannot be read ({ $reason }). Warnings from there do not reach us until it works again. Check the address in the configuration, and watch the publisher’s page meanwhile.
desk-plan-overdue = 📋 The plan “{ $plan }” was due for review on { $day }. Please read it through, correct what has changed and set a new day in { $file }. Until then it can still be used.
