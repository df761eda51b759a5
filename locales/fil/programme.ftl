### The report of a programme, for staff and for those who paid. Placeholders: $what, $value, $number, $best, $community, $date, $title.

programme-occasions = Bilang ng pagtitipon
programme-invited = Mga nasabihan
programme-signed-up = Mga nagpalista
programme-came = Mga dumalo
programme-turned-up = Bahagi ng nagpalista na dumalo
programme-volunteers = Mga boluntaryo
programme-hours = Oras ng pagboboluntaryo
programme-answers = Mga sagot sa survey
programme-satisfaction = Kasiyahan
programme-cost = Gastos
programme-cost-per-person = Gastos bawat kalahok
programme-goal = Target
programme-pledged = Ipinangako
programme-received = Natanggap
programme-of-best = { $number } sa { $best }
programme-line = { $what }: { $value }
programme-what = Sukat
programme-value = Halaga
programme-of = { $community }, { $date }
programme-comments = Ano ang sinabi ng mga tao
programme-comment = “{ $text }”
programme-small-groups = Hindi ipinapakita ang bilang at salita ng mga grupong wala pang lima.
programme-report = Ulat: { $title }
