### What `liaison playbooks` says of contingency plans. Each finding follows "file:line: place:". Names in braces are variables.

## What a plan lacks
playbook-part-missing = This part is not written.
playbook-language-missing = There is no text in this language.
playbook-untranslated = The text is the same as in { $other }: it was not translated.
playbook-placeholder-missing = { $names } is missing; the other languages have it.
playbook-placeholder-extra = { $names } does not belong here; the other languages do not have it.
playbook-brace = A brace belongs to no variable. Write variables like this: { "{" }place{ "}" }.
playbook-too-long = The text is too long: { $length } characters of at most { $limit }.
playbook-essential-missing = The message does not use { $name }. People need to know who warns them, where, and until when.
playbook-variable-undeclared = { $name } is used in the texts but not listed here.
playbook-variable-unused = { $name } is listed here but no text uses it.
playbook-owner-missing = Nobody owns this plan. Name the department that answers for it.
playbook-department-unknown = There is no department “{ $department }” in the community’s configuration.
playbook-topic-unknown = There is no topic “{ $topic }” that residents could choose: nobody who helps would be called.
playbook-nobody-told = No department is told when the plan is used.
playbook-review-missing = No day is set by which the plan is reviewed.
playbook-review-past = The review was due on { $day }. Read the plan again and set a new day.
playbook-expired = It may be used only until { $day }, which has passed.
playbook-checklist-missing = There is no checklist.
playbook-checklist-short = The checklist has { $count } steps here and { $most } in another language.

## Template files of others
playbook-day-unreadable = The value of { $name } is not a date.
playbook-not-json = The file is neither a plan (.toml) nor JSON: { $problem }.
playbook-no-templates = There are no templates in this file.

## The command
playbook-none = There are no plans in { $folder }.
playbook-all-good = Everything is in order. Plans and templates checked: { $count }.
playbook-to-mend = { $count ->
    [one] One thing needs mending.
   *[other] { $count } things need mending.
}
playbook-imported = { $path }: written as a draft. Complete it, read it through, and take “draft = true” out.
playbook-kept = { $path }: exists already and was not touched.
playbook-state-draft = draft
playbook-state-overdue = review overdue
playbook-state-ready = ready
