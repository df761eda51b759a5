### The report of a programme, for staff and for those who paid. Placeholders: $what, $value, $number, $best, $community,
### $date, $title, $text (what somebody said).

programme-occasions = Occasions
programme-invited = People told of it
programme-signed-up = People signed up
programme-came = People who came
programme-turned-up = Part of those signed up who came
programme-volunteers = Volunteers
programme-hours = Volunteer hours
programme-answers = Answers to the survey
programme-satisfaction = Satisfaction
programme-cost = Cost
programme-cost-per-person = Cost per participant
programme-goal = Goal
programme-pledged = Pledged
programme-received = Received
programme-of-best = { $number } of { $best }
programme-line = { $what }: { $value }
programme-what = Figure
programme-value = Value
programme-of = { $community }, { $date }
programme-comments = What people said
programme-comment = “{ $text }”
programme-small-groups = Figures and words of groups of fewer than five people are not shown.
programme-report = Report: { $title }
