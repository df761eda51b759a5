### Safety check: what residents read and press. Placeholders: $number (emergency number), $reference (of a case),
### $headline (first line of the alert).

safety-safe = ✅ I am safe
safety-help = 🆘 I need help
safety-away = 🚶 I am not there
safety-chase = We have not heard from you yet. Are you safe? One tap is enough; it helps us to look first for those who need us.
safety-noted-safe = ✅ Thank you, we have noted that you are safe. If that changes, press another button above. In danger for life, call { $number }.
safety-noted-away = 🚶 Thank you, we have noted that you are not there. If that changes, press another button above. In danger for life, call { $number }.
safety-help-words = I need help. (Answer to: { $headline })
safety-help-again = 🆘 We know that you need help: your case { $reference } is with our people. In danger for life, call { $number } now.
safety-place-ask = Where are you? Share your place with the button below, or write the address, floor and what you need.
safety-place-send = 📍 Send my place
safety-drill-noted = 🔶 Thank you. This was a drill: your answer was noted and nothing else is needed.
safety-drill-help = 🔶 This was a drill, so nobody is sent to you. If you really need help now, call { $number } or write to us here.
