### What `liaison cap` says of official warnings (Common Alerting Protocol 1.2). Names of elements stay as the file has them.

## Where
cap-at-line = Line { $line }: { $reason }
cap-in-block = Info block { $block }: { $reason }

## The file
cap-unreadable = The file cannot be opened: { $problem }.
cap-empty = The file is empty.
cap-too-large = The file is larger than { $limit } MiB. It was not read.
cap-too-many-elements = The file has more than { $limit } elements. It was not read further.
cap-too-deep = Elements are nested more than { $limit } deep. The file was not read further.
cap-encoding-wrong = The bytes are not the UTF-8 that the file promises. Ask the publisher for a correct file.
cap-encoding-refused = The encoding “{ $encoding }” is not accepted. Ask for the file in UTF-8.
cap-encoding-unusual = The file is written in { $encoding } instead of UTF-8. Look closely at letters with accents.
cap-doctype = The file has a DOCTYPE, which can hide traps. CAP needs none, so nothing of the file was used.
cap-malformed = This is not well-formed XML: { $problem }.
cap-root = The outermost element is <{ $element }>, not <alert>. This is not a CAP message.
cap-no-feed = <{ $element }> begins neither a feed (Atom, RSS) nor a CAP message.
cap-namespace-old = This is CAP { $version }. Only CAP 1.2 is accepted; ask the publisher for it.
cap-namespace-none = <alert> names no namespace. A CAP 1.2 message names urn:oasis:names:tc:emergency:cap:1.2.
cap-namespace-other = The namespace “{ $namespace }” is not that of CAP 1.2.
cap-foreign = { $element } is not part of CAP and was left out.
cap-message-twice = { $file } holds the same message.

## The schema
cap-attribute = <{ $element }> has the attribute “{ $attribute }”, which CAP does not know.
cap-element-unknown = <{ $parent }> must not hold <{ $element }>.
cap-element-missing = <{ $parent }> has no <{ $element }>, which is required.
cap-element-twice = <{ $element }> may stand here only once.
cap-element-order = <{ $element }> stands after <{ $after }> but belongs before it.
cap-element-empty = <{ $element }> is empty, so the message has no name to refer to.
cap-text-astray = There is text directly inside <{ $element }>, where only elements may stand.
cap-not-a-choice = “{ $value }” is not a value of <{ $element }>. Possible are: { $choices }.
cap-value = “{ $value }” cannot stand in <{ $element }>.
cap-time = “{ $value }” in <{ $element }> is not a time like 2026-03-01T18:00:00+01:00 (CAP allows no Z).
cap-polygon-pair = “{ $pair }” in <polygon> is not a point “latitude,longitude”.
cap-polygon-short = <polygon> has only { $count } points; it needs four, the last equal to the first.
cap-polygon-open = <polygon> is not closed: its last point must equal its first.
cap-circle = “{ $text }” is not a circle “latitude,longitude radius”.

## Sense
cap-status = The status is { $status }: this is not for residents.
cap-scope = The scope is { $scope }: this is not for the public.
cap-says-test = The status is Actual, but the text says that this is a test or drill.
cap-name-unfit = <{ $element }> holds spaces or commas (“{ $name }”), so other messages cannot refer to it reliably.
cap-reply = This is a reply to another message ({ $type }), not a warning.
cap-no-info = The message has no info block, so there is nothing to tell residents.
cap-references-form = “{ $text }” in <references> does not name a message as “sender,identifier,sent”.
cap-references-none = The type is { $type }, but no earlier message is named.
cap-references-not-held = It refers to messages that are not here. How many: { $count }. The first: { $first }.
cap-references-itself = The message refers to itself.
cap-references-later = The message refers to one that was sent later.
cap-event-empty = <event> is empty.
cap-no-text = There is neither a headline nor a description.
cap-no-expires = It does not say until when it holds. Choose an end yourself.
cap-expires-before-sent = It ends before it was sent.
cap-expires-before-onset = It ends before it begins.
cap-no-area = No area is named. Choose the areas yourself.
cap-area-in-words = The area “{ $area }” is given in words only. Choose the areas yourself.
cap-ceiling-alone = The area “{ $area }” has a ceiling without an altitude.
cap-embedded-large = A file of more than { $limit } KiB is embedded. It will not be sent along.
cap-block-twice = Info block { $number } repeats an earlier one.

## Import
cap-import-known = This message was read before.
cap-import-status = The status is { $status }: it was left aside.
cap-import-scope = The scope is { $scope }, not Public: it was left aside.
cap-import-reply = A reply to another message ({ $type }): it was left aside.
cap-import-expired = It has run out: it was left aside.
cap-import-no-info = It has no text for residents: it was left aside.
cap-import-cancels-nothing = It cancels a message that never became a broadcast here: nothing to do.
cap-import-mixed = It is a test or exercise that refers to a live broadcast: it was left aside.
cap-import-meanwhile = Somebody changed the broadcast at the same moment. Nothing was done; import the file again.
cap-import-elsewhere = It concerns none of our areas: it was left aside.
cap-import-areas-unknown = Which of our areas it means is not known ({ $areas }). Choose them before you submit it.
cap-import-no-end = It names no end. It will run out { $hours } hours after it begins; change that if needed.
cap-import-shortened = The text in { $languages } is longer than a message should be and was cut. Read the whole warning at its publisher.
cap-import-earlier-unknown = It updates a message that was never sent here, so it became an alert of its own.
cap-import-drafted = { $reference } was drafted. It needs a coordinator and an approver like any other broadcast.
cap-import-changed = { $reference }, which had not been sent yet, was changed and needs approval again.
cap-import-called-off = { $reference }, which had not been sent yet, was called off.
cap-told-drafted = Official warning from { $sender }: { $headline }. Draft { $reference } is waiting for you. Nothing has been sent.
cap-told-changed = { $sender } updated an official warning: { $headline }. Draft { $reference } was changed and needs approval again. Nothing has been sent.
cap-told-called-off = { $sender } withdrew an official warning: { $headline }. { $reference } was called off before anything was sent.
cap-withdrawn-headline = No longer valid: { $headline }
cap-withdrawn-text = { $sender } has withdrawn this warning.

## Export
cap-export-unknown = There is no broadcast { $reference }.
cap-export-not-sent = { $reference } has not been sent, so there is no warning to export.
cap-export-announcement = { $reference } is an announcement, not a warning.
cap-export-no-sender = The configuration does not say how your organisation is named in warnings. Set “sender” under [broadcasts].
cap-not-allowed = { $user } may not compose broadcasts. Name a coordinator or duty officer of the configuration.
