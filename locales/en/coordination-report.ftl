### The delivery report of a broadcast. Placeholders: $reference, $people and $reached (persons), $share and $percent (percent),
### $outcome (what became of a message), $span (h:min:s), $group (a language, area or channel), $safe, $help, $away (persons), $date (a day).

coordination-report-button = Delivery report
coordination-report-lead = Delivery report { $reference }
coordination-report-people = Recipients: { $people }. Reached: { $reached } ({ $share } %).
coordination-report-unreached = Not reached ({ $outcome }): { $people }
coordination-report-after = { $percent } % of them were reached after { $span } (h:min:s).
coordination-report-answers = Answers: 🆘 { $help } · ✅ { $safe } · 🚶 { $away }
coordination-report-forgotten = Whom it reached person by person was deleted on { $date }: that is kept for a limited time. These sums stay.
coordination-report-forgotten-part = Some of its rounds are known as sums alone, last deleted on { $date }: who got a message is kept for a limited time.
coordination-report-by-language = By language
coordination-report-by-area = By area
coordination-report-by-channel = By channel
coordination-report-line = { $group }: { $reached } of { $people } ({ $share } %)
coordination-report-chart = How { $reference } was delivered
coordination-report-table = Every recipient of { $reference }. Handle the names with care and delete the file afterwards.
coordination-report-panel-note = { $reached } of { $people } reached
coordination-report-panel-speed = Reached by when (h:min:s after the start)
coordination-report-column-number = Our number
coordination-report-column-name = Name
coordination-report-column-channel = Channel
coordination-report-column-language = Language
coordination-report-column-area = Area
coordination-report-column-outcome = Outcome
coordination-report-column-reason = Reason
coordination-report-column-at = When
coordination-report-column-answer = Answer
