### What residents read of events. Placeholders: $title, $when (from when to when), $place, $count (seats or people), $ticket
### (the code that lets them in), $until and $own (moments), $value (a list or the organiser's words), $now and $was, $goal,
### $pledged and $received (sums of money).

## An event
event-when = ‏📅 { $when }
event-own-clock = ‏{ $when } (بتوقيتك: { $own })
event-where = ‏📍 { $place }
event-seats = { $count ->
    [0] 💺 لم تبقَ أماكن. يمكنك الانضمام إلى قائمة الانتظار.
    [zero] 💺 لم تبقَ أماكن. يمكنك الانضمام إلى قائمة الانتظار.
    [one] 💺 بقي مكان واحد
    [two] 💺 بقي مكانان
    [few] 💺 بقيت { $count } أماكن
    [many] 💺 بقي { $count } مكانًا
   *[other] 💺 بقي { $count } مكان
}
event-deadline = ⏳ نرجو الرد قبل: { $when }
event-organiser = ‏👤 { $value }
event-languages = 🗣 اللغات في المكان: { $value }
event-accessibility = ‏♿ { $value }
event-goal = ‏🎯 الهدف: { $goal } · المتعهد به: { $pledged } · المستلم: { $received }
event-is-closed = انتهى التسجيل في هذه الفعالية. وإن لم تتمكن من الحضور، فما زال بإمكانك إخبارنا.
event-is-over = انتهت هذه الفعالية.
event-is-cancelled = لن تُقام هذه الفعالية.

## Lists
event-list = قريبًا في منطقتك:
event-list-empty = لا شيء مقرر في منطقتك حاليًا. من زر «المناطق» يمكنك اختيار ما تودّ أن يصلك.
event-line = ‏{ $title } · { $when }
event-dates = المواعيد القادمة. اضغط على أحدها لمعرفة المزيد أو للتسجيل:
event-mine = فعالياتك:
event-mine-empty = لم تسجّل في أي فعالية بعد.
event-own-going = { $count ->
    [zero] ✅ ستحضر. رمزك عند الباب: { $ticket }
    [one] ✅ ستحضر. رمزك عند الباب: { $ticket }
    [two] ✅ ستحضران معًا. رمزكما عند الباب: { $ticket }
    [few] ✅ ستحضرون وعددكم { $count } أشخاص. رمزكم عند الباب: { $ticket }
    [many] ✅ ستحضرون وعددكم { $count } شخصًا. رمزكم عند الباب: { $ticket }
   *[other] ✅ ستحضرون وعددكم { $count } شخص. رمزكم عند الباب: { $ticket }
}
event-own-maybe = 🤔 ربما تحضر.
event-own-waiting = { $count ->
    [zero] ⏳ أنت في قائمة الانتظار.
    [one] ⏳ أنت في قائمة الانتظار.
    [two] ⏳ أنتما الاثنان في قائمة الانتظار.
    [few] ⏳ أنتم في قائمة الانتظار وعددكم { $count } أشخاص.
    [many] ⏳ أنتم في قائمة الانتظار وعددكم { $count } شخصًا.
   *[other] ⏳ أنتم في قائمة الانتظار وعددكم { $count } شخص.
}
event-own-offered = { $count ->
    [zero] 🎟 حجزنا لك مكانًا. نرجو قبوله أو الاعتذار عنه.
    [one] 🎟 حجزنا لك مكانًا. نرجو قبوله أو الاعتذار عنه.
    [two] 🎟 حجزنا لكما مكانين. نرجو قبولهما أو الاعتذار عنهما.
    [few] 🎟 حجزنا لكم { $count } أماكن. نرجو قبولها أو الاعتذار عنها.
    [many] 🎟 حجزنا لكم { $count } مكانًا. نرجو قبولها أو الاعتذار عنها.
   *[other] 🎟 حجزنا لكم { $count } مكان. نرجو قبولها أو الاعتذار عنها.
}
event-calendar = ‏{ $title }: افتح هذا الملف لإضافة الفعالية إلى تقويمك.

## Buttons
event-button-going = ✅ سأحضر
event-button-maybe = 🤔 ربما
event-button-no = ❌ لن أحضر
event-button-leave = ❌ لا أستطيع الحضور
event-button-accept = ✅ نعم، سأحضر
event-button-decline = ❌ لا، شكرًا
event-button-calendar = 📆 إضافة إلى التقويم
event-button-map = 🗺 الخريطة
event-button-dates = 🔁 مواعيد أخرى
event-button-show = ℹ️ التفاصيل
event-button-mine = 🎟 فعالياتي
event-button-list = 📅 الفعاليات
event-button-earlier = ➡️ السابق
event-button-later = التالي ⬅️

## Answers
event-said-going = { $count ->
    [zero] ✅ سجّلنا حضورك في «{ $title }».
    [one] ✅ سجّلنا حضورك في «{ $title }».
    [two] ✅ سجّلنا حضور شخصين في «{ $title }».
    [few] ✅ سجّلنا حضور { $count } أشخاص في «{ $title }».
    [many] ✅ سجّلنا حضور { $count } شخصًا في «{ $title }».
   *[other] ✅ سجّلنا حضور { $count } شخص في «{ $title }».
    }
    ‏📅 { $when }
    🎟 رمزك عند الباب: { $ticket }
    كم شخصًا ستكونون معًا؟
event-said-maybe = 🤔 سجّلنا أنك ربما تحضر «{ $title }». لا نحجز لك مكانًا، لكننا نخبرك إن تغيّر شيء.
event-said-no = سجّلنا أنك لن تحضر «{ $title }». صار مكانك متاحًا لغيرك. شكرًا لإخبارنا.
event-said-no-first = سجّلنا أنك لن تحضر «{ $title }».
event-too-many = { $count ->
    [zero] لا توجد أماكن. لم يتغير شيء.
    [one] هناك مكان واحد فقط. لم يتغير شيء.
    [two] هناك مكانان فقط. لم يتغير شيء.
    [few] هناك { $count } أماكن فقط. لم يتغير شيء.
    [many] هناك { $count } مكانًا فقط. لم يتغير شيء.
   *[other] هناك { $count } مكان فقط. لم يتغير شيء.
}
event-no-more = { $count ->
    [0] لا توجد أماكن أخرى. تحتفظ بما لديك: { $people }
    [zero] لا توجد أماكن أخرى. تحتفظ بما لديك: { $people }
    [one] بقي مكان واحد فقط. تحتفظ بما لديك: { $people }
    [two] بقي مكانان فقط. تحتفظ بما لديك: { $people }
    [few] بقيت { $count } أماكن فقط. تحتفظ بما لديك: { $people }
    [many] بقي { $count } مكانًا فقط. تحتفظ بما لديك: { $people }
   *[other] بقي { $count } مكان فقط. تحتفظ بما لديك: { $people }
}
event-waiting = ⏳ اكتمل العدد في «{ $title }». أنت في قائمة الانتظار، وترتيبك { $count }. عندما يتوفر مكان لك نسألك هنا. كم شخصًا ستكونون معًا؟
event-offer = { $count ->
    [zero] 🎟 توفر لك مكان في «{ $title }».
    [one] 🎟 توفر لك مكان في «{ $title }».
    [two] 🎟 توفر لكما مكانان في «{ $title }».
    [few] 🎟 توفرت لكم { $count } أماكن في «{ $title }».
    [many] 🎟 توفر لكم { $count } مكانًا في «{ $title }».
   *[other] 🎟 توفر لكم { $count } مكان في «{ $title }».
    }
    ‏📅 { $when }
    هل تودّ الحضور؟ نحجزه لك حتى: { $until }
event-offer-over = انتهت مهلة قبول مكانك في «{ $title }»، فذهب إلى من يليك. إن كنت ما زلت تودّ الحضور، فاضغط الزر وانضم إلى القائمة من جديد.
event-offer-gone = لم يعد هذا العرض متاحًا. لمعرفة حالة فعالياتك: ⁦/events⁩
event-unknown-code = لا نعرف فعالية بهذا الرمز، وربما حُذفت. الفعاليات القادمة: ⁦/events⁩

## Something is different
event-changed = ⚠️ طرأ تغيير على هذه الفعالية.
event-changed-when = الموعد الجديد: { $now } (كان: { $was })
event-changed-where = المكان الجديد: { $now } (كان: { $was })
event-changed-where-open = لم يعد المكان محددًا (كان: { $was }). نرجو مراجعة التفاصيل قبل الخروج.
event-changed-spot = تغيّر الموقع الدقيق. نرجو الاطلاع عليه قبل الخروج.
event-changed-kept = ما زال ردّك قائمًا. إن لم تعد تستطيع الحضور، فنرجو إخبارنا.
event-cancelled = ❌ لن تُقام هذه الفعالية ({ $when }). نعتذر منك. لا يلزمك فعل شيء.
event-cancelled-reason = كتب المنظمون: { $reason }

## Reminders and the door
event-reminder = ⏰ تذكير بهذه الفعالية:
event-door-here = أهلًا بك في «{ $title }»! سُجّل حضورك.
event-door-early = ما زال الوقت مبكرًا لتسجيل الحضور في «{ $title }». نرجو مسح الرمز من جديد عند وصولك.
event-door-full = اكتمل العدد في «{ $title }» ولا نجد مكانًا باسمك. نرجو سؤال من عند المدخل.

## The public page
event-page-title = الفعاليات في { $community }
event-page-empty = لا شيء مقرر حاليًا.
event-page-join = التسجيل في تلغرام
event-page-calendar = 📆 الاشتراك في هذا التقويم
event-page-all-area = كل المناطق
event-page-all-topic = كل المواضيع
event-page-unknown = لا يوجد موضوع أو منطقة بهذا الاسم.
