### The board of a safety check, for coordinators. Placeholders: $reference (of the broadcast), $safe, $help, $away and $silent
### (people), $count (times), $name (a resident).

desk-safety-board = Safety check { $reference }
desk-safety-all = Everybody
desk-safety-area-unknown = Area not known
desk-safety-line = { $area }: 🆘 { $help } · ✅ { $safe } · 🚶 { $away } · no answer { $silent }
desk-safety-note-chased = { $count ->
    [one] Those who had not answered were asked again once.
   *[other] Those who had not answered were asked again { $count } times.
}
desk-safety-note-closed = This check has ended: nobody is asked any more. Late answers still count.
desk-safety-note-drill = 🔶 A drill: no cases are opened.
desk-safety-list = List of those without an answer
desk-safety-list-caption = Who has not answered yet ({ $reference }). Handle the names with care and delete the file afterwards.
desk-safety-chase = Ask again now
desk-safety-chase-sure = Ask everybody who has not answered once more?
desk-safety-end = End the check
desk-safety-now-safe = ✅ { $name } now says: I am safe.
desk-safety-now-away = 🚶 { $name } now says: I am not there.
desk-safety-refuse-role = Only coordinators can do this. Nothing was changed.
desk-safety-refuse-closed = This check has ended. Nothing was sent. To ask again, send an update with a safety check.
desk-safety-refuse-chased = Somebody else has just asked them again. Nothing was sent twice.
desk-safety-column-name = Name
desk-safety-column-language = Language
desk-safety-column-area = Area
desk-safety-column-channel = Writes on
desk-safety-column-number = Our number
