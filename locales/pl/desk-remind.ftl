### What staff are reminded of by the clock. Placeholders: $count, $reference, $age (a short span), $owner, $department.

desk-remind-overdue = { $count ->
    [one] ⏰ Jedna sprawa powinna już mieć odpowiedź:
    [few] ⏰ { $count } sprawy powinny już mieć odpowiedź:
    [many] ⏰ { $count } spraw powinno już mieć odpowiedź:
   *[other] ⏰ { $count } sprawy powinno już mieć odpowiedź:
}
desk-remind-overdue-line = { $reference } · spóźnienie: { $age } · { $owner }
desk-remind-overdue-more = { $count ->
    [one] i jeszcze jedna
    [few] i jeszcze { $count }
    [many] i jeszcze { $count }
   *[other] i jeszcze { $count }
}
desk-remind-tomorrow = { $count ->
    [one] 📅 Jutro jest jedno wydarzenie:
    [few] 📅 Jutro są { $count } wydarzenia:
    [many] 📅 Jutro jest { $count } wydarzeń:
   *[other] 📅 Jutro jest { $count } wydarzenia:
}
desk-remind-tomorrow-line = { $title } · { $when } · { $place } · zapisanych: { $count }
desk-remind-week = 📊 Tydzień: { $department }
desk-remind-week-cases = W zeszłym tygodniu: nowe sprawy { $opened }, załatwione { $resolved }
desk-remind-week-open = Otwarte teraz: { $count }
desk-remind-week-overdue = W tym po terminie: { $count }
desk-remind-week-events = Wydarzenia w tym tygodniu: { $count }
