### لوحة الاطمئنان على السلامة للمنسّقين. المتغيرات: $reference (رقم الرسالة) و$safe و$help و$away و$silent (أشخاص) و$count
### (مرات) و$name (أحد السكان).

desk-safety-board = الاطمئنان على السلامة { $reference }
desk-safety-all = الجميع
desk-safety-area-unknown = المنطقة غير معروفة
desk-safety-line = { $area }: 🆘 { $help } · ✅ { $safe } · 🚶 { $away } · بلا ردّ { $silent }
desk-safety-note-chased = { $count ->
    [zero] لم يُسأل مجددًا من لم يردّوا.
    [one] سُئل من لم يردّوا مجددًا مرة واحدة.
    [two] سُئل من لم يردّوا مجددًا مرتين.
    [few] سُئل من لم يردّوا مجددًا { $count } مرات.
    [many] سُئل من لم يردّوا مجددًا { $count } مرة.
   *[other] سُئل من لم يردّوا مجددًا { $count } مرة.
}
desk-safety-note-closed = انتهى هذا الاطمئنان: لن يُسأل أحد بعد الآن. وتبقى الردود المتأخرة محسوبة.
desk-safety-note-drill = 🔶 تدريب: لا تُفتح أي حالات.
desk-safety-list = قائمة من لم يردّوا
desk-safety-list-caption = من لم يردّ بعد ({ $reference }). يُرجى التعامل مع الأسماء بحذر وحذف الملف بعد الاستعمال.
desk-safety-chase = اسأل مجددًا الآن
desk-safety-chase-sure = هل يُسأل كل من لم يردّ مرة أخرى؟
desk-safety-end = إنهاء الاطمئنان
desk-safety-now-safe = ✅ الردّ الجديد من { $name }: أنا بأمان.
desk-safety-now-away = 🚶 الردّ الجديد من { $name }: لستُ في المكان.
desk-safety-refuse-role = هذا متاح للمنسّقين فقط. لم يتغيّر شيء.
desk-safety-refuse-closed = انتهى هذا الاطمئنان. لم يُرسل شيء. للسؤال مجددًا يُرجى إرسال تحديث مع الاطمئنان على السلامة.
desk-safety-refuse-chased = سألهم شخص آخر مجددًا قبل قليل. لم يُرسل شيء مرتين.
desk-safety-column-name = الاسم
desk-safety-column-language = اللغة
desk-safety-column-area = المنطقة
desk-safety-column-channel = يكتب عبر
desk-safety-column-number = رقمه لدينا
