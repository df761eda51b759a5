### What staff are reminded of by the clock. Placeholders: $count, $reference, $age (a short span), $owner, $department.

desk-remind-overdue = { $count ->
    [zero] ⏰ لا طلبات متأخرة
    [one] ⏰ طلب واحد كان يجب الرد عليه:
    [two] ⏰ طلبان كان يجب الرد عليهما:
    [few] ⏰ { $count } طلبات كان يجب الرد عليها:
    [many] ⏰ { $count } طلبًا كان يجب الرد عليها:
   *[other] ⏰ { $count } طلب كان يجب الرد عليها:
}
desk-remind-overdue-line = ‏{ $reference } · التأخير: { $age } · { $owner }
desk-remind-overdue-more = { $count ->
    [zero] لا غيرها
    [one] وطلب آخر
    [two] وطلبان آخران
    [few] و{ $count } طلبات أخرى
    [many] و{ $count } طلبًا آخر
   *[other] و{ $count } طلب آخر
}
desk-remind-tomorrow = { $count ->
    [zero] 📅 لا فعاليات غدًا
    [one] 📅 غدًا فعالية واحدة:
    [two] 📅 غدًا فعاليتان:
    [few] 📅 غدًا { $count } فعاليات:
    [many] 📅 غدًا { $count } فعالية:
   *[other] 📅 غدًا { $count } فعالية:
}
desk-remind-tomorrow-line = ‏{ $title } · { $when } · { $place } · المسجّلون: { $count }
desk-remind-week = 📊 أسبوع القسم: { $department }
desk-remind-week-cases = الأسبوع الماضي: طلبات جديدة { $opened }، منجزة { $resolved }
desk-remind-week-open = المفتوحة الآن: { $count }
desk-remind-week-overdue = منها المتأخرة: { $count }
desk-remind-week-events = فعاليات هذا الأسبوع: { $count }
