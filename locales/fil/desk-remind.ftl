### What staff are reminded of by the clock. Placeholders: $count, $reference, $age (a short span), $owner, $department.

desk-remind-overdue = { $count ->
    [one] ⏰ { $count } usapin ang dapat nasagot na:
   *[other] ⏰ { $count } usapin ang dapat nasagot na:
}
desk-remind-overdue-line = { $reference } · huli nang { $age } · { $owner }
desk-remind-overdue-more = { $count ->
    [one] at { $count } pa
   *[other] at { $count } pa
}
desk-remind-tomorrow = { $count ->
    [one] 📅 May { $count } kaganapan bukas:
   *[other] 📅 May { $count } kaganapan bukas:
}
desk-remind-tomorrow-line = { $title } · { $when } · { $place } · nagpalista: { $count }
desk-remind-week = 📊 Ang linggo ng { $department }
desk-remind-week-cases = Noong nakaraang linggo: { $opened } bagong usapin, { $resolved } ang natapos
desk-remind-week-open = Bukas ngayon: { $count }
desk-remind-week-overdue = Sa mga ito, lampas na sa takda: { $count }
desk-remind-week-events = Mga kaganapan ngayong linggo: { $count }
