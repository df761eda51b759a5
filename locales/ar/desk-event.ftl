### What staff read of events. Placeholders: $title, $count, $when, $url, $code; in refusals what was typed ($text, $value).
### Lengths: titles of forms and their buttons at most 24 characters.

## The card
desk-event-card = ‏📅 { $title }
desk-event-card-cancelled = ❌ أُلغيت: { $title }
desk-event-field-when = الموعد
desk-event-field-more = مواعيد أخرى
desk-event-field-where = المكان
desk-event-field-seats = الأماكن المحجوزة
desk-event-field-answers = ردود أخرى
desk-event-field-came = الحضور
desk-event-field-deadline = التسجيل حتى
desk-event-field-area = المنطقة
desk-event-field-topic = الموضوع
desk-event-field-organiser = المنظّم
desk-event-field-languages = اللغات في المكان
desk-event-field-texts = لغات الإعلان
desk-event-value-more = { $count ->
    [zero] لا شيء بعد ذلك
    [one] موعد آخر
    [two] موعدان آخران
    [few] { $count } مواعيد أخرى
    [many] { $count } موعدًا آخر
   *[other] { $count } موعد آخر
}
desk-event-value-answers = ربما: { $maybe }، بالانتظار: { $waiting }
desk-event-value-taken = ‏{ $count } بلا حد أقصى
desk-event-value-seats = ‏{ $count } من { $capacity }
desk-event-value-unlimited = بلا حد أقصى
desk-event-value-came = حضر { $came } من { $going }
desk-event-value-absent = { $count ->
    [0] ‏{ $came }، كل من سجّل
    [zero] ‏{ $came }، كل من سجّل
    [one] ‏{ $came }؛ لم يحضر شخص واحد
    [two] ‏{ $came }؛ لم يحضر شخصان
    [few] ‏{ $came }؛ لم يحضر { $count } أشخاص
    [many] ‏{ $came }؛ لم يحضر { $count } شخصًا
   *[other] ‏{ $came }؛ لم يحضر { $count } شخص
}
desk-event-task-open = ‏⬜ { $text }
desk-event-task-done = ‏✅ { $text }
desk-event-task-who = ‏{ $line } ({ $who })
desk-event-code = الرمز: { $code }
desk-event-link = للملصقات: { $url }
desk-event-button-change = ✏️ تعديل
desk-event-button-door = 🚪 تسجيل الدخول
desk-event-button-tell = 📣 إبلاغ الناس
desk-event-button-poster = 🖨 رمز الملصق
desk-event-button-cancel = ❌ إلغاء الفعالية
desk-event-button-again = تصحيح

## The form
desk-event-new-title = فعالية جديدة
desk-event-new-submit = إعلان
desk-event-change-title = تعديل الفعالية
desk-event-change-submit = حفظ
desk-event-ask-name = العنوان ({ $language })
desk-event-ask-text = الوصف ({ $language })
desk-event-ask-day = اليوم
desk-event-ask-start = تبدأ الساعة
desk-event-ask-end = تنتهي الساعة
desk-event-ask-last = اليوم الأخير إن كان يومًا آخر
desk-event-ask-last-hint = اتركه فارغًا إن كانت تنتهي في يوم بدايتها.
desk-event-ask-zone = المنطقة الزمنية للمكان
desk-event-ask-repeat = التكرار
desk-event-ask-until = تتكرر حتى
desk-event-ask-rule = قاعدة خاصة
desk-event-ask-rule-hint = قاعدة وفق المعيار RFC 5545 لها نهاية، مثل: ⁦FREQ=MONTHLY;BYDAY=1SA;COUNT=6⁩
desk-event-repeat-never = لا تتكرر
desk-event-repeat-daily = كل يوم
desk-event-repeat-weekly = كل أسبوع
desk-event-repeat-fortnightly = كل أسبوعين
desk-event-repeat-monthly = كل شهر في هذا التاريخ
desk-event-repeat-yearly = كل سنة
desk-event-repeat-own = حسب القاعدة أدناه
desk-event-ask-place = المكان
desk-event-ask-pin = نقطة على الخريطة
desk-event-ask-pin-hint = درجات مثل ⁦51.6402, 18.9385⁩ أو رابط خريطة.
desk-event-ask-area = المنطقة
desk-event-everywhere = للجميع
desk-event-ask-capacity = عدد الأماكن
desk-event-ask-capacity-hint = فارغ: بلا حد أقصى. عند اكتمال العدد ينتظر الآخرون في قائمة.
desk-event-ask-deadline = ينتهي التسجيل قبلها بهذا العدد من الساعات
desk-event-ask-deadline-hint = فارغ: عند بدايتها.
desk-event-ask-remind = تذكير الناس قبل البداية
desk-event-ask-topic = الموضوع
desk-event-ask-department = القسم
desk-event-ask-organiser = المنظّم
desk-event-ask-languages = اللغات في المكان
desk-event-ask-access = تسهيلات الوصول ({ $language })
desk-event-ask-tasks = ما يجب تجهيزه ومن يتولاه
desk-event-ask-tasks-hint = شيء واحد في كل سطر: [ ] أربعون كرسيًا — آنا. اكتب [x] عند الإنجاز. لا يرى السكان هذا.
desk-event-lead-days = { $count ->
    [zero] قبلها مباشرة
    [one] قبلها بيوم
    [two] قبلها بيومين
    [few] قبلها بـ { $count } أيام
    [many] قبلها بـ { $count } يومًا
   *[other] قبلها بـ { $count } يوم
}
desk-event-lead-hours = { $count ->
    [zero] قبلها مباشرة
    [one] قبلها بساعة
    [two] قبلها بساعتين
    [few] قبلها بـ { $count } ساعات
    [many] قبلها بـ { $count } ساعة
   *[other] قبلها بـ { $count } ساعة
}
desk-event-lead-minutes = { $count ->
    [zero] قبلها مباشرة
    [one] قبلها بدقيقة
    [two] قبلها بدقيقتين
    [few] قبلها بـ { $count } دقائق
    [many] قبلها بـ { $count } دقيقة
   *[other] قبلها بـ { $count } دقيقة
}

## Refusals
desk-event-refuse-role = المنسقون وحدهم يخططون للفعاليات. لم يتغير شيء. أسماء المنسقين في الإعدادات ([roles]، coordinators).
desk-event-refuse-none = لا توجد فعالية باسم { $code }. لم يتغير شيء. لعرض القادم منها: ⁦/event list⁩
desk-event-refuse-cancelled = أُلغيت هذه الفعالية. لم يتغير شيء. للتخطيط لها من جديد: ⁦/event⁩
desk-event-refuse-link = لا يعرف البوت اسمه في تلغرام بعد. لم يضِع شيء؛ نرجو الضغط مرة أخرى بعد دقيقة.
desk-event-refuse-zone = «{ $zone }» ليست منطقة زمنية. لم يتغير شيء. نرجو اختيار واحدة مثل ⁦Europe/Warsaw⁩
desk-event-refuse-time = «{ $text }» ليس يومًا وساعة. لم يتغير شيء. نرجو اختيار الاثنين.
desk-event-refuse-gap = لا توجد الساعة { $time } يوم { $day }، ففي تلك الليلة تُقدَّم الساعات. لم يتغير شيء. نرجو اختيار وقت قبلها أو بعدها.
desk-event-refuse-fold = تظهر الساعة { $time } مرتين يوم { $day }، ففي تلك الليلة تُؤخَّر الساعات. لم يتغير شيء. نرجو اختيار وقت قبلها أو بعدها.
desk-event-refuse-end-before-start = ستنتهي الفعالية قبل أن تبدأ. لم يتغير شيء. نرجو مراجعة الأوقات واليوم الأخير.
desk-event-refuse-too-long = { $count ->
    [zero] مدة الفعالية أطول من المسموح. لم يتغير شيء. اجعلها فعالية متكررة.
    [one] ستدوم الفعالية أكثر من يوم. لم يتغير شيء. اجعلها فعالية متكررة.
    [two] ستدوم الفعالية أكثر من يومين. لم يتغير شيء. اجعلها فعالية متكررة.
    [few] ستدوم الفعالية أكثر من { $count } أيام. لم يتغير شيء. اجعلها فعالية متكررة.
    [many] ستدوم الفعالية أكثر من { $count } يومًا. لم يتغير شيء. اجعلها فعالية متكررة.
   *[other] ستدوم الفعالية أكثر من { $count } يوم. لم يتغير شيء. اجعلها فعالية متكررة.
}
desk-event-refuse-endless = ستتكرر الفعالية بلا نهاية. لم يتغير شيء. نرجو تحديد متى ينتهي التكرار.
desk-event-refuse-rule = لا نستطيع اتباع القاعدة «{ $rule }». لم يتغير شيء. يمكن التكرار بالأيام والأسابيع والشهور والسنوات مع نهاية.
desk-event-refuse-too-many = { $count ->
    [zero] للقاعدة مواعيد أكثر من المسموح. لم يتغير شيء. نرجو أن تنتهي أبكر.
    [one] للقاعدة أكثر من موعد. لم يتغير شيء. نرجو أن تنتهي أبكر.
    [two] للقاعدة أكثر من موعدين. لم يتغير شيء. نرجو أن تنتهي أبكر.
    [few] للقاعدة أكثر من { $count } مواعيد. لم يتغير شيء. نرجو أن تنتهي أبكر.
    [many] للقاعدة أكثر من { $count } موعدًا. لم يتغير شيء. نرجو أن تنتهي أبكر.
   *[other] للقاعدة أكثر من { $count } موعد. لم يتغير شيء. نرجو أن تنتهي أبكر.
}
desk-event-refuse-past = كل المواعيد في الماضي. لم يتغير شيء. نرجو اختيار يوم لاحق.
desk-event-refuse-deadline = سيكون التسجيل قد انتهى. لم يتغير شيء. نرجو اختيار مهلة لاحقة.
desk-event-refuse-capacity = { $count ->
    [zero] الأماكن المحجوزة أكثر من { $capacity }. لم يتغير شيء.
    [one] حُجز مكان واحد، وهو أكثر من { $capacity }. لم يتغير شيء.
    [two] حُجز مكانان، وهذا أكثر من { $capacity }. لم يتغير شيء. ألغِ الفعالية أو اتفق مع المسجّلين أولًا.
    [few] حُجزت { $count } أماكن، وهذا أكثر من { $capacity }. لم يتغير شيء. ألغِ الفعالية أو اتفق مع المسجّلين أولًا.
    [many] حُجز { $count } مكانًا، وهذا أكثر من { $capacity }. لم يتغير شيء. ألغِ الفعالية أو اتفق مع المسجّلين أولًا.
   *[other] حُجز { $count } مكان، وهذا أكثر من { $capacity }. لم يتغير شيء. ألغِ الفعالية أو اتفق مع المسجّلين أولًا.
}
desk-event-refuse-capacity-number = «{ $text }» ليس عدد أماكن. لم يتغير شيء. نرجو كتابة عدد صحيح من 1 إلى 100000 أو ترك الخانة فارغة.
desk-event-refuse-deadline-number = «{ $text }» ليس عدد ساعات. لم يتغير شيء. نرجو كتابة 24 أو 1.5 مثلًا أو ترك الخانة فارغة.
desk-event-refuse-pin = «{ $text }» ليست نقطة على الخريطة. لم يتغير شيء. نرجو كتابة درجات مثل ⁦51.6402, 18.9385⁩ أو لصق رابط خريطة.
desk-event-refuse-tasks = { $count ->
    [zero] أسطر المهام أكثر من المسموح. لم يتغير شيء.
    [one] أسطر المهام أكثر من المسموح، وهو سطر واحد. لم يتغير شيء.
    [two] أسطر المهام أكثر من المسموح، وهو سطران. لم يتغير شيء.
    [few] أسطر المهام أكثر من المسموح، وهو { $count } أسطر. لم يتغير شيء.
    [many] أسطر المهام أكثر من المسموح، وهو { $count } سطرًا. لم يتغير شيء.
   *[other] أسطر المهام أكثر من المسموح، وهو { $count } سطر. لم يتغير شيء.
}
desk-event-refuse-untitled = ليس للفعالية عنوان. لم يتغير شيء.
desk-event-refuse-unknown = «{ $value }» غير موجود في الإعدادات (أو لم يعد موجودًا). لم يتغير شيء. نرجو الاختيار من جديد.
desk-event-refuse-changed-meanwhile = عدّل شخص آخر هذه الفعالية في هذه الأثناء. لم يُحفظ شيء من تعديلاتك. نرجو فتحها من جديد ومراجعتها.
desk-event-refuse-file-size = الملف كبير جدًا؛ نقرأ حتى { $limit } كيلوبايت.
desk-event-refuse-file-broken = لا يمكن قراءة الملف كتقويم.
desk-event-refuse-file-empty = لا توجد فعالية في الملف.
desk-event-refuse-file-entries = في الملف فعاليات أكثر من اللازم؛ نقرأ حتى { $limit }.
desk-event-refuse-entry-broken = ينقص أحد المدخلات عنوانه أو اسمه (UID) أو وقته، أو لا يمكن قراءتها.

## The command and the poster
desk-event-list = { $count ->
    [0] لا شيء مقرر. للتخطيط لفعالية: ⁦/event⁩
    [zero] لا شيء مقرر. للتخطيط لفعالية: ⁦/event⁩
    [one] موعد واحد قادم:
    [two] موعدان قادمان:
    [few] { $count } مواعيد قادمة:
    [many] { $count } موعدًا قادمًا:
   *[other] { $count } موعد قادم:
}
desk-event-list-line = ‏{ $title } · { $when } · { $count } من { $seats }
desk-event-poster = رمز ملصقات «{ $title }». يفتح { $url }

## Telling people
desk-event-tell-confirm = كل من يريد معرفة هذا الموضوع في منطقته يتلقاه مرة واحدة، بالكلمات المكتوبة في النموذج.
desk-event-announced = نبلغ الآن من يريدون معرفة هذا الموضوع في منطقتهم ولم يردّوا بعد. نراعي ساعات الهدوء.
desk-event-announced-before = أُبلغ الناس بهذه الفعالية من قبل. لم يُرسل شيء مرة أخرى؛ والتغييرات تُبلَّغ تلقائيًا.

## Cancelling
desk-event-cancel-title = إلغاء الفعالية
desk-event-cancel-submit = إلغاء وإبلاغ
desk-event-cancel-which = أي المواعيد؟
desk-event-cancel-all = الفعالية كلها
desk-event-cancel-reason = ما السبب؟
desk-event-cancel-reason-hint = يُرسل إلى كل من سجّل كما تكتبه تمامًا.

## The door
desk-event-guest = { $count ->
    [zero] ‏{ $name }
    [one] ‏{ $name }
    [two] ‏{ $name } (شخصان)
    [few] ‏{ $name } ({ $count } أشخاص)
    [many] ‏{ $name } ({ $count } شخصًا)
   *[other] ‏{ $name } ({ $count } شخص)
}
desk-event-door-title = تسجيل الدخول
desk-event-door-submit = إدخال
desk-event-door-code = رمز الضيف
desk-event-door-code-hint = يجده الضيوف في ⁦/events⁩ تحت «فعالياتي».
desk-event-door-names = أو بالاسم
desk-event-door-nobody = في القائمة من لم يدخلوا بعد فقط.
desk-event-door-link = يمكن للضيوف أيضًا مسح رمز عند المدخل يفتح هذا العنوان: { $url }
desk-event-door-unknown = ❌ لا أحد ممن لهم مكان يحمل الرمز { $code }. لم يدخل أحد به.
desk-event-door-twice = ❔ صاحب الرمز { $code } دخل من قبل.
desk-event-door-welcome = { $count ->
    [zero] ✅ الرمز { $code }: تم الدخول.
    [one] ✅ الرمز { $code }: دخل شخص واحد.
    [two] ✅ الرمز { $code }: دخل شخصان.
    [few] ✅ الرمز { $code }: دخل { $count } أشخاص.
    [many] ✅ الرمز { $code }: دخل { $count } شخصًا.
   *[other] ✅ الرمز { $code }: دخل { $count } شخص.
}
desk-event-door-let-in = { $count ->
    [zero] لم يدخل أحد بالاسم.
    [one] ✅ دخل ضيف واحد بالاسم.
    [two] ✅ دخل ضيفان بالاسم.
    [few] ✅ دخل { $count } ضيوف بالاسم.
    [many] ✅ دخل { $count } ضيفًا بالاسم.
   *[other] ✅ دخل { $count } ضيف بالاسم.
}
desk-event-door-empty = لم يُذكر رمز ولا اسم. لم يتغير شيء.

## Calendar files
desk-event-imported = { $count ->
    [0] لا جديد في الملف: كل فعالياته موجودة كما هي.
    [zero] لا جديد في الملف: كل فعالياته موجودة كما هي.
    [one] أُخذت فعالية واحدة من الملف:
    [two] أُخذت فعاليتان من الملف:
    [few] أُخذت { $count } فعاليات من الملف:
    [many] أُخذت { $count } فعالية من الملف:
   *[other] أُخذت { $count } فعالية من الملف:
}
desk-event-import-new = ‏➕ { $title }
desk-event-import-changed = ‏✏️ { $title }
desk-event-import-cancelled = ‏❌ { $title }
desk-event-import-refused = لم يؤخذ شيء من { $file }. { $reason }
desk-event-import-refused-at = في «{ $title }»: { $reason }
desk-event-import-failed = تعذّر جلب { $file } من سلاك. لم يتغير شيء. نرجو إرساله مرة أخرى.

## What the clock reports
desk-event-reminder-late = ⌛ لم يُذكَّر أحد بفعالية «{ $title }» (تبدأ { $start }): كان موعد التذكير { $due }، ولم يكن البوت يعمل حتى فات أوانه.
desk-event-over = { $count ->
    [0] 🏁 انتهت «{ $title }». حضر كل من سجّل: { $going }.
    [zero] 🏁 انتهت «{ $title }». حضر كل من سجّل: { $going }.
    [one] 🏁 انتهت «{ $title }». حضر { $came } من { $going } ولم يحضر شخص واحد:
    [two] 🏁 انتهت «{ $title }». حضر { $came } من { $going } ولم يحضر شخصان:
    [few] 🏁 انتهت «{ $title }». حضر { $came } من { $going } ولم يحضر { $count } أشخاص:
    [many] 🏁 انتهت «{ $title }». حضر { $came } من { $going } ولم يحضر { $count } شخصًا:
   *[other] 🏁 انتهت «{ $title }». حضر { $came } من { $going } ولم يحضر { $count } شخص:
}
desk-event-over-unchecked = { $count ->
    [zero] 🏁 انتهت «{ $title }». لم يسجّل أحد.
    [one] 🏁 انتهت «{ $title }». كان قد سجّل شخص واحد، ولم يُسجَّل دخول أحد عند الباب.
    [two] 🏁 انتهت «{ $title }». كان قد سجّل شخصان، ولم يُسجَّل دخول أحد عند الباب.
    [few] 🏁 انتهت «{ $title }». كان قد سجّل { $count } أشخاص، ولم يُسجَّل دخول أحد عند الباب.
    [many] 🏁 انتهت «{ $title }». كان قد سجّل { $count } شخصًا، ولم يُسجَّل دخول أحد عند الباب.
   *[other] 🏁 انتهت «{ $title }». كان قد سجّل { $count } شخص، ولم يُسجَّل دخول أحد عند الباب.
}
