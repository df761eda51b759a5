### What residents read around the words of an alert, announcement, correction … Placeholders: $headline (coordinators' words),
### $when (day and time, alert-moment), $day, $time, $contact, $community (name of the town).

## The first line
alert-lead-grave = 🚨 Danger: { $headline }
alert-lead-alert = ⚠️ Warning: { $headline }
alert-lead-announcement = 📣 News: { $headline }
alert-lead-update = 🔄 Update: { $headline }
alert-lead-correction = ✏️ Correction: { $headline }
alert-lead-all-clear = ✅ All clear: { $headline }
alert-drill-mark = 🔶 DRILL

## Below it
alert-moment = { $day }, { $time }
alert-refers = This concerns our message of { $when }: “{ $headline }”.
alert-refers-changed = This corrects our message of { $when }: “{ $headline }”. Please go by the text below; where possible we have changed the earlier message as well.
alert-edited = ✏️ Corrected on { $when }.
alert-onset = Expected from { $when }.
alert-until = Valid until { $when }.
alert-contact = Questions: { $contact }
alert-source = From: { $community }
alert-drill-close = 🔶 This was only a drill. There is no danger and you need not do anything. Thank you for taking part.

## The drill group
alert-drill-joined = You now take part in our drills. Their messages begin with “🔶 DRILL”; there is never a danger in them. Thank you.
alert-drill-leave = Leave the drill group
alert-drill-left = You no longer take part in drills. Real warnings still reach you.
