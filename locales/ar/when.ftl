### Lines without an Arabic letter of their own begin with U+200F, which gives them their direction.

## Moments (adverbs of time: "We answer by …", "Sent …")
when-today = اليوم الساعة { $time }
when-tomorrow = غدًا الساعة { $time }
when-yesterday = أمس الساعة { $time }
when-weekday = { $weekday ->
    [0] يوم الاثنين
    [1] يوم الثلاثاء
    [2] يوم الأربعاء
    [3] يوم الخميس
    [4] يوم الجمعة
    [5] يوم السبت
   *[6] يوم الأحد
} الساعة { $time }
when-date = يوم { $date } الساعة { $time }
when-day = ‏{ $date }

## Ages on cards (short)
when-age-moment = أقل من دقيقة
when-age-minutes = { $count } د
when-age-hours = { $count } س
when-age-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}

## From when to when
when-named = ‏{ $weekday }، { $date }
when-moment = ‏{ $day }، الساعة { $time }
when-span = ‏{ $day }، من { $start } إلى { $end }
when-span-days = من { $day } الساعة { $start } إلى { $last } الساعة { $end }
